"""Pages → blocks: the one way of text PDFs and scans from words and rules to paragraphs and tables."""

import re
from collections import Counter
from dataclasses import dataclass, field

from caitien.blocks import Block, Cell, Document, Paragraph, Row, Table
from caitien.findings import Finding, Position, doubt
from caitien.formats.pdf_columns import Pair, pair_up
from caitien.formats.pdf_grid import Grid, grids_of
from caitien.formats.pdf_page import Line, Page, lines_of
from caitien.formats.pdf_paragraphs import Room, starts_anew, text_of, usual_pitch
from caitien.formats.pdf_tables import DraftTable
from caitien.formats.pdf_unruled import unruled
from caitien.vietnamese.normalise import normalise

PAGE_NUMBER = re.compile(r"\W*(?:trang|page)?\W*\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?\W*", re.IGNORECASE)


@dataclass(slots=True)
class Sheet:
    """A page taken apart: its lines outside of tables and its grids. Lighter than the page itself."""

    number: int
    size: tuple[float, float]
    lines: list[Line]
    grids: list[Grid]
    scanned: bool


def sheet_of(page: Page) -> Sheet:
    grids, outside = grids_of(page)
    more, lines = unruled(lines_of(outside, page.number), page)
    grids = sorted([*grids, *more], key=lambda grid: grid.top)
    return Sheet(page.number, (page.width, page.height), lines, grids, page.scanned)


def assemble(sheets: list[Sheet], format_id: str) -> Document:
    """The document that the pages make, in reading order; page numbers and running heads are left out."""
    _drop_furniture(sheets)
    frames = _frames(sheets)
    writer = _Writer(usual_pitch([sheet.lines for sheet in sheets]))
    for sheet in sheets:
        frame = frames[round(sheet.size[0]), round(sheet.size[1])]
        writer.open_page(frame, sheet.scanned)
        for part in _in_order(sheet, frame):
            writer.write(part)
    writer.close()
    return Document(tuple(writer.blocks), format_id, len(sheets), findings=tuple(writer.findings))


def _in_order(sheet: Sheet, frame: tuple[float, float]) -> list[Line | Pair | Grid]:
    """Lines, pairs of columns and grids by their height on the page; a grid parts the lines above and below it."""
    out: list[Line | Pair | Grid] = []
    lines = sorted(sheet.lines, key=lambda line: line.base)
    for grid in sheet.grids:
        above = [line for line in lines if line.base < grid.bottom - 0.5 * (grid.bottom - grid.top)]
        out += [*pair_up(above, frame), grid]
        lines = lines[len(above) :]
    return out + list(pair_up(lines, frame))


