"""The parts of a .docx and how they are found: main document, styles, numbering."""

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from caitien.findings import CannotRead
from caitien.formats.archive import BROKEN, Archive

if TYPE_CHECKING:
    from caitien.formats import Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


class Parts:
    """The XML parts of one document. Raises CannotRead where there is no main document."""

    def __init__(self, data: bytes, limits: "Limits") -> None:
        self.archive = Archive(data, limits)
        self._main = self._target("", "officeDocument") or "word/document.xml"
        root = self.archive.markup(self._main)
        body = _transitional(root).find(f"{W}body") if root is not None else None
        if body is None:
            raise CannotRead(BROKEN)
        self.body: etree._Element = body
        self.styles = self._related("styles")
        self.numbering = self._related("numbering")
        self.footnotes = self._related("footnotes")
        self.title = self._title()

    def _related(self, kind: str) -> "etree._Element | None":
        root = self.archive.markup(self._target(self._main, kind) or f"word/{kind}.xml")
        return None if root is None else _transitional(root)

    def chunk(self, relation_id: str) -> bytes:
        """The embedded file of a w:altChunk (a web page that an exporter wrapped as Word), b"" where it is absent."""
        folder, name = posixpath.split(self._main)
        relations = self.archive.markup(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in () if relations is None else relations:
            if relation.get("Id") == relation_id and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/")
                return self.archive.read(target) if target in self.archive.names else b""
        return b""

    def _target(self, source: str, kind: str) -> str | None:
        """The part that `source` names as its `kind`; external targets are never followed."""
        folder, name = posixpath.split(source)
        relations = self.archive.markup(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in () if relations is None else relations:
            if (relation.get("Type") or "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = relation.get("Target") or ""
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return None

    def _title(self) -> str | None:
        root = self.archive.markup("docProps/core.xml")
        text = root.findtext(_TITLE) if root is not None else None
        return text.strip() or None if text else None


def _transitional(root: "etree._Element") -> "etree._Element":
    """The same tree with the names of the transitional form, in which nearly every document is written."""
    if not isinstance(root.tag, str) or not root.tag.startswith(_STRICT_W):
        return root
    for node in root.iter():
        if isinstance(node.tag, str) and node.tag.startswith(_STRICT_W):
            node.tag = W + node.tag[len(_STRICT_W) :]
            for name, value in list(node.attrib.items()):
                if isinstance(name, str) and name.startswith(_STRICT_W):
                    node.set(W + name[len(_STRICT_W) :], value)
    return root


def on(node: "etree._Element | None", name: str) -> bool | None:
    """A switch property such as <w:b/>: None where absent."""
    found = node.find(W + name) if node is not None else None
    if found is None:
        return None
    return found.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def value(node: "etree._Element | None", path: str) -> str | None:
    """The w:val of the element at `path` (names of w: parted by /), or None."""
    found = node.find("/".join(W + name for name in path.split("/"))) if node is not None else None
    return found.get(f"{W}val") if found is not None else None


def number(text: str | None, default: int = 0) -> int:
    """An attribute as a whole number; `default` where it is absent or rubbish."""
    try:
        return int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default
