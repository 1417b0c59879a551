"""Accounts: made by a link that the unit hands out, closed, opened again, their sessions ended."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.db import transaction

from caitien_web.history.record import changes, record
from caitien_web.schools.models import Invitation, Person, User
from caitien_web.schools.models.user import hash_of
from caitien_web.ui.refusal import Refusal

NOT_VALID = "Liên kết đã dùng, đã thu hồi hoặc đã hết hạn. Nhờ quản trị của đơn vị gửi liên kết mới."
VALID_FOR = timedelta(days=14)


class CannotOpenAccount(Refusal):
    """The link does not lead to an account (any more), or the account cannot be made so."""


class CannotChangeAccount(Refusal):
    """The account cannot be changed so."""


@transaction.atomic
def invite_person(person: Person, *, by: Any, at: datetime) -> str:
    """A link's secret by which the person makes an account, or a new password where there is one.

    Valid for 14 days and one use; links given out before are valid no longer. Only its hash is kept.
    """
    if person.left_on and person.left_on <= at.date():
        raise CannotOpenAccount(f"{person} đã nghỉ. Đưa người này trở lại danh sách trước khi gửi liên kết.")
    person.invitations.filter(used_at=None, valid_until__gt=at).update(valid_until=at)
    secret = secrets.token_urlsafe(32)
    Invitation.objects.create(
        person=person, secret_hash=hash_of(secret), made_by=by, made_at=at, valid_until=at + VALID_FOR
    )
    action = "schools.account.reset_offered" if hasattr(person, "user") else "schools.account.offered"
    record(action, unit=person.unit, by=by, at=at, subject=person, name=person.full_name)
    return secret


@transaction.atomic
def revoke_invitation(invitation: Invitation, *, by: Any, at: datetime) -> None:
    """The link leads nowhere from now on."""
    if invitation.used_at or invitation.valid_until <= at:
        raise CannotChangeAccount("Liên kết này đã dùng hoặc đã hết hạn, không cần thu hồi.")
    invitation.valid_until = at
    invitation.save(update_fields=["valid_until"])
    person = invitation.person
    record("schools.account.offer_revoked", unit=person.unit, by=by, at=at, subject=person, name=person.full_name)


@transaction.atomic
def accept_invitation(secret: str, *, password: str, at: datetime, username: str = "") -> User:
    """Make the account, or give it the new password and end its sessions. Uses the link up."""
    found = Invitation.objects.select_for_update(of=("self",)).filter(secret_hash=hash_of(secret), used_at=None)
    invitation = found.filter(valid_until__gt=at).select_related("person__unit").first()
    if invitation is None:
        raise CannotOpenAccount(NOT_VALID)
    invitation.used_at = at
    invitation.save(update_fields=["used_at"])
    person = invitation.person
    user = User.objects.filter(person=person).first()
    action = "schools.account.password_set" if user else "schools.account.opened"
    user = _with_new_password(user, password) if user else _opened(person, username, password)
    record(action, unit=person.unit, by=user, at=at, subject=person, username=user.username)
    return user


def _opened(person: Person, username: str, password: str) -> User:
    if User.objects.filter(username__iexact=username).exists():
        raise CannotOpenAccount(f"Tên đăng nhập “{username}” đã có người dùng. Chọn tên khác.")
    email = "" if User.objects.filter(email__iexact=person.email).exists() else person.email
    return User.objects.create_user(username, password, person=person, email=email)


def _with_new_password(user: User, password: str) -> User:
    user.set_password(password)
    user.save(update_fields=["password"])
    _end_sessions(user)
    return user


@transaction.atomic
def disable_account(user: User, *, by: Any, at: datetime) -> None:
    """Nobody signs in with this account any more; who is signed in is out."""
    if by is not None and user.pk == by.pk:
        raise CannotChangeAccount("Không thể tự khóa tài khoản của mình. Nhờ một quản trị khác.")
    _set_active(user, False)
    _end_sessions(user)
    _record_about(user, "schools.account.disabled", by=by, at=at)


@transaction.atomic
def enable_account(user: User, *, by: Any, at: datetime) -> None:
    """The account may be used again, with the password that it had."""
    _set_active(user, True)
    _record_about(user, "schools.account.enabled", by=by, at=at)


@transaction.atomic
def end_sessions(user: User, *, by: Any, at: datetime) -> int:
    """Sign the person out everywhere; how many sessions there were."""
    ended = _end_sessions(user)
    _record_about(user, "schools.account.sessions_ended", by=by, at=at)
    return ended


@transaction.atomic
def change_own_contact(user: User, *, email: str, phone: str, by: Any, at: datetime) -> None:
    """One's own mail address and telephone number; by the address one may sign in and get a new password."""
    if email and User.objects.filter(email__iexact=email).exclude(pk=user.pk).exists():
        raise CannotChangeAccount("Địa chỉ thư điện tử này đã có tài khoản khác dùng. Nhập địa chỉ khác.")
    person = user.person
    assert person is not None
    changed = changes(person, {"email": email, "phone": phone})
    user.email = person.email = email
    person.phone = phone
    user.save(update_fields=["email"])
    person.save(update_fields=["email", "phone"])
    if changed:
        record("schools.account.contact_changed", unit=person.unit, by=by, at=at, subject=person, changes=changed)


def _set_active(user: User, active: bool) -> None:
    if user.is_active == active:
        raise CannotChangeAccount("Tài khoản đang dùng được." if active else "Tài khoản đã khóa từ trước.")
    user.is_active = active
    user.save(update_fields=["is_active"])


def _end_sessions(user: User) -> int:
    mine = list(UserSession.objects.filter(user=user))
    for session in mine:
        session.end()
    return len(mine)


def _record_about(user: User, action: str, *, by: Any, at: datetime) -> None:
    person = user.person
    assert person is not None
    record(action, unit=person.unit, by=by, at=at, subject=person, name=person.full_name)
