"""What a document says beyond the plan's data: its lines, headings and bands as written. Checks of form read it.

A plan that comes as data has no wording; checks that need one then find nothing.
"""

from dataclasses import dataclass, field

from caitien.findings import NOWHERE, Position


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line outside the plan table. `number` ("II.", "1.", "a)") and `bullet` are taken off `text`.

    `part`: header, general, bases, purposes, results, targets, problems, content, reviews, organisation, mechanism or
    closing; `opens` where the line is the title of that part.
    """

    text: str
    part: str = "header"
    number: str | None = None
    bullet: bool = False
    bold: bool = False
    opens: bool = False
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class WrittenStandard:
    """A standard as the table names it: its number and title as written, the TT beside it, the items below it.

    `first_item` is the 0-based index of the first item below; `says_nothing` where "Không có" stands below.
    """

    number: int | None
    title: str
    row_number: str | None = None
    first_item: int = 0
    items: int = 0
    says_nothing: bool = False
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Wording:
    """The document's words. `raw` is the text before any repair, as far as the format keeps it ("" else)."""

    lines: tuple[WrittenLine, ...] = ()
    standards: tuple[WrittenStandard, ...] = ()
    columns: tuple[str, ...] = ()
    criteria: tuple[str, ...] = field(default=())  # the criterion's cell of each item, as written
    raw: str = ""
    budgets: tuple[str, ...] = field(default=())  # the budget's cell of each item, as written
    left_out: tuple[str, ...] = field(default=())  # rows of the table that are no item ("Tổng cộng …"), shortened

    def part(self, *names: str) -> tuple[WrittenLine, ...]:
        """The lines of these parts, in order."""
        return tuple(line for line in self.lines if line.part in names)
