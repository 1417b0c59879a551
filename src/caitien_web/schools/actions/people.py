"""People come to a unit, change, leave and come back."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from caitien.vietnamese.fold import fold
from caitien_web.history.record import changes, record
from caitien_web.schools.actions.roles import somebody_must_manage
from caitien_web.schools.models import Person, RoleAssignment
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal
from caitien_web.ui.vn import day


class CannotLeave(Refusal):
    """The person cannot leave on that day."""


@transaction.atomic
def add_person(unit: Unit, full_name: str, *, by: Any, at: datetime, **given: Any) -> Person:
    """A person at the unit, without an account; `given`: duty, group, email, phone."""
    person = Person(unit=unit, full_name=full_name, folded=fold(full_name), **given)
    person.save()
    record("schools.person.added", unit=unit, by=by, at=at, subject=person, name=full_name)
    return person


@transaction.atomic
def change_person(person: Person, *, by: Any, at: datetime, **given: Any) -> Person:
    """Other particulars: full_name, duty, group, email, phone. Nothing is recorded where nothing changed."""
    changed = changes(person, given)
    if not changed:
        return person
    for field, value in given.items():
        setattr(person, field, value)
    person.folded = fold(person.full_name)
    person.save()
    record(
        "schools.person.changed",
        unit=person.unit,
        by=by,
        at=at,
        subject=person,
        name=person.full_name,
        changes=changed,
    )
    return person


@transaction.atomic
def leave_unit(person: Person, *, on: date, by: Any, at: datetime) -> Person:
    """Leave the unit on a day: roles at it end, the person's past work stays. The account stays for other units."""
    mine = RoleAssignment.objects.filter(person=person, unit=person.unit)
    mine.filter(since__gte=on).delete()
    mine.filter(until=None).update(until=on)
    mine.filter(until__gt=on).update(until=on)
    somebody_must_manage(person.unit, on)
    person.left_on = on
    person.save(update_fields=["left_on"])
    record("schools.person.left", unit=person.unit, by=by, at=at, subject=person, name=person.full_name, on=day(on))
    return person


@transaction.atomic
def return_to_unit(person: Person, *, by: Any, at: datetime) -> Person:
    """Back on the list; roles are given anew."""
    if person.left_on is None:
        raise CannotLeave(f"{person} đang có trong danh sách, không cần thêm lại.")
    person.left_on = None
    person.save(update_fields=["left_on"])
    record("schools.person.returned", unit=person.unit, by=by, at=at, subject=person, name=person.full_name)
    return person
