"""Word documents (.docx) → blocks, straight from the XML of its parts.

Read by lxml rather than python-docx: what a plan needs (accepted insertions, content controls, text boxes, automatic
numbers, merged cells, old fonts) is not in python-docx's reach, and importing it alone takes longer than reading.
"""

from typing import TYPE_CHECKING

from caitien.blocks import Block, Document
from caitien.findings import Finding
from caitien.formats.docx.body import Body
from caitien.formats.docx.parts import Parts
from caitien.formats.spans import Texts, read_with_texts

if TYPE_CHECKING:
    from caitien.formats import Limits, Progress

__all__ = ["read"]


def read(data: bytes, *, limits: "Limits", progress: "Progress") -> Document:
    """The blocks of a Word document in reading order; headers, footers and page numbers are left out.

    Deleted and hidden text is left out, insertions are accepted. Raises CannotRead.
    """
    parts = Parts(data, limits)
    findings: list[Finding] = []
    raw = ""

    def blocks_with(texts: Texts) -> tuple[Block, ...]:
        nonlocal raw
        body = Body(parts, texts, limits)
        blocks = tuple(body.blocks())
        findings[:], raw = body.findings(), texts.raw
        return blocks

    blocks = read_with_texts(blocks_with, limits)
    return Document(blocks, "docx", title=parts.title, findings=(*parts.archive.findings, *findings), raw=raw)
