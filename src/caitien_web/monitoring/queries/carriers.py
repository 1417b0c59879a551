"""Who carries a work out, and which works a person carries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from caitien_web.monitoring.models import ItemParty, Part, Work
from caitien_web.monitoring.school_year import SchoolYear
from caitien_web.plans.models import PlanState
from caitien_web.schools.models import Person
from caitien_web.schools.queries.holders import Holders
from caitien_web.schools.queries.tenures import Tenures
from caitien_web.tenancy.models import Unit

RUNNING = (PlanState.ISSUED, PlanState.UNDER_WAY, PlanState.ADJUSTED)


def carries_out(person: Person | None, work: Work, *, on: date) -> bool:
    """Does the person lead the work or help in it on a day?"""
    if person is None:
        return False
    parties = list(work.item.parties.all())
    holders = Holders(work.item.plan.unit, on)
    return any(party.person_id == person.pk or person in holders.people(party.party) for party in parties)


Named = list[tuple[UUID, str, str, Any]]  # item, part, party, person put in charge directly


def items_of(person: Person, unit: Unit, *, on: date) -> dict[UUID, Part]:
    """The items of the unit's running plans that a person carries on a day, each with the part: three queries."""
    return _parts(person, _named(unit), Holders(unit, on))


def _named(unit: Unit) -> Named:
    rows = ItemParty.objects.of(unit).filter(item__plan__state__in=RUNNING, item__removed_at=None).order_by()
    return list(rows.values_list("item_id", "part", "party", "person_id"))


def _parts(person: Person, named: Named, holders: Holders) -> dict[UUID, Part]:
    mine = {party for party in {party for _, _, party, _ in named} if person in holders.people(party)}
    found: dict[UUID, Part] = {}
    for item, part, party, chosen in named:
        if (chosen == person.pk if chosen else party in mine) and found.get(item) != Part.LEAD:
            found[item] = Part(part)
    return found


@dataclass(slots=True)
class Carried:
    """The items that a person carries on a day, each with the part; those of before in the school year, with the days
    [from, before) of carrying."""

    now: dict[UUID, Part]
    before: dict[UUID, list[tuple[date, date]]]

    def was_there(self, work: Work) -> bool:
        """Did the work run while the person carried its item?"""
        return any(
            (work.starts_on is None or work.starts_on < until) and (work.due_on is None or work.due_on >= since)
            for since, until in self.before.get(work.item_id, ())
        )


def carried_by(person: Person, unit: Unit, *, on: date) -> Carried:
    """What a person carries on a day and carried before it in the school year: three queries."""
    named, tenures = _named(unit), Tenures(unit, SchoolYear.on(on).first, on)
    now = _parts(person, named, Holders(unit, on, tenures))
    before: dict[UUID, list[tuple[date, date]]] = {}
    for since, until in pairwise([*tenures.days(), on]):
        for item in _parts(person, named, Holders(unit, since, tenures)):
            if item not in now:
                before.setdefault(item, []).append((since, until))
    return Carried(now, before)


def works_of_items(items: Iterable[UUID], unit: Unit) -> QuerySet[Work]:
    """The works of items, in the order of their due days."""
    return Work.objects.of(unit).filter(item__in=list(items)).select_related("item__plan")


def works_of(person: Person, unit: Unit, *, on: date) -> QuerySet[Work]:
    """The works that a person carries on a day, as lead or in support."""
    return works_of_items(items_of(person, unit, on=on), unit)
