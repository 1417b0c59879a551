"""First start: the units, and the first person with an account, on an empty database."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from caitien_web.schools.actions.people import add_person
from caitien_web.schools.actions.roles import give_role
from caitien_web.schools.actions.units import found_below
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit, UnitKind
from caitien_web.ui.refusal import Refusal


class CannotSetUp(Refusal):
    """The site is set up already."""


@dataclass(frozen=True, slots=True)
class FirstUnit:
    """What is asked at first start. Without `commune` the unit stands below the province; `province` may be empty."""

    name: str
    kind: str = UnitKind.SCHOOL
    level: str = ""
    edition: str = ""
    abbreviation: str = ""
    place: str = ""
    ownership: str = ""
    address: str = ""
    commune: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """Who sets up: an account that manages people; `is_head` where it is the head, too."""

    full_name: str
    username: str
    password: str
    email: str = ""
    is_head: bool = True


@transaction.atomic
def set_up_site(first: FirstUnit, who: FirstPerson, *, on: date, at: datetime) -> User:
    """Found the units from the province down, and give the first person account and roles."""
    if User.objects.exists():
        raise CannotSetUp("Trang web đã được thiết lập. Đăng nhập bằng tài khoản đã có.")
    unit = _found(first, at)
    person = add_person(unit, who.full_name, by=None, at=at, email=who.email)
    user = User.objects.create_user(who.username, who.password, person=person, email=who.email)
    give_role(person, Role.ADMINISTRATOR, unit, since=on, by=user, at=at)
    if who.is_head and unit.is_school:
        give_role(person, Role.HEAD, unit, since=on, by=user, at=at)
    return user


def _found(first: FirstUnit, at: datetime) -> Unit:
    above: Unit | None = None
    for name, kind in ((first.province, UnitKind.PROVINCE), (first.commune, UnitKind.COMMUNE)):
        if name:
            above = found_below(above, name, kind=kind, by=None, at=at)
    given: dict[str, Any] = {
        "abbreviation": first.abbreviation,
        "place": first.place,
        "address": first.address,
        "governing_body": above.name if above else "",
    }
    if first.kind == UnitKind.SCHOOL:
        given |= {"level": first.level, "ownership": first.ownership, "edition": first.edition}
    return found_below(above, first.name, kind=first.kind, by=None, at=at, **given)
