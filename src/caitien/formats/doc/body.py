"""The body of a .doc → blocks: paragraphs parted by their end marks, tables by cell marks and row ends."""

import re
from collections.abc import Iterator

from caitien.blocks import Block, Paragraph, Table
from caitien.findings import Finding, Position, doubt
from caitien.formats.doc.binary import Word
from caitien.formats.doc.numbering import Numbering
from caitien.formats.doc.styles import ParagraphLook, RunLook, Styles
from caitien.formats.doc.tables import TableInMaking
from caitien.formats.spans import SOFT_HYPHEN, Texts, symbol

_END = re.compile("[\r\x07\x0c]")
_SIGNS = str.maketrans("\x0b\x1e\x1f", f"\n-{SOFT_HYPHEN}", "\x01\x02\x05\x08\x14\x15")
_DEEPEST = 20


class Body:
    """Walks one document once; `findings` is complete after `blocks` has been exhausted."""

    def __init__(self, word: Word, texts: Texts) -> None:
        self._word = word
        self._texts = texts
        self._styles = Styles(word)
        self._numbering = Numbering(word)
        self._boxes = sorted(word.boxes()) if word.boxes_length else []
        self._tables = 0
        self._paragraphs = 0
        self._field: list[bool] = []  # of each open field: are we in its result?
        self._hidden: list[str] = []

    def blocks(self) -> Iterator[Block]:
        yield from self._blocks(0, min(self._word.length, len(self._word.text)))

    def findings(self) -> Iterator[Finding]:
        yield from self._texts.findings()
        quote = " ".join("".join(self._hidden).split())[:80]
        if quote:
            yield doubt("hidden-content-left-out", f"Tệp Word có chữ ẩn, không đọc: “{quote}”.")

    def _blocks(self, first: int, last: int) -> Iterator[Block]:
        open_tables: list[TableInMaking] = []
        for start, end in self._stretches(first, last):
            style, sprms = self._word.paragraph(end)
            look = self._styles.paragraph(style, sprms)
            sign = self._word.text[end]
            depth = _depth(look, sign)
            yield from self._close(open_tables, depth)
            while len(open_tables) < depth:
                self._tables += 1
                open_tables.append(TableInMaking(self._tables))
            if look.ends_row and depth:
                open_tables[-1].end_row(sprms)
                continue
            text, bold, italic = self._words(start, end, style, look)
            if depth:
                open_tables[-1].add(text, bold)
                if sign == "\x07" if depth == 1 else look.ends_cell:
                    open_tables[-1].end_cell()
                continue
            self._paragraphs += 1
            if text:
                yield Paragraph(text, look.level, bold, italic, look.align, Position(paragraph=self._paragraphs))
            yield from self._box_texts(start, end)
        yield from self._close(open_tables, 0)

    def _stretches(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """(first character, position of the end mark) of every paragraph."""
        start = first
        for found in _END.finditer(self._word.text, first, last):
            yield start, found.start()
            start = found.end()
        if start < last:
            yield start, last - 1 if last == len(self._word.text) else last

    def _close(self, open_tables: list[TableInMaking], depth: int) -> Iterator[Table]:
        while len(open_tables) > depth:
            table = open_tables.pop().table()
            if table is not None and open_tables:
                open_tables[-1].add_table(table)
            elif table is not None:
                yield table

    def _words(self, first: int, last: int, style: int, look: ParagraphLook) -> tuple[str, bool, bool]:
        """Text of a paragraph with its automatic number; is all of it bold, italic?"""
        runs = list(self._runs(first, last, style))
        text = self._texts.joined((text, self._styles.font(look)) for text, look in runs)
        mark = self._numbering.mark(look.list_number, look.list_depth) if look.list_number else ""
        if mark and (text or (look.in_table and mark != "- ")):
            text = f"{mark}{text}".strip()
        solid = [look for text, look in runs if text.strip()]
        return text, bool(solid) and all(one.bold for one in solid), bool(solid) and all(one.italic for one in solid)

    def _runs(self, first: int, last: int, style: int) -> Iterator[tuple[str, RunLook]]:
        """The visible runs: results of fields without their codes, nothing deleted, hidden text remembered."""
        for stored, sprms in self._word.runs(first, last):
            look = self._styles.run(style, sprms)
            text = self._without_field_codes(stored)
            if look.symbol is not None and text == "(":
                text = symbol(look.symbol)
            text = text.translate(_SIGNS)
            if look.deleted or not text:
                continue
            if look.hidden:
                self._hidden.append(text)
            else:
                yield text, look

    def _without_field_codes(self, text: str) -> str:
        """Only what is seen of fields, which nest: 0x13 code 0x14 result 0x15."""
        if not self._field and "\x13" not in text:
            return text
        seen = []
        for sign in text:
            if sign == "\x13":
                self._field.append(False)
            elif sign == "\x14" and self._field:
                self._field[-1] = True
            elif sign == "\x15" and self._field:
                self._field.pop()
            elif all(self._field):
                seen.append(sign)
        return "".join(seen)

    def _box_texts(self, first: int, last: int) -> Iterator[Block]:
        """Text boxes that are anchored in a paragraph."""
        while self._boxes and self._boxes[0][0] <= last:
            _, start, end = self._boxes.pop(0)
            yield from self._blocks(start, min(end, len(self._word.text)))


def _depth(look: ParagraphLook, sign: str) -> int:
    if sign == "\x07" or look.in_table:
        return min(max(look.depth, 1), _DEEPEST)
    return 0
