"""The secret address of a person's calendar."""

import hashlib
import secrets
from datetime import datetime

from caitien_web.monitoring.models import CalendarFeed
from caitien_web.schools.models import Person


def new_feed(person: Person, *, at: datetime) -> str:
    """A new secret; the one before ends. Shown once, kept as its hash."""
    secret = secrets.token_urlsafe(24)
    kept = {"secret_hash": hash_of(secret), "made_at": at}
    CalendarFeed.objects.update_or_create(person=person, defaults=kept)
    return secret


def end_feed(person: Person) -> None:
    """Nobody reads the calendar by its address any more."""
    CalendarFeed.objects.filter(person=person).delete()


def hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
