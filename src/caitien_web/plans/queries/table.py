"""The table of a plan as the page lays it: bands, rows, cells with their versions and marks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from caitien.layouts.forms import Form
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.plans.order import in_form_order, standard_of_row
from caitien_web.plans.queries.cells import newest_change, versions_of
from caitien_web.plans.queries.columns import GridColumn, columns_of, form_of_plan
from caitien_web.plans.queries.standards import standard_titles


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: `value` is what is edited, `shown` what is read where the two differ."""

    column: GridColumn
    value: str
    shown: str
    version: int
    marks: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class GridRow:
    item: PlanItem
    number: str
    cells: tuple[GridCell, ...]

    @property
    def name(self) -> str:
        """How labels call the row: "tiêu chí 1.2", else "mục 3"."""
        return f"tiêu chí {self.item.criterion}" if self.item.criterion else f"mục {self.number}"


@dataclass(frozen=True, slots=True)
class Band:
    """The rows of a standard; `title` is empty where the rows name none and nothing stands above them."""

    standard: int | None
    title: str
    rows: list[GridRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    form: Form
    columns: tuple[GridColumn, ...]
    bands: list[Band]
    now: int
    items: list[PlanItem]  # in the plan's own order, as findings count them

    @property
    def row_count(self) -> int:
        return 1 + len(self.items) + sum(bool(band.title) for band in self.bands)


def table_of(
    plan: SchoolPlan, items: list[PlanItem], marks: Mapping[tuple[str, str], tuple[Any, ...]] | None = None
) -> Table:
    """The table of the plan's rows: one query more, whatever their number. `marks`: findings by (row, cell)."""
    form, versions = form_of_plan(plan), versions_of(plan)
    columns = columns_of(form)
    bands = _empty_bands(plan, form)
    for number, item in enumerate(in_form_order(form.id, items), 1):
        row = GridRow(item, str(number), tuple(_cells(item, columns, versions, marks or {})))
        _band_for(bands, item, form, plan).rows.append(row)
    return Table(form, columns, bands, newest_change(versions), items)


def rows_of(plan: SchoolPlan) -> list[PlanItem]:
    """The rows in the plan's own order: what the library's plan holds, and what findings count by."""
    return plan.rows()


def removed_rows(plan: SchoolPlan) -> list[PlanItem]:
    """The rows that were taken out, the last one first."""
    if plan.in_force is not None:
        return []
    return list(plan.items.exclude(removed_at=None).order_by("-removed_at")[:200])


def shown_in(plan: SchoolPlan, item: PlanItem, field: str) -> str:
    """What the cell `field` of a row shows in the plan's form."""
    column = next((one for one in columns_of(form_of_plan(plan)) if one.field == field), None)
    return _shown(item, column) if column else str(getattr(item, field, ""))


def _shown(item: PlanItem, column: GridColumn) -> str:
    """A criterion with its title where the form prints it so, a standard by its number, else the text itself."""
    if column.name == "standard":
        return f"Tiêu chuẩn {standard}" if (standard := standard_of_row(item)) else ""
    value: str = getattr(item, column.field) if column.field else ""
    if column.field == "criterion" and value and column.on_paper:
        return f"Tiêu chí {value}: {item.criterion_title}" if item.criterion_title else f"Tiêu chí {value}"
    return value


def _cells(
    item: PlanItem, columns: Iterable[GridColumn], versions: Mapping[tuple[Any, str], int], marks: Mapping[Any, Any]
) -> Iterable[GridCell]:
    for column in columns:
        value = getattr(item, column.field) if column.field else ""
        version = versions.get((item.pk, column.field), 0)
        yield GridCell(column, value, _shown(item, column), version, marks.get((str(item.pk), column.field), ()))


def _empty_bands(plan: SchoolPlan, form: Form) -> list[Band]:
    """Forms that sort by standard show every standard, so that rows can be added to each."""
    if not form.id.startswith("cv5932"):
        return []
    return [Band(None, ""), *(Band(number, _title(number, plan)) for number in standard_titles(plan.edition))]


def _title(number: int | None, plan: SchoolPlan) -> str:
    if number is None:
        return ""
    title = standard_titles(plan.edition).get(number)
    return f"Tiêu chuẩn {number}: {title}" if title else f"Tiêu chuẩn {number}"


def _band_for(bands: list[Band], item: PlanItem, form: Form, plan: SchoolPlan) -> Band:
    standard = standard_of_row(item)
    if form.id.startswith("cv5932"):
        band = next((band for band in bands if band.standard == standard), None)
    else:
        band = bands[-1] if bands and bands[-1].standard == standard else None
    if band is None:
        band = Band(standard, _title(standard, plan))
        bands.append(band)
    return band
