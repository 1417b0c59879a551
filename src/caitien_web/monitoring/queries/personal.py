"""The personal plan of somebody for a school year: what one leads and helps in, when, what is to come of it, how far
it is; and all personal plans of a school in one list."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from caitien_web.monitoring.models import ItemParty, Part, Work
from caitien_web.monitoring.queries.account import FINISHED, ItemAccount
from caitien_web.monitoring.queries.assignments import works_in, years_of
from caitien_web.monitoring.queries.carriers import carried, people_of
from caitien_web.monitoring.school_year import SchoolYear
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Person
from caitien_web.schools.queries.holders import Holders
from caitien_web.schools.queries.tenures import Tenures
from caitien_web.tenancy.models import Unit


@dataclass(frozen=True, slots=True)
class PersonalItem:
    """An item that the person carries in the year, with its works there; `until`: given to somebody else from then."""

    account: ItemAccount
    part: Part
    on: date
    until: date | None = None

    @property
    def first(self) -> date | None:
        return min((work.starts_on for work in self.account.works if work.starts_on), default=None)

    @property
    def last(self) -> date | None:
        return max((work.due_on for work in self.account.works if work.due_on), default=None)

    @property
    def state(self) -> str:
        """The state in words on the day."""
        return self.account.state_words(self.on)

    @property
    def work(self) -> Work:
        """Where a link leads: the first work that is not finished, else the last."""
        works = self.account.works
        return next((work for work in works if work.state not in FINISHED), works[-1])


@dataclass(slots=True)
class PersonalPlan:
    """One person's year: items led and helped in, those given up; the plans that they are of."""

    person: Person
    unit: Unit
    year: SchoolYear
    years: list[SchoolYear]
    on: date
    plans: list[SchoolPlan]
    leads: list[PersonalItem] = field(default_factory=list)
    helps: list[PersonalItem] = field(default_factory=list)
    past: list[PersonalItem] = field(default_factory=list)

    def rows(self) -> list[PersonalItem]:
        return [*self.leads, *self.helps, *self.past]


def personal_plan(
    person: Person, unit: Unit, *, today: date, asked: str = "", plan: SchoolPlan | None = None
) -> PersonalPlan:
    """The personal plan for a year ("2026-2027", else that of the day), of one plan only where asked. Five queries."""
    plans = list(SchoolPlan.objects.of(unit).filter(signed_on__isnull=False))
    year, years = years_of(plans, asked, today)
    on = year.nearest(today)
    touched = [one for one in plans if one.from_year <= year.start < one.to_year and plan in (None, one)]
    items = _items(works_in(year, unit, touched))
    parties = [party for one in items for party in one.item.parties.all()]
    mine = carried(person, parties, Tenures(unit, year.first, on))
    found = PersonalPlan(person, unit, year, years, on, touched)
    for one in items:
        if part := mine.now.get(one.item.pk):
            (found.leads if part == Part.LEAD else found.helps).append(PersonalItem(one, part, on))
        elif before := mine.before.get(one.item.pk):
            part, _, until = before[-1]
            works = [work for work in one.works if mine.was_there(work)]
            if works:
                one.works[:] = works
                found.past.append(PersonalItem(one, part, on, until))
    return found


def _items(works: Iterable[Work]) -> list[ItemAccount]:
    found: dict[object, ItemAccount] = {}
    for work in works:
        if work.item_id not in found:
            ending = getattr(work.item, "ending", None)
            found[work.item_id] = ItemAccount(work.item, [], [], None, ending, 0, 0)
        found[work.item_id].works.append(work)
    return list(found.values())


@dataclass(slots=True)
class PersonalCount:
    """How many items somebody leads and helps in, how many of the led are finished, how many works are late."""

    person: Person
    leads: int = 0
    helps: int = 0
    done: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class PersonalPlans:
    """All people of a school on a day with what they carry; those who carry nothing stand at the end."""

    year: SchoolYear
    years: list[SchoolYear]
    on: date
    counts: list[PersonalCount]


def personal_plans(unit: Unit, *, today: date, asked: str = "") -> PersonalPlans:
    """The list of a year's personal plans. Five queries, whatever the number of people and items."""
    plans = list(SchoolPlan.objects.of(unit).filter(signed_on__isnull=False))
    year, years = years_of(plans, asked, today)
    on = year.nearest(today)
    touched = [one for one in plans if one.from_year <= year.start < one.to_year]
    tenures = Tenures(unit, on, on)
    holders = Holders(unit, on, tenures)
    counts = {one.pk: PersonalCount(one) for one in tenures.people if one.left_on is None or one.left_on > on}
    for one in _items(works_in(year, unit, touched)):
        _count(one, list(one.item.parties.all()), holders, on, counts)
    rows = sorted(counts.values(), key=lambda one: (-(one.leads > 0), -(one.helps > 0), one.person.folded))
    return PersonalPlans(year, years, on, rows)


def _count(
    one: ItemAccount, parties: list[ItemParty], holders: Holders, on: date, counts: dict[UUID, PersonalCount]
) -> None:
    leading = people_of(parties, holders, on, Part.LEAD)
    done, late = all(work.state in FINISHED for work in one.works), len(one.late(on))
    for person in people_of(parties, holders, on):
        count = counts.get(person.pk)
        if count is None:
            continue
        count.late += late
        if person in leading:
            count.leads += 1
            count.done += done
        else:
            count.helps += 1
