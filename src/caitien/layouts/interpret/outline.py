"""A document's blocks → its parts: head, bases, purposes, results, targets, tables, organisation, closing.

Parts are told by the words of their titles, never by their numbers: real plans jump from III to VI.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from caitien.blocks import Block, Paragraph, Table
from caitien.layouts.interpret.align import aligned
from caitien.layouts.interpret.grid import Head
from caitien.layouts.interpret.lines import Line, goes_on, is_roman, lines_of
from caitien.layouts.interpret.listed import listed_items, turned
from caitien.layouts.interpret.loose_head import find_any_head
from caitien.vietnamese.fold import fold

# The part that a heading opens, by its folded words (numbers and marks taken off). First match wins.
_TITLES = (
    ("general", r"thong tin chung.*"),
    ("purposes", r"muc dich(,? ?(va )?yeu cau)?( .{0,40})?"),
    ("bases", r"(cac )?(can cu|co so)( (phap ly|xay dung|lap|ban hanh|de xay dung|thuc hien)\b.{0,60})?"),
    (
        "results",
        r"(nhung |danh gia |tom tat )?(ket qua|tinh hinh)( da)? (dat duoc|thuc hien|cai tien|cong tac)\b.{0,90}",
    ),
    ("results", r"(dac diem|danh gia) tinh hinh.{0,60}|thuc trang.{0,60}|danh gia ket qua.{0,80}"),
    ("targets", r"(cac )?(chi tieu|muc tieu)( phan dau| cai tien| cu the| chung)?( .{0,80})?"),
    ("problems", r"(tom tat )?(cac )?(van de|noi dung) (trong tam|uu tien|can cai tien).{0,60}"),
    (
        "content",
        r"(bang )?(noi dung |chi tiet )*ke hoach cai tien.{0,80}"
        r"|noi dung (ke hoach|cai tien|thuc hien|cu the).{0,80}|noi dung",
    ),
    (
        "content",
        r"(cac )?(nhiem vu|bien phap|giai phap)( va giai phap)?( cu the| thuc hien| cai tien| trong tam).{0,60}",
    ),
    ("reviews", r"theo doi(,| va) (danh gia|giam sat)\b.{0,80}"),
    (
        "organisation",
        r"to chuc thuc hien.{0,40}|phan cong (nhiem vu|trach nhiem|thuc hien).{0,40}|trach nhiem thuc hien",
    ),
    ("mechanism", r"(co che|che do) (theo doi|danh gia|bao cao|giam sat|thong tin).{0,60}"),
)
_CLOSING = re.compile(r"noi (gui|nhan)\s*:?")
# What may open a head's part only in capitals, bold or numbered: the words are common in running text too.
_WEAK_TITLES = {"content", "targets", "results", "general", "bases", "problems"}


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of the plan with its head (None where the table goes on with the one before) and what stood above it."""

    table: Table
    head: Head | None
    part: str
    above: tuple[Line, ...]


