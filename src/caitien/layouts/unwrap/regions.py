"""Parting a wrapped text into prose and tables: where a table begins, what interrupts it and where it ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .heads import Heads, find_heads
from .lines import Line

_SECTION = re.compile(
    r"^(?:(?:[IVX]{1,5}|\d{1,2})\s*[.):]\s*)?(?:"
    r"tổ chức thực hiện\b|theo dõi|cơ chế|nơi nhận|kiến nghị|đề xuất|trên đây là)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"^[IVX]{1,5}\s*[.)]\s*\S")
_CLOSING = re.compile(r"^(?:nơi nhận|trên đây là)", re.IGNORECASE)
_BAND = re.compile(
    r"^(?:tiêu chuẩn\s*\d+\s*[:.–-]?\s*\S.{12,}|mức\s*\d(?:\s*(?:[,;]|và)\s*\d)+\s*$|(?-i:MỨC\s*\d)\s*$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^[-–]?\s*\d{1,3}\s*[-–]?$")


_TELLING = 400  # lines of a table that tell how long its lines are


@dataclass(slots=True)
class TableLines:
    """One table's lines in order; `bands`: indexes in `lines` of full-width rows; `breaks`: those of page tops."""

    heads: Heads
    lines: list[Line] = field(default_factory=list)
    bands: set[int] = field(default_factory=set)
    breaks: set[int] = field(default_factory=set)


@dataclass(slots=True)
class ProseLines:
    lines: list[Line] = field(default_factory=list)


def split_regions(lines: Sequence[Line]) -> list[ProseLines | TableLines]:
    """Prose and tables in order. Text that overtakes a table's rest on the page is put after the table."""
    return _Splitter(list(lines)).split()


class _Splitter:
    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.heads = {heads.start: heads for heads in find_heads(lines)}
        self.regions: list[ProseLines | TableLines] = []
        self.table: TableLines | None = None
        self.in_prose = True
        self.closed = False  # after the recipients nothing but new heads is a table
        self.interrupted = False
        self.cut = False
        self.widths: dict[tuple[int, int], int] = {}

    def split(self) -> list[ProseLines | TableLines]:
        index = 0
        while index < len(self.lines):
            if index in self.heads:
                self._open(self.heads[index])
                index = self.heads[index].end
            elif self.in_prose:
                index = self._prose(index)
            else:
                index = self._row_line(index)
        return self.regions

    def _open(self, heads: Heads) -> None:
        if self.table is None or not _same_heads(self.table.heads, heads):
            self.table = TableLines(heads)
            self.regions.append(self.table)
        else:
            self.cut = True
        self.in_prose = self.closed = False

    def _prose(self, index: int) -> int:
        run = 0 if self.closed or self.table is None else self._short_run(index)
        if run >= 8 and self.interrupted:
            self.in_prose = False
            self.cut = True
            return index
        line = self.lines[index]
        if not self._page_number(index):
            if not self.regions or isinstance(self.regions[-1], TableLines):
                self.regions.append(ProseLines())
            region = self.regions[-1]
            assert isinstance(region, ProseLines)
            region.lines.append(line)
        self.closed = self.closed or bool(self.table and _CLOSING.match(line.text))
        return index + 1

    def _short_run(self, index: int) -> int:
        """Length of the run of short lines on this page from `index`; 0 where a paragraph still goes on."""
        width = self._table_width()
        before = self.lines[index - 1].text if index else ""
        if len(before) > width and not before.endswith((".", ";", ":")):
            return 0
        end = index
        while end < len(self.lines) and len(self.lines[end].text) <= width and not _SECTION.match(self.lines[end].text):
            if end > index and self.lines[end].page_top:
                break
            end += 1
        return end - index

    def _row_line(self, index: int) -> int:
        line, table = self.lines[index], self.table
        assert table is not None
        if self._page_number(index):
            return index + 1
        if self._opens_prose(line):
            self.in_prose = self.interrupted = True
            return index
        if line.page_top or self.cut:
            table.breaks.add(len(table.lines))
            self.cut = False
        if _BAND.match(line.text) and (len(line.text) > self._table_width() or _NUMBER.match(line.text[-1:])):
            table.bands.add(len(table.lines))
        table.lines.append(line)
        return index + 1

    def _opens_prose(self, line: Line) -> bool:
        if _SECTION.match(line.text) and (
            _ROMAN.match(line.text) or line.text[0].isdigit() or _CLOSING.match(line.text)
        ):
            return True
        if _ROMAN.match(line.text) and line.text.upper() == line.text and len(line.text) > 8:
            return True
        wide = max(45, int(1.7 * self._table_width()))
        return len(line.text) >= wide and not _BAND.match(line.text)

    def _table_width(self) -> int:
        """Letters of the table's longer lines: all but the longest twentieth, at least those of its heads."""
        if self.table is None:
            return 22
        seen = min(len(self.table.lines), _TELLING) // 20 * 20
        if (id(self.table), seen) not in self.widths:
            heads = max(len(line) for heading in self.table.heads.headings for line in heading)
            lines = [line for i, line in enumerate(self.table.lines[:seen]) if i not in self.table.bands]
            own = sorted(len(line.text) for line in lines)
            longer = own[int(0.95 * (len(own) - 1))] + 2 if own else 0
            self.widths[id(self.table), seen] = max(22, heads + 2, longer)
        return self.widths[id(self.table), seen]

    def _page_number(self, index: int) -> bool:
        """A lone number before prose, at a page's top or right before the next page or its heads."""
        line = self.lines[index]
        if not _NUMBER.match(line.text):
            return False
        after = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if after is None or self._opens_prose(after):
            return True
        if self.in_prose:
            return True
        digits = int(re.sub(r"\D", "", line.text))
        before_break = after.page_top or index + 1 in self.heads
        return (digits > 1 and before_break) or (line.page_top and index + 1 in self.heads)


def _same_heads(first: Heads, other: Heads) -> bool:
    return first.fields == other.fields
