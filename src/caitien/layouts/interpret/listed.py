"""Items that stand in no table of their own row: a small table for each, or paragraphs with labels.

Both are turned into a table with a head and one row, and then read like any other.
"""

from collections.abc import Iterator, Sequence

from caitien.blocks import Cell, Row, Table
from caitien.layouts.columns import match_heading
from caitien.layouts.interpret.codes import find_code
from caitien.layouts.interpret.grid import FEWEST, NEEDED
from caitien.layouts.interpret.lines import Line

_LABELS = 3  # that a criterion's paragraphs must have at least


def turned(table: Table) -> Table | None:
    """A table with the headings in its first column and the values in its second, as head and row; None for others."""
    pairs = [row.cells for row in table.rows if len(row.cells) == 2]
    if table.width != 2 or len(pairs) < FEWEST["plan"]:
        return None
    fields = {match.field for label, _ in pairs if (match := match_heading(label.text.strip(" :")))}
    if len(fields) < FEWEST["plan"] or not fields & NEEDED["plan"]:
        return None
    return _one_row([(label.text, value) for label, value in pairs], table)


def listed_items(lines: Sequence[Line]) -> Iterator[Table]:
    """A table of one row for each criterion whose work is told in labelled paragraphs ("Biện pháp: …")."""
    criterion: Line | None = None
    pairs: list[tuple[str, str]] = []
    for line in lines:
        label, _, value = line.text.partition(":")
        if find_code(line.whole):
            yield from _of_criterion(criterion, pairs)
            criterion, pairs = line, []
        elif len(label) < 60 and match_heading(label) and criterion:
            pairs.append((label, value.strip()))
        elif pairs:
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]}\n{line.whole}".strip())
    yield from _of_criterion(criterion, pairs)


def _of_criterion(criterion: Line | None, pairs: list[tuple[str, str]]) -> Iterator[Table]:
    if criterion is None or len(pairs) < _LABELS:
        return
    cells = [(label, Cell(value, 0, position=criterion.position)) for label, value in pairs]
    yield _one_row([("Tiêu chí", Cell(criterion.whole, 0, position=criterion.position)), *cells], None)


def _one_row(pairs: list[tuple[str, Cell]], table: Table | None) -> Table:
    head = Row(tuple(Cell(label, column) for column, (label, _) in enumerate(pairs)))
    row = Row(tuple(Cell(cell.text, column, position=cell.position) for column, (_, cell) in enumerate(pairs)))
    return Table((head, row), table.position if table else pairs[0][1].position)
