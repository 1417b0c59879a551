"""The runs of a Word paragraph as text with its look, insertions accepted and deletions dropped."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caitien.formats.docx.parts import W, value
from caitien.formats.docx.styles import Look, Styles, run_look
from caitien.formats.spans import SOFT_HYPHEN, symbol

if TYPE_CHECKING:
    from lxml import etree

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TRANSPARENT = {
    W + name
    for name in ("sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo")
} | {_M + name for name in ("oMath", "oMathPara", "r", "f", "num", "den", "sSup", "sSub", "e", "sup", "sub")}
_SIGNS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": SOFT_HYPHEN, f"{W}ptab": "\t"}


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    look: Look


def children(node: "etree._Element") -> "Iterator[etree._Element]":
    """The children of a node as a reader sees them: wrappers opened, deletions and empty placeholders skipped."""
    for child in node:
        tag = child.tag
        if not isinstance(tag, str):
            continue
        if tag in _TRANSPARENT:
            yield from children(child)
        elif tag == f"{W}sdt":
            if child.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
                yield from children(child)
        elif tag == f"{_MC}AlternateContent":
            chosen = child.find(f"{_MC}Choice")
            if chosen is None:
                chosen = child.find(f"{_MC}Fallback")
            if chosen is not None:
                yield from children(chosen)
        else:
            yield child


def runs_of(paragraph: "etree._Element", look: Look, styles: Styles, boxes: "list[etree._Element]") -> Iterator[Run]:
    """The runs of a paragraph that looks like `look`; contents of its text boxes are put into `boxes`."""
    for node in children(paragraph):
        if node.tag == f"{W}r":
            properties = node.find(f"{W}rPr")
            own = look
            if properties is not None:
                own = run_look(properties).over(styles.of(value(properties, "rStyle")).over(look))
            text = "".join(_pieces(node, boxes))
            if text:
                yield Run(text, own)
        elif node.tag == f"{_M}t":
            yield Run(node.text or "", look)


def _pieces(run: "etree._Element", boxes: "list[etree._Element]") -> Iterator[str]:
    for node in children(run):
        tag = node.tag
        if tag == f"{W}t":
            yield (node.text or "").replace("\n", " ")
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag == f"{W}br":
            yield "\n"
        elif tag == f"{W}sym":
            yield _symbol(node.get(f"{W}char") or "")
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            boxes.extend(_boxes(node))


def _boxes(node: "etree._Element") -> "Iterator[etree._Element]":
    for child in children(node):
        if child.tag == f"{W}txbxContent":
            yield child
        else:
            yield from _boxes(child)


def _symbol(code: str) -> str:
    try:
        return symbol(int(code, 16))
    except ValueError:
        return " "
