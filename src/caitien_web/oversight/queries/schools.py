"""The schools below an authority with their plan of a school year: filtered, sorted, a page at a time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from caitien.vietnamese.fold import fold
from caitien_web.oversight.models import Dimension, Rollup
from caitien_web.plans.access import FROM_SUBMISSION
from caitien_web.plans.models import PlanState, SchoolPlan
from caitien_web.tenancy.models import Unit

NO_PLAN = "khong"
OF_SUMS = ("items", "amount")  # what is kept of a school's plans of a year
SHOWN_OF_PLANS = ("unit", "from_year", "to_year", "state", "number", "error_count", "warning_count")
SORTS = {
    "ten": "folded",
    "trang-thai": "state",
    "muc": "items",
    "qua-han": "late",
    "loi": "errors",
    "kinh-phi": "amount",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which schools, and in which order: a key of SORTS, with "-" before it the other way round."""

    words: str = ""
    level: str = ""
    state: str = ""  # a step, or NO_PLAN
    place: str = ""  # the slug of a unit below
    sort: str = "ten"


@dataclass(frozen=True, slots=True)
class PlanNow:
    """A plan of a school in the year, of those that the authority may see."""

    period: str
    words: str
    state: PlanState
    number: str


@dataclass(slots=True)
class SchoolLine:
    """A school with its plans of the year, the one that began last first: mostly one, none, or one of several years
    beside one of this year. The figures are those of all of them."""

    unit: Unit
    plans: list[PlanNow]
    items: int
    errors: int
    warnings: int
    amount: int
    late: int = 0


@dataclass(frozen=True, slots=True)
class Schools:
    """The schools asked for, each once, for a paginator to count and cut.

    `counted` has no more than counting needs, `cut` no more than the order: a page is cut from it, and what is shown is
    read for the schools of the page only.
    """

    rows: QuerySet[Any]
    counted: QuerySet[Any]
    cut: QuerySet[Any]

    def count(self) -> int:
        return self.counted.count()

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: Any) -> Any:
        return self.rows.filter(pk__in=list(self.cut[part]))


def schools_at(authority: Unit, year: int, asked: Asked, *, on: date) -> Schools:
    """The schools at and below an authority; `lines_of` makes lines of the rows."""
    found = _below(authority, asked)
    if asked.state:
        plans = _plans(year).filter(unit=OuterRef("pk"))
        found = found.filter(~Exists(plans) if asked.state == NO_PLAN else Exists(plans.filter(state=asked.state)))
    rows = _with_sums(found, year)
    cut = rows if _key(asked.sort) in OF_SUMS else found
    shown = ("name", "slug", "level", "kind", "path", "parent")
    return Schools(
        rows=_sorted(rows.only(*shown), asked.sort, year, on),
        counted=found,
        cut=_sorted(cut, asked.sort, year, on).values_list("pk", flat=True),
    )


def _with_sums(found: QuerySet[Any], year: int) -> QuerySet[Any]:
    whole = Q(rollups__from_year=year, rollups__dimension=Dimension.PLAN)
    joined = found.alias(sums=FilteredRelation("rollups", condition=whole))
    return joined.annotate(**{key: F(f"sums__{key}") for key in OF_SUMS})


def _plans(year: int) -> QuerySet[Any]:
    """The plans of a school year that authorities may see, those that began last first."""
    rows = SchoolPlan.everywhere.filter(from_year__lte=year, to_year__gt=year, state__in=FROM_SUBMISSION)
    return rows.order_by("-from_year", "to_year")


def _below(authority: Unit, asked: Asked) -> QuerySet[Any]:
    top = f"{authority.path}{asked.place}/" if asked.place else authority.path
    found = Unit.objects.filter(kind="school", closed_on=None, path__within=top)
    if asked.words:
        found = found.filter(folded__contains=fold(asked.words))
    return found.filter(level=asked.level) if asked.level else found


def _sorted(found: QuerySet[Any], sort: str, year: int, on: date) -> QuerySet[Any]:
    key = _key(sort)
    if key in OF_OTHER_TABLES:
        found = found.annotate(**{key: OF_OTHER_TABLES[key](year, on)})
    way = F(key).desc(nulls_last=True) if sort.startswith("-") else F(key).asc(nulls_last=True)
    return found.order_by(way, "folded", "pk")


def _key(sort: str) -> str:
    return SORTS.get(sort.removeprefix("-"), "folded")


def _state(year: int, on: date) -> Any:
    return Subquery(_plans(year).filter(unit=OuterRef("pk")).values("state")[:1])


def _errors(year: int, on: date) -> Any:
    plans = _plans(year).filter(unit=OuterRef("pk")).order_by().values("unit")
    return Subquery(plans.annotate(n=Sum("error_count")).values("n"))


def _late(year: int, on: date) -> Any:
    due = _due(year, on).filter(unit=OuterRef("pk")).order_by().values("unit")
    return Coalesce(Subquery(due.annotate(n=Sum(F("items") - F("done"))).values("n")), 0)


OF_OTHER_TABLES = {"state": _state, "errors": _errors, "late": _late}


def _due(year: int, on: date) -> QuerySet[Any]:
    return Rollup.everywhere.filter(from_year=year, dimension=Dimension.DUE, key__lt=on.isoformat())


def lines_of(rows: Sequence[Any], year: int, *, on: date) -> list[SchoolLine]:
    """Lines of the rows of a page, with the plans and what is late at each: two queries."""
    keys = [row.pk for row in rows]
    late = _due(year, on).filter(unit__in=keys).order_by().values_list("unit")
    overdue = dict(late.annotate(n=Sum(F("items") - F("done"))))
    plans: dict[Any, list[SchoolPlan]] = defaultdict(list)
    for plan in _plans(year).filter(unit__in=keys).only(*SHOWN_OF_PLANS):
        plans[plan.unit_id].append(plan)
    return [
        SchoolLine(
            unit=row,
            plans=[PlanNow(plan.slug, plan.period_words, PlanState(plan.state), plan.number) for plan in plans[row.pk]],
            items=row.items or 0,
            errors=sum(plan.error_count for plan in plans[row.pk]),
            warnings=sum(plan.warning_count for plan in plans[row.pk]),
            amount=row.amount or 0,
            late=overdue.get(row.pk, 0),
        )
        for row in rows
    ]
