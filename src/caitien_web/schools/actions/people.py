"""People come to a unit and take on roles."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from caitien.vietnamese.fold import fold
from caitien_web.history.record import record
from caitien_web.schools.models import Person, Role, RoleAssignment
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal


class CannotGiveRole(Refusal):
    """The role cannot be given."""


@transaction.atomic
def add_person(unit: Unit, full_name: str, *, by: Any, at: datetime, **given: Any) -> Person:
    """A person at the unit, without an account; `given`: duty, group, email, phone."""
    person = Person(unit=unit, full_name=full_name, folded=fold(full_name), **given)
    person.save()
    record("schools.person.added", unit=unit, by=by, at=at, subject=person, name=full_name)
    return person


@transaction.atomic
def give_role(
    person: Person, role: Role, unit: Unit, *, since: date, by: Any, at: datetime, field: str = ""
) -> RoleAssignment:
    """A role from a day on. A school has one head on a day: the one before leaves first."""
    if role == Role.HEAD and RoleAssignment.on(since).filter(unit=unit, role=role).exists():
        raise CannotGiveRole(
            f"{unit.name} đang có hiệu trưởng. Kết thúc nhiệm kỳ của người trước, rồi giao vai trò cho {person}."
        )
    given = RoleAssignment(person=person, unit=unit, role=role, field=field, since=since)
    given.save()
    record("schools.role.given", unit=unit, by=by, at=at, subject=person, name=person.full_name, role=Role(role).label)
    return given
