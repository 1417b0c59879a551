"""What ties the people of a unit to the words of plans, over a span of days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, IntegerField, Q, Value

from caitien_web.schools.models import Membership, Person, RoleAssignment, RoleHolder
from caitien_web.tenancy.models import Unit

NAMED, ROLE, BODY = "named", "role", "body"


@dataclass(frozen=True, slots=True)
class Tie:
    """A person named for a party, having a role of rights, or in a body, from `since` until before `until`.

    `key`: the party, the role, the body's name (without marks); `words`: the field of a role, the position in a body.
    """

    what: str
    key: str
    person: Any
    words: str
    place: int
    kind: str
    name: str
    since: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


class Tenures:
    """The people of a unit and their ties from one day to another: two queries, then every day is in memory."""

    def __init__(self, unit: Unit, first: date, last: date) -> None:
        at_unit = Q(unit=unit) | Q(roles__unit=unit)
        rows = Person.everywhere.filter(at_unit).filter(Q(left_on__isnull=True) | Q(left_on__gt=first)).distinct()
        self.unit, self.first, self.last = unit, first, last
        self.people = list(rows)
        known = {person.pk for person in self.people}
        self.ties = [tie for tie in _ties(unit, first, last) if tie.person in known]

    def days(self, person: Any = None) -> list[date]:
        """The days of the span on which something changed, the first day among them; of one person where asked."""
        found = {self.first}
        for tie in self.ties:
            if person is None or tie.person == person:
                found |= {tie.since, tie.until or tie.since}
        found |= {one.left_on for one in self.people if one.left_on and person in (None, one.pk)}
        return sorted(day for day in found if self.first <= day <= self.last)


def _ties(unit: Unit, first: date, last: date) -> Iterable[Tie]:
    none, zero = Value("", CharField()), Value(0, IntegerField())
    lasts = Q(until__isnull=True) | Q(until__gt=first)
    named = RoleHolder.objects.of(unit).filter(lasts, since__lte=last).order_by()
    roles = RoleAssignment.objects.filter(lasts, unit=unit, since__lte=last).order_by()
    stands = Q(body__until__isnull=True) | Q(body__until__gt=first)
    members = Membership.objects.of(unit).filter(stands, body__since__lte=last, person__isnull=False).order_by()
    body = ("body__folded", "person_id", "position", "place", "body__kind", "body__name", "body__since", "body__until")
    found = named.values_list(_word(NAMED), "folded", "person_id", none, zero, none, none, "since", "until").union(
        roles.values_list(_word(ROLE), "role", "person_id", "field", zero, none, none, "since", "until"),
        members.values_list(_word(BODY), *body),
        all=True,
    )
    return (Tie(*row) for row in found)


def _word(text: str) -> Value:
    return Value(text, CharField())
