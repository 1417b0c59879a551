"""Sessions in the database, as Django keeps them; the query that every page asks is worked out once."""

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from caitien_web.tenancy.prepared import Prepared


class SessionStore(db.SessionStore):
    """Django's store: a session ended in one process is ended in all."""

    def load(self) -> dict[str, Any]:
        found = _by_key(self.session_key)
        if found and found[0].expire_date > timezone.now():
            told: dict[str, Any] = self.decode(found[0].session_data)
            return told
        self._session_key = None
        return {}


def _sessions(key: str) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key)


_by_key = Prepared(_sessions, str)