@dataclass(slots=True)
class Outline:
    """The document's lines by part, its tables in order, and the tables that are none of the plan's."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    tables: list[FoundTable] = field(default_factory=list)
    other_tables: list[Table] = field(default_factory=list)
    part: str = "header"
    roman: bool = False  # whether the title of the part that is open bears a Roman number
    loose: list[Line] = field(default_factory=list)
    order: list[tuple[str, Line]] = field(default_factory=list)  # all lines as they stand; titles as "part.title"

    def __getitem__(self, part: str) -> list[Line]:
        return self.lines.get(part, [])

    def add(self, line: Line) -> None:
        opened = self._opened_by(line)
        if opened:
            self.part, self.roman = opened, is_roman(line.number)
            self.lines.setdefault(f"{opened}.title", []).append(line)
            self.loose = [line]
            self.order.append((f"{opened}.title", line))
            return
        lines = self.lines.setdefault(self.part, [])
        if lines and self.order[-1][1] is lines[-1] and goes_on(lines[-1], line):
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {line.whole}")
            self.order[-1] = (self.part, lines[-1])
            return
        lines.append(line)
        self.loose.append(line)
        self.order.append((self.part, line))

    def _opened_by(self, line: Line) -> str | None:
        opened = part_opened_by(line)
        if opened in (None, self.part) or self.part == "closing":
            return None
        if self.part == "header" and line.number is None and opened in _WEAK_TITLES:
            return None  # the document's own title ("Kế hoạch cải tiến …") is not yet a part
        if (
            self.part in ("organisation", "mechanism")
            and line.number
            and opened in ("purposes", "bases", "targets", "results")
        ):
            return None
        # Below "II. …" a line "3. Kết quả thực hiện …" is a point of that part.
        below = self.roman and line.number is not None and not is_roman(line.number)
        return None if below and opened in _WEAK_TITLES else opened


def outline(blocks: tuple[Block, ...]) -> Outline:
    """The parts of a document in reading order."""
    found = Outline()
    for block in blocks:
        if isinstance(block, Paragraph):
            for line in lines_of(block):
                found.add(line)
        elif isinstance(block, Table):
            _add_table(found, turned(block) or block)
    if not any(table.head and table.head.kind == "plan" for table in found.tables):
        for table in listed_items([line for part in ("header", "content") for line in found[part]]):
            _add_table(found, table)
    return found


def _add_table(found: Outline, table: Table) -> None:
    head = find_any_head(table)
    if head is not None:
        found.tables.append(FoundTable(aligned(table, head), head, found.part, tuple(found.loose)))
        found.loose = []
        if found.part == "header":
            found.part = "content"
        return
    before = found.tables[-1] if found.tables else None
    if before and not found.loose and before.table.width == table.width > 3:
        found.tables.append(FoundTable(table, None, found.part, ()))
    elif any(cell.tables for row in table.rows for cell in row.cells):
        _add_frame(found, table)
    elif _is_layout(table):
        for line in _layout_lines(table):
            found.add(line)
    else:
        found.other_tables.append(table)


def _add_frame(found: Outline, table: Table) -> None:
    """A table that only frames others: what stands in its cells, in order."""
    for cell in (cell for row in table.rows for cell in row.cells):
        for line in lines_of(Paragraph(cell.text, bold=cell.bold, position=cell.position)):
            found.add(line)
        for inner in cell.tables:
            _add_table(found, inner)


def _is_layout(table: Table) -> bool:
    """Whether a table only places texts side by side: the head block, the signatures, the general information."""
    texts = fold(" ".join(table.texts()))
    return table.width <= 3 or not table.bordered or "cong hoa xa hoi" in texts or "noi nhan" in texts


def _layout_lines(table: Table) -> Iterator[Line]:
    """The lines of a layout table column by column: the left side's first, as on paper; two-column lists by rows."""
    if table.width == 2 and len(table.rows) > 3:
        cells = [cell for row in table.rows for cell in row.cells]
    else:
        cells = sorted((cell for row in table.rows for cell in row.cells), key=lambda cell: cell.column)
    for cell in cells:
        yield from lines_of(Paragraph(cell.text, bold=cell.bold, position=cell.position))
        for inner in cell.tables:
            yield from _layout_lines(inner)


def part_opened_by(line: Line) -> str | None:
    """The part whose title this line is; None for running text."""
    plain = fold(line.text).strip(" .:;*-")
    if _CLOSING.match(plain):
        return "closing"
    if len(plain) > 120 or line.bullet or line.text.rstrip().endswith((";", ",")):
        return None
    part = next((part for part, title in _TITLES if re.fullmatch(title, plain)), None)
    if part is None:
        return None
    stands_out = line.number is not None or line.bold or line.text.isupper()
    return part if stands_out or (len(plain) < 45 and part not in _WEAK_TITLES) else None
