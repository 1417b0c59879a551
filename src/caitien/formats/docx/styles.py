"""Styles of a .docx, resolved along their ancestry: what a paragraph, a run or a table looks like by its style."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from caitien.formats.docx.parts import W, number, on, value

if TYPE_CHECKING:
    from lxml import etree

_LONGEST_ANCESTRY = 30


@dataclass(frozen=True, slots=True)
class Look:
    """What formatting says; None where it says nothing."""

    font: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    align: str | None = None
    level: int | None = None  # outline level from 1; 0 for body text
    list_id: str | None = None
    list_depth: int | None = None
    bordered: bool | None = None

    def over(self, other: "Look") -> "Look":
        """This look where it says something, `other` elsewhere."""
        if self is NOTHING:
            return other
        said = {name: mine for name in self.__slots__ if (mine := getattr(self, name)) is not None}
        return replace(other, **said) if said else other


NOTHING = Look()
_ALIGNS = {"center": "center", "right": "right", "end": "right", "left": "left", "start": "left"}


class Styles:
    """The styles by id; `of` resolves one, `default` is the look of text without any."""

    def __init__(self, root: "etree._Element | None") -> None:
        self._nodes: dict[str, etree._Element] = {}
        self._resolved: dict[str | None, Look] = {}
        self._paragraphs: dict[str | None, Look] = {}
        self.default = NOTHING
        self._default_paragraph: str | None = None
        if root is None:
            return
        for node in root.iterfind(f"{W}style"):
            style = node.get(f"{W}styleId") or ""
            self._nodes[style] = node
            if node.get(f"{W}type") == "paragraph" and node.get(f"{W}default") in ("1", "true"):
                self._default_paragraph = style
        self.default = run_look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def of_paragraph(self, style: str | None) -> Look:
        """The look of a paragraph by its style, or by the default paragraph style."""
        style = style if style in self._nodes else self._default_paragraph
        if style not in self._paragraphs:
            self._paragraphs[style] = self.of(style).over(self.default)
        return self._paragraphs[style]

    def of(self, style: str | None) -> Look:
        """What a style and its ancestors say."""
        if style not in self._resolved:
            look = NOTHING
            for node in reversed(self._ancestry(style)):
                look = _own_look(node).over(look)
            self._resolved[style] = look
        return self._resolved[style]

    def _ancestry(self, style: str | None) -> "list[etree._Element]":
        line: list[etree._Element] = []
        while style in self._nodes and len(line) < _LONGEST_ANCESTRY:
            line.append(self._nodes[style])
            style = value(line[-1], "basedOn")
        return line


def _own_look(style: "etree._Element") -> Look:
    look = run_look(style.find(f"{W}rPr")).over(paragraph_look(style.find(f"{W}pPr")))
    name = (value(style, "name") or "").lower()
    if look.level is None and name.startswith("heading ") and name[8:].isdigit():
        look = replace(look, level=int(name[8:]))
    if style.get(f"{W}type") == "table":
        look = replace(look, bordered=has_borders(style.find(f"{W}tblPr/{W}tblBorders")))
    return look


def run_look(properties: "etree._Element | None") -> Look:
    """What run properties (w:rPr) say."""
    if properties is None:
        return NOTHING
    fonts = properties.find(f"{W}rFonts")
    font = None if fonts is None else fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii") or fonts.get(f"{W}cs")
    return Look(font, on(properties, "b"), on(properties, "i"), on(properties, "vanish"))


def paragraph_look(properties: "etree._Element | None") -> Look:
    """What paragraph properties (w:pPr) say."""
    if properties is None:
        return NOTHING
    outline = value(properties, "outlineLvl")
    level = None if outline is None else (number(outline, 9) + 1) % 10
    depth = value(properties, "numPr/ilvl")
    return Look(
        align=_ALIGNS.get(value(properties, "jc") or ""),
        level=level,
        list_id=value(properties, "numPr/numId"),
        list_depth=None if depth is None else number(depth),
    )


def has_borders(borders: "etree._Element | None") -> bool | None:
    """Do table or cell borders draw any line? None where nothing is said."""
    if borders is None or not len(borders):
        return None
    return any(border.get(f"{W}val") not in (None, "none", "nil") for border in borders)
