"""Scanned pages → blocks: pictures of paper (PNG, JPEG, TIFF) and pages of a PDF that have no text of their own."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from caitien.blocks import Document
from caitien.findings import CannotRead
from caitien.formats import Limits, Progress

if TYPE_CHECKING:
    from caitien.formats.ocr import Reader
    from caitien.formats.pdf_page import Page
    from caitien.formats.scan_page import Prepared

__all__ = ["read", "recognised"]

AHEAD = 2  # pages prepared while others are being recognised: bounds the memory
POOR = 0.6  # certainty below which a page may lie on its side or head
WHAT = "nhận dạng chữ trên trang quét"


def read(data: bytes, *, limits: Limits, progress: Progress) -> Document:
    """The blocks of a picture file's bytes. Raises CannotRead for a damaged, huge or tiny picture."""
    from caitien.formats.pdf_blocks import assemble, sheet_of
    from caitien.formats.scan_image import frames_in, pictures_in

    count = frames_in(data)
    if count > limits.pages:
        raise CannotRead(f"Tệp ảnh có {count} trang, quá giới hạn {limits.pages}; hãy đọc với “--max-pages {count}”.")
    numbered = enumerate(pictures_in(data), 1)
    sheets = []
    for page in recognised(numbered):
        sheets.append(sheet_of(page))
        progress(len(sheets), count, WHAT)
    return assemble(sheets, "scan")


def recognised(images: Iterable[tuple[int, Any]]) -> Iterator["Page"]:
    """Pages with recognised words, in order, from (page number, PIL image) pairs."""
    from caitien.formats.ocr import reader
    from caitien.formats.scan_image import upright
    from caitien.formats.scan_page import prepare

    with reader() as engine:
        waiting: deque[tuple[Prepared, list[Any]]] = deque()
        for number, image in images:
            prepared = prepare(upright(image), number)
            waiting.append((prepared, _submit(engine, prepared)))
            if len(waiting) > AHEAD:
                yield _collected(engine, *waiting.popleft())
        while waiting:
            yield _collected(engine, *waiting.popleft())


def _submit(engine: "Reader", prepared: "Prepared") -> list[Any]:
    return [engine.submit(chunk) for chunk in _chunks(prepared.crops)]


def _chunks(crops: list[Any]) -> Iterator[list[Any]]:
    """Crops in handfuls of like area, so that all workers end together."""
    chunk: list[Any] = []
    area = 0
    for crop in crops:
        chunk.append(crop)
        area += crop.width * crop.height
        if area > 400_000:
            yield chunk
            chunk, area = [], 0
    if chunk:
        yield chunk


def _collected(engine: "Reader", prepared: "Prepared", parts: list[Any]) -> "Page":
    """The page when its parts are recognised; one that lies on its side or head is turned and recognised anew."""
    from caitien.formats.ocr import certainty
    from caitien.formats.scan_image import quarter
    from caitien.formats.scan_page import finish, prepare

    if parts and certainty([word for words in parts[0].result() for word in words]) < POOR:
        turns = _turns(engine, prepared)
        if turns:
            for part in parts:
                part.cancel()
            prepared = prepare(quarter(prepared.picture, turns), prepared.page.number)
            parts = _submit(engine, prepared)
    return finish(prepared, [words for part in parts for words in part.result()])


def _turns(engine: "Reader", prepared: "Prepared") -> int:
    """Quarter turns, counter-clockwise, after which a sample of the page is recognised best."""
    from caitien.formats.ocr import certainty
    from caitien.formats.scan_page import turned

    asked = [engine.submit([turned(crop, turns) for crop in prepared.sample]) for turns in range(4)]
    scores = [certainty([word for words in future.result() for word in words]) for future in asked]
    return max(range(4), key=scores.__getitem__)
