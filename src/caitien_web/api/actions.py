"""Keys are made and revoked by the person they stand for."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from caitien_web.api.models import Key, Scope
from caitien_web.history.record import record
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal

PREFIX = "ct_"
MOST = 20


class CannotMakeKey(Refusal):
    """The key cannot be made."""


@transaction.atomic
def make_key(
    user: Any, name: str, *, scopes: Iterable[str], valid_until: date | None, by: Any, at: datetime
) -> tuple[Key, str]:
    """A new key and its secret, which is shown this once."""
    chosen = [scope for scope in Scope.values if scope in set(scopes)]
    if not chosen:
        raise CannotMakeKey("Chưa tạo được khóa: chưa chọn khóa được làm gì. Chọn ít nhất một việc.")
    if valid_until and valid_until < timezone.localdate(at):
        raise CannotMakeKey("Chưa tạo được khóa: ngày hết hạn đã qua. Chọn ngày sau hôm nay.")
    if user.api_keys.filter(revoked_at=None).count() >= MOST:
        raise CannotMakeKey(f"Chưa tạo được khóa: đã có {MOST} khóa. Thu hồi khóa không dùng nữa trước.")
    secret = PREFIX + secrets.token_urlsafe(32)
    key = Key(user=user, name=name.strip(), start=secret[:8], secret_hash=hash_of(secret), scopes=chosen, made_at=at)
    key.valid_until = valid_until
    key.save()
    record("api.key.made", unit=_unit_of(user), by=by, at=at, subject=key, name=key.name)
    return key, secret


@transaction.atomic
def revoke_key(key: Key, *, by: Any, at: datetime) -> Key:
    """The key opens nothing any more; it stays in the list."""
    if key.revoked_at is None:
        key.revoked_at = at
        key.save(update_fields=["revoked_at"])
        record("api.key.revoked", unit=_unit_of(key.user), by=by, at=at, subject=key, name=key.name)
    return key


def _unit_of(user: Any) -> Unit:
    return user.person.unit


def hash_of(secret: str) -> str:
    """What is kept of a secret: 32 random bytes need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
