"""Blocks → Markdown, to be read in any editor and put under version control."""

import re

from caitien.blocks import Block, Cell, Document, Pair, Paragraph, Picture, Row, Style, Table

# Signs that Markdown or this format's reader would take for mark-up, written as what HTML calls them.
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "*_`|#~[]\\"} | {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
}
_HEADINGS = {Style.KIND: "# ", Style.PART: "## ", Style.POINT: "### ", Style.ANNEX: "## "}


def write(document: Document) -> bytes:
    """The document as UTF-8: a heading for each part, tables with pipes, the lines of a cell parted by <br>."""
    parts = ("\n\n".join(map(_block, part.blocks)) for part in document.parts)
    return ("\n\n---\n\n".join(parts) + "\n").encode("utf-8")


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _HEADINGS.get(block.style, "") + _styled(block, "  \n", plain=block.style in _HEADINGS)
    if isinstance(block, Pair):
        left, right = ("<br>".join(_styled(one, "<br>") for one in side) for side in (block.left, block.right))
        return f"| {left} | {right} |\n|:---:|:---:|"
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Picture):
        return f"*(Hình: {_escaped(block.alt)})*"
    return "\n".join(map(_escaped, block.lines))


def _styled(paragraph: Paragraph, line_end: str, *, plain: bool = False) -> str:
    marks = "" if plain else "**" * paragraph.bold + "*" * paragraph.italic
    lines = (_escaped(line) for line in paragraph.text.split("\n"))
    return line_end.join(f"{marks}{line}{marks[::-1]}" for line in lines if line)


def _escaped(text: str) -> str:
    return text.translate(_SIGNS).strip()


def _table(table: Table) -> str:
    """The first row is the head, as Markdown wants it; merged cells stand in their first column."""
    first, *others = [_row(row, table.width) for row in table.rows]
    return "\n".join([first, "|" + " --- |" * table.width, *others])


def _row(row: Row, width: int) -> str:
    texts = [""] * width
    for cell in row.cells:
        texts[cell.column] = _cell(cell)
    return f"| {' | '.join(texts)} |"


def _cell(cell: Cell) -> str:
    text = "<br>".join(_escaped(line) for line in cell.text.split("\n"))
    return f"**{text}**" if cell.bold and re.search(r"\S", text) and "<br>" not in text else text
