"""The schools below an authority with their plan of a school year: filtered, sorted, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, FilteredRelation, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from caitien.vietnamese.fold import fold
from caitien_web.oversight.models import Dimension, Rollup
from caitien_web.plans.access import FROM_SUBMISSION
from caitien_web.plans.models import PlanState
from caitien_web.tenancy.models import Unit

NO_PLAN = "khong"
SORTS = {
    "ten": "folded",
    "trang-thai": "state",
    "muc": "items",
    "qua-han": "late",
    "loi": "errors",
    "kinh-phi": "amount",
}
OF_SCHOOLS = ("folded", "late")  # what no plan need be looked at for
OF_SUMS = ("items", "amount")  # nor for what is kept as a sum


@dataclass(frozen=True, slots=True)
class Asked:
    """Which schools, and in which order: a key of SORTS, with "-" before it the other way round."""

    words: str = ""
    level: str = ""
    state: str = ""  # a step, or NO_PLAN
    place: str = ""  # the slug of a unit below
    sort: str = "ten"


@dataclass(slots=True)
class SchoolLine:
    """A school with its plan of the year, where it has one that the authority may see."""

    unit: Unit
    period: str
    state: str
    number: str
    items: int
    errors: int
    warnings: int
    amount: int
    late: int = 0

    @property
    def state_words(self) -> str:
        return PlanState(self.state).label if self.state else ""


@dataclass(frozen=True, slots=True)
class Schools:
    """The schools asked for, for a paginator to count and cut.

    `counted` has no more than counting needs. By name, sums or what is late, a page is cut from the schools and what is
    kept of them (`cut`), and plans are looked for at those of the page only.
    """

    rows: QuerySet[Any]
    counted: QuerySet[Any]
    cut: QuerySet[Any] | None = None

    def count(self) -> int:
        return self.counted.count()

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: Any) -> Any:
        return self.rows[part] if self.cut is None else self.rows.filter(pk__in=list(self.cut[part]))


def schools_at(authority: Unit, year: int, asked: Asked, *, on: date) -> Schools:
    """The schools at and below an authority; `lines_of` makes lines of the rows."""
    plan = Q(plans__from_year__lte=year, plans__to_year__gt=year, plans__state__in=FROM_SUBMISSION)
    whole = Q(rollups__from_year=year, rollups__dimension=Dimension.PLAN)
    found = _below(authority, asked).alias(now=FilteredRelation("plans", condition=plan))
    if asked.state:
        found = found.filter(now__state=None if asked.state == NO_PLAN else asked.state)
    counted: QuerySet[Any] = found.annotate(state=F("now__state")).values_list("pk", "state")
    cut = None
    key = SORTS.get(asked.sort.removeprefix("-"), "folded")
    if not asked.state and key in (*OF_SCHOOLS, *OF_SUMS):
        counted = plain = _below(authority, asked)
        if key in OF_SUMS:
            plain = plain.alias(sums=FilteredRelation("rollups", condition=whole)).annotate(**{key: F(f"sums__{key}")})
        cut = _sorted(plain, asked.sort, year, on).values_list("pk", flat=True)
    found = found.alias(sums=FilteredRelation("rollups", condition=whole)).annotate(
        from_year=F("now__from_year"),
        to_year=F("now__to_year"),
        state=F("now__state"),
        number=F("now__number"),
        items=F("sums__items"),
        errors=F("now__error_count"),
        warnings=F("now__warning_count"),
        amount=F("sums__amount"),
    )
    shown = ("name", "slug", "level", "kind", "path", "parent")
    return Schools(_sorted(found.only(*shown), asked.sort, year, on), counted, cut)


def _below(authority: Unit, asked: Asked) -> QuerySet[Any]:
    top = f"{authority.path}{asked.place}/" if asked.place else authority.path
    found = Unit.objects.filter(kind="school", closed_on=None, path__within=top)
    if asked.words:
        found = found.filter(folded__contains=fold(asked.words))
    return found.filter(level=asked.level) if asked.level else found


def _sorted(found: QuerySet[Any], sort: str, year: int, on: date) -> QuerySet[Any]:
    name = sort.removeprefix("-")
    key = SORTS.get(name, "folded")
    if key == "late":
        late = (
            _due(year, on).filter(unit=OuterRef("pk")).order_by().values("unit").annotate(n=Sum(F("items") - F("done")))
        )
        found = found.annotate(late=Coalesce(Subquery(late.values("n")), 0))
    way = F(key).desc(nulls_last=True) if sort.startswith("-") else F(key).asc(nulls_last=True)
    return found.order_by(way, "folded", "pk")


def _due(year: int, on: date) -> QuerySet[Any]:
    return Rollup.everywhere.filter(from_year=year, dimension=Dimension.DUE, key__lt=on.isoformat())


def lines_of(rows: Sequence[Any], year: int, *, on: date) -> list[SchoolLine]:
    """Lines of the rows of a page, with what is late at each: one query."""
    late = _due(year, on).filter(unit__in=[row.pk for row in rows]).order_by().values_list("unit")
    overdue = dict(late.annotate(n=Sum(F("items") - F("done"))))
    return [
        SchoolLine(
            unit=row,
            period=f"{row.from_year}-{row.to_year}" if row.state else "",
            state=row.state or "",
            number=row.number or "",
            items=row.items or 0,
            errors=row.errors or 0,
            warnings=row.warnings or 0,
            amount=row.amount or 0,
            late=overdue.get(row.pk, 0),
        )
        for row in rows
    ]
