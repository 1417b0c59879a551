"""The table block of a read table: heads, bands, one row per item, each cell with its place."""

import re

from caitien.blocks import Cell, Row, Table
from caitien.findings import Position

from .cells import Span, TableWords
from .decode import FoundRow
from .heads import Heads
from .prose import join_lines
from .reading import ReadTable

_BULLET = re.compile(r"^[-–+*•▪·]\s*[^\s\d]")


def build_table(read: ReadTable, heads: Heads, head_lines: tuple[int, ...]) -> Table:
    """Rows with a cell per filled column; `head_lines` are the line numbers of the headings."""
    rows = [_head_row(heads, head_lines)]
    for number, row in enumerate(read.rows, start=2):
        rows.append(_row(read, row, number))
    return Table(tuple(rows), position=Position(line=head_lines[0]), ragged=False)


def _head_row(heads: Heads, head_lines: tuple[int, ...]) -> Row:
    cells = [
        Cell(text, column, bold=True, position=Position(line=line, row=1, column=column + 1))
        for column, (text, line) in enumerate(zip(heads.texts, head_lines, strict=True))
    ]
    return Row(tuple(cells), is_header=True)


def _row(read: ReadTable, row: FoundRow, number: int) -> Row:
    columns = len(read.profiles)
    if row.band:
        spans = row.cells[0]
        return Row(
            (
                Cell(
                    join_lines(read.table.printed(spans)),
                    0,
                    width=columns,
                    position=place(read.table, spans, number, 0),
                ),
            )
        )
    cells = []
    for column in range(columns):
        spans = row.cells.get(column, ())
        text = cell_text(read.table, spans, read.profiles[column].lists) if spans else ""
        position = place(read.table, spans, number, column) if spans else Position(row=number, column=column + 1)
        cells.append(Cell(text, column, position=position))
    return Row(tuple(cells))


def place(table: TableWords, spans: tuple[Span, ...], row: int, column: int) -> Position:
    """The cell's first line."""
    return Position(line=table.lines[table.line_of[spans[0][0]]].number, row=row, column=column + 1)


def cell_text(table: TableWords, spans: tuple[Span, ...], lists: bool) -> str:
    """Lines joined by blanks; in columns with lists a line with a dash opens a paragraph."""
    paragraphs: list[list[str]] = [[]]
    for line in table.printed(spans):
        if lists and paragraphs[-1] and _BULLET.match(line):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return "\n".join(join_lines(lines) for lines in paragraphs)
