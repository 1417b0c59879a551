"""A list of staff comes in, after somebody has looked at it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from caitien_web.history.record import record
from caitien_web.schools.actions.people import add_person
from caitien_web.schools.actions.roles import give_role
from caitien_web.schools.models import Role
from caitien_web.schools.staff_list import StaffRow
from caitien_web.tenancy.models import Unit


@transaction.atomic
def import_staff(unit: Unit, rows: list[StaffRow], *, on: date, by: Any, at: datetime) -> int:
    """Add those rows that nothing is wrong with, with their roles from `on`; how many. All or none."""
    good = [row for row in rows if not row.faults]
    for row in good:
        given = {name: getattr(row, name) for name in ("duty", "group", "email", "phone")}
        person = add_person(unit, row.full_name, by=by, at=at, **given)
        if row.role:
            give_role(person, Role(row.role), unit, since=on, by=by, at=at)
    record("schools.people.imported", unit=unit, by=by, at=at, count=len(good))
    return len(good)
