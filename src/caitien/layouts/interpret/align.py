"""Rows of a text table that lost empty cells: shifted until what stands in them fits their columns."""

from caitien.blocks import Cell, Row, Table
from caitien.layouts.interpret.codes import find_code
from caitien.layouts.interpret.grid import Head
from caitien.vietnamese.money import is_money_expression
from caitien.vietnamese.parties import starts_with_role
from caitien.vietnamese.periods import is_time_expression


def aligned(table: Table, head: Head) -> Table:
    """The table with every short row moved to where its cells fit best; unchanged where the grid is sure."""
    if not table.ragged:
        return table
    width = len(head.fields)
    rows, previous = [], None
    for row in table.rows:
        row = _aligned_row(row, head, width, previous) if 2 < len(row.cells) < width else row
        previous = row
        rows.append(row)
    return Table(tuple(rows), table.position, table.bordered, ragged=False)


def _aligned_row(row: Row, head: Head, width: int, previous: Row | None) -> Row:
    shifts = range(width - len(row.cells) + 1)
    best = max(shifts, key=lambda shift: (_fit(row, head, shift, previous), -shift))
    return Row(tuple(_moved(cell, best) for cell in row.cells), row.page, row.is_header)


def _moved(cell: Cell, shift: int) -> Cell:
    return Cell(cell.text, cell.column + shift, cell.width, cell.height, cell.bold, cell.position, cell.tables)


def _fit(row: Row, head: Head, shift: int, previous: Row | None) -> float:
    """How well the row's cells fit the columns when moved by `shift`."""
    above = {cell.column: cell.text.strip() for cell in previous.cells} if previous else {}
    score = 0.0
    for cell in row.cells:
        text = cell.text.strip()
        if text:
            column = cell.column + shift
            score += _suits(text, head.fields[column]) + _continues(text, above.get(column, ""))
    return score


def _suits(text: str, field: str | None) -> float:
    if find_code(text):
        return 5.0 if field in ("standard_criterion", "criterion") else -5.0
    if text.isdigit() and len(text) < 3:
        return 2.0 if field in ("row_number", "standard") else -3.0
    if is_time_expression(text):
        return 3.0 if field in ("time_text", "start_text", "end_text") else -3.0
    if field in ("time_text", "row_number", "standard"):
        return -2.0
    if is_money_expression(text):
        return 2.0 if field == "budget_text" else 0.0
    if field == "budget_text":
        return -1.0
    return _suits_words(text, field)


def _suits_words(text: str, field: str | None) -> float:
    short_role = starts_with_role(text) and len(text.split()) <= 12
    if field in ("owner_text", "support_conditions"):
        return 1.5 if short_role else -0.5
    return -0.5 if short_role else 0.3


def _continues(text: str, above: str) -> float:
    """A cell in lower case goes on with an unfinished cell above it."""
    if text[0].islower():
        return 1.5 if above and above[-1] not in ".;:" else -1.5
    return 0.0
