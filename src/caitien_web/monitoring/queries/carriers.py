"""Who carries a work out and why, and which works a person carries."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from django.db.models import QuerySet

from caitien_web.monitoring.models import ItemParty, Part, Work
from caitien_web.monitoring.school_year import SchoolYear
from caitien_web.plans.models import PlanState
from caitien_web.schools.models import Person
from caitien_web.schools.queries.holders import Holders, Holding, Source, holders_by_day
from caitien_web.schools.queries.tenures import Tenures
from caitien_web.tenancy.models import Unit
from caitien_web.ui.vn import day

RUNNING = (PlanState.ISSUED, PlanState.UNDER_WAY, PlanState.ADJUSTED)


def in_force(parties: Iterable[ItemParty], on: date) -> list[ItemParty]:
    """The parties of one item on a day: those of the plan, without those in whose place somebody was put in charge, and
    the persons put in charge directly."""
    there = [party for party in parties if party.holds_on(on)]
    stood_for = {(one.part, one.folded) for one in there if one.person_id and one.folded}
    return [one for one in there if one.person_id or (one.part, one.folded) not in stood_for]


def carriers_of(parties: Iterable[ItemParty], holders: Holders, on: date) -> list[tuple[ItemParty, list[Holding]]]:
    """The parties of one item on a day, each with the persons meant and the reason; who was put in charge wins."""
    return [(party, _meant(party, holders)) for party in in_force(parties, on)]


def _meant(party: ItemParty, holders: Holders) -> list[Holding]:
    if party.person is None:
        return holders.holdings(party.party)
    since = f" từ {day(party.since)}" if party.since else ""
    return [Holding(party.person, Source.DIRECT, f"giao đích danh{since}")]


def people_of(parties: Iterable[ItemParty], holders: Holders, on: date, part: Part | None = None) -> list[Person]:
    """The persons who carry one item on a day, each once; only those who lead, or help, where asked."""
    found = (
        one.person
        for party, holdings in carriers_of(parties, holders, on)
        if part in (None, party.part)
        for one in holdings
    )
    return list(dict.fromkeys(found))


def carries_out(person: Person | None, work: Work, *, on: date) -> bool:
    """Does the person lead the work or help in it on a day?"""
    if person is None:
        return False
    parties = work.item.parties.select_related("person")
    return person in people_of(parties, Holders(work.item.plan.unit, on), on)


def has_carried_out(person: Person | None, work: Work, *, on: date) -> bool:
    """Did the person lead the work or help in it on any day from its beginning (of the school year) to this one?"""
    if person is None:
        return False
    return person in all_carriers(list(work.item.parties.select_related("person")), span_of(work, on=on))


def span_of(work: Work, *, on: date) -> Tenures:
    """The people of the work's school from its beginning (of the school year) to a day: two queries."""
    return Tenures(work.item.plan.unit, min(work.starts_on or SchoolYear.on(on).first, on), on)


def all_carriers(parties: Collection[ItemParty], tenures: Tenures) -> set[Person]:
    """All who led an item of these parties, or helped in it, on any day of the tenures."""
    days = _days(tenures, parties)
    return {person for one, holders in holders_by_day(tenures, days) for person in people_of(parties, holders, one)}


def items_of(person: Person, unit: Unit, *, on: date) -> dict[UUID, Part]:
    """The items of the unit's running plans that a person carries on a day, each with the part: three queries."""
    return _parts(person, by_item(_parties(unit)), Holders(unit, on), on)


def _parties(unit: Unit) -> list[ItemParty]:
    rows = ItemParty.objects.of(unit).filter(item__plan__state__in=RUNNING, item__removed_at=None)
    return list(rows.select_related("person").order_by("item", "part", "place"))


def by_item(parties: Iterable[ItemParty]) -> dict[UUID, list[ItemParty]]:
    """The parties of several items, item by item."""
    found: dict[UUID, list[ItemParty]] = {}
    for party in parties:
        found.setdefault(party.item_id, []).append(party)
    return found


def _parts(person: Person, rows: dict[UUID, list[ItemParty]], holders: Holders, on: date) -> dict[UUID, Part]:
    found: dict[UUID, Part] = {}
    for item, parties in rows.items():
        for party in in_force(parties, on):
            mine = party.person_id == person.pk if party.person_id else holders.means(person, party.party)
            if mine and found.get(item) != Part.LEAD:
                found[item] = Part(party.part)
    return found


def _days(tenures: Tenures, parties: Iterable[ItemParty]) -> list[date]:
    """The days of a span on which who carries what may have changed, the first and the last among them."""
    found = {*tenures.days(), tenures.last}
    found |= {one for party in parties for one in (party.since, party.until) if one}
    return sorted(one for one in found if tenures.first <= one <= tenures.last)


@dataclass(slots=True)
class Carried:
    """The items that a person carries on a day, each with the part; those of before in the school year, each with the
    part and the days [from, before) of carrying."""

    now: dict[UUID, Part]
    before: dict[UUID, list[tuple[Part, date, date]]]

    def was_there(self, work: Work) -> bool:
        """Did the work run while the person carried its item?"""
        return any(
            (work.starts_on is None or work.starts_on < until) and (work.due_on is None or work.due_on >= since)
            for _, since, until in self.before.get(work.item_id, ())
        )


def carried_by(person: Person, unit: Unit, *, on: date) -> Carried:
    """What a person carries on a day in running plans, and carried before it in the school year: three queries."""
    return carried(person, _parties(unit), Tenures(unit, SchoolYear.on(on).first, on))


def carried(person: Person, parties: list[ItemParty], tenures: Tenures) -> Carried:
    """What a person carries of the items of these parties on the last day of the tenures, and carried before it."""
    rows, days = by_item(parties), _days(tenures, parties)
    parts = [(one, _parts(person, rows, holders, one)) for one, holders in holders_by_day(tenures, days)]
    now = parts[-1][1]
    before: dict[UUID, list[tuple[Part, date, date]]] = {}
    for (since, carried_then), (until, _) in pairwise(parts):
        for item, part in carried_then.items():
            if item not in now:
                before.setdefault(item, []).append((part, since, until))
    return Carried(now, before)


def works_of_items(items: Iterable[UUID], unit: Unit) -> QuerySet[Work]:
    """The works of items, in the order of their due days."""
    return Work.objects.of(unit).filter(item__in=list(items)).select_related("item__plan")


def works_of(person: Person, unit: Unit, *, on: date) -> QuerySet[Work]:
    """The works that a person carries on a day, as lead or in support."""
    return works_of_items(items_of(person, unit, on=on), unit)
