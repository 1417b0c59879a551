"""Which pages of a PDF must be read as pictures, and their pictures."""

from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image

from caitien.formats.pdf_page import Page
from caitien.formats.scan_image import FINEST, check_size
from caitien.vietnamese.damage import damage

COARSEST = 150  # dots per inch below which rendering finer than the picture gains nothing
MANY = 150  # drawings
FEW = 3  # words that may stand on a scanned page (a stamp, a page number)


def has_text(page: Page, document: Any) -> bool:
    """Whether the page's own text can be used: there is some, it is no rubbish, or there is nothing to see at all."""
    if len(page.words) > FEW:
        return damage(" ".join(word.text for word in page.words)) is None
    return _picture_width(document, page.number) == 0 and not _is_outlined(document, page.number)


def picture_of(document: Any, number: int) -> Image.Image:
    """The page drawn in grey, as fine as the picture in it (at most 300 dots per inch)."""
    page = document[number - 1]
    try:
        wide, high = page.get_size()
        native = _picture_width(document, number) / (wide / 72)
        dpi = FINEST if not native else min(max(native, COARSEST), FINEST)
        if wide * high / 5184 > 400:  # square inches: a poster, not a page
            dpi *= (400 / (wide * high / 5184)) ** 0.5
        check_size(round(wide * dpi / 72), round(high * dpi / 72))
        image: Image.Image = page.render(scale=dpi / 72, grayscale=True).to_pil()
        return image
    finally:
        page.close()


def _is_outlined(document: Any, number: int) -> bool:
    """Whether letters seem to be drawn as mere shapes: a page without words but with many drawings."""
    page = document[number - 1]
    try:
        return bool(pdfium.FPDFPage_CountObjects(page.raw) > MANY)
    finally:
        page.close()


def _picture_width(document: Any, number: int) -> int:
    """Pixels across the widest picture that covers most of the page; 0 if there is none."""
    page = document[number - 1]
    try:
        left, bottom, right, top = page.get_cropbox()
        widest = 0
        for obj in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
            x0, y0, x1, y1 = obj.get_bounds()
            if (x1 - x0) * (y1 - y0) > 0.3 * (right - left) * (top - bottom):
                widest = max(widest, *obj.get_px_size())
        return widest
    finally:
        page.close()
