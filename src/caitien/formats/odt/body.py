"""The body of an OpenDocument text → blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caitien.blocks import Block, Paragraph, Table
from caitien.findings import Finding, Position, doubt
from caitien.formats.grid import RawCell, RawRow, table_of
from caitien.formats.lists import Counters
from caitien.formats.odt.styles import DRAW, OFFICE, TABLE, TEXT, Look, Styles
from caitien.formats.spans import Texts

if TYPE_CHECKING:
    from lxml import etree

_SKIPPED = {f"{OFFICE}annotation", f"{OFFICE}annotation-end"}
_SKIPPED |= {f"{TEXT}{name}" for name in ("note", "tracked-changes", "ruby-text", "sequence-decls", "variable-decls")}
_PARAGRAPHS = {f"{TEXT}p", f"{TEXT}h"}
_ROW_GROUPS = {f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")}
_CELLS = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}
_EDGE, _MOST_REPEATED, _MOST_COLUMNS = 1000, 100, 200


@dataclass(slots=True)
class _Words:
    text: str
    look: Look
    bold: bool
    italic: bool
    boxes: "list[etree._Element]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Item:
    """Where in a list a paragraph stands: list style, counter, depth from 0."""

    style: str
    key: str
    depth: int
    restart: tuple[str, int] | None = None


class Body:
    """Walks one document once; `findings` is complete after `blocks` has been exhausted."""

    def __init__(self, styles: Styles, texts: Texts) -> None:
        self._styles = styles
        self._texts = texts
        self._counters = Counters(lambda key: styles.lists.get(key.split("\n")[0], styles.outline if not key else ()))
        self._list_keys: dict[str, str] = {}
        self._last_key: dict[str, str] = {}
        self._lists = self._tables = self._paragraphs = 0
        self._hidden: list[str] = []

    def findings(self) -> Iterator[Finding]:
        yield from self._texts.findings()
        if quote := " ".join("".join(self._hidden).split())[:80]:
            yield doubt("hidden-content-left-out", f"Tệp có chữ ẩn, không đọc: “{quote}”.")

    def blocks(self, parent: "etree._Element") -> Iterator[Block]:
        """The blocks within `parent`, lists and sections opened."""
        for node, item in self._flat(parent, None):
            if node.tag == f"{TABLE}table":
                if (table := self._table(node)) is not None:
                    yield table
                continue
            if node.tag not in _PARAGRAPHS:  # a frame of its own
                for box in _boxes(node):
                    yield from self.blocks(box)
                continue
            self._paragraphs += 1
            words = self._words(node, item, mark_alone=False)
            if words.text:
                position = Position(paragraph=self._paragraphs)
                yield Paragraph(words.text, words.look.level, words.bold, words.italic, words.look.align, position)
            for box in words.boxes:
                yield from self.blocks(box)

    def _flat(self, parent: "etree._Element", item: _Item | None) -> "Iterator[tuple[etree._Element, _Item | None]]":
        for node in parent:
            if not isinstance(node.tag, str) or node.tag in _SKIPPED:
                continue
            if node.tag == f"{TEXT}list":
                yield from self._list(node, item)
            elif node.tag in _PARAGRAPHS or node.tag == f"{TABLE}table" or node.tag.startswith(DRAW):
                yield node, item
                item = None
            else:
                yield from self._flat(node, item)

    def _list(self, node: "etree._Element", outer: _Item | None) -> "Iterator[tuple[etree._Element, _Item | None]]":
        style = node.get(f"{TEXT}style-name") or (outer.style if outer else "")
        depth = outer.depth + 1 if outer else 0
        key = outer.key if outer else self._key(node, style)
        for child in node:
            if child.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            start = child.get(f"{TEXT}start-value") or ""
            self._lists += 1
            restart = (str(self._lists), int(start)) if start.isdigit() else None
            item = _Item(style, key, depth, restart) if child.tag == f"{TEXT}list-item" else None
            inner = _Item(style, key, depth)
            first = True
            for part in child:
                if part.tag == f"{TEXT}list":
                    yield from self._list(part, inner)
                elif part.tag in _PARAGRAPHS:
                    yield part, item if first else None
                    first = False

    def _key(self, node: "etree._Element", style: str) -> str:
        """The counter of a list: a new one unless it continues another."""
        continued = self._list_keys.get(node.get(f"{TEXT}continue-list") or "")
        if continued is None and node.get(f"{TEXT}continue-numbering") == "true":
            continued = self._last_key.get(style)
        self._lists += 1
        key = continued or f"{style}\n{self._lists}"
        if name := node.get("{http://www.w3.org/XML/1998/namespace}id"):
            self._list_keys[name] = key
        self._last_key[style] = key
        return key

    def _words(self, node: "etree._Element", item: _Item | None, *, mark_alone: bool) -> _Words:
        look = self._styles.look("paragraph", node.get(f"{TEXT}style-name")).over(self._styles.default)
        boxes: list[etree._Element] = []
        runs = []
        for text, run in self._runs(node, look, boxes):
            if run.hidden:
                self._hidden.append(text)
            elif text:
                runs.append((text, run))
        text = self._texts.joined((text, run.font) for text, run in runs)
        if text or mark_alone:
            mark = self._mark(node, item)
            text = f"{mark}{text}".strip() if text or mark != "- " else ""
        solid = [run for text, run in runs if text.strip()]
        level = node.get(f"{TEXT}outline-level") if node.tag == f"{TEXT}h" else None
        look = Look(level=int(level) if level and level.isdigit() else None).over(look)
        return _Words(text, look, _all(run.bold for run in solid), _all(run.italic for run in solid), boxes)

    def _mark(self, node: "etree._Element", item: _Item | None) -> str:
        if item is None:
            level = node.get(f"{TEXT}outline-level") or "" if node.tag == f"{TEXT}h" else ""
            return self._counters.mark("", int(level) - 1) if level.isdigit() and self._styles.outline else ""
        return self._counters.mark(item.key, item.depth, restart=item.restart)

    def _runs(self, node: "etree._Element", look: Look, boxes: "list[etree._Element]") -> Iterator[tuple[str, Look]]:
        yield (node.text or "").replace("\n", " "), look
        for child in node:
            tag = child.tag
            if tag == f"{TEXT}s":
                count = child.get(f"{TEXT}c") or "1"
                yield " " * min(int(count) if count.isdigit() else 1, 100), look
            elif tag == f"{TEXT}tab":
                yield "\t", look
            elif tag == f"{TEXT}line-break":
                yield "\n", look
            elif isinstance(tag, str) and tag.startswith(DRAW) and tag != f"{DRAW}a":
                boxes.extend(_boxes(child))
            elif isinstance(tag, str) and tag not in _SKIPPED:
                own = look
                if tag == f"{TEXT}span":
                    own = self._styles.look("text", child.get(f"{TEXT}style-name")).over(look)
                yield from self._runs(child, own, boxes)
            yield (child.tail or "").replace("\n", " "), look

    def _table(self, node: "etree._Element") -> Table | None:
        self._tables += 1
        number = self._tables
        edges = self._edges(node)
        rows: list[RawRow] = []
        spans: dict[int, tuple[int, int]] = {}  # first column → (rows still to come, width) of cells merged downwards
        bordered = False
        for row, is_header in _rows(node, is_header=False):
            made = RawRow(is_header=is_header)
            column = 0
            for cell in row:
                if cell.tag not in _CELLS:
                    continue
                for _ in range(min(_count(cell, "number-columns-repeated"), _MOST_COLUMNS - column)):
                    bordered |= self._styles.bordered(cell.get(f"{TABLE}style-name"))
                    column += self._cell(cell, column, edges, spans, made)
            if made.cells:
                rows.append(made)
        return table_of(rows, number=number, bordered=bordered) if rows else None

    def _cell(
        self, cell: "etree._Element", column: int, edges: list[int], spans: dict[int, tuple[int, int]], row: RawRow
    ) -> int:
        """Puts a cell into `row`; the number of grid columns taken, which is always 1, for covered ones follow."""
        if cell.tag == f"{TABLE}covered-table-cell":
            left, width = spans.get(column, (0, 0))
            if left:
                spans[column] = (left - 1, width)
                row.cells.append(RawCell(edges[column], edges[min(column + width, len(edges) - 1)], "", continues=True))
            return 1
        width = min(_count(cell, "number-columns-spanned"), len(edges) - 1 - column)
        spans[column] = (_count(cell, "number-rows-spanned") - 1, width)
        lines: list[_Words] = []
        tables: list[Table] = []
        self._fill(cell, lines, tables)
        said = [line for line in lines if line.text]
        text = "\n".join(line.text for line in said)
        bold = _all(line.bold for line in said)
        row.cells.append(RawCell(edges[column], edges[column + max(1, width)], text, bold, tables=tuple(tables)))
        return 1

    def _fill(self, cell: "etree._Element", lines: list[_Words], tables: list[Table]) -> None:
        for node, item in self._flat(cell, None):
            if node.tag == f"{TABLE}table":
                if (table := self._table(node)) is not None:
                    tables.append(table)
            elif node.tag in _PARAGRAPHS:
                lines.append(words := self._words(node, item, mark_alone=item is not None))
                for box in words.boxes:
                    self._fill(box, lines, tables)
            else:
                for box in _boxes(node):
                    self._fill(box, lines, tables)

    def _edges(self, table: "etree._Element") -> list[int]:
        edges = [0]
        for column in table.iter(f"{TABLE}table-column"):
            width = self._styles.width(column.get(f"{TABLE}style-name")) or _EDGE
            for _ in range(min(_count(column, "number-columns-repeated"), _MOST_COLUMNS)):
                edges.append(edges[-1] + width)
        while len(edges) <= _MOST_COLUMNS + 1:
            edges.append(edges[-1] + _EDGE)
        return edges


def _rows(node: "etree._Element", *, is_header: bool) -> "Iterator[tuple[etree._Element, bool]]":
    for child in node:
        if child.tag in _ROW_GROUPS:
            yield from _rows(child, is_header=is_header or child.tag == f"{TABLE}table-header-rows")
        elif child.tag == f"{TABLE}table-row":
            for _ in range(min(_count(child, "number-rows-repeated"), _MOST_REPEATED)):
                yield child, is_header


def _boxes(shape: "etree._Element") -> "Iterator[etree._Element]":
    """What holds paragraphs in a frame, a drawn shape or a group of them."""
    if any(child.tag in _PARAGRAPHS or child.tag == f"{TEXT}list" for child in shape):
        yield shape
        return
    for child in shape:
        if isinstance(child.tag, str) and child.tag.startswith(DRAW):
            yield from _boxes(child)


def _count(node: "etree._Element", name: str) -> int:
    text = node.get(f"{TABLE}{name}") or "1"
    return max(1, int(text)) if text.isdigit() and len(text) < 8 else 1


def _all(flags: "Iterator[bool | None]") -> bool:
    found = list(flags)
    return bool(found) and all(found)
