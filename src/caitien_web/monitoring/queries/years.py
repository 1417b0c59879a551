"""A plan across the years: how its items ended, its slice for each school year, the chain of an item."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from caitien_web.assessment.models import Weakness, WeaknessState
from caitien_web.monitoring.models import ItemEnd, ReviewResult, Work
from caitien_web.monitoring.queries.account import FINISHED
from caitien_web.plans.in_force import rows_in_force, show_in_force
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.tenancy.models import Unit


@dataclass(frozen=True, slots=True)
class YearSlice:
    """The items of a plan that a school year touches; none is worth telling."""

    school_year: str
    items: list[PlanItem]


def slices_of(plan: SchoolPlan) -> list[YearSlice]:
    """The plan cut into school years, also those in which nothing is to be done."""
    items = rows_in_force(plan, plan.items.select_related("ending"))
    years = range(plan.from_year, plan.to_year)
    return [YearSlice(f"{year}-{year + 1}", [item for item in items if _touches(item, plan, year)]) for year in years]


def _touches(item: PlanItem, plan: SchoolPlan, year: int) -> bool:
    """By the school years that its cell names, else by its days; without either it runs all the time."""
    if item.school_years:
        return f"{year}-{year + 1}" in item.school_years
    first = item.starts_on or date(plan.from_year, 9, 1)
    last = item.due_on or date(plan.to_year, 8, 31)
    return first <= date(year + 1, 8, 31) and last >= date(year, 9, 1)


def items_to_end(plan: SchoolPlan) -> list[PlanItem]:
    """The items with how they ended so far and the last judgement of a review, in the order of the plan."""
    items = rows_in_force(plan, plan.items.select_related("ending").prefetch_related("works"))
    judged = ReviewResult.everywhere.filter(item__plan=plan).exclude(effect="").order_by("review__planned_on")
    last = {result.item_id: result for result in judged}
    for item in items:
        item.judged = last.get(item.pk)  # type: ignore[attr-defined]
    return items


def open_weaknesses(unit: Unit) -> list[Weakness]:
    """What no plan has overcome: open, or not firm yet."""
    rows = Weakness.objects.of(unit).filter(state__in=(WeaknessState.OPEN, WeaknessState.KEPT))
    return list(rows.order_by("criterion", "id"))


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How the items of one plan ended: how many of how many reached their aim, in part, not at all, were carried on."""

    period: str
    items: int
    counts: Counter[str]

    @property
    def share(self) -> float:
        """The percentage of items that reached their aim."""
        return round(100 * self.counts["met"] / self.items) if self.items else 0


def outcomes_by_plan(unit: Unit, *, last: int, most: int = 6) -> list[Outcomes]:
    """The issued plans of a unit that began up to a year, the oldest first, at most so many. One query.

    An item that has not been ended counts as having reached its aim when all its works are done.
    """
    works = Work.everywhere.filter(item=OuterRef("pk"))
    rows = PlanItem.objects.of(unit).filter(removed_at=None, plan__signed_on__isnull=False, plan__from_year__lte=last)
    rows = rows.annotate(working=Exists(works), waiting=Exists(works.exclude(state__in=FINISHED)))
    found: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for *years, outcome, working, waiting in rows.values_list(
        "plan__from_year", "plan__to_year", "ending__outcome", "working", "waiting"
    ):
        found[years[0], years[1]][outcome or ("met" if working and not waiting else "open")] += 1
    chosen = sorted(found)[-most:]
    return [Outcomes(f"{key[0]} - {key[1]}", found[key].total(), found[key]) for key in chosen]


@dataclass(frozen=True, slots=True)
class Link:
    """An item in one of its years: its works, how it ended, what reviews measured."""

    item: PlanItem
    works: list[Work]
    ending: ItemEnd | None
    results: list[ReviewResult]


def chain_of(item: PlanItem, unit: Unit) -> list[Link]:
    """The item through the years, the first first: where it was carried from, and into which plans it went on."""
    rows = PlanItem.objects.of(unit).filter(removed_at=None).exclude(carried_from=None, carried_to=None)
    ties = dict(rows.values_list("pk", "carried_from"))
    keys = _connected(item.pk, ties)
    found = PlanItem.objects.of(unit).filter(pk__in=keys).select_related("plan", "ending")
    found = found.prefetch_related("works", "review_results__review").order_by("plan__from_year", "place")
    show_in_force(found)
    return [
        Link(one, list(one.works.all()), getattr(one, "ending", None), list(one.review_results.all())) for one in found
    ]


def _connected(start: UUID, ties: dict[UUID, UUID | None]) -> set[UUID]:
    """Everything before and after an item, whichever way the ties lead."""
    keys, grew = {start}, True
    while grew:
        before = {ties[key] for key in keys if ties.get(key)}
        after = {key for key, came_from in ties.items() if came_from in keys}
        grew = bool((before | after) - keys)
        keys |= {key for key in before if key} | after
    return keys
