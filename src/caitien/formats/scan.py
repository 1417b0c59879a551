"""Scanned pages → blocks: pictures of paper (PNG, JPEG, TIFF) and pages of a PDF that have no text of their own."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from caitien.blocks import Document
from caitien.findings import CannotRead
from caitien.formats import Limits, Progress

if TYPE_CHECKING:
    from caitien.formats.pdf_page import Page

__all__ = ["read", "recognised"]

AHEAD = 2  # pages prepared while others are being recognised: bounds the memory
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
    from caitien.formats.scan_page import Prepared, finish, prepare

    with reader() as engine:
        waiting: deque[tuple[Prepared, list[Any]]] = deque()
        for number, image in images:
            prepared = prepare(upright(image), number)
            parts = [engine.submit(chunk) for chunk in _chunks(prepared.crops)]
            prepared.crops = []
            waiting.append((prepared, parts))
            if len(waiting) > AHEAD:
                yield _collected(finish, *waiting.popleft())
        while waiting:
            yield _collected(finish, *waiting.popleft())


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


def _collected(finish: Any, prepared: Any, parts: list[Any]) -> "Page":
    page: Page = finish(prepared, [words for part in parts for words in part.result()])
    return page
