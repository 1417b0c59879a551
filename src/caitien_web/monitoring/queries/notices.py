"""A person's notices and reminders, at the units where the person has a role today."""

from datetime import date
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from caitien_web.monitoring.models import Reminder
from caitien_web.schools.models import RoleAssignment


def notices_of(user: Any, *, on: date) -> QuerySet[Reminder]:
    """What was put out for the person, the newest first; nothing of units that the person has left."""
    return _told_to(user.person_id, on).select_related("unit").order_by("-at", "-id")


def unread_with_account(on: date) -> Any:
    """How many of them are new, as a part of the query for the account: the page's head asks nothing more."""
    new = _told_to(OuterRef("person_id"), on).filter(read_at=None).order_by()
    counted = new.annotate(all=Value(1)).values("all").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _told_to(person: Any, on: date) -> QuerySet[Reminder]:
    here = RoleAssignment.on(on).filter(person=OuterRef("person")).order_by().values("unit")
    return Reminder.objects.filter(person_id=person, unit__in=here)
