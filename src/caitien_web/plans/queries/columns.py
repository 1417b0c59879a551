"""The columns of the editor: those of the plan's own form, with the cells that the form prints inside another one."""

from dataclasses import dataclass
from functools import cache

from caitien.layouts.columns import PLAN_COLUMNS
from caitien.layouts.compose.choose import chosen_form
from caitien.layouts.forms import Form, form_by_id
from caitien_web.plans.convert import to_plan
from caitien_web.plans.models import ITEM_TEXTS, PlanItem, SchoolPlan

# Which list helps to fill a cell (queries.choices), by the cell.
LISTS = {
    "criterion": "criteria",
    "owner_text": "owners",
    "time_text": "periods",
    "budget_text": "money",
    "funding_source": "sources",
    "progress": "progress",
}
NARROW = 10.0  # millimetres of the column of criteria where the form has none


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: `field` is the cell of a row that it edits, "" where nothing can be written (numbers, standards)."""

    name: str
    field: str
    heading: str
    share: int
    list: str = ""
    on_paper: bool = True

    @property
    def is_number(self) -> bool:
        return self.name == "row_number"


def form_of_plan(plan: SchoolPlan) -> Form:
    """The official form the plan is written in: its own, else the one of its edition."""
    return form_by_id(plan.form) or chosen_form(to_plan(plan, ()), None)


def columns_of(form: Form) -> tuple[GridColumn, ...]:
    """The editor's columns in the order of the form, their shares of the width in per cent."""
    return _columns_of(form.id)


@cache
def _columns_of(form_id: str) -> tuple[GridColumn, ...]:
    form = form_by_id(form_id)
    assert form is not None
    widths = dict(zip(form.fields, form.widths, strict=True))
    names = list(form.fields)
    if "standard_criterion" in widths:
        names.insert(names.index("standard_criterion") + 1, "weakness")
        widths["weakness"] = widths["standard_criterion"] * 0.8
    elif "criterion" not in widths:
        names.insert(1, "criterion")
        widths["criterion"] = NARROW * 1.8
    whole = sum(widths.values())
    return tuple(_column(form, name, round(100 * widths[name] / whole)) for name in names)


def _column(form: Form, name: str, share: int) -> GridColumn:
    field = {"row_number": "", "standard": "", "standard_criterion": "criterion"}.get(name, name)
    heading = heading_of(form, name)
    return GridColumn(name, field, heading, share, LISTS.get(field, ""), name in form.fields)


def heading_of(form: Form, name: str) -> str:
    """The heading of a field in the form, else the first that the library knows."""
    return form.headings.get(name) or next(column.headings[0] for column in PLAN_COLUMNS if column.field == name)


def fields_beside(form: Form) -> tuple[str, ...]:
    """The cells that the form has no column for: offered on a row's own page."""
    shown = {column.field for column in columns_of(form)}
    return tuple(field for field in ITEM_TEXTS if field not in shown and field != "criterion_title")


def label_of(field: str) -> str:
    """What a cell is called apart from any form: "giải pháp"."""
    return str(getattr(PlanItem._meta.get_field(field), "verbose_name", field)) if field in ITEM_TEXTS else "mục"
