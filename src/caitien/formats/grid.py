"""The true grid of a word processor's table: edges that a mouse left a little apart are one, merged cells span it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from caitien.blocks import Cell, Row, Table
from caitien.findings import Position

__all__ = ["RawCell", "RawRow", "table_of"]

TOLERANCE = 200  # twips (3.5 mm): nearer edges are one, unless a cell lies just between them


@dataclass(slots=True)
class RawCell:
    """A cell as stored: edges in twips from the left, text, and whether it goes on from the cell above.

    What stands in a cell that goes on is not shown by Word; where there is nothing above to go on from, it is.
    """

    left: int
    right: int
    text: str
    bold: bool = False
    continues: bool = False
    tables: tuple[Table, ...] = ()


@dataclass(slots=True)
class RawRow:
    cells: list[RawCell] = field(default_factory=list)
    is_header: bool = False


def table_of(rows: Sequence[RawRow], *, number: int, bordered: bool) -> Table:
    """The table with every cell at its grid column, and vertically merged cells made one. `number` counts from 1."""
    column_at = _columns([(cell.left, cell.right) for row in rows for cell in row.cells])
    grid: list[list[Cell]] = []
    open_cells: dict[int, tuple[int, int]] = {}  # grid column → where the cell that may still grow stands in `grid`
    for row_number, row in enumerate(rows, start=1):
        made: list[Cell] = []
        still_open: dict[int, tuple[int, int]] = {}
        for cell in row.cells:
            column = column_at[cell.left]
            above = open_cells.get(column) if cell.continues else None
            if above is not None:
                grown = grid[above[0]][above[1]]
                grid[above[0]][above[1]] = replace(grown, height=grown.height + 1)
                still_open[column] = above
                continue
            width = max(1, column_at[cell.right] - column)
            position = Position(table=number, row=row_number, column=column + 1)
            still_open[column] = (row_number - 1, len(made))
            made.append(Cell(cell.text, column, width, 1, cell.bold, position, cell.tables))
        grid.append(made)
        open_cells = still_open
    made_rows = (Row(tuple(cells), is_header=row.is_header) for cells, row in zip(grid, rows, strict=True))
    return Table(tuple(made_rows), Position(table=number), bordered)


def _columns(cells: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Edge → grid column, where edges within TOLERANCE of each other share one unless they bound a real cell."""
    lefts_of: dict[int, list[int]] = {}
    for left, right in cells:
        lefts_of.setdefault(right, []).append(left)
    columns: dict[int, int] = {}
    column, first = -1, 0
    for edge in sorted({edge for cell in cells for edge in cell}):
        bounds_cell = any(columns[left] == column for left in lefts_of.get(edge, ()) if left < edge)
        if column < 0 or edge - first > TOLERANCE or bounds_cell:
            column, first = column + 1, edge
        columns[edge] = column
    return columns
