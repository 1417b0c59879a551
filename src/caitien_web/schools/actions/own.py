"""What a person does to the own account, for oneself and those who manage the unit's people."""

from datetime import datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.db import transaction

from caitien_web.history.record import record
from caitien_web.schools.models import User


@transaction.atomic
def tell_of_own(user: User, what: str, *, at: datetime, **data: Any) -> None:
    """Write down under the person's unit that it was done; nothing for an account without a person."""
    person = user.person
    if person is not None:
        record(f"schools.own.{what}", unit=person.unit, by=user, at=at, subject=person, **data)


@transaction.atomic
def end_own_session(session: UserSession, *, where: str, by: User, at: datetime) -> None:
    """Sign out one other place; `where` names its device."""
    session.end()
    tell_of_own(by, "session_ended", at=at, where=where)


@transaction.atomic
def end_own_others(user: User, *, keep: str, by: User, at: datetime) -> int:
    """Sign out everywhere but in the session with the key `keep`; how many places there were."""
    others = list(UserSession.objects.filter(user=user).exclude(session_key=keep))
    for session in others:
        session.end()
    if others:
        tell_of_own(by, "sessions_ended", at=at, count=len(others))
    return len(others)
