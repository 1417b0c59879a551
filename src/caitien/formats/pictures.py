"""Drawings in documents: SVG text that is checked, measured and, for Word, drawn as a PNG."""

import re
from typing import TYPE_CHECKING, cast

from caitien.blocks import Picture
from caitien.findings import CannotWrite
from caitien.formats.pdf_write import TEMPLATE, compiler_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["png", "safe_svg", "size_of"]

UPRIGHT, LYING = (
    (165.0, 220.0),
    (252.0, 140.0),
)  # mm that a picture may take: width and height of A4 less margins, title
SQUARE = (100.0, 100.0)  # of a drawing that does not tell its size
POINTS_AN_INCH = 200.0  # of the PNG
OWN = ("#", "data:image/")  # what a link in a drawing may lead to: its own parts, pictures that it holds
FORBIDDEN = {"script", "foreignobject", "iframe", "handler", "a"}
OUTSIDE = re.compile(r"@import|url\(\s*[\"']?(?!#|data:image/)", re.I)
NUMBER = re.compile(r"\s*([\d.]+)")


def safe_svg(svg: str) -> str:
    """The drawing, if it can do no harm. Raises CannotWrite where it is no SVG, fetches from outside or runs."""
    _parsed(svg)
    return svg


def size_of(picture: Picture) -> tuple[float, float]:
    """Width and height in mm as it stands on the page: the width asked for, less where the page is smaller."""
    width, height = _own_size(_parsed(picture.svg))
    widest, highest = LYING if picture.landscape else UPRIGHT
    shown = min(max(picture.width, 1.0), widest, highest * width / height)
    return round(shown, 2), round(shown * height / width, 2)


def png(picture: Picture) -> bytes:
    """The picture drawn at 200 points an inch of its size on the page; the same drawing gives the same bytes."""
    width, height = size_of(picture)
    said = {"svg": safe_svg(picture.svg), "width": str(width), "height": str(height)}
    compiler = compiler_of(TEMPLATE.with_name("picture.typ"))
    return cast(bytes, compiler.compile(format="png", ppi=POINTS_AN_INCH, sys_inputs=said))


def _parsed(svg: str) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(svg.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        raise CannotWrite("Hình vẽ không phải là SVG đúng cú pháp.") from None
    if etree.QName(root).localname != "svg" or "<!DOCTYPE" in svg:
        raise CannotWrite("Hình vẽ không phải là SVG.")
    for element in root.iter(etree.Element):
        if not _harmless(element, etree.QName(element).localname.lower()):
            raise CannotWrite("Hình vẽ SVG có mã lệnh hoặc lấy nội dung từ bên ngoài, không đưa vào văn bản được.")
    return root


def _harmless(element: "_Element", name: str) -> bool:
    said = {str(key).rpartition("}")[2].lower(): str(value) for key, value in element.attrib.items()}
    links = said.get("href", "#").strip().startswith(OWN)
    texts = (*said.values(), element.text or "" if name == "style" else "")
    fetches = any(OUTSIDE.search(text) for text in texts)
    return name not in FORBIDDEN and links and not fetches and not any(key.startswith("on") for key in said)


def _own_size(root: "_Element") -> tuple[float, float]:
    """Width and height by the view box, else by what the drawing says of itself."""
    box = [float(number) for number in re.findall(r"-?[\d.]+", root.get("viewBox", ""))]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        return box[2], box[3]
    found = [NUMBER.match(root.get(side, "")) for side in ("width", "height")]
    if found[0] and found[1] and float(found[0][1]) and float(found[1][1]):
        return float(found[0][1]), float(found[1][1])
    return SQUARE
