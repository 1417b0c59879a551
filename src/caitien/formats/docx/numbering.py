"""Automatic numbers of a .docx: numbering.xml → the mark before each list paragraph."""

from typing import TYPE_CHECKING

from caitien.formats.docx.parts import W, number, on, value
from caitien.formats.lists import Counters, Level

if TYPE_CHECKING:
    from lxml import etree


class Numbering:
    """Gives list paragraphs their marks, in the order in which they are asked for."""

    def __init__(self, root: "etree._Element | None") -> None:
        self._lists: dict[str, etree._Element] = {}
        self._by_style: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._counters = Counters(self._levels_of)
        for node in () if root is None else root:
            if node.tag == f"{W}abstractNum":
                self._lists[node.get(f"{W}abstractNumId") or ""] = node
                if style := value(node, "styleLink"):
                    self._by_style[style] = node
            elif node.tag == f"{W}num":
                self._numbers[node.get(f"{W}numId") or ""] = node

    def mark(self, list_id: str | None, depth: int | None) -> str:
        """The next mark of a list paragraph: “1. ”, “a) ”, “- ”; "" where it is in no list."""
        numbered = self._numbers.get(list_id or "")
        if numbered is None or list_id is None:
            return ""
        depth = min(max(depth or 0, 0), 8)
        override = numbered.find(f"{W}lvlOverride[@{W}ilvl='{depth}']")
        own_levels = override is not None and override.find(f"{W}lvl") is not None
        key = f"num {list_id}" if own_levels else f"list {value(numbered, 'abstractNumId')}"
        start = value(override, "startOverride")
        return self._counters.mark(key, depth, restart=(list_id, number(start, 1)) if start is not None else None)

    def _levels_of(self, key: str) -> tuple[Level, ...]:
        if key not in self._levels:
            self._levels[key] = tuple(self._read(key))
        return self._levels[key]

    def _read(self, key: str) -> list[Level]:
        kind, name = key.split(" ", 1)
        numbered = self._numbers[name] if kind == "num" else None
        node = self._lists.get((value(numbered, "abstractNumId") or "") if numbered is not None else name)
        if node is not None and (link := value(node, "numStyleLink")):
            node = self._by_style.get(link, node)
        levels = {} if node is None else {number(lvl.get(f"{W}ilvl")): lvl for lvl in node.iterfind(f"{W}lvl")}
        for override in () if numbered is None else numbered.iterfind(f"{W}lvlOverride"):
            if (lvl := override.find(f"{W}lvl")) is not None:
                levels[number(override.get(f"{W}ilvl"))] = lvl
        return [_level(levels[depth]) if depth in levels else Level() for depth in range(9)] if levels else []


def _level(node: "etree._Element") -> Level:
    return Level(
        shape=value(node, "numFmt") or "decimal",
        text=value(node, "lvlText") or "",
        start=number(value(node, "start"), 1),
        glued=value(node, "suff") == "nothing",
        legal=bool(on(node, "isLgl")),
    )
