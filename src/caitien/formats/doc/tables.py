"""Tables of a .doc, gathered cell mark by cell mark and row end by row end."""

import struct
from dataclasses import dataclass, field

from caitien.blocks import Table
from caitien.formats.doc.binary import Sprms
from caitien.formats.grid import RawCell, RawRow, table_of

__all__ = ["TableInMaking"]

_DEFINITION, _VERTICAL_MERGE, _HEADING = 0xD608, 0xD62B, 0x3404
_BORDERS = {0xD605: (4, 1), 0xD613: (8, 5), 0xD620: (4, 4), 0xD62F: (8, 8)}  # bytes of a border, where its type stands
_EDGE = 1000  # twips of a cell whose row has lost its definition


@dataclass(slots=True)
class TableInMaking:
    """One table, and the texts and inner tables of the cell that is being filled."""

    number: int
    rows: list[RawRow] = field(default_factory=list)
    bordered: bool = False
    _cells: list[RawCell] = field(default_factory=list)
    _lines: list[tuple[str, bool]] = field(default_factory=list)
    _tables: list[Table] = field(default_factory=list)

    def add(self, text: str, bold: bool) -> None:
        """A paragraph of the present cell."""
        if text:
            self._lines.append((text, bold))

    def add_table(self, table: Table) -> None:
        self._tables.append(table)

    def end_cell(self) -> None:
        text = "\n".join(line for line, _ in self._lines)
        bold = bool(self._lines) and all(bold for _, bold in self._lines)
        self._cells.append(RawCell(0, 0, text, bold, tables=tuple(self._tables)))
        self._lines, self._tables = [], []

    def end_row(self, sprms: Sprms) -> None:
        """The row is complete; `sprms` say where its cells' edges are and which are merged."""
        if self._lines:
            self.end_cell()
        row = RawRow(self._cells)
        self._cells = []
        for index, cell in enumerate(row.cells):
            cell.left, cell.right = index * _EDGE, (index + 1) * _EDGE
        for code, operand in sprms:
            if code == _DEFINITION:
                self._define(row, operand)
            elif code == _VERTICAL_MERGE and len(operand) >= 2 and operand[0] < len(row.cells):
                row.cells[operand[0]].continues = operand[1] == 1
            elif code == _HEADING:
                row.is_header = bool(operand and operand[0])
            elif code in _BORDERS:
                size, place = _BORDERS[code]
                self.bordered |= any(operand[place::size]) and 0xFF not in operand[place::size]
        row.cells = _without_merged(row.cells)
        if row.cells:
            self.rows.append(row)

    def _define(self, row: RawRow, operand: bytes) -> None:
        count = operand[0] if operand else 0
        if len(operand) < 1 + (count + 1) * 2:
            return
        edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
        for index, cell in enumerate(row.cells):
            if index >= count:
                cell.left, cell.right = edges[-1] + (index - count) * _EDGE, edges[-1] + (index - count + 1) * _EDGE
                continue
            cell.left, cell.right = edges[index], max(edges[index + 1], edges[index])
            details = operand[1 + (count + 1) * 2 + index * 20 :][:20]
            if len(details) < 2:
                continue
            flags = details[0] | details[1] << 8
            cell.continues = (flags >> 5) & 3 == 1
            self.bordered |= any(details[5:20:4]) and 0xFF not in details[5:20:4]
            if flags & 2 and index:
                cell.right = -cell.right - 1  # marks a cell merged with the one to its left

    def table(self) -> Table | None:
        """The table as gathered; a row without its end is taken as it is."""
        if self._cells or self._lines:
            self.end_row([])
        return table_of(self.rows, number=self.number, bordered=self.bordered) if self.rows else None


def _without_merged(cells: list[RawCell]) -> list[RawCell]:
    """The cells, those merged with their left neighbour taken into it."""
    kept: list[RawCell] = []
    for cell in cells:
        if cell.right < cell.left and kept:
            kept[-1].right = -cell.right - 1
        else:
            kept.append(cell)
    return kept
