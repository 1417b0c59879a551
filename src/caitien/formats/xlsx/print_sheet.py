"""The sheet to print: the document as Decree 30/2020 wants it to look, on A4 lying on its side."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from caitien.blocks import Block, Cell, Document, Pair, Paragraph, Picture, Row, Style, Table
from caitien.formats.xlsx.looks import BODY, TALLEST, Formats, lines_needed, looks_of, points_needed
from caitien.formats.xlsx.page_breaks import page_breaks

__all__ = ["PrintSheet"]

PIXELS, PADDING = 7, 5  # of a character's width, of a column beside its characters
PAGE = 950 / PIXELS  # characters across the page at full size: A4 on its side less 30 and 15 mm
BLANK = 15.0  # points of a row left empty
CELL = 12
HEADINGS = (Style.KIND, Style.SUBJECT, Style.PART, Style.POINT, Style.ANNEX, Style.ANNEX_TITLE, Style.ANNEX_OF)
FEWEST = 8  # columns, so that heads and tables of other widths find room
SIGNING = 4  # rows left for the signature


class PrintSheet:
    """Lays blocks from top to bottom on a worksheet of xlsxwriter."""

    def __init__(self, sheet: Any, formats: Formats, main: Table | None) -> None:
        self.sheet, self.formats, self.main, self.row = sheet, formats, main, 0
        self.heights: dict[int, float] = {}
        self.glued: set[int] = set()  # rows that may not be the last of a page
        self.tops: set[int] = set()  # rows that begin a page: those of annexes
        self.head = range(0)
        self.widths = _widths(main)
        for column, width in enumerate(self.widths):
            sheet.set_column(column, column, width)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=3 / 2.54, right=1.5 / 2.54, top=2 / 2.54, bottom=2 / 2.54)
        sheet.fit_to_pages(1, 0)
        sheet.set_start_page(1)
        sheet.set_header('&C&"Times New Roman,Regular"&13&P', {"margin": 1 / 2.54})

    def lay(self, document: Document) -> None:
        for part in document.parts:
            self.tops.add(self.row)
            self._part(part.blocks)
        heights = [self.heights.get(row, BLANK) for row in range(self.row)]
        self.sheet.set_h_pagebreaks(page_breaks(heights, self.glued, self.head, self.tops))
        self.sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        self.sheet.print_area(0, 0, max(self.row - 1, 0), len(self.widths) - 1)

    def _part(self, blocks: Sequence[Block]) -> None:
        for block, following in zip(blocks, (*blocks[1:], None), strict=True):
            self._block(block, rule=getattr(block, "style", None) != getattr(following, "style", None))
            if isinstance(block, Paragraph) and isinstance(following, Pair):
                self.glued |= {self.row - 1, self.row}  # no signature on a page without text

    def _block(self, block: Block, *, rule: bool = True) -> None:
        if isinstance(block, Paragraph):
            self._paragraph(block, 0, len(self.widths) - 1, rule=rule)
            if block.style in HEADINGS:
                self.glued.add(self.row)
            self.row += 1
        elif isinstance(block, Pair):
            self._pair(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Picture):
            self._block(Paragraph(f"(Hình: {block.alt})", style=Style.CAPTION))
        else:
            for line in block.lines:
                self._block(Paragraph(line))

    def _paragraph(self, paragraph: Paragraph, first: int, last: int, *, rule: bool = True) -> float:
        """Write into the current row, over the columns `first` to `last`; the height that it needs."""
        looks = looks_of(paragraph)
        width = sum(self.widths[first : last + 1])
        if paragraph.text:
            form = self.formats({"text_wrap": True, "valign": "top", "font_size": BODY, **looks.properties})
            self._write(self.row, first, self.row, last, paragraph.text, form)
        lines = lines_needed(paragraph.text, width - 4 * bool(looks.properties.get("indent")), looks.size)
        ruled = rule and looks.rule and paragraph.text
        height = points_needed(lines, looks.size) + (6 if ruled else 0)
        self._heighten(self.row, min(height, TALLEST))
        if ruled:
            last_line = min(len(paragraph.text.split("\n")[-1]), width)
            self._rule(first, width, last_line * looks.rule * looks.size / 12, height)
        return height

    def _rule(self, first: int, width: float, length: float, height: float) -> None:
        """A drawn line, centred under the text: a border would be as wide as the cell."""
        options = {
            "width": round(length * PIXELS),
            "height": 1,
            "x_offset": round((width - length) / 2 * PIXELS),
            "y_offset": round((height - 3) * 4 / 3),
            "line": {"color": "black", "width": 0.75},
            "fill": {"color": "black"},
            "object_position": 1,
            "description": "Đường kẻ dưới tiêu đề",
        }
        self.sheet.insert_textbox(self.row, first, "", options)

    def _pair(self, pair: Pair) -> None:
        middle = self._middle()
        last = len(self.widths) - 1
        right = _with_room(pair.right)
        self.row += 1 if any(one.style in (Style.SIGNER_TITLE, Style.RECIPIENTS_TITLE) for one in pair.right) else 0
        for at in range(max(len(pair.left), len(right))):
            heights = [0.0]
            if at < len(pair.left):
                heights.append(self._paragraph(pair.left[at], 0, middle - 1))
            if at < len(right):
                heights.append(self._paragraph(right[at], middle, last))
            self._heighten(self.row, min(max(heights), TALLEST))
            self.glued.add(self.row)
            self.row += 1
        self.glued.discard(self.row - 1)
        self.row += 1

    def _middle(self) -> int:
        """The column nearest to two fifths of the page: the country's name is longer than the school's."""
        edges = [sum(self.widths[:column]) for column in range(1, len(self.widths))]
        return min(range(len(edges)), key=lambda at: abs(edges[at] - PAGE * 0.42)) + 1

    def _table(self, table: Table) -> None:
        spans = self._spans(table)
        head = next((at for at, row in enumerate(table.rows) if not row.is_header), len(table.rows))
        if table is self.main and head:
            self.head = range(self.row, self.row + head)
            self.sheet.repeat_rows(self.row, self.row + head - 1)
        tops: list[int] = []
        for row in table.rows:
            tops.append(self.row)
            self.row += self._room_for(row, spans)
        tops.append(self.row)
        for at, row in enumerate(table.rows):
            for cell in row.cells:
                below = min(at + cell.height, len(table.rows))
                left, right = spans[cell.column][0], spans[cell.column + cell.width - 1][1]
                form = {"bold": cell.bold or row.is_header or row.is_band, "align": _align(row, cell)}
                self._cell((tops[at], left, tops[below] - 1, right), cell.text, form)
        self.row += 1

    def _spans(self, table: Table) -> list[tuple[int, int]]:
        """First and last sheet column of each of the table's columns; the main table has the sheet's own."""
        count, columns = table.width, len(self.widths)
        if count == columns:
            return [(column, column) for column in range(count)]
        shares = table.widths if len(table.widths) == count else (1.0,) * count
        edges = [sum(self.widths[:column]) for column in range(columns + 1)]
        ends: list[int] = []
        for at in range(count):
            wanted = PAGE * sum(shares[: at + 1]) / sum(shares)
            free = range((ends[-1] if ends else 0) + 1, columns - (count - at - 1) + 1)
            ends.append(columns if at == count - 1 else min(free, key=lambda end: abs(edges[end] - wanted)))
        return [(start, end - 1) for start, end in zip([0, *ends], ends, strict=False)]

    def _room_for(self, row: Row, spans: Sequence[tuple[int, int]]) -> int:
        """Give the row its height; how many rows of the sheet it takes, more than one where Excel's tallest is low."""
        lines = 1
        for cell in row.cells:
            left, right = spans[cell.column][0], spans[cell.column + cell.width - 1][1]
            needed = lines_needed(cell.text, sum(self.widths[left : right + 1]), CELL)
            lines = max(lines, ceil(needed / cell.height))
        height = points_needed(lines, CELL)
        count = ceil(height / TALLEST)
        for at in range(count):
            self._heighten(self.row + at, height / count)
        if row.is_header or row.is_band:
            self.glued |= set(range(self.row, self.row + count))
        return count

    def _heighten(self, row: int, height: float) -> None:
        self.heights[row] = height
        self.sheet.set_row(row, height)

    def _cell(self, area: tuple[int, int, int, int], text: str, form: dict[str, Any]) -> None:
        """Numbers stay texts on paper: a value that is wider than its column would be shown as ###."""
        look = {"text_wrap": True, "valign": "top", "border": 1, "font_size": CELL, **form}
        self._write(*area, text, self.formats(look))

    def _write(self, top: int, left: int, bottom: int, right: int, text: str, form: Any) -> None:
        if (top, left) != (bottom, right):
            self.sheet.merge_range(top, left, bottom, right, "", form)
        if text:
            self.sheet.write_string(top, left, text, form)
        else:
            self.sheet.write_blank(top, left, None, form)


def _widths(main: Table | None) -> list[float]:
    """The sheet's columns: those of the main table by their shares of the page."""
    if main is None:
        shares: tuple[float, ...] = (1.0,) * FEWEST
    else:
        shares = main.widths if len(main.widths) == main.width else (1.0,) * main.width
    return [round(max(PAGE * share / sum(shares) - PADDING / PIXELS, 2), 2) for share in shares]


def _with_room(right: tuple[Paragraph, ...]) -> list[Paragraph]:
    """The right column with empty lines above the signer's name."""
    lines: list[Paragraph] = []
    for paragraph in right:
        if paragraph.style is Style.SIGNER_NAME:
            lines += [Paragraph("")] * SIGNING
        lines.append(paragraph)
    return lines


def _align(row: Row, cell: Cell) -> str:
    text = cell.text
    if row.is_header or cell.right:
        return "center" if row.is_header else "right"
    return "left" if row.is_band or len(text) > 12 or "\n" in text else "center" if len(text) <= 2 else "left"
