"""Where an account is signed in."""

from datetime import datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session

from caitien_web.schools.sessions import SessionStore


def sessions_of(user: Any, *, at: datetime) -> tuple[list[UserSession], list[UserSession]]:
    """The sessions that still hold for the account, the oldest first, and those that have ended: two queries."""
    known = list(UserSession.objects.filter(user_id=user.pk).order_by("created_at"))
    rows = Session.objects.filter(session_key__in=[one.session_key for one in known], expire_date__gt=at)
    hold = {row.session_key for row in rows if _is_of(user, SessionStore().decode(row.session_data))}
    return [one for one in known if one.session_key in hold], [one for one in known if one.session_key not in hold]


def _is_of(user: Any, told: dict[str, Any]) -> bool:
    """Does the session belong to the account with its present password?"""
    return told.get(SESSION_KEY) == str(user.pk) and told.get(HASH_SESSION_KEY) == user.get_session_auth_hash()
