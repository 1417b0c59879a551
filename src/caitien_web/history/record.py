"""Recording: the fourth beat of every action. Higher apps that must follow up on an action listen to `recorded`."""

from datetime import datetime
from typing import Any

from django.db import connection, models
from django.dispatch import Signal

from caitien_web.history.models import Entry
from caitien_web.tenancy.models import Unit

recorded = Signal()  # sent within the action's transaction: sender=None, entry=Entry, subject=the row or None


class NotInOneTransaction(Exception):
    """A history entry outside the transaction of its action could outlive it. A fault of the program."""


def record(
    action: str, *, unit: Unit, by: Any, at: datetime, subject: models.Model | None = None, **data: Any
) -> Entry:
    """Write down one action. `by`: the user, None for the machine itself; `data`: what its sentence names.

    The action's name must be known to `sentences.SENTENCES` of its app.
    """
    from caitien_web.history.sentences import sentence_for

    if not connection.in_atomic_block:
        raise NotInOneTransaction(action)
    sentence_for(action)
    entry = Entry.everywhere.create(
        action=action,
        unit=unit,
        subject_type=subject._meta.label_lower if subject else "",
        subject_id=str(subject.pk) if subject else "",
        data=data,
        actor=by,
        actor_name=str(by) if by else "",
        at=at,
    )
    recorded.send(sender=None, entry=entry, subject=subject)
    return entry


def changes(row: models.Model, given: dict[str, Any]) -> dict[str, list[str]]:
    """What `given` would change in a row: {field: [before, after]} as texts, unchanged fields left out."""
    found = {field: [_text(getattr(row, field)), _text(value)] for field, value in given.items()}
    return {field: pair for field, pair in found.items() if pair[0] != pair[1]}


def _text(value: Any) -> str:
    return "" if value is None else str(value)


__all__ = ["changes", "record", "recorded"]
