"""What a column of unknown heading means, told by single words of the heading and by what stands in its cells."""

from collections.abc import Callable, Sequence

from caitien.blocks import Row
from caitien.layouts.columns import field_by_sign
from caitien.layouts.interpret.codes import find_code
from caitien.vietnamese.money import is_money_expression
from caitien.vietnamese.parties import starts_with_role
from caitien.vietnamese.periods import is_time_expression

SHARE = 0.7  # of a column's filled cells that must be of one kind
# In the order of how sure each sign is. A field is given only where the table lacks it and what it could stand in for.
_SIGNS: tuple[tuple[str, Callable[[str], bool], frozenset[str]], ...] = (
    ("standard_criterion", lambda text: find_code(text) is not None, frozenset({"criterion", "standard_criterion"})),
    ("time_text", is_time_expression, frozenset({"time_text", "start_text", "end_text"})),
    ("budget_text", is_money_expression, frozenset({"budget_text"})),
    (
        "owner_text",
        lambda text: starts_with_role(text) and len(text.split()) < 25,
        frozenset({"owner_text", "lead_text"}),
    ),
)


def guess_fields(
    fields: tuple[str | None, ...], headings: Sequence[str], body: Sequence[Row]
) -> tuple[str | None, ...]:
    """The fields with the unknown ones filled in where words of the heading or most cells of the column tell them."""
    guessed = list(fields)
    for column, name in enumerate(fields):
        if name is None and headings[column].strip():
            known = {field for field in guessed if field}
            texts = [cell.text for row in body for cell in row.cells if cell.column == column and cell.width == 1]
            by_cells = _guess([text for text in texts if text.strip()], known)
            guessed[column] = by_cells or field_by_sign(headings[column], known)
    return tuple(guessed)


def _guess(texts: list[str], known: set[str]) -> str | None:
    for name, sign, rivals in _SIGNS:
        if texts and not known & rivals and sum(map(sign, texts)) >= SHARE * len(texts):
            return name
    return None
