"""The pages of a PDF or of a scan as small grey PNG pictures, to be looked at beside what was read from them."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from caitien.findings import CannotRead
from caitien.formats.sniff import Kind, sniff

LONG_SIDE = 1500  # pixels: an A4 page is well readable, and a picture stays about 100 kB
MOST_PAGES = 120


def page_pictures(data: bytes) -> Iterator[bytes]:
    """A PNG for each page, in order, at most MOST_PAGES; nothing for files that have no pages of their own.

    Raises CannotRead for a file that is damaged or locked.
    """
    kind = sniff(data)
    if kind is Kind.PDF:
        yield from _of_pdf(data)
    elif kind is Kind.PICTURE:
        yield from _of_pictures(data)


def _of_pdf(data: bytes) -> Iterator[bytes]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            for number in range(min(len(document), MOST_PAGES)):
                page = document[number]
                scale = min(3.0, LONG_SIDE / max(1.0, *page.get_size()))
                yield _png(page.render(scale=scale, grayscale=True).to_pil())
                page.close()
        finally:
            document.close()
    except pypdfium2.PdfiumError:
        raise CannotRead("Tệp PDF bị hỏng, không vẽ được trang.") from None


def _of_pictures(data: bytes) -> Iterator[bytes]:
    from caitien.formats.scan_image import frames_in, pictures_in

    frames_in(data)
    for number, image in enumerate(pictures_in(data)):
        if number == MOST_PAGES:
            return
        image.thumbnail((LONG_SIDE, LONG_SIDE))
        yield _png(image)


def _png(image: Any) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=6)
    return out.getvalue()
