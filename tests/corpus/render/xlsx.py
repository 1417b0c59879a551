"""An invented document as a spreadsheet: the whole document on one sheet, as schools that plan in Excel do."""

import re
from pathlib import Path
from typing import Any

import xlsxwriter

from corpus.compose import Document, Grid, Line, Pair, Style
from corpus.invent.random_choice import Choice
from corpus.render.grids import placed

_WHOLE = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")


class _Sheet:
    def __init__(self, book: Any, width: int, choice: Choice) -> None:
        self.sheet = book.add_worksheet("Kế hoạch")
        self.width, self.choice, self.row = width, choice, 0
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.bold = book.add_format({"bold": True, "text_wrap": True})
        self.title = book.add_format({"bold": True, "align": "center", "valign": "vcenter"})
        self.cell = book.add_format({"text_wrap": True, "border": 1, "valign": "top"})
        self.money = book.add_format({"num_format": "#,##0", "border": 1})
        self.head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center"})

    def line(self, line: Line) -> None:
        form = self.title if line.centred else self.bold if line.bold else self.plain
        if line.centred or self.choice.chance(0.5):
            self.sheet.merge_range(self.row, 0, self.row, self.width - 1, line.written, form)
        else:
            self.sheet.write_string(self.row, 0, line.written, form)
        self.row += 1

    def pair(self, pair: Pair) -> None:
        middle = self.width // 2
        for at in range(max(len(pair.left), len(pair.right))):
            for column, lines in ((0, pair.left), (middle, pair.right)):
                if at < len(lines) and lines[at]:
                    self.sheet.write_string(self.row, column, lines[at], self.plain)
            self.row += 1
        self.row += 1

    def grid(self, grid: Grid) -> None:
        for place in placed(grid):
            top, left = self.row + place.row, place.column
            form = self.head if place.row < grid.heads else self.cell
            if place.box.across > 1 or place.box.down > 1:
                bottom, right = top + place.box.down - 1, left + place.box.across - 1
                self.sheet.merge_range(top, left, bottom, right, place.box.text, form)
            elif _WHOLE.fullmatch(place.box.text):  # a bare sum is a number with thousands dots in its format
                self.sheet.write_number(top, left, int(place.box.text.replace(".", "")), self.money)
            elif place.box.text.isdigit():
                self.sheet.write_number(top, left, int(place.box.text), form)
            else:
                self.sheet.write_string(top, left, place.box.text, form)
        for column, weight in enumerate(grid.weights):
            self.sheet.set_column(column, column, weight * 1.4)
        self.row += len(grid.rows)


def write_xlsx(document: Document, path: Path, style: Style, seed: int) -> None:
    """Write the document to `path`; every second seed with texts in the cells themselves (inline strings)."""
    width = max(block.width for block in document.blocks if isinstance(block, Grid))
    with xlsxwriter.Workbook(path, {"constant_memory": False, "in_memory": True}) as book:
        sheet = _Sheet(book, width, Choice("xlsx", seed))
        for block in document.blocks:
            if isinstance(block, Grid):
                sheet.grid(block)
            elif isinstance(block, Pair):
                sheet.pair(block)
            else:
                sheet.line(block)
