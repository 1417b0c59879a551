"""A Word file as it is printed: its pages, and where on them each of its texts stands.

The pages come from LibreOffice; they are read like any PDF, and their texts are found again in the file by their words.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from caitien.blocks import Document, Paragraph, Table
from caitien.findings import Position
from caitien.formats import pdf
from caitien.formats.office import pdf_of
from caitien.formats.sniff import sniff
from caitien.vietnamese.fold import fold

if TYPE_CHECKING:
    from caitien.formats import Limits, Progress

PROBE = 40  # letters that tell a text whose end is on another page


def printed(data: bytes, *, limits: "Limits", progress: "Progress") -> tuple[bytes, Document]:
    """The PDF of a Word file, and its blocks. Raises CannotRead, also without LibreOffice."""
    progress(0, 1, "vẽ trang bản gốc")
    made = pdf_of(data, sniff(data), seconds=limits.seconds)
    return made, pdf.read(made, limits=limits, progress=progress, recognises=False)


def places_on_pages(original: Document, pages: Document) -> list[tuple[Position, Position]]:
    """For each text of the original that is found on the pages: its position, and the one with page and box.

    Equal texts are matched in their order.
    """
    waiting: dict[str, list[Position]] = {}
    for text, position in _texts(pages):
        for key in {fold(text), fold(text)[:PROBE]}:
            waiting.setdefault(key, []).append(position)
    found: list[tuple[Position, Position]] = []
    for text, position in _texts(original):
        words = fold(text)
        places = waiting.get(words) or waiting.get(words[:PROBE])
        if places:
            found.append((position, _taken(places, waiting, words)))
    return found


def _taken(places: list[Position], waiting: dict[str, list[Position]], words: str) -> Position:
    """The first place, which no other text may have; the last one stays for texts that span several rows."""
    place = places[0]
    for key in {words, words[:PROBE]}:
        if len(waiting.get(key, ())) > 1 and place in waiting[key]:
            waiting[key].remove(place)
    return place


def _texts(document: Document) -> Iterator[tuple[str, Position]]:
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.text.strip():
            yield block.text, block.position
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    if cell.text.strip():
                        yield cell.text, cell.position
