"""What the pages ask of the history."""

from datetime import date

from django.db import models
from django.db.models import QuerySet

from caitien_web.history.models import Entry
from caitien_web.tenancy.models import Unit

PERSONAL = "schools.own."  # what people did to their own accounts


def entries_of(
    unit: Unit,
    *,
    personal: bool,
    action: str = "",
    actor: str = "",
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[Entry]:
    """The entries of a unit, newest first; `action` a prefix ("plans."), `actor` part of a name, days inclusive.

    `personal`: also what people did to their own accounts, for those who manage them.
    """
    found = Entry.objects.of(unit)
    if not personal:
        found = found.exclude(action__startswith=PERSONAL)
    if action:
        found = found.filter(action__startswith=action)
    if actor:
        found = found.filter(actor_name__icontains=actor)
    if since:
        found = found.filter(at__date__gte=since)
    if until:
        found = found.filter(at__date__lte=until)
    return found


def entries_about(subject: models.Model, *, unit: Unit) -> QuerySet[Entry]:
    """The entries about one row, newest first."""
    return Entry.objects.of(unit).filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))
