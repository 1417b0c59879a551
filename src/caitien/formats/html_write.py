"""Blocks → a web page that stands alone: one file, nothing fetched, printed on A4 as Decree 30/2020/NĐ-CP has it."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from caitien.blocks import Block, Cell, Document, Pair, Paragraph, Part, Picture, Row, Style, Table

_TAGS = {Style.KIND: "h1", Style.PART: "h2", Style.POINT: "h3", Style.ANNEX: "h2"}


def write(document: Document) -> bytes:
    """The page as UTF-8. Texts are never mark-up; lines of a text are parted by <br>."""
    style = files("caitien.formats").joinpath("html_write.css").read_text("utf-8")
    body = "\n".join((_blocks(document.blocks), *map(_annex, document.annexes)))
    title = escape(document.title or "Kế hoạch")
    page = (
        f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _annex(annex: Part) -> str:
    lying = " lying" if annex.landscape else ""
    return f'<section class="annex-pages{lying}">\n{_blocks(annex.blocks)}\n</section>'


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "\n".join(_block(block, following) for block, following in _with_following(blocks))


def _with_following(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, Block | None]]:
    return zip(blocks, (*blocks[1:], None), strict=True)


def _block(block: Block, following: Block | None) -> str:
    if isinstance(block, Paragraph):
        heads = block.style is Style.PART and isinstance(following, Table) and following.landscape
        return _paragraph(block, " above-landscape" if heads else "")
    if isinstance(block, Pair):
        sides = "".join(f"<td>{''.join(map(_paragraph, side))}</td>" for side in (block.left, block.right))
        return f'<table class="pair" border="0" role="presentation"><tr>{sides}</tr></table>'
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Picture):
        return _picture(block)
    return "\n".join(f"<p>{_lines(line)}</p>" for line in block.lines)


def _paragraph(paragraph: Paragraph, more: str = "") -> str:
    tag = _TAGS.get(paragraph.style) or (f"h{min(paragraph.level + 1, 6)}" if paragraph.level else "p")
    text = _lines(paragraph.text)
    if lead := paragraph.lead:
        text = f"<b>{_lines(paragraph.text[:lead])}</b>{_lines(paragraph.text[lead:])}"
    if tag == "p" and paragraph.bold:
        text = f"<b>{text}</b>"
    if paragraph.italic:
        text = f"<i>{text}</i>"
    named = f' class="{paragraph.style.value}{more}"' if paragraph.style else ""
    return f"<{tag}{named}>{text}</{tag}>"


def _table(table: Table) -> str:
    columns = "".join(f'<col style="width:{share * 100:.2f}%">' for share in table.widths)
    heads = [row for row in table.rows if row.is_header]
    body = [row for row in table.rows if not row.is_header]
    top = f"<thead>{''.join(_row(row, 'th') for row in heads)}</thead>\n" if heads else ""
    rows = "\n".join(_row(row, "td") for row in body)
    lying = ' class="landscape"' if table.landscape else ""
    inner = f"<colgroup>{columns}</colgroup>\n{top}<tbody>\n{rows}\n</tbody>"
    return f'<div{lying}><table border="1">\n{inner}\n</table></div>'


def _picture(picture: Picture) -> str:
    """As an image that the page holds itself: what stands in an <img> runs nothing and fetches nothing."""
    from caitien.formats.pictures import safe_svg, size_of

    data = b64encode(safe_svg(picture.svg).encode("utf-8")).decode("ascii")
    size = f"width:{size_of(picture)[0]:g}mm"
    lying = " landscape" if picture.landscape else ""
    image = f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(picture.alt)}" style="{size}">'
    return f'<div class="picture{lying}">{image}</div>'


def _row(row: Row, tag: str) -> str:
    band = ' class="band"' if row.is_band else ""
    return f"<tr{band}>{''.join(_cell(cell, tag) for cell in row.cells)}</tr>"


def _cell(cell: Cell, tag: str) -> str:
    spans = f' colspan="{cell.width}"' * (cell.width > 1) + f' rowspan="{cell.height}"' * (cell.height > 1)
    scope = ' scope="col"' if tag == "th" else ""
    text = _lines(cell.text)
    right = ' class="right"' * (cell.right and tag == "td")
    return f"<{tag}{scope}{spans}{right}>{f'<b>{text}</b>' if cell.bold and tag == 'td' else text}</{tag}>"


def _lines(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
