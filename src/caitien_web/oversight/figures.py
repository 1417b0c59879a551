"""What plans amount to: counts and sums by school year and dimension, of one school or of many at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from caitien.plan import from_json
from caitien_web.monitoring.models import ENDED_STATES, Work, WorkState
from caitien_web.oversight.models import Dimension
from caitien_web.plans.days import last_day
from caitien_web.plans.models import PlanItem, PlanState, PlanVersion, SchoolPlan

CARRIED_OUT = (PlanState.ISSUED, PlanState.UNDER_WAY, PlanState.ADJUSTED)
FINISHED = (WorkState.DONE, WorkState.CONFIRMED)
SUMS = (  # key, least sum, words
    ("unknown", None, "Chưa ghi số tiền"),
    ("none", 0, "Không cần kinh phí"),
    ("small", 1, "Dưới 10 triệu đồng"),
    ("middle", 10_000_000, "Từ 10 đến dưới 100 triệu đồng"),
    ("large", 100_000_000, "Từ 100 triệu đến dưới 1 tỷ đồng"),
    ("great", 1_000_000_000, "Từ 1 tỷ đồng"),
)
KEY = 100  # letters of a key that are kept
COLUMNS = ("schools", "plans", "items", "done", "amount")


@dataclass(slots=True)
class Sums:
    """What is counted under one key."""

    schools: int = 0
    plans: int = 0
    items: int = 0
    done: int = 0
    amount: int = 0

    def add(self, items: int = 0, done: int = 0, amount: int = 0) -> None:
        self.items += items
        self.done += done
        self.amount += amount


Figures = dict[tuple[str, str], Sums]  # (dimension, key) → sums


@dataclass(slots=True)
class Line:
    """An item as the figures see it."""

    id: str
    standard: int | None
    criterion: str
    owners: Sequence[str]
    amount: int | None
    source: str
    years: Sequence[str]
    due_on: date | None


@dataclass(slots=True)
class Works:
    """The works of a plan: how many each item has and how many are done, and the same by the day they are due."""

    of_items: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    due: dict[date, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))


def figures_of(plans: Sequence[SchoolPlan]) -> dict[tuple[Any, int], Figures]:
    """{(unit's id, school year): figures} of plans: a constant number of queries, whatever their number.

    A plan under adjustment counts as it was last issued.
    """
    lines = _lines(plans)
    works = _works(plans, {line.id for plan in plans if plan.adjusting for line in lines.get(plan.pk, ())})
    found: dict[tuple[Any, int], Figures] = defaultdict(lambda: defaultdict(Sums))
    for plan in plans:
        for year in range(plan.from_year, plan.to_year):
            _count(found[plan.unit_id, year], plan, year, lines.get(plan.pk, ()), works.get(plan.pk) or Works())
    for figures in found.values():
        for sums in figures.values():
            sums.schools = 1
    return found


def _count(figures: Figures, plan: SchoolPlan, year: int, lines: Iterable[Line], works: Works) -> None:
    seen: set[tuple[str, str]] = {(Dimension.PLAN, "")}
    figures[Dimension.PLAN, ""].add()
    due = dict(works.due) if year == plan.from_year else {}
    for line in lines:
        school_year = f"{year}-{year + 1}"
        if line.years and school_year not in line.years:
            continue
        first = line.years[0] == school_year if line.years else year == plan.from_year
        amount = (line.amount or 0) if first else 0
        planned, finished = works.of_items.get(line.id, (0, 0))
        done = int(planned > 0 and planned == finished)
        for at in _places(line, plan, counts_money=first):
            seen.add(at)
            figures[at].add(1, done, amount)
        if not planned and line.due_on and first:
            due.setdefault(line.due_on, [0, 0])[0] += 1
    if plan.state in CARRIED_OUT:
        for day, (all_of_them, finished) in due.items():
            at = (Dimension.DUE, day.isoformat())
            seen.add(at)
            figures[at].add(all_of_them, finished)
    for at in seen:
        figures[at].plans += 1


def _places(line: Line, plan: SchoolPlan, *, counts_money: bool) -> Iterator[tuple[str, str]]:
    yield Dimension.PLAN, ""
    if line.standard:
        yield Dimension.STANDARD, str(line.standard)
    if line.criterion:
        yield Dimension.CRITERION, f"{line.criterion}|{plan.edition}"
    for owner in dict.fromkeys(line.owners):
        yield Dimension.OWNER, owner[:KEY]
    if counts_money:
        yield Dimension.MONEY, sum_key(line.amount)
        if line.amount:
            yield Dimension.SOURCE, " ".join(line.source.split())[:KEY]


def sum_key(amount: int | None) -> str:
    """The key of SUMS in which a sum falls."""
    if amount is None:
        return "unknown"
    return next(key for key, least, _ in reversed(SUMS) if least is not None and amount >= least)


def _lines(plans: Sequence[SchoolPlan]) -> Mapping[Any, list[Line]]:
    found: dict[Any, list[Line]] = defaultdict(list)
    rows = PlanItem.everywhere.filter(plan__in=[plan.pk for plan in plans if not plan.adjusting], removed_at=None)
    for plan_id, *values in rows.order_by().values_list(
        "plan_id", "id", "standard", "criterion", "owners", "budget_vnd", "funding_source", "school_years", "due_on"
    ):
        found[plan_id].append(Line(str(values[0]), *values[1:]))
    adjusting = [plan.pk for plan in plans if plan.adjusting]
    if adjusting:
        for version in PlanVersion.everywhere.filter(plan__in=adjusting).order_by("number"):
            found[version.plan_id] = list(_frozen(version))
    return found


def _frozen(version: PlanVersion) -> Iterator[Line]:
    ids = [*version.rows, *[""] * 1000]
    for pk, item in zip(ids, from_json(version.data).items, strict=False):
        yield Line(
            pk,
            item.standard,
            item.criterion or "",
            item.owners,
            item.budget_vnd,
            item.funding_source or "",
            item.school_years,
            last_day(item.end or ""),
        )


def _works(plans: Sequence[SchoolPlan], in_force: Set[str]) -> Mapping[Any, Works]:
    found: dict[Any, Works] = defaultdict(Works)
    standing = Q(item__removed_at=None) | Q(item__in=in_force)  # what is taken out is so from the next issue on
    rows = Work.everywhere.filter(standing, item__plan__in=[plan.pk for plan in plans])
    for plan_id, item_id, due_on, state in rows.order_by().values_list("item__plan_id", "item_id", "due_on", "state"):
        if state in ENDED_STATES:
            continue
        done = state in FINISHED
        is_open = state != WorkState.NOT_MET  # what failed is told as such, and is late no more
        due = [found[plan_id].due[due_on]] if due_on and is_open else []
        for counted in (found[plan_id].of_items[str(item_id)], *due):
            counted[0] += 1
            counted[1] += done
    return found
