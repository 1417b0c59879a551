"""Ruled parts of pages → tables: parts that go on over pages are one table, rows cut by a page's end are one row."""

from collections.abc import Callable
from dataclasses import dataclass, field

from caitien.blocks import Cell, Row, Table
from caitien.findings import Finding, Position, doubt
from caitien.formats.pdf_grid import Box, Grid
from caitien.formats.pdf_page import Line, lines_of
from caitien.formats.pdf_paragraphs import ENDS, Room, paragraphs, text_of, usual_pitch
from caitien.vietnamese.normalise import normalise

RECENT = 40  # rows above a page's end that are looked at: time stays linear in the pages


@dataclass(slots=True)
class Draft:
    """A cell in the making. `bottom` is the edge of its (last) part, `cut_on` the pages that it was cut at."""

    x0: float
    x1: float
    height: int
    bottom: float
    lines: list[Line]
    cut_on: list[int] = field(default_factory=list)
    edges: tuple[int, int, int, int] | None = None  # of its first part, in thousandths of the page

    @property
    def plain(self) -> str:
        return "".join(line.text for line in self.lines).replace(" ", "").casefold()

    @property
    def starts(self) -> str:
        return self.lines[0].text if self.lines else ""

    @property
    def ends(self) -> str:
        return self.lines[-1].text.rstrip() if self.lines else ""

    @property
    def room(self) -> float:
        """The height left below the last line."""
        return self.bottom - self.lines[-1].bottom


@dataclass(slots=True)
class DraftRow:
    cells: list[Draft]
    page: int
    is_header: bool = False


