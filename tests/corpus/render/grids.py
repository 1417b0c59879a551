"""What several formats need of a table: every place of the grid with the box that covers it."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.compose import Box, Grid


@dataclass(frozen=True)
class Placed:
    box: Box
    row: int
    column: int


def placed(grid: Grid) -> Iterator[Placed]:
    """The boxes with the row and column at which they begin."""
    for row, boxes in enumerate(grid.rows):
        column = 0
        for box in boxes:
            if box is not None:
                yield Placed(box, row, column)
            column += box.across if box is not None else 1


def flat_rows(grid: Grid) -> list[list[str]]:
    """The texts by row and column; a merged box stands at its first place, the others are empty."""
    rows = [[""] * grid.width for _ in grid.rows]
    for place in placed(grid):
        rows[place.row][place.column] = place.box.text
    return rows
