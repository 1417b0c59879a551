"""Blocks → Word document (.docx): named styles, real headings, repeated table heads, landscape sections (Decree 30).

The XML of the parts is written straight out, as it is read straight in: tables of hundreds of rows cost milliseconds,
and nothing of the day, the time zone or chance gets into the file.
"""

from caitien.blocks import Document, Pair, Paragraph, Style
from caitien.formats.docx_write.body import body_of
from caitien.formats.docx_write.package import Properties, packed
from caitien.formats.docx_write.pictures import Pictures

__all__ = ["write"]


def write(document: Document) -> bytes:
    """The bytes of a .docx on A4, the same for the same blocks on any day and machine.

    The file's properties hold the document's title and, as its author, the school of the head.
    """
    pictures = Pictures([block for part in document.parts for block in part.blocks])
    properties = Properties(document.title or _title(document), _school(document))
    return packed(body_of(document.parts, pictures), properties, pictures.parts())


def _title(document: Document) -> str:
    kinds = (Style.KIND, Style.SUBJECT)
    return " ".join(block.text for block in document.blocks if isinstance(block, Paragraph) and block.style in kinds)


def _school(document: Document) -> str:
    sides = (side for block in document.blocks if isinstance(block, Pair) for side in (block.left, block.right))
    return next((p.text for side in sides for p in side if p.style is Style.SCHOOL), "").replace("\n", " ")
