"""One sheet as a bounded grid: filled cells with the text that Excel shows, merged ranges, ruled cells."""

import re
from dataclasses import dataclass, field
from typing import Any

from caitien.findings import CannotRead
from caitien.formats.archive import Archive
from caitien.formats.spans import TOO_LONG
from caitien.formats.xlsx.shown import shown

__all__ = ["Filled", "Sheet", "read_sheet"]

MOST_ROWS, MOST_COLUMNS, EMPTY_RUN = 20_000, 120, 300  # after so many rows without text nothing more is expected
MOST_CELLS, MOST_MERGED_CELLS = 300_000, 500_000

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*>")
_COLUMNS = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')


@dataclass(frozen=True, slots=True)
class Filled:
    text: str
    font: str | None
    bold: bool


@dataclass(slots=True)
class Sheet:
    """Rows and columns count from 1. `merged`: first cell → (rows, columns); `covered`: the other cells of ranges."""

    filled: dict[tuple[int, int], Filled] = field(default_factory=dict)
    ruled: dict[int, list[int]] = field(default_factory=dict)  # row → columns of cells with a line
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    covered: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_left_out: bool = False

    @property
    def last_row(self) -> int:
        return max((row for row, _ in self.filled), default=0)

    def rule_below(self) -> None:
        """Take every filled row below the first ruled one as ruled: rows that people add have no lines."""
        first = min(self.ruled, default=self.last_row)
        for row, column in self.filled:
            if row > first:
                self.ruled.setdefault(row, [column, column])


def read_sheet(worksheet: Any, archive: Archive, *, filtered: bool = False) -> Sheet:
    """A sheet of openpyxl's read-only mode; what that mode does not tell is taken from the sheet's own XML.

    `filtered`: rows are hidden by a filter only, so they belong to the text.
    """
    raw = archive.read(worksheet._worksheet_path.lstrip("/"))
    sheet = Sheet()
    hidden = (re.search(rb'\sr="(\d{1,7})"', row) for row in _ROW.findall(raw) if _HIDDEN.search(row))
    sheet.hidden_rows = set() if filtered else {int(found[1]) for found in hidden if found}
    hidden_columns = _hidden_columns(raw)
    worksheet.reset_dimensions()
    last = seen = 0
    rows = worksheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
    for row_number, row in enumerate(rows, start=1):
        if row_number - last > EMPTY_RUN:
            break
        seen += len(row)
        if seen > MOST_CELLS:
            raise CannotRead(TOO_LONG)
        for cell in row:
            text = shown(cell.value, getattr(cell, "number_format", "General"))
            column = getattr(cell, "column", None)
            if column is None:
                continue
            if text and (row_number in sheet.hidden_rows or column in hidden_columns):
                sheet.hidden_left_out = True
            elif text:
                last = row_number
                font = cell.font
                sheet.filled[row_number, column] = Filled(text, font.name if font else None, bool(font and font.b))
            if _has_line(cell):
                sheet.ruled.setdefault(row_number, []).append(column)
    _merge(sheet, raw)
    return sheet


def _hidden_columns(raw: bytes) -> set[int]:
    hidden: set[int] = set()
    for column in _COLUMNS.findall(raw):
        bounds = [re.search(rb'\s%s="(\d{1,5})"' % name, column) for name in (b"min", b"max")]
        if _HIDDEN.search(column) and bounds[0] and bounds[1]:
            hidden |= set(range(int(bounds[0][1]), min(int(bounds[1][1]), MOST_COLUMNS) + 1))
    return hidden


def _has_line(cell: Any) -> bool:
    border = getattr(cell, "border", None)
    return border is not None and any(
        side is not None and side.style for side in (border.left, border.right, border.top, border.bottom)
    )


def _merge(sheet: Sheet, raw: bytes) -> None:
    """Merged ranges, cut to the used rows and columns."""
    last_row = max([sheet.last_row, *sheet.ruled], default=0)
    for found in _MERGED.finditer(raw):
        left, top, right, bottom = _column(found[1]), int(found[2]), _column(found[3]), int(found[4])
        bottom, right = min(bottom, last_row), min(right, MOST_COLUMNS)
        area = (bottom - top + 1) * (right - left + 1)
        if bottom < top or right < left or len(sheet.covered) + area > MOST_MERGED_CELLS:
            continue
        cells = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if cells & sheet.covered:
            continue  # overlapping ranges are damage: the first one holds
        sheet.merged[top, left] = (bottom - top + 1, right - left + 1)
        sheet.covered |= cells - {(top, left)}


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
