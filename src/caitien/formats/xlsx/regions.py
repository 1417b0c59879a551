"""A sheet's grid → blocks: which rows are a table, which are lines of text above, between and below."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from caitien.blocks import Block, Cell, Paragraph, Row, Table
from caitien.findings import Position
from caitien.formats.spans import Texts
from caitien.formats.xlsx.sheet import Sheet

LEVELS = "Mức"
FEW = 2  # a table has a row with more filled cells than this


def blocks_of(sheet: Sheet, texts: Texts, *, page: int, tables_before: int) -> list[Block]:
    """The blocks of one sheet from top to bottom. `tables_before`: how many tables the sheets before it had."""
    blocks: list[Block] = []
    number = tables_before
    for kind, rows in _parts(sheet):
        if kind == "line":
            blocks += [_paragraph(sheet, row, texts, page) for row in rows]
            continue
        number += 1
        blocks.append(_table(sheet, rows, texts, Position(page=page, table=number), bordered=kind == "table"))
    return [block for block in blocks if isinstance(block, Table) or (isinstance(block, Paragraph) and block.text)]


def _parts(sheet: Sheet) -> Iterator[tuple[str, list[int]]]:
    """Runs of rows: “table”, “line” (one filled cell each), “pair” (a header block of several texts in a row)."""
    counts: dict[int, int] = {}
    for row, _ in sheet.filled:
        counts[row] = counts.get(row, 0) + 1
    ruled = {row for row, columns in sheet.ruled.items() if len(columns) >= FEW}
    by_lines = any(counts.get(row, 0) > FEW for row in ruled)
    in_table = ruled if by_lines else set(_full_rows(counts))
    rows = [row for row in range(1, sheet.last_row + 1) if row not in sheet.hidden_rows]

    def kind(row: int) -> str:
        if row in in_table:
            return "table"
        return {0: "blank", 1: "line"}.get(counts.get(row, 0), "pair")

    for name, run in groupby(rows, key=kind):
        found = list(run)
        while name == "table" and found and not counts.get(found[-1]):
            found.pop()
        if found and name != "blank":
            yield name, found


def _full_rows(counts: dict[int, int]) -> Iterator[int]:
    """Rows of tables without lines: within a run of rows without a gap, from the first full row on, up to the last row
    that has more than one text."""
    last = max(counts, default=0)
    for filled, run in groupby(range(1, last + 1), key=lambda row: row in counts):
        rows = list(run)
        full = [row for row in rows if counts.get(row, 0) > FEW]
        if filled and full:
            end = max(row for row in rows if counts[row] > 1)
            yield from (row for row in rows if full[0] <= row <= end)


def _paragraph(sheet: Sheet, row: int, texts: Texts, page: int) -> Paragraph:
    column, cell = next((column, cell) for (at, column), cell in sheet.filled.items() if at == row)
    position = Position(page=page, row=row, column=column)
    return Paragraph(texts.joined([(cell.text, cell.font)]), bold=cell.bold, position=position)


def _table(sheet: Sheet, rows: list[int], texts: Texts, position: Position, *, bordered: bool) -> Table:
    within = set(rows)
    used = [column for row, column in sheet.filled if row in within]
    used += [column + span[1] - 1 for (row, column), span in sheet.merged.items() if row in within]
    first, last = min(used), max(used)
    made = []
    for row in rows:
        cells = [
            _cell(sheet, (row, column), rows, first, texts, position)
            for column in range(first, last + 1)
            if (row, column) not in sheet.covered
        ]
        made.append(Row(tuple(cells), page=position.page))
    return Table(tuple(made), position, bordered)


def _cell(sheet: Sheet, at: tuple[int, int], rows: list[int], first: int, texts: Texts, table: Position) -> Cell:
    row, column = at
    height, width = sheet.merged.get(at, (1, 1))
    height = sum(1 for other in rows if row <= other < row + height)
    filled = sheet.filled.get(at)
    text = texts.joined([(filled.text, filled.font)]) if filled else ""
    position = Position(page=table.page, table=table.table, row=row, column=column)
    return Cell(text, column - first, width, height, bool(filled and filled.bold), position)


def with_plan_table(printed: list[Block], worked_in: list[Block]) -> list[Block]:
    """The printed document with the table of the sheet to work in where its own widest table stands."""
    tables = [block for block in printed if isinstance(block, Table)]
    newer = [block for block in worked_in if isinstance(block, Table)]
    if not newer or not tables:
        return [*printed, *worked_in]
    widest = max(tables, key=lambda table: (table.width * table.bordered, len(table.rows)))
    return [_without_levels(newer[0]) if block is widest else block for block in printed]


def _without_levels(table: Table) -> Table:
    """The table without the column that was made of bands such as "MỨC 1, 2, 3", which say nothing of an item."""
    heads = {cell.column: cell.text for cell in table.rows[0].cells}
    left_out = next((column for column, text in heads.items() if text == LEVELS), None)
    if left_out is None:
        return table
    rows = (replace(row, cells=tuple(cell for cell in row.cells if cell.column != left_out)) for row in table.rows)
    return replace(table, rows=tuple(rows))
