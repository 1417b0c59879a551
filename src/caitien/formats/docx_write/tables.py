"""Tables with repeated heads and bands that stay with their rows; the two columns of a document's head and foot."""

import re
from collections.abc import Sequence
from itertools import pairwise

from caitien.blocks import Cell, Pair, Paragraph, Row, Style, Table
from caitien.formats.docx_write.columns import edges_of
from caitien.formats.docx_write.looks import CELL, CELL_BAND, CELL_HEAD, CELL_MARGIN, FRAME, GRID, Look
from caitien.formats.docx_write.paragraphs import column_xml, runs_xml, seam_xml

_HEAD_LEFT = 0.455  # share of the left column of a head: the country's name takes 88 of 165 mm at 12 points
_GUTTER = 113  # 2 mm between the two columns
_UNBROKEN = 18  # lines, about half of a lying page, of a row that may still be moved to the next page as a whole
_LETTER = 108  # twips that a letter of a cell takes on average
_NUMBER = re.compile(r"\(?\d{1,3}(\.\d{1,2})?[.)]?|[IVX]{1,5}\.?")


def table_xml(table: Table, width: int) -> str:
    """A table of `width` twips, its columns by `table.widths` or all alike; nothing for a table without cells."""
    if not table.width:
        return ""
    edges = edges_of(table, width)
    columns = [right - left for left, right in pairwise(edges)]
    heads = next((index for index, row in enumerate(table.rows) if not row.is_header), len(table.rows))
    grown: dict[int, Cell] = {}  # first column → the cell from a row above that goes on here
    left: dict[int, int] = {}  # first column → rows that it still goes on for
    rows: list[str] = []
    for index, row in enumerate(table.rows):
        rows.append(_row_xml(row, edges, grown, is_head=index < heads, is_last=index + 1 == len(table.rows)))
        left = {column: count - 1 for column, count in left.items()}
        left |= {cell.column: cell.height - 1 for cell in row.cells}
        grown |= {cell.column: cell for cell in row.cells}
        grown = {column: cell for column, cell in grown.items() if left[column] > 0}
    style = GRID if table.bordered else FRAME
    return _framed(style, columns, "".join(rows))


def pair_xml(pair: Pair, width: int) -> str:
    """Two columns without rules. In a head the number and the place with its date share a line, as the decree shows."""
    styles = {paragraph.style for paragraph in (*pair.left, *pair.right)}
    is_head = bool(styles & {Style.NATION, Style.MOTTO, Style.SCHOOL})
    first = round(width * (_HEAD_LEFT if is_head else 0.5))
    columns = [first, width - first]
    rows = [(pair.left, pair.right)]
    if is_head and {Style.NUMBER, Style.PLACE_DATE} <= styles:
        (above_left, left), (above_right, right) = _cut(pair.left), _cut(pair.right)
        rows = [(above_left, above_right), (left, right)]
    inner = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            _cell(column_xml(side, size - gap, keep=not is_head), size, gap=gap)
            for side, size, gap in zip(sides, columns, (_GUTTER, 0), strict=True)
        )
        + "</w:tr>"
        for sides in rows
    )
    return _framed(FRAME, columns, inner, gap=0 if is_head else 120)


def _cut(side: tuple[Paragraph, ...]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    lines = (Style.NUMBER, Style.PLACE_DATE)
    place = next((index for index, paragraph in enumerate(side) if paragraph.style in lines), len(side))
    return side[:place], side[place:]


def _framed(style: str, columns: Sequence[int], rows: str, gap: int = 0) -> str:
    """A table of `rows`; `gap` twips are free above the text of each cell."""
    above = f'<w:tblCellMar><w:top w:w="{gap}" w:type="dxa"/></w:tblCellMar>' if gap else ""
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{above}<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _row_xml(row: Row, edges: list[int], grown: dict[int, Cell], *, is_head: bool, is_last: bool) -> str:
    look = CELL_HEAD if is_head else CELL_BAND if row.is_band else CELL
    begun = {cell.column: cell for cell in row.cells}
    made: list[str] = []
    lines, column = 1, 0
    while column < len(edges) - 1:
        cell = begun.get(column) or grown.get(column)
        stop = min((start for start in begun if start > column), default=len(edges) - 1)
        end = min(cell.column + cell.width, stop) if cell else column + 1
        size = edges[end] - edges[column]
        if column in begun and cell:
            lines = max(lines, _lines(cell.text, size))
            merge = '<w:vMerge w:val="restart"/>' if cell.height > 1 else ""
            inner = _text(cell, look, size, keep=row.is_band and not is_last)
        else:
            merge = "<w:vMerge/>" if cell else ""
            inner = f'<w:p><w:pPr><w:pStyle w:val="{look.id}"/></w:pPr></w:p>'
        made.append(_cell(inner, size, end - column, merge, centred=is_head))
        column = end
    keep = "<w:cantSplit/>" if is_head or row.is_band or lines <= _UNBROKEN else ""
    head = "<w:tblHeader/>" if is_head else ""
    properties = f"<w:trPr>{keep}{head}</w:trPr>" if keep or head else ""
    return f"<w:tr>{properties}{''.join(made)}</w:tr>"


def _lines(text: str, width: int) -> int:
    a_line = max(1, (width - 2 * CELL_MARGIN) // _LETTER)
    return sum(1 + max(0, len(line) - 1) // a_line for line in text.split("\n"))


def _cell(inner: str, width: int, span: int = 1, merge: str = "", *, gap: int = 0, centred: bool = False) -> str:
    """A cell; `gap` twips stay free on its right."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    middle = '<w:vAlign w:val="center"/>' if centred else ""
    free = f'<w:tcMar><w:right w:w="{gap}" w:type="dxa"/></w:tcMar>' if gap else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{merge}{free}{middle}</w:tcPr>'
    return f"<w:tc>{properties}{inner or seam_xml()}</w:tc>"


def _text(cell: Cell, look: Look, width: int, *, keep: bool) -> str:
    """The lines of a cell, a paragraph each; tables inside it follow."""
    side = "right" if cell.right else "center" if _NUMBER.fullmatch(cell.text.strip()) else ""
    aligned = f'<w:jc w:val="{side}"/>' if look is CELL and side else ""
    kept = "" if keep or look is not CELL_BAND else '<w:keepNext w:val="0"/>'
    properties = f'<w:pPr><w:pStyle w:val="{look.id}"/>{kept}{aligned}</w:pPr>'
    bold = cell.bold and not look.bold
    lines = "".join(f"<w:p>{properties}{runs_xml(line, bold=bold)}</w:p>" for line in cell.text.split("\n"))
    inside = "".join(table_xml(table, width - 2 * CELL_MARGIN) + seam_xml() for table in cell.tables)
    return lines + inside
