"""HTML (also saved as .doc) → blocks, and the HTML remains that converters leave in cells of other texts."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from caitien.blocks import Block, Cell, Document, Paragraph, Row, Table
from caitien.findings import CannotRead, Position
from caitien.formats import Limits, Progress
from caitien.vietnamese.normalise import damage, normalise

_BREAKS = re.compile(r"<\s*(br|/p|/li|/div|/tr|/h\d)\b[^>]*>", re.I)
_ITEM = re.compile(r"<\s*li\b[^>]*>", re.I)
_TAG = re.compile(r"<\s*/?\s*[a-z][a-z0-9]*(\s[^<>]*)?/?>", re.I)
_LIST = re.compile(r"<\s*ul\b[^>]*>", re.I)
# In a list whose items were joined on one line, an item begins with a dash after the end of a sentence.
_JOINED_ITEM = re.compile(r"(?<=[.;:])\s+- (?=\S)")
_SKIPPED = {"script", "style", "head", "title", "meta", "link", "noscript", "template"}
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div", "section", "article", "body", "td", "th", "center"}


def strip_tags(text: str) -> str:
    """Text of a cell or paragraph without HTML remains; paragraphs and list items become lines."""
    if not _TAG.search(text):
        return unescape(_JOINED_ITEM.sub("\n- ", text) if text.lstrip().startswith("- ") else text)
    listed = bool(_LIST.search(text))
    text = _ITEM.sub("\n- ", _BREAKS.sub("\n", text))
    text = unescape(_TAG.sub(" ", text))
    if listed or text.lstrip().startswith("- "):
        text = _JOINED_ITEM.sub("\n- ", text)
    lines = [re.sub(r"^(- )+", "- ", " ".join(line.split())) for line in text.split("\n")]
    return "\n".join(line for line in lines if line and line != "-")


def read(data: bytes, *, limits: Limits, progress: Progress) -> Document:
    """The page as paragraphs and tables, in order. Nothing that the page refers to is fetched."""
    from lxml import html as parser

    from caitien.formats.text import decode

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", _decode(data, decode))
    try:
        root = parser.fromstring(text, parser=parser.HTMLParser(no_network=True, huge_tree=False))
    except (ValueError, parser.etree.ParserError) as error:
        raise CannotRead("Tệp là trang web nhưng không có nội dung đọc được; hãy mở và lưu lại thành .docx.") from error
    blocks = tuple(_blocks(root))
    if why := damage("\n".join(block.text for block in blocks if isinstance(block, Paragraph))):
        raise CannotRead(why)
    return Document(blocks, "html")


def _decode(data: bytes, otherwise: Any) -> str:
    named = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", data[:4096])
    if named and named[1].lower() not in (b"utf-8", b"unicode"):
        try:
            return data.decode(named[1].decode("ascii"), "replace")
        except LookupError:
            pass
    return str(otherwise(data))


def _blocks(element: Any) -> Iterator[Block]:
    """Blocks below an element; text that stands between blocks becomes a paragraph of its own."""
    loose: list[str] = [_flat(element.text)]
    for child in element:
        tail = _flat(child.tail)
        if not isinstance(child.tag, str) or child.tag in _SKIPPED:
            loose.append(tail)
        elif child.tag == "table":
            yield from _loose(loose, element)
            yield _table(child)
            loose = [tail]
        elif (
            child.tag in _PARAGRAPHS or child.find(".//table") is not None or child.tag in ("ul", "ol", "form", "main")
        ):
            yield from _loose(loose, element)
            yield from _blocks(child)
            loose = [tail]
        elif child.tag == "br":
            loose.append("\n" + tail)
        else:
            loose += [_text(child), tail]
    yield from _loose(loose, element)


def _loose(texts: list[str], element: Any) -> Iterator[Paragraph]:
    text = _squeeze("".join(texts))
    if not text:
        return
    level = int(element.tag[1]) if re.fullmatch(r"h[1-6]", element.tag) else None
    bold = level is not None or element.find("b") is not None or element.find("strong") is not None
    centred = "center" in (element.get("align") or element.get("style") or "")
    text = f"- {text}" if element.tag == "li" and element.getparent().tag == "ul" else text
    yield Paragraph(
        text, level=level, bold=bold, align="center" if centred else None, position=Position(line=element.sourceline)
    )


def _text(element: Any) -> str:
    """All text below an element, breaks and paragraphs as lines, list items with their dash; nested tables left out."""
    if not isinstance(element.tag, str) or element.tag in _SKIPPED or element.tag == "table":
        return ""
    if element.tag == "br":
        return "\n"
    inner = _flat(element.text) + "".join(_text(child) + _flat(child.tail) for child in element)
    if element.tag == "li":
        return f"\n- {inner.strip()}\n"
    return f"\n{inner}\n" if element.tag in _PARAGRAPHS else inner


def _cell_text(cell: Any) -> str:
    """Text of a cell; line ends of the source are blanks, only tags make lines."""
    return _squeeze("".join([_flat(cell.text), *(_text(child) + _flat(child.tail) for child in cell)]))


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _squeeze(text: str) -> str:
    lines = [" ".join(line.split()) for line in normalise(text).split("\n")]
    return "\n".join(line for line in lines if line)


def _table(element: Any) -> Table:
    rows: list[Row] = []
    taken: dict[int, int] = {}  # grid column → rows that a cell from above still covers
    for tr in (tr for tr in element.iter("tr") if next(tr.iterancestors("table")) is element):
        cells, column = [], 0
        for td in (child for child in tr if child.tag in ("td", "th")):
            while taken.get(column, 0):
                column += 1
            width, height = _span(td, "colspan"), _span(td, "rowspan")
            nested = tuple(_table(inner) for inner in td.findall(".//table"))
            position = Position(line=tr.sourceline, row=len(rows) + 1, column=column + 1)
            bold = td.tag == "th" or td.find(".//b") is not None
            cells.append((Cell(_cell_text(td), column, width, height, bold, position, nested), height))
            column += width
        taken = {col: left - 1 for col, left in taken.items() if left > 1}
        taken |= {c.column + i: height - 1 for c, height in cells for i in range(c.width) if height > 1}
        header = tr.getparent().tag == "thead" or all(child.tag == "th" for child in tr)
        rows.append(Row(tuple(cell for cell, _ in cells), is_header=header))
    bordered = (element.get("border") or "1") != "0" or "border" in (element.get("style") or "")
    return Table(tuple(rows), Position(line=element.sourceline), bordered)


def _span(cell: Any, name: str) -> int:
    """A span as written, within what a plan's table can have."""
    text = cell.get(name) or "1"
    return max(1, min(int(text), 100)) if text.isdigit() else 1
