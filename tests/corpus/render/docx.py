"""An invented document as a Word file."""

from pathlib import Path

from docx import Document as NewWord
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell

from corpus.compose import Document, Grid, Line, Pair, Style
from corpus.invent.random_choice import Choice

PAGE = Cm(21.0), Cm(29.7)


def write_docx(document: Document, path: Path, style: Style, seed: int) -> None:
    """Write the document to `path`; how Word is used follows the seed."""
    choice = Choice("docx", seed)
    word = NewWord()
    word.styles["Normal"].font.name = "Times New Roman"
    word.styles["Normal"].font.size = Pt(13)
    _page(word.sections[0], landscape=False)
    lying = False
    for block in document.blocks:
        if isinstance(block, Grid):
            if block.landscape != lying and choice.chance(0.6):
                lying = block.landscape
                _page(word.add_section(WD_SECTION.NEW_PAGE), landscape=lying)
            _grid(word, block, choice, lying=lying, nested=style.nested and block.heads > 0)
        elif isinstance(block, Pair):
            _pair(word, block, style)
        else:
            _line(word, block)
    word.save(str(path))


def _page(section: object, *, landscape: bool) -> None:
    width, height = reversed(PAGE) if landscape else PAGE
    section.page_width, section.page_height = width, height  # type: ignore[attr-defined]
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT  # type: ignore[attr-defined]
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(2))


def _line(word: Word, line: Line) -> None:
    if line.auto:
        word.add_paragraph(line.text, style="List Number" if line.mark != "-" else "List Bullet")
        return
    paragraph = word.add_paragraph()
    run = paragraph.add_run(line.written)
    run.bold, run.italic = line.bold, line.italic
    if line.centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _pair(word: Word, pair: Pair, style: Style) -> None:
    if style.head == "table" or (pair.foot and style.head == "tabs"):
        table = word.add_table(rows=1, cols=2)
        for cell, lines in zip(table.rows[0].cells, (pair.left, pair.right), strict=True):
            _fill(cell, "\n".join(lines), centre=not pair.foot)
    elif style.head == "tabs":
        size = max(len(pair.left), len(pair.right))
        left, right = ([*lines, *[""] * (size - len(lines))] for lines in (pair.left, pair.right))
        for one, other in zip(left, right, strict=True):
            word.add_paragraph(f"{one}\t\t{other}")
    else:
        for line in (*pair.left, *pair.right):
            word.add_paragraph(line)


def _grid(word: Word, grid: Grid, choice: Choice, *, lying: bool, nested: bool) -> None:
    if nested:  # the whole table in a frame of one cell, as some hand-made forms are
        table = word.add_table(rows=1, cols=1).cell(0, 0).add_table(len(grid.rows), grid.width)
    else:
        table = word.add_table(rows=len(grid.rows), cols=grid.width)
    table.style = "Table Grid"
    breaks = choice.chance(0.4)
    merged_bands = choice.chance(0.7)
    _widths(table, grid, Cm(25.5 if lying else 17))
    cells = [row.cells for row in table.rows]  # once: Table.cell() walks the whole table at each call
    for at, row in enumerate(grid.rows):
        column = 0
        for box in row:
            if box is None:
                column += 1
                continue
            cell = cells[at][column]
            if box.down > 1 or (box.across > 1 and (merged_bands or at < grid.heads)):
                cell = cell.merge(cells[at + box.down - 1][column + box.across - 1])
            _fill(cell, box.text, bold=box.bold, breaks=breaks)
            column += box.across
    for at in range(grid.heads if choice.chance(0.6) else 0):
        _repeat(table, at)


def _widths(table: Table, grid: Grid, whole: int) -> None:
    table.autofit = False
    for column, weight in zip(table.columns, grid.weights, strict=True):
        column.width = int(whole * weight / sum(grid.weights))


def _repeat(table: Table, at: int) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[at]._tr.get_or_add_trPr().append(mark)


def _fill(cell: _Cell, text: str, *, bold: bool = False, centre: bool = False, breaks: bool = False) -> None:
    lines = text.split("\n")
    paragraph = cell.paragraphs[0]
    for at, line in enumerate(lines):
        if at and breaks:
            paragraph.runs[-1].add_break()
        elif at:
            paragraph = cell.add_paragraph()
        paragraph.add_run(line).bold = bold
        if centre:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
