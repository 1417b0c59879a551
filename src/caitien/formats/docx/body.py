"""The body of a .docx → blocks: paragraphs and tables in their order, whatever wraps them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING

from caitien.blocks import Block, Paragraph, Table
from caitien.findings import Finding, Position, doubt
from caitien.formats.docx.numbering import Numbering
from caitien.formats.docx.parts import Parts, W, number, on
from caitien.formats.docx.runs import Run, children, runs_of
from caitien.formats.docx.styles import Look, Styles, has_borders, paragraph_look
from caitien.formats.grid import RawCell, RawRow, table_of
from caitien.formats.spans import Texts

if TYPE_CHECKING:
    from lxml import etree

    from caitien.formats import Limits

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_EDGE = 1000  # twips of a grid column whose width is not told


@dataclass(slots=True)
class _Words:
    """A paragraph's text with what formatting says of it."""

    text: str
    look: Look
    bold: bool = False
    italic: bool = False
    boxes: "list[etree._Element]" = field(default_factory=list)


class Body:
    """Walks one document once; `findings` is complete after `blocks` has been exhausted."""

    def __init__(self, parts: Parts, texts: Texts, limits: "Limits") -> None:
        self._parts = parts
        self._limits = limits
        self._texts = texts
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering)
        self._tables = 0
        self._paragraphs = 0
        self._hidden: list[str] = []

    def blocks(self) -> Iterator[Block]:
        yield from self._blocks(self._parts.body)

    def findings(self) -> Iterator[Finding]:
        yield from self._texts.findings()
        if self._hidden:
            quote = " ".join("".join(self._hidden).split())[:80]
            yield doubt("hidden-content-left-out", f"Tệp Word có chữ ẩn, không đọc: “{quote}”.")
        if self._parts.footnotes is not None:
            text = self._texts.joined((node.text or "", None) for node in self._parts.footnotes.iter(f"{W}t"))
            if text:
                message = f"Chú thích cuối trang không nằm trong phần đọc được: “{text[:80]}”."
                yield doubt("hidden-content-left-out", message)

    def _blocks(self, parent: "etree._Element") -> Iterator[Block]:
        for node in children(parent):
            if node.tag == f"{W}p":
                yield from self._paragraph(node)
            elif node.tag == f"{W}tbl" and (table := self._table(node)) is not None:
                yield table
            elif node.tag == f"{W}altChunk":
                yield from self._chunk(node.get(f"{R}id") or "")

    def _chunk(self, relation_id: str) -> Iterator[Block]:
        """The blocks of a web page or text that stands in the document as a file of its own."""
        from caitien.formats.sniff import Kind, sniff

        data = self._parts.chunk(relation_id)
        kind = sniff(data) if data.strip() else None
        if kind in (Kind.HTML, Kind.TEXT):
            module = import_module(f"caitien.formats.{kind.module}")
            yield from module.read(data, limits=self._limits, progress=lambda *_: None).blocks

    def _paragraph(self, node: "etree._Element") -> Iterator[Block]:
        self._paragraphs += 1
        position = Position(paragraph=self._paragraphs)
        words = self._words(node, mark_alone=False)
        if words.text:
            level = words.look.level or None
            yield Paragraph(words.text, level, words.bold, words.italic, words.look.align, position)
        for box in words.boxes:
            yield from self._blocks(box)

    def _words(self, node: "etree._Element", *, mark_alone: bool) -> _Words:
        """A paragraph's text. `mark_alone`: an automatic number counts as text even where nothing follows it."""
        properties = node.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        look = self._styles.of_paragraph(style.get(f"{W}val") if style is not None else None)
        look = paragraph_look(properties).over(look)
        boxes: list[etree._Element] = []
        runs = list(self._visible(runs_of(node, look, self._styles, boxes)))
        text = self._texts.joined((run.text, run.look.font) for run in runs)
        mark = self._numbering.mark(look.list_id, look.list_depth) if text or look.list_id else ""
        if mark and (text or (mark_alone and mark != "- ")):
            text = f"{mark}{text}".strip()
        solid = [run for run in runs if not run.text.isspace()]
        bold = bool(solid) and all(run.look.bold for run in solid)
        italic = bool(solid) and all(run.look.italic for run in solid)
        return _Words(text, look, bold, italic, boxes)

    def _visible(self, runs: Iterator[Run]) -> Iterator[Run]:
        for run in runs:
            if run.look.hidden:
                self._hidden.append(run.text)
            else:
                yield run

    def _table(self, node: "etree._Element") -> Table | None:
        self._tables += 1
        table_number = self._tables
        widths = [number(column.get(f"{W}w")) for column in node.iterfind(f"{W}tblGrid/{W}gridCol")]
        rows = [
            row
            for child in children(node)
            if child.tag == f"{W}tr" and (row := self._row(child, widths)) is not None and row.cells
        ]
        return table_of(rows, number=table_number, bordered=self._bordered(node)) if rows else None

    def _row(self, node: "etree._Element", widths: list[int]) -> RawRow | None:
        properties = node.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            return None  # a tracked deletion of the whole row
        row = RawRow(is_header=bool(on(properties, "tblHeader")))
        before = properties.find(f"{W}gridBefore") if properties is not None else None
        column = number(before.get(f"{W}val")) if before is not None else 0
        for cell in children(node):
            if cell.tag != f"{W}tc":
                continue
            own = cell.find(f"{W}tcPr")
            span_node = own.find(f"{W}gridSpan") if own is not None else None
            span = min(max(number(span_node.get(f"{W}val"), 1), 1), 1000) if span_node is not None else 1
            left, right = _edge(widths, column), _edge(widths, column + span)
            column += span
            if own is not None and own.find(f"{W}cellDel") is not None:
                continue
            if _merge(own, "hMerge") == "continue" and row.cells:
                row.cells[-1].right = right
                continue
            row.cells.append(self._cell(cell, left, right, continues=_merge(own, "vMerge") == "continue"))
        return row

    def _cell(self, node: "etree._Element", left: int, right: int, *, continues: bool) -> RawCell:
        lines: list[_Words] = []
        tables: list[Table] = []
        self._fill(node, lines, tables)
        said = [line for line in lines if line.text]
        text = "\n".join(line.text for line in said)
        bold = bool(said) and all(line.bold for line in said)
        return RawCell(left, right, text, bold, continues, tuple(tables))

    def _fill(self, node: "etree._Element", lines: list[_Words], tables: list[Table]) -> None:
        for child in children(node):
            if child.tag == f"{W}p":
                lines.append(words := self._words(child, mark_alone=True))
                for box in words.boxes:
                    self._fill(box, lines, tables)
            elif child.tag == f"{W}tbl" and (table := self._table(child)) is not None:
                tables.append(table)

    def _bordered(self, node: "etree._Element") -> bool:
        """Does the table draw lines: by its own word, its style's, or that of any cell?"""
        properties = node.find(f"{W}tblPr")
        own = has_borders(properties.find(f"{W}tblBorders")) if properties is not None else None
        if own is None:
            style = properties.find(f"{W}tblStyle") if properties is not None else None
            own = self._styles.of(style.get(f"{W}val") if style is not None else None).bordered
        return bool(own) or any(has_borders(borders) for borders in node.iter(f"{W}tcBorders"))


def _edge(widths: list[int], column: int) -> int:
    """Left edge of a grid column; columns that the grid does not know, or without width, get a width of their own."""
    known = sum(width if width > 0 else _EDGE for width in widths[:column])
    return known + _EDGE * max(0, column - len(widths))


def _merge(properties: "etree._Element | None", name: str) -> str | None:
    found = properties.find(W + name) if properties is not None else None
    return None if found is None else found.get(f"{W}val", "continue")