class DraftTable:
    """A table that grows page by page: `takes` tells whether a part belongs to it, `add` appends it."""

    def __init__(self, grid: Grid) -> None:
        self.rows = _rows(grid)
        self.xs = list(grid.xs)
        self.last = grid
        self.ruled = grid.ruled
        self.scanned = grid.scanned

    def takes(self, grid: Grid) -> bool:
        """Same outer edges, and one part's columns among the other's; on the same page only if it touches."""
        if grid.page == self.last.page and grid.top - self.last.bottom > 8:
            return False
        if grid.ruled != self.ruled:
            return False
        near = 0.012 * grid.page_width if self.scanned or grid.scanned else 4.0
        if abs(grid.xs[0] - self.xs[0]) > near or abs(grid.xs[-1] - self.xs[-1]) > near:
            return False
        few, many = sorted((grid.xs, self.xs), key=len)
        return all(min(abs(x - y) for y in many) <= near for x in few)

    def add(self, grid: Grid) -> None:
        rows = _rows(grid)
        self.scanned |= grid.scanned
        if len(grid.xs) > len(self.xs):
            self.xs = list(grid.xs)
        repeated = _repeated(self.rows, rows, self.scanned) if grid.page != self.last.page else 0
        for row in self.rows[:repeated]:
            row.is_header = True
        rows = rows[repeated:]
        if rows and grid.page != self.last.page:
            rows = self._joint(rows)
        self.rows += rows
        self.last = grid

    def _joint(self, rows: list[DraftRow]) -> list[DraftRow]:
        """What is left of `rows` after its first row has continued the cut one above the page's end."""
        above = {cell.x0: cell for cell in self._last_cells()}
        first = rows[0]
        pairs = [(_nearest(above, cell), cell) for cell in first.cells]
        cut = _was_cut(pairs, self._filled_share)
        kept = []
        for old, new in pairs:
            tall = old is not None and not new.lines and (new.height > 1 or old.height > 1)
            if old is not None and (cut or tall):
                _continue(old, new, first.page, cut=cut)
            else:
                kept.append(new)
        if cut:
            self.rows[-1].cells += kept
            return rows[1:]
        return [DraftRow(kept, first.page), *rows[1:]]

    def _last_cells(self) -> list[Draft]:
        """The cells that stand in the last row, those merged from above included."""
        recent = self.rows[-RECENT:]
        return [cell for n, row in enumerate(recent) for cell in row.cells if n + cell.height >= len(recent)]

    def _filled_share(self, x0: float) -> float:
        """How often the column at x0 is filled."""
        cells = [cell for row in self.rows[-RECENT:] for cell in row.cells if abs(cell.x0 - x0) < 6]
        return sum(bool(cell.lines) for cell in cells) / len(cells) if cells else 0.0

    def finish(self, number: int) -> tuple[Table, list[Finding]]:
        pad = self._padding()
        pitch = usual_pitch([cell.lines for row in self.rows for cell in row.cells])
        findings: list[Finding] = []
        rows = []
        for index, row in enumerate(self.rows, 1):
            cells = []
            for draft in sorted(row.cells, key=lambda cell: cell.x0):
                cell = self._cell(draft, Position(row.page, number, index), pad, pitch)
                findings += _doubts(draft, cell)
                cells.append(cell)
            rows.append(Row(tuple(cells), row.page, row.is_header))
        start = Position(self.rows[0].page, number)
        return Table(tuple(rows), start, bordered=self.ruled), findings

    def _padding(self) -> float:
        """The distance of text from a cell's left edge, as most columns keep it."""
        gaps = [min(line.x0 for line in cell.lines) - cell.x0 for row in self.rows for cell in row.cells if cell.lines]
        return min(9.0, max(0.5, sorted(gaps)[len(gaps) // 10])) if gaps else 2.0

    def _cell(self, draft: Draft, row: Position, pad: float, pitch: float) -> Cell:
        column = self._column(draft.x0)
        right = max([draft.x1 - pad, *(line.x1 for line in draft.lines)])
        slack = 0.03 * (draft.x1 - draft.x0) + 2 if self.scanned else 1.5
        room = Room(draft.x0 + pad, right, pitch, slack)
        text = normalise("\n".join(text_of(lines, draft.x0 + pad, right) for lines in paragraphs(draft.lines, room)))
        place = Position(row.page, row.table, row.row, column + 1, box=draft.edges)
        bold = bool(draft.lines) and all(line.bold for line in draft.lines)
        return Cell(text, column, max(1, self._column(draft.x1) - column), draft.height, bold, place)

    def _column(self, x: float) -> int:
        return min(range(len(self.xs)), key=lambda n: abs(self.xs[n] - x))


def _rows(grid: Grid) -> list[DraftRow]:
    rows = [DraftRow([], grid.page) for _ in grid.ys[1:]]
    for box in grid.boxes:
        lines = lines_of(box.words, grid.page)
        rows[box.row].cells.append(Draft(box.x0, box.x1, box.height, box.y1, lines, edges=_edges(box, grid)))
    return rows


def _edges(box: Box, grid: Grid) -> tuple[int, int, int, int] | None:
    if not grid.page_width or not grid.page_height:
        return None
    across, down = 1000 / grid.page_width, 1000 / grid.page_height
    return round(box.x0 * across), round(box.y0 * down), round(box.x1 * across), round(box.y1 * down)


def _repeated(rows: list[DraftRow], again: list[DraftRow], scanned: bool) -> int:
    """How many rows at the start of `again` repeat the table's first rows (recognised ones up to a few letters)."""
    from rapidfuzz import fuzz

    count = 0
    for old, new in zip(rows, again, strict=False):
        texts = ["|".join(cell.plain for cell in sorted(row.cells, key=lambda cell: cell.x0)) for row in (old, new)]
        same = fuzz.ratio(*texts) >= 85 if scanned else texts[0] == texts[1]
        if not same or not texts[0].strip("|"):
            break
        count += 1
    return count


def _nearest(above: dict[float, Draft], cell: Draft) -> Draft | None:
    x0 = min(above, key=lambda x: abs(x - cell.x0), default=None)
    return above[x0] if x0 is not None and abs(x0 - cell.x0) < 8 else None


def _continue(old: Draft, new: Draft, page: int, *, cut: bool) -> None:
    old.height += new.height - 1 if cut else new.height
    old.bottom = new.bottom
    if new.lines:
        old.cut_on.append(page)
        old.lines += new.lines


def _was_cut(pairs: list[tuple[Draft | None, Draft]], filled: Callable[[float], float]) -> bool:
    """Whether the page's first row goes on with the last one: by its empty cells, unfinished texts, and room below.

    The rule at a page's foot says nothing: Word, LibreOffice and typst close the table there in any case.
    """
    if not any(new.lines for _, new in pairs):
        return False
    score = 0.0
    least = min((old.room for old, _ in pairs if old and old.lines), default=0.0)
    for rank, (old, new) in enumerate(pairs):
        if old is None:
            score -= 1
        elif not new.lines:
            score += (2.0 if rank == 0 else 0.7) * filled(new.x0) if old.lines else 0.0
        elif not old.lines:
            score -= 5 if rank == 0 else 1.5
        else:
            score += _goes_on(old, new, least)
    return score >= 0.5


def _goes_on(old: Draft, new: Draft, least: float) -> float:
    """How much the text of `new` looks like the rest of `old`'s; `least`: the room below the row's fullest cell."""
    if old.ends.rstrip(".").isdigit() and new.starts.rstrip(".").isdigit():
        return -4
    last = old.lines[-1]
    score = 0.0
    if old.room - least > 0.9 * last.size:  # there was room for another line
        score -= 2.5
    ended = old.ends.endswith(ENDS)
    if new.starts[0].islower():
        score += 1 if ended else 3
    elif not ended:
        score += 0.5 if old.ends[-1] in ",-–/(" or new.starts[0].isdigit() else -0.5
    return score


def _doubts(draft: Draft, cell: Cell) -> list[Finding]:
    out = []
    for page in draft.cut_on:
        message = f"Ô này bị ngắt sang trang {page}; phần đầu trang {page} đã được nối vào hàng trước."
        out.append(doubt("row-cut-by-page", message, position=cell.position))
    unsure = [word.text for line in draft.lines for word in line.words if word.sure < 0.6]
    if unsure:
        words = ", ".join(f"“{word}”" for word in unsure[:5])
        out.append(doubt("letters-uncertain", f"Nhận dạng chữ chưa chắc chắn: {words}.", position=cell.position))
    return out
