"""The figures of a unit: kept ones, added up from those below, or counted on the spot for the school's own people."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, F, FilteredRelation, Q, QuerySet, Sum

from caitien_web.oversight.figures import COLUMNS, Figures, Sums, figures_of
from caitien_web.oversight.keeping import ADDED_UP
from caitien_web.oversight.models import Dimension, Rollup
from caitien_web.plans.access import FROM_SUBMISSION
from caitien_web.plans.models import SchoolPlan
from caitien_web.tenancy.models import Unit

NOTHING = Sums()


@dataclass(slots=True)
class Told:
    """Figures by dimension and key."""

    of: Mapping[str, dict[str, Sums]] = field(default_factory=dict)

    def by(self, dimension: str) -> dict[str, Sums]:
        return self.of.get(dimension, {})

    @property
    def whole(self) -> Sums:
        return self.by(Dimension.PLAN).get("", NOTHING)

    def late(self, on: date) -> int:
        """Works that were due before the day and are not done."""
        return sum(one.items - one.done for key, one in self.by(Dimension.DUE).items() if key < on.isoformat())


def figures_at(unit: Unit, year: int, *, drafts: bool = False) -> Told:
    """All figures of a unit in a school year; with `drafts` those of a school as its own people see it."""
    if drafts:
        plans = SchoolPlan.objects.of(unit).filter(from_year__lte=year, to_year__gt=year).defer("parts", "folded")
        return _told(figures_of(list(plans)).get((unit.pk, year), {}))
    rows = _rows(unit).filter(from_year=year).order_by().values_list("dimension", "key")
    return _told({at[:2]: Sums(*at[2:]) for at in rows.annotate(*(Sum(column) for column in COLUMNS))})


def _rows(unit: Unit) -> QuerySet[Any]:
    """The rows that make up a unit's figures: its own, or those of the units directly below."""
    if unit.is_school or unit.kind in ADDED_UP:
        return Rollup.objects.of(unit)
    return Rollup.objects.within(unit).filter(unit__parent=unit)


def _told(figures: Figures) -> Told:
    found: dict[str, dict[str, Sums]] = defaultdict(dict)
    for (dimension, key), sums in figures.items():
        found[dimension][key] = sums
    return Told(found)


def years_at(unit: Unit, *, last: int, number: int = 6) -> list[tuple[int, Sums]]:
    """The whole of each school year that has any, the oldest first: how things go over the years."""
    rows = _rows(unit).filter(dimension=Dimension.PLAN, from_year__range=(last - number + 1, last)).order_by()
    summed = rows.values_list("from_year").annotate(*(Sum(column) for column in COLUMNS))
    return sorted((year, Sums(*sums)) for year, *sums in summed)


@dataclass(slots=True)
class State:
    """How many plans stand at a step, and the findings in them."""

    plans: int
    errors: int
    warnings: int


def states_at(unit: Unit, year: int) -> dict[str, State]:
    """The steps at which the plans of a school year stand, at and below a unit; drafts are not looked at."""
    plans = SchoolPlan.objects.within(unit).filter(from_year__lte=year, to_year__gt=year, state__in=FROM_SUBMISSION)
    counts = Count("pk"), Sum("error_count"), Sum("warning_count")
    rows = plans.order_by().values_list("state").annotate(*counts)
    return {state: State(*found) for state, *found in rows}


@dataclass(slots=True)
class Below:
    """A unit directly below an authority, with its figures."""

    unit: Unit
    schools: int = 0
    whole: Sums = field(default_factory=Sums)
    late: int = 0

    @property
    def without(self) -> int:
        return max(0, self.schools - self.whole.schools)


def units_below(authority: Unit, year: int, *, on: date, schools: Mapping[str, int]) -> list[Below]:
    """The communes of a province, the provinces of the ministry; `schools`: how many stand below each, by slug."""
    now = Q(rollups__from_year=year, rollups__dimension__in=(Dimension.PLAN, Dimension.DUE))
    whole = {f"{column}_sum": Sum(f"now__{column}", filter=Q(now__dimension=Dimension.PLAN)) for column in COLUMNS}
    late = Sum(F("now__items") - F("now__done"), filter=Q(now__dimension=Dimension.DUE, now__key__lt=on.isoformat()))
    units = authority.children.filter(kind__in=ADDED_UP).alias(now=FilteredRelation("rollups", condition=now))
    return [
        Below(
            unit,
            schools.get(unit.slug, 0),
            Sums(*(getattr(unit, f"{column}_sum") or 0 for column in COLUMNS)),
            unit.overdue or 0,  # type: ignore[attr-defined]
        )
        for unit in units.annotate(**whole, overdue=late).order_by("folded")
    ]


def schools_by_place(authority: Unit) -> tuple[dict[str, int], int]:
    """How many schools stand below each unit directly below an authority, by slug; and how many in all."""
    paths = Unit.objects.filter(kind="school", closed_on=None, path__within=authority.path).order_by()
    found: dict[str, int] = defaultdict(int)
    start = len(authority.path)
    for path in paths.values_list("path", flat=True):
        found[path[start:].partition("/")[0]] += 1
    return found, sum(found.values())
