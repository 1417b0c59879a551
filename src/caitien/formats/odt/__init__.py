"""OpenDocument texts (.odt) → blocks, straight from the XML, so that no office program is needed."""

from typing import TYPE_CHECKING

from caitien.blocks import Block, Document
from caitien.findings import CannotRead, Finding
from caitien.formats.archive import BROKEN, Archive
from caitien.formats.odt.body import Body
from caitien.formats.odt.styles import OFFICE, Styles
from caitien.formats.spans import Texts, read_with_texts

if TYPE_CHECKING:
    from caitien.formats import Limits, Progress

__all__ = ["read"]


def read(data: bytes, *, limits: "Limits", progress: "Progress") -> Document:
    """The blocks of an OpenDocument text; tracked deletions, notes, headers and footers are left out.

    Raises CannotRead, for one with a password too.
    """
    archive = Archive(data, limits)
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise CannotRead("Tệp được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu, lưu lại rồi đọc lại.")
    content = archive.markup("content.xml")
    text = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if text is None:
        raise CannotRead(BROKEN)
    styles = Styles([root for root in (archive.markup("styles.xml"), content) if root is not None])
    findings: list[Finding] = []
    raw = ""

    def blocks_with(texts: Texts) -> tuple[Block, ...]:
        nonlocal raw
        body = Body(styles, texts)
        blocks = tuple(body.blocks(text))
        findings[:], raw = body.findings(), texts.raw
        return blocks

    blocks = read_with_texts(blocks_with, limits)
    return Document(blocks, "odt", findings=(*archive.findings, *findings), raw=raw)
