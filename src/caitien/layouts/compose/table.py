"""The plan's main table, laid by its form."""

from collections.abc import Iterator

from caitien.blocks import Cell, Row, Table
from caitien.layouts.columns import PLAN_COLUMNS, Column
from caitien.layouts.compose.cells import cell_text
from caitien.layouts.compose.standards import standard_of, standards
from caitien.layouts.compose.widths import fitted
from caitien.layouts.forms import Form
from caitien.plan import Item, Plan


def plan_table(plan: Plan, form: Form) -> Table:
    """The table with its heading rows, bands of standards where the form has them, and a row for each item."""
    if "standard_criterion" in form.fields:
        rows = list(_rows_under_standards(plan, form))
    elif "standard" in form.fields:
        rows = list(_rows_with_standards(plan, form))
    else:
        rows = [_item_row(item, form, number) for number, item in enumerate(plan.items, 1)]
    heads = [heading_row([_heading(form, name) for name in form.fields])]
    if form.id.startswith("tt57"):
        heads.append(heading_row([f"({number})" for number in range(1, len(form.fields) + 1)]))
    return Table((*heads, *rows), widths=fitted(form.widths, rows), landscape=True)


def heading_row(texts: list[str]) -> Row:
    return Row(tuple(Cell(text, column, bold=True) for column, text in enumerate(texts)), is_header=True)


def first_heading(columns: tuple[Column, ...], field: str) -> str:
    return next(column.headings[0] for column in columns if column.field == field)


def _heading(form: Form, field: str) -> str:
    return form.headings.get(field) or first_heading(PLAN_COLUMNS, field)


def _rows_under_standards(plan: Plan, form: Form) -> Iterator[Row]:
    """A band for the levels, one for each standard, its items or "Không có" below it; TT counts the standards."""
    yield _band("MỨC 1, 2, 3", form, number="")
    # What names no standard stands above the first one, where it cannot be taken for a part of it.
    yield from (_item_row(item, form) for item in plan.items if standard_of(item) is None)
    for number, name in standards(plan):
        yield _band(name, form, number=str(number))
        mine = [item for item in plan.items if standard_of(item) == number]
        # So does what names no criterion, within its standard.
        for item in sorted(mine, key=lambda item: bool(item.criterion)):
            yield _item_row(item, form)
        if not mine:
            yield _nothing_row(form)


def _band(text: str, form: Form, *, number: str) -> Row:
    width = len(form.fields)
    if not number or form.fields[0] != "row_number":
        return Row((Cell(text, 0, width, bold=True),), is_band=True)
    return Row((Cell(number, 0, bold=True), Cell(text, 1, width - 1, bold=True)), is_band=True)


def _nothing_row(form: Form) -> Row:
    named = form.fields.index("standard_criterion")
    return Row(tuple(Cell("Không có" if at == named else "", at) for at in range(len(form.fields))))


def _rows_with_standards(plan: Plan, form: Form) -> Iterator[Row]:
    """A row for each item with its standard: by its full name once, by its number afterwards."""
    names, before = dict(standards(plan)), None
    for item in plan.items:
        number = standard_of(item)
        told = "" if number is None else names[number] if number != before else f"Tiêu chuẩn {number}"
        texts = [told if name == "standard" else cell_text(item, name, form.fields) for name in form.fields]
        yield Row(tuple(Cell(text, column) for column, text in enumerate(texts)))
        before = number


def _item_row(item: Item, form: Form, number: int | None = None) -> Row:
    counted = str(number) if number else ""
    texts = [counted if name == "row_number" else cell_text(item, name, form.fields) for name in form.fields]
    return Row(tuple(Cell(text, column) for column, text in enumerate(texts)))