def _frames(sheets: list[Sheet]) -> dict[tuple[int, int], tuple[float, float]]:
    """Left and right edge of the text, per page size."""
    edges: dict[tuple[int, int], list[Line]] = {}
    for sheet in sheets:
        edges.setdefault((round(sheet.size[0]), round(sheet.size[1])), []).extend(sheet.lines)
    frames = {}
    for size, lines in edges.items():
        lefts, rights = sorted(line.x0 for line in lines), sorted(line.x1 for line in lines)
        frames[size] = (lefts[len(lefts) // 50], rights[-1 - len(rights) // 50]) if lines else (0.0, float(size[0]))
    return frames


def _drop_furniture(sheets: list[Sheet]) -> None:
    """Drop page numbers, and what stands at the same height of the head or foot of at least half the pages."""
    seen = Counter(key for sheet in sheets for key in {_furniture_key(line) for line in _edges(sheet)})
    for sheet in sheets:
        for line in _edges(sheet):
            repeated = seen[_furniture_key(line)] >= max(3, len(sheets) / 2)
            if repeated or PAGE_NUMBER.fullmatch(line.text):
                sheet.lines.remove(line)


def _edges(sheet: Sheet) -> list[Line]:
    """The first two and last two lines of a page, where they stand in its outer margins."""
    lines = sorted(sheet.lines, key=lambda line: line.base)
    margin = 0.11 * sheet.size[1]
    top = [line for line in lines[:2] if line.base < margin and all(line.bottom < g.top + 5 for g in sheet.grids)]
    low = sheet.size[1] - margin
    foot = [line for line in lines[-2:] if line.top > low and all(line.top > g.bottom - 5 for g in sheet.grids)]
    return [*top, *(line for line in foot if not any(line is other for other in top))]


def _furniture_key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text.casefold()), round(line.base / 6)


@dataclass(slots=True)
class _Writer:
    """Collects blocks; keeps the last paragraph and table open, since both may go on over a page's end."""

    pitch: float
    blocks: list[Block] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    frame: tuple[float, float] = (0.0, 0.0)
    scanned: bool = False
    lines: list[Line] = field(default_factory=list)
    table: DraftTable | None = None
    tables: int = 0
    count: int = 0

    def open_page(self, frame: tuple[float, float], scanned: bool) -> None:
        self.frame, self.scanned = frame, scanned

    def write(self, part: Line | Pair | Grid) -> None:
        if isinstance(part, Grid):
            self._end_paragraph()
            self._grid(part)
            return
        self._end_table()
        if isinstance(part, Pair):
            self._end_paragraph()
            self._pair(part)
        else:
            self._line(part)

    def close(self) -> None:
        self._end_paragraph()
        self._end_table()

    def _grid(self, grid: Grid) -> None:
        if self.table and self.table.takes(grid):
            self.table.add(grid)
            return
        self._end_table()
        self.table = DraftTable(grid)

    def _end_table(self) -> None:
        if self.table:
            self.tables += 1
            table, findings = self.table.finish(self.tables)
            self.blocks.append(table)
            self.findings += findings
            self.table = None

    def _pair(self, pair: Pair) -> None:
        self.tables += 1
        page = (pair.left or pair.right)[0].page
        cells = []
        for column, lines in enumerate((pair.left, pair.right)):
            place = Position(page, self.tables, 1, column + 1)
            text = normalise("\n".join(line.text for line in lines))
            cells.append(Cell(text, column, bold=all(line.bold for line in lines), position=place))
        self.blocks.append(Table((Row(tuple(cells), page),), Position(page, self.tables), bordered=False))

    def _line(self, line: Line) -> None:
        if self.lines and (self._changes(line) or starts_anew(self.lines, line, self._room())):
            self._end_paragraph()
        self.lines.append(line)

    def _room(self) -> Room:
        slack = 6.0 if self.scanned else 2.0
        return Room(*self.frame, self.pitch, slack, indented=True)

    def _changes(self, line: Line) -> bool:
        """Another weight, size or setting: not the same paragraph."""
        last = self.lines[-1]
        if self.scanned:
            return self._centred(last) != self._centred(line)
        if abs(last.size - line.size) > 0.15 * line.size or last.bold != line.bold:
            return True
        return self._centred(last) != self._centred(line)

    def _centred(self, line: Line) -> bool:
        left, right = self.frame
        off = abs((line.x0 + line.x1) / 2 - (left + right) / 2)
        return off < 0.015 * (right - left) + 2 and line.x0 - left > 0.06 * (right - left)

    def _end_paragraph(self) -> None:
        if not self.lines:
            return
        first = self.lines[0]
        self.count += 1
        place = Position(first.page, paragraph=self.count)
        align = "center" if all(map(self._centred, self.lines)) else None
        bold, italic = (all(getattr(line, kind) for line in self.lines) for kind in ("bold", "italic"))
        self.blocks.append(Paragraph(normalise(text_of(self.lines)), None, bold, italic, align, place))
        unsure = [word.text for line in self.lines for word in line.words if word.sure < 0.6]
        if unsure:
            words = ", ".join(f"“{word}”" for word in unsure[:5])
            message = f"Nhận dạng chữ chưa chắc chắn: {words}."
            self.findings.append(doubt("letters-uncertain", message, position=place))
        self.lines = []
