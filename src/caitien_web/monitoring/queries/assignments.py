"""Who fills the roles that the plans of a school year name, day by day, why, and which works hang on each role."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q

from caitien.checks.school_parties import is_outside
from caitien.vietnamese.fold import fold
from caitien_web.monitoring.models import OPEN_STATES, ItemParty, Work
from caitien_web.monitoring.queries.carriers import in_force
from caitien_web.monitoring.queries.my_work import is_late
from caitien_web.monitoring.school_year import SchoolYear
from caitien_web.plans.in_force import show_in_force
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.schools.models import RoleHolder
from caitien_web.schools.queries.holders import Holders, Holding, holders_by_day
from caitien_web.schools.queries.tenures import Tenures
from caitien_web.tenancy.models import Unit


@dataclass(slots=True, eq=False)
class HangingItem:
    """An item on which a role is named: its works in the year, how many are open and late."""

    item: PlanItem
    works: list[Work] = field(default_factory=list)
    open: int = 0
    late: int = 0

    def add(self, work: Work, on: date) -> None:
        self.works.append(work)
        self.open += work.state in OPEN_STATES
        self.late += is_late(work, on)

    @property
    def work(self) -> Work:
        """Where a link leads: the first work that is still open, else the last."""
        return next((one for one in self.works if one.state in OPEN_STATES), self.works[-1])


@dataclass(frozen=True, slots=True)
class Stretch:
    """A person fills a role for a reason, from a day (None: before the year) until before another (None: goes on)."""

    holding: Holding
    since: date | None
    until: date | None


@dataclass(slots=True)
class RoleInPlan:
    """A party as plans name it: who fills it on the day, who did before and will later, what hangs on it."""

    party: str
    now: list[Holding]
    others: list[Stretch]
    items: list[HangingItem]

    @property
    def open(self) -> int:
        return sum(one.open for one in self.items)

    @property
    def late(self) -> int:
        return sum(one.late for one in self.items)


@dataclass(slots=True)
class Assignments:
    """The roles of a school year's plans: those that nobody fills, those that somebody does, those outside."""

    year: SchoolYear
    years: list[SchoolYear]
    on: date
    empty: list[RoleInPlan] = field(default_factory=list)
    filled: list[RoleInPlan] = field(default_factory=list)
    outside: list[RoleInPlan] = field(default_factory=list)
    direct: list[tuple[ItemParty, HangingItem]] = field(default_factory=list)


def assignments_of(unit: Unit, *, asked: str, today: date) -> Assignments:
    """The page of a year ("2026-2027"; of the day's year where none or a wrong one is asked for). Five queries."""
    plans = list(SchoolPlan.objects.of(unit).filter(signed_on__isnull=False))
    year, years = years_of(plans, asked, today)
    found = Assignments(year, years, year.nearest(today))
    tenures = Tenures(unit, year.first, year.last)
    now, days = Holders(unit, found.on, tenures), list(holders_by_day(tenures, tenures.days()))
    roles, found.direct = _named(unit, plans, year, found.on)
    for party, items in roles.items():
        role = RoleInPlan(party, now.holdings(party), stretches(party, days, found.on), items)
        rows = found.filled if role.now else found.outside if is_outside(party) else found.empty
        rows.append(role)
    for rows in (found.empty, found.filled, found.outside):
        rows.sort(key=lambda role: (-role.late, -role.open, fold(role.party)))
    return found


def years_of(plans: Iterable[SchoolPlan], asked: str, today: date) -> tuple[SchoolYear, list[SchoolYear]]:
    """The year that was asked for and all that issued plans touch, the latest first."""
    starts = {start for plan in plans for start in range(plan.from_year, plan.to_year)}
    now = SchoolYear.on(today).start
    wanted = next((start for start in starts if SchoolYear(start).slug == asked), None)
    if wanted is None:
        wanted = now if now in starts or not starts else min(starts, key=lambda start: (abs(start - now), -start))
    return SchoolYear(wanted), [SchoolYear(start) for start in sorted(starts | {wanted}, reverse=True)]


def works_in(year: SchoolYear, unit: Unit, plans: Iterable[SchoolPlan]) -> list[Work]:
    """The works of the plans, as they are in force, that run in the year: in the order of the plan, with parties."""
    ids = [plan.pk for plan in plans if plan.from_year <= year.start < plan.to_year]
    stands = Q(item__removed_at=None) | Q(item__plan__adjusting=True)
    rows = Work.objects.of(unit).filter(stands, item__plan__in=ids)
    rows = rows.exclude(due_on__lt=year.first).exclude(starts_on__gt=year.last)
    rows = rows.select_related("item__plan", "item__ending").prefetch_related("item__parties__person")
    found = list(rows.order_by("item__plan", "item__place", "number"))
    show_in_force(work.item for work in found)
    return [work for work in found if work.item.removed_at is None]


def _named(
    unit: Unit, plans: Iterable[SchoolPlan], year: SchoolYear, on: date
) -> tuple[dict[str, list[HangingItem]], list[tuple[ItemParty, HangingItem]]]:
    """The parties of the year's items as first written, each with its items in the order of the plan; the persons put
    in charge directly on the day, who then stand in for a party."""
    items: dict[UUID, HangingItem] = {}
    for work in works_in(year, unit, plans):
        items.setdefault(work.item_id, HangingItem(work.item)).add(work, on)
    written: dict[str, str] = {}
    roles: dict[str, list[HangingItem]] = defaultdict(list)
    direct = []
    for hanging in items.values():
        for party in in_force(hanging.item.parties.all(), on):
            if party.person_id:
                direct.append((party, hanging))
            elif hanging not in (known := roles[written.setdefault(party.folded, party.party)]):
                known.append(hanging)
    return dict(roles), direct


def stretches(party: str, days: list[tuple[date, Holders]], on: date) -> list[Stretch]:
    """Those who filled the role for a time before the day, or will after it, in the order of time."""
    begun: dict[tuple[object, str], Stretch] = {}
    found: list[Stretch] = []
    for n, (day, holders) in enumerate(days):
        there = {(one.person.pk, one.words): one for one in holders.holdings(party)}
        for key in [key for key in begun if key not in there]:
            known = begun.pop(key)
            found.append(Stretch(known.holding, known.since, day))
        for key, one in there.items():
            begun.setdefault(key, Stretch(one, day if n else None, None))
    found += begun.values()
    return [one for one in found if (one.until and one.until <= on) or (one.since and one.since > on)]


@dataclass(frozen=True, slots=True)
class RolePage:
    """One role: who fills it today and why, who was and will be named, its items."""

    party: str
    now: list[Holding]
    named: list[RoleHolder]
    items: list[HangingItem]
    on: date


def role_page(unit: Unit, party: str, *, today: date) -> RolePage:
    """All about one role on a day. Five queries."""
    plans = list(SchoolPlan.objects.of(unit).filter(signed_on__isnull=False))
    year, _ = years_of(plans, "", today)
    named = RoleHolder.objects.of(unit).filter(folded=fold(party)).select_related("person").order_by("-since")
    roles, _ = _named(unit, plans, year, today)
    items = {fold(name): found for name, found in roles.items()}
    return RolePage(party, Holders(unit, today).holdings(party), list(named), items.get(fold(party), []), today)
