"""Roles are given, end, and pass from one head to the next."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from caitien_web.history.record import record
from caitien_web.schools.models import Person, Role, RoleAssignment
from caitien_web.schools.models.role import AUTHORITY_ROLES, SCHOOL_ROLES
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal
from caitien_web.ui.vn import day


class CannotGiveRole(Refusal):
    """The role cannot be given."""


class CannotEndRole(Refusal):
    """The role cannot end so."""


@transaction.atomic
def give_role(
    person: Person,
    role: Role,
    unit: Unit,
    *,
    since: date,
    by: Any,
    at: datetime,
    field: str = "",
    until: date | None = None,
) -> RoleAssignment:
    """A role from a day on. A school has one head on a day: the one before leaves first."""
    role = Role(role)
    _must_fit(person, role, unit, since, until)
    given = RoleAssignment(person=person, unit=unit, role=role, field=field, since=since, until=until)
    given.save()
    told = {"name": person.full_name, "role": role.label, "since": day(since)}
    record("schools.role.given", unit=unit, by=by, at=at, subject=person, **told)
    return given


def _must_fit(person: Person, role: Role, unit: Unit, since: date, until: date | None) -> None:
    if role not in (SCHOOL_ROLES if unit.is_school else AUTHORITY_ROLES):
        raise CannotGiveRole(f"Vai trò “{role.label}” không có ở {unit.name}. Chọn vai trò khác.")
    if until and until <= since:
        raise CannotGiveRole("Ngày kết thúc phải sau ngày bắt đầu. Sửa lại ngày rồi lưu.")
    then = _overlapping(since, until).filter(unit=unit, role=role)
    if role == Role.HEAD and then.exclude(person=person).exists():
        raise CannotGiveRole(
            f"{unit.name} đang có hiệu trưởng. Kết thúc nhiệm kỳ của người trước, rồi giao vai trò cho {person}; "
            "hoặc dùng “Thay hiệu trưởng”."
        )
    if then.filter(person=person).exists():
        raise CannotGiveRole(f"{person} đã có vai trò “{role.label}” trong thời gian này.")


def _overlapping(since: date, until: date | None) -> QuerySet[RoleAssignment]:
    found = RoleAssignment.objects.filter(Q(until=None) | Q(until__gt=since))
    return found.filter(since__lt=until) if until else found


@transaction.atomic
def end_role(given: RoleAssignment, *, on: date, by: Any, at: datetime) -> None:
    """The role ends: `on` is the first day without it. A role that has not begun by then is taken back."""
    if given.until and given.until <= on:
        raise CannotEndRole(f"Vai trò này đã kết thúc từ ngày {day(given.until)}.")
    _end(given, on)
    somebody_must_manage(given.unit, on)
    told = {"name": given.person.full_name, "role": given.get_role_display(), "on": day(on)}
    record("schools.role.ended", unit=given.unit, by=by, at=at, subject=given.person, **told)


def _end(given: RoleAssignment, on: date) -> None:
    if given.since >= on:
        given.delete()
        return
    given.until = on
    given.save(update_fields=["until"])


@transaction.atomic
def replace_head(unit: Unit, person: Person, *, on: date, by: Any, at: datetime) -> RoleAssignment:
    """From a day on the school has another head; the one before is head until then."""
    heads = _overlapping(on, None).filter(unit=unit, role=Role.HEAD).select_related("person")
    if any(head.person_id == person.pk for head in heads):
        raise CannotGiveRole(f"{person} đang là hiệu trưởng.")
    before = ", ".join(head.person.full_name for head in heads)
    for head in heads:
        _end(head, on)
    _must_fit(person, Role.HEAD, unit, on, None)
    given = RoleAssignment(person=person, unit=unit, role=Role.HEAD, since=on)
    given.save()
    told = {"name": person.full_name, "before": before or "chưa có", "on": day(on)}
    record("schools.head.replaced", unit=unit, by=by, at=at, subject=person, **told)
    return given


def somebody_must_manage(unit: Unit, on: date) -> None:
    """A unit never stays without anybody who manages its people, here or above it."""
    kept = RoleAssignment.on(on)
    here = kept.filter(unit=unit, role__in=(Role.ADMINISTRATOR, Role.HEAD))
    above = kept.filter(unit__path__in=unit.ancestor_paths()[:-1], role=Role.ADMINISTRATOR)
    if not (here.exists() or above.exists()):
        raise CannotEndRole(
            f"Chưa kết thúc được: {unit.name} phải còn ít nhất một quản trị hoặc hiệu trưởng. "
            "Giao vai trò đó cho người khác trước."
        )
