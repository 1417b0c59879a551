"""What a paper says: its sections with their numbers, texts, lists, tables and pictures."""

from collections.abc import Iterator
from dataclasses import replace

from caitien import blocks
from caitien.blocks import Block, Cell, Paragraph, Row, Style, Table
from caitien.layouts.paper.model import Band, Content, Grid, Numbering, Picture, Points, Section, Text
from caitien.layouts.paper.numbering import roman
from caitien.layouts.paper.texts import clean, paragraph

LETTERS = "abcdđeghiklmnopqrstuvxy"  # of the Vietnamese alphabet, as points are counted


def body(content: tuple[Content, ...], numbering: Numbering) -> Iterator[Block]:
    """The blocks in order; sections of each level are counted from one without a gap."""
    yield from _laid(content, numbering, ())


def _laid(content: tuple[Content, ...], numbering: Numbering, above: tuple[int, ...]) -> Iterator[Block]:
    count = 0
    for one in content:
        if isinstance(one, Section):
            count += 1
            yield from _section(one, numbering, (*above, count))
        elif isinstance(one, Text):
            yield replace(paragraph(one.text), bold=one.bold, italic=one.italic)
        elif isinstance(one, Points):
            yield from (paragraph(f"- {text}", Style.LIST) for text in map(clean, one.texts) if text)
        elif isinstance(one, Grid):
            yield from _grid(one)
        elif isinstance(one, Picture):
            yield from _picture(one)
        else:
            yield one


def _section(section: Section, numbering: Numbering, numbers: tuple[int, ...]) -> Iterator[Block]:
    """Its title with its number, then what stands below; without a title the number leads its first text."""
    label, content = _label(numbering, numbers), section.content
    if title := clean(section.title):
        yield _heading(f"{label} {title}".strip(), len(numbers), numbering)
    elif label and content and isinstance(content[0], Text):
        yield replace(paragraph(f"{label} {clean(content[0].text)}"), lead=len(label))
        content = content[1:]
    elif label:
        yield paragraph(label)
    yield from _laid(content, numbering, numbers)


def _label(numbering: Numbering, numbers: tuple[int, ...]) -> str:
    depth, last = len(numbers), numbers[-1]
    if numbering is Numbering.NONE:
        return ""
    if depth == 1:
        return {Numbering.PARTS: f"{roman(last)}.", Numbering.ARTICLES: f"Điều {last}."}.get(numbering, f"{last}.")
    if depth == 2:
        return f"{numbers[0]}.{last}." if numbering is Numbering.POINTS else f"{last}."
    return f"{LETTERS[(last - 1) % len(LETTERS)]})"


def _heading(text: str, depth: int, numbering: Numbering) -> Paragraph:
    if depth == 1:
        return paragraph(text.upper() if numbering is Numbering.PARTS else text, Style.PART)
    if depth == 2:
        return paragraph(text, Style.POINT)
    return Paragraph(text, level=3, italic=True)


def _picture(picture: Picture) -> Iterator[Block]:
    yield blocks.Picture(picture.svg, clean(picture.alt), picture.width, picture.landscape)
    if clean(picture.caption):
        yield paragraph(picture.caption, Style.CAPTION)


def _grid(grid: Grid) -> Iterator[Block]:
    if clean(grid.caption):
        yield paragraph(grid.caption, Style.CAPTION)
    whole = sum(column.width for column in grid.columns) or 1.0
    right = tuple(column.right for column in grid.columns)
    rows = [_row(tuple(column.heading for column in grid.columns), bold=True, is_header=True)]
    rows += [_band(row, len(grid.columns)) if isinstance(row, Band) else _row(row, right) for row in grid.rows]
    if grid.total:
        rows.append(_row(grid.total, right, bold=True))
    widths = tuple(round(column.width / whole, 4) for column in grid.columns)
    yield Table(tuple(rows), widths=widths, landscape=grid.landscape)


def _row(texts: tuple[str, ...], right: tuple[bool, ...] = (), *, bold: bool = False, is_header: bool = False) -> Row:
    sides = right or (False,) * len(texts)
    cells = (
        Cell(clean(text), at, bold=bold, right=side) for at, (text, side) in enumerate(zip(texts, sides, strict=True))
    )
    return Row(tuple(cells), is_header=is_header)


def _band(band: Band, width: int) -> Row:
    return Row((Cell(clean(band.text), 0, width, bold=True),), is_band=True)
