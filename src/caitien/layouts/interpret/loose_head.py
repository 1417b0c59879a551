"""The head of a plan table whose headings are mostly unknown: told by what stands below it."""

from collections.abc import Iterator

from caitien.blocks import Cell, Row, Table
from caitien.layouts.columns import PLAN_COLUMNS, assign
from caitien.layouts.interpret.codes import find_code
from caitien.layouts.interpret.grid import NEEDED, Head, find_head
from caitien.layouts.interpret.guess import guess_fields
from caitien.vietnamese.money import is_money_expression
from caitien.vietnamese.periods import is_time_expression

_FIRST_ROWS = 4
_FEWEST = 4  # columns that must be understood in the end
# A plan says of each work what it is about or when, and who does it.
_ABOUT = {"criterion", "standard_criterion", "criterion_title", "time_text", "start_text", "end_text"}
_WHO = {"owner_text", "lead_text"}


def find_any_head(table: Table) -> Head | None:
    """The head by its headings; where these are unknown, the first row of short texts above a plan's cells."""
    return find_head(table) or next(_loose_heads(table), None)


def _loose_heads(table: Table) -> Iterator[Head]:
    for index, row in enumerate(table.rows[:_FIRST_ROWS]):
        if table.width < _FEWEST or not _looks_like_headings(row, table.width) or index + 1 == len(table.rows):
            continue
        texts = [""] * table.width
        for cell in row.cells:
            texts[cell.column] = cell.text
        fields = tuple(match.field if match else None for match in assign(tuple(texts), PLAN_COLUMNS))
        known = {name for name in guess_fields(fields, texts, table.rows[index + 1 :]) if name}
        if len(known) >= _FEWEST and known & _ABOUT and known & _WHO and known & NEEDED["plan"]:
            yield Head("plan", fields, tuple(texts), index + 1)


def _looks_like_headings(row: Row, width: int) -> bool:
    filled = [cell for cell in row.cells if cell.text.strip()]
    return len(filled) >= max(_FEWEST, 0.7 * width) and all(map(_is_heading_like, filled))


def _is_heading_like(cell: Cell) -> bool:
    text = cell.text.strip()
    if len(text) > 80 or len(text.split()) > 14 or find_code(text):
        return False
    return not (is_time_expression(text) or is_money_expression(text) or text.endswith((".", ";")))
