"""Who a program comes in for, what its key is for, and how often it may ask."""

from datetime import datetime
from typing import Any

from django.db.models import Case, F, Q, When
from django.http import Http404
from django.utils import timezone
from ninja.errors import HttpError
from ninja.security import HttpBearer

from caitien_web.api.actions import hash_of
from caitien_web.api.models import Key, Scope
from caitien_web.schools.access import get_unit_for
from caitien_web.tenancy.models import Unit

A_MINUTE = 300  # requests of one key


class ByKey(HttpBearer):
    """`Authorization: Bearer ct_…`: the request's user is the key's person from here on."""

    def authenticate(self, request: Any, token: str) -> Key | None:
        """The key, None (401) for one that is unknown, revoked or out of date."""
        now = timezone.now()
        known = Key.objects.select_related("user__person").filter(secret_hash=hash_of(token), revoked_at=None)
        key = known.filter(Q(valid_until=None) | Q(valid_until__gte=timezone.localdate(now))).first()
        if key is None or not key.user.is_active:
            return None
        _count(key, now)
        request.user = key.user
        return key


def _count(key: Key, now: datetime) -> None:
    """One more request in this minute, in the key's own row, so that all processes count together: one query."""
    minute = now.replace(second=0, microsecond=0)
    counted = Case(When(minute=minute, then=F("asked") + 1), default=1)
    free = ~Q(minute=minute) | Q(asked__lt=A_MINUTE)
    if not Key.objects.filter(free, pk=key.pk).update(asked=counted, minute=minute, last_used_at=now):
        raise HttpError(429, f"Gọi quá {A_MINUTE} lần một phút. Chờ một phút rồi gọi tiếp.")


def unit_for(request: Any, slug: str, right: str, scope: Scope) -> Unit:
    """The unit of an address: 403 where the key is not for this, else as for the pages."""
    must_be_for(request, scope)
    return get_unit_for(request.user, slug, right)


def must_be_for(request: Any, scope: Scope) -> None:
    """403 where the key was not made for this."""
    if scope not in request.auth.scopes:
        raise HttpError(403, f"Khóa này không được: {scope.label.lower()}. Tạo khóa khác có phạm vi {scope.value}.")


def keys_of(user: Any) -> list[Key]:
    """One's keys, the newest first."""
    return list(Key.objects.filter(user=user))


def get_key_for(user: Any, pk: Any) -> Key:
    """A key of one's own, else 404."""
    key = Key.objects.select_related("user__person").filter(user=user, pk=pk).first()
    if key is None:
        raise Http404("Không có khóa này.")
    return key
