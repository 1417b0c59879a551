"""The figures are kept: in the transaction of a change, or all of them anew; both give the same."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import Sum

from caitien_web.oversight.figures import COLUMNS, Figures, Sums, figures_of
from caitien_web.oversight.models import Dimension, Rollup
from caitien_web.plans.access import FROM_SUBMISSION
from caitien_web.plans.models import SchoolPlan
from caitien_web.tenancy.models import Unit, UnitKind

ADDED_UP = (
    UnitKind.COMMUNE,
    UnitKind.PROVINCE,
)  # the figures of the ministry are those of its provinces, added when asked
OWNERS = 50  # the most frequent owners of an authority are kept
CHUNK = 500
OF_DRAFTS = ("plans.plan.started", "plans.plan.edited")  # what an authority does not see yet
BROUGHT_IN = "record.record.imported"  # a whole school came in at once
TREE_CHANGES = ("schools.unit.moved", "schools.unit.merged", "schools.unit.closed")


@transaction.atomic
def refresh(school: Unit, years: Iterable[int] | None = None) -> None:
    """Count a school's plans anew for `years` (all), and add up the authorities above it.

    The authorities are held until the end of the transaction: two schools that change at once are both counted.
    """
    above = school.ancestor_paths()[:-1]
    authorities = Unit.objects.select_for_update(no_key=True).filter(path__in=above, kind__in=ADDED_UP)
    upwards = sorted(authorities, key=lambda unit: -len(unit.path))
    plans = SchoolPlan.objects.of(school).filter(state__in=FROM_SUBMISSION).defer("parts", "folded")
    counted = figures_of(list(plans))
    kept = Rollup.objects.of(school).order_by().values_list("from_year", flat=True).distinct()
    for year in sorted({*kept, *(year for _, year in counted)} if years is None else set(years)):
        differs = _keep(school, year, counted.get((school.pk, year), {}))
        for authority in upwards:
            differs = differs and add_up(authority, year)


def add_up(authority: Unit, year: int) -> bool:
    """Make an authority's figures those of all directly below it; whether they were others before."""
    below = Rollup.everywhere.filter(unit__parent=authority, from_year=year).order_by()
    rows = below.values_list("dimension", "key").annotate(*(Sum(column) for column in COLUMNS))
    return _keep(authority, year, _most({(dimension, key): Sums(*sums) for dimension, key, *sums in rows}))


def _most(figures: Figures) -> Figures:
    owners = [at for at in figures if at[0] == Dimension.OWNER]
    owners.sort(key=lambda at: (-figures[at].items, at[1]))
    dropped = set(owners[OWNERS:])
    return {at: sums for at, sums in figures.items() if at not in dropped}


def _keep(unit: Unit, year: int, wanted: Figures) -> bool:
    """Write what differs from what is kept, and no more; whether anything did."""
    kept = {(row.dimension, row.key): row for row in Rollup.objects.of(unit).filter(from_year=year)}
    gone = [row.pk for at, row in kept.items() if at not in wanted]
    written = [_row(unit.pk, year, at, sums) for at, sums in wanted.items() if _differs(kept.get(at), sums)]
    if gone:
        Rollup.objects.of(unit).filter(pk__in=gone).delete()
    if written:
        at = ("unit", "from_year", "dimension", "key")
        Rollup.everywhere.bulk_create(written, update_conflicts=True, unique_fields=at, update_fields=COLUMNS)
    return bool(gone or written)


def _differs(row: Rollup | None, sums: Sums) -> bool:
    return row is None or any(getattr(row, column) != getattr(sums, column) for column in COLUMNS)


def _row(unit_id: Any, year: int, at: tuple[str, str], sums: Sums) -> Rollup:
    told = {column: getattr(sums, column) for column in COLUMNS}
    return Rollup(unit_id=unit_id, from_year=year, dimension=at[0], key=at[1], **told)


@transaction.atomic
def rebuild() -> int:
    """Count all schools and add up all authorities anew; gives the number of figures."""
    Rollup.everywhere.all().delete()
    plans = SchoolPlan.everywhere.filter(state__in=FROM_SUBMISSION).defer("parts", "folded").order_by("unit_id")
    for some in _whole_units(plans.iterator(chunk_size=CHUNK)):
        counted = figures_of(some)
        rows = (_row(unit, year, at, sums) for (unit, year), figures in counted.items() for at, sums in figures.items())
        Rollup.everywhere.bulk_create(rows, batch_size=2000)
    for kind in ADDED_UP:
        for authority in Unit.objects.filter(kind=kind).iterator():
            years = Rollup.everywhere.filter(unit__parent=authority).order_by().values_list("from_year", flat=True)
            for year in years.distinct():
                add_up(authority, year)
    return Rollup.everywhere.count()


def _whole_units(plans: Iterable[SchoolPlan]) -> Iterator[list[SchoolPlan]]:
    """The plans in portions; those of one unit stay together."""
    some: list[SchoolPlan] = []
    for plan in plans:
        if len(some) >= CHUNK and plan.unit_id != some[-1].unit_id:
            yield some
            some = []
        some.append(plan)
    if some:
        yield some


def listen(*, entry: Any, subject: Any, **_: Any) -> None:
    """What was recorded of plans, of their carrying out or of the tree of units changes figures."""
    of_plan = entry.action.startswith("plans.plan.")
    if entry.action in TREE_CHANGES:
        return _tree_changed(entry.unit)
    if entry.action == BROUGHT_IN:
        return refresh(entry.unit)
    if entry.action in OF_DRAFTS or not (of_plan or entry.action.startswith("monitoring.")):
        return None
    plan = _plan_of(subject)
    if plan is None or not entry.unit.is_school:
        return None
    return refresh(entry.unit, None if of_plan else range(plan.from_year, plan.to_year))


def _tree_changed(unit: Unit) -> None:
    """A unit was moved, merged or closed: add up everything above and below it, and what it may have left."""
    root = Unit.objects.get(path=unit.ancestor_paths()[0])
    for kind in ADDED_UP:
        for authority in Unit.objects.filter(path__within=root.path, kind=kind):
            years = Rollup.everywhere.filter(unit__parent=authority).values_list("from_year", flat=True)
            own = Rollup.objects.of(authority).values_list("from_year", flat=True)
            for year in {*years.order_by().distinct(), *own.order_by().distinct()}:
                add_up(authority, year)


def _plan_of(subject: Any) -> SchoolPlan | None:
    for _ in range(4):
        if subject is None or isinstance(subject, SchoolPlan):
            return subject
        ways = (name for name in ("plan", "item", "work", "round") if hasattr(subject, name))
        subject = getattr(subject, next(ways, ""), None)
    return None


__all__ = ["add_up", "listen", "rebuild", "refresh"]
