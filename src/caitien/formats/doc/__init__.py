"""Word 97–2003 documents (.doc) → blocks, straight from the piece table; LibreOffice only where that fails.

Layout of the file: [MS-DOC], Word (.doc) Binary File Format.
"""

import struct
from io import BytesIO
from typing import TYPE_CHECKING

from caitien.blocks import Block, Document
from caitien.findings import CannotRead, Finding
from caitien.formats.archive import BROKEN
from caitien.formats.doc.binary import NotWord97, Word
from caitien.formats.doc.body import Body
from caitien.formats.spans import Texts, read_with_texts

if TYPE_CHECKING:
    from caitien.formats import Limits, Progress

__all__ = ["read"]

_DAMAGE = (struct.error, IndexError, ValueError, KeyError, OverflowError, RecursionError)


def read(data: bytes, *, limits: "Limits", progress: "Progress") -> Document:
    """The blocks of a Word 97–2003 document. Raises CannotRead, for one with a password too."""
    findings: list[Finding] = []
    raw = ""

    def blocks_with(texts: Texts) -> tuple[Block, ...]:
        nonlocal raw
        body = Body(word, texts)
        blocks = tuple(body.blocks())
        findings[:], raw = body.findings(), texts.raw
        return blocks

    try:
        word = Word(_streams(data))
        blocks = read_with_texts(blocks_with, limits)
        return Document(blocks, "doc", findings=tuple(findings), raw=raw)
    except (NotWord97, *_DAMAGE):
        pass  # another program may know what to make of it
    return _by_libreoffice(data, limits, progress)


def _streams(data: bytes) -> dict[str, bytes]:
    """The streams of the compound file that hold text and formatting."""
    import olefile

    wanted = ("WordDocument", "0Table", "1Table", "Data")
    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            return {name: ole.openstream(name).read() for name in wanted if ole.exists(name)}
    except Exception:  # olefile raises whatever a damaged directory leads it to
        raise CannotRead(BROKEN) from None


def _by_libreoffice(data: bytes, limits: "Limits", progress: "Progress") -> Document:
    from caitien.formats.office import read_converted

    return read_converted(data, "doc", limits=limits, progress=progress)
