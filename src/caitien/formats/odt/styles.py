"""Styles of an OpenDocument text: looks, list levels, column widths, borders."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from caitien.formats.lists import Level

if TYPE_CHECKING:
    from lxml import etree

_URN = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, STYLE, TEXT, TABLE = (f"{_URN}{name}:1.0}}" for name in ("office", "style", "text", "table"))
DRAW, FO, SVG = f"{_URN}drawing:1.0}}", f"{_URN}xsl-fo-compatible:1.0}}", f"{_URN}svg-compatible:1.0}}"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_SHAPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_ALIGNS = {"center": "center", "right": "right", "end": "right", "left": "left", "start": "left"}
_TWIPS = {"cm": 566.9, "mm": 56.69, "in": 1440.0, "pt": 20.0, "pc": 240.0, "px": 15.0}
_LONGEST_ANCESTRY = 30


@dataclass(frozen=True, slots=True)
class Look:
    """What formatting says; None where it says nothing."""

    font: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    align: str | None = None
    level: int | None = None

    def over(self, other: "Look") -> "Look":
        """This look where it says something, `other` elsewhere."""
        return replace(other, **{name: mine for name in self.__slots__ if (mine := getattr(self, name)) is not None})


class Styles:
    """The styles of all `roots` (styles.xml, content.xml), looked up by family and name."""

    def __init__(self, roots: "list[etree._Element]") -> None:
        self._nodes: dict[tuple[str, str], etree._Element] = {}
        self._fonts: dict[str, str] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self.default = Look()
        self.lists: dict[str, tuple[Level, ...]] = {}
        self.outline: tuple[Level, ...] = ()
        for root in roots:
            for node in root.iter(f"{STYLE}font-face"):
                self._fonts[node.get(f"{STYLE}name") or ""] = (node.get(f"{SVG}font-family") or "").strip("'\"")
            for node in root.iter(f"{STYLE}style"):
                self._nodes[node.get(f"{STYLE}family") or "", node.get(f"{STYLE}name") or ""] = node
            for node in root.iter(f"{TEXT}list-style"):
                self.lists[node.get(f"{STYLE}name") or ""] = _levels(node)
            for node in root.iter(f"{TEXT}outline-style"):
                self.outline = _levels(node)
            for node in root.iter(f"{STYLE}default-style"):
                if node.get(f"{STYLE}family") == "paragraph":
                    self.default = self._own(node)

    def look(self, family: str, name: str | None) -> Look:
        """What a style and its ancestors say."""
        key = family, name or ""
        if key not in self._looks:
            look = Look()
            for node in reversed(self._ancestry(*key)):
                look = self._own(node).over(look)
            self._looks[key] = look
        return self._looks[key]

    def width(self, name: str | None) -> int:
        """The width of a table column in twips, 0 where it is not told."""
        node = self._nodes.get(("table-column", name or ""))
        properties = node.find(f"{STYLE}table-column-properties") if node is not None else None
        found = re.match(
            r"([\d.]+)(\w\w)", (properties.get(f"{STYLE}column-width") or "") if properties is not None else ""
        )
        return int(float(found[1]) * _TWIPS.get(found[2], 0)) if found else 0

    def bordered(self, name: str | None) -> bool:
        """Does a cell of this style draw a line?"""
        node = self._nodes.get(("table-cell", name or ""))
        properties = node.find(f"{STYLE}table-cell-properties") if node is not None else None
        if properties is None:
            return False
        borders = (properties.get(f"{FO}border{side}") for side in ("", "-left", "-right", "-top", "-bottom"))
        return any(border and border != "none" for border in borders)

    def _ancestry(self, family: str, name: str) -> "list[etree._Element]":
        line: list[etree._Element] = []
        while (family, name) in self._nodes and len(line) < _LONGEST_ANCESTRY:
            line.append(self._nodes[family, name])
            name = line[-1].get(f"{STYLE}parent-style-name") or ""
        return line

    def _own(self, node: "etree._Element") -> Look:
        level = node.get(f"{STYLE}default-outline-level")
        look = Look(level=int(level) if level and level.isdigit() else None)
        paragraph, text = node.find(f"{STYLE}paragraph-properties"), node.find(f"{STYLE}text-properties")
        if paragraph is not None:
            look = replace(look, align=_ALIGNS.get(paragraph.get(f"{FO}text-align") or ""))
        if text is not None:
            name = text.get(f"{STYLE}font-name")
            weight, slant = text.get(f"{FO}font-weight"), text.get(f"{FO}font-style")
            look = replace(
                look,
                font=(self._fonts.get(name) or name) if name else text.get(f"{FO}font-family"),
                bold=None if weight is None else weight not in ("normal", "100", "200", "300", "400", "500"),
                italic=None if slant is None else slant != "normal",
                hidden=True if text.get(f"{TEXT}display") == "none" else None,
            )
        return look


def _levels(node: "etree._Element") -> tuple[Level, ...]:
    levels = {}
    for child in node:
        depth = child.get(f"{TEXT}level") or ""
        if depth.isdigit():
            levels[int(depth) - 1] = _level(child, int(depth))
    return tuple(levels.get(depth, Level(text="", shape="none")) for depth in range(max(levels, default=-1) + 1))


def _level(node: "etree._Element", depth: int) -> Level:
    if node.tag == f"{TEXT}list-level-style-bullet":
        return Level("bullet", node.get(f"{TEXT}bullet-char") or "-")
    shape = _SHAPES.get(node.get(f"{STYLE}num-format") or "", "decimal")
    if node.tag == f"{TEXT}list-level-style-image" or (shape == "none" and not node.get(f"{STYLE}num-prefix")):
        return Level("bullet", "-") if node.tag.endswith("image") else Level("none", "")
    pattern = node.get(f"{STYLE}num-list-format") or node.get(f"{_LOEXT}num-list-format")
    if pattern:
        text = re.sub(r"%(\d)%", r"%\1", pattern)
    else:
        shown = node.get(f"{TEXT}display-levels") or "1"
        first = depth - (int(shown) if shown.isdigit() else 1) + 1
        text = ".".join(f"%{number}" for number in range(max(1, first), depth + 1))
        text = (node.get(f"{STYLE}num-prefix") or "") + text + (node.get(f"{STYLE}num-suffix") or "")
    start = node.get(f"{TEXT}start-value") or "1"
    return Level(shape, text, int(start) if start.isdigit() else 1)
