"""What any part of the product may say about a document: findings, and the places they speak of.

The bottom layer: it imports nothing of ours, and everything may import it.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error is sent back by the authority, a hint only makes the plan better."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Position:
    """Where in a file something stands. All counts begin at 1; None where the format does not know.

    `page` of a PDF or scan, sheet number of a spreadsheet; `line` of a text file; `table`, `row` and `column` of a cell
    (column in grid columns, so that a merged cell has the number of its first column). `box`: left, top, right and
    bottom edge on the page, in thousandths of its size, for pointing at it; it tells no two positions apart.
    """

    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None
    line: int | None = None
    box: tuple[int, int, int, int] | None = field(default=None, compare=False)


NOWHERE = Position()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a plan something stands: part (header, items …), 0-based item, criterion, field, words as written."""

    part: str = "text"
    item: int | None = None
    criterion: str | None = None
    field: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth saying about a document; `message` and `hint` are Vietnamese and name what was found."""

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    place: Place = field(default_factory=Place)
    position: Position | None = None


# What reading may doubt, by name: (code, severity). The catalogue of faults uses R itself, but no D.
READING_DOUBTS: dict[str, tuple[str, Severity]] = {
    "cell-holds-another-field": ("D01", Severity.WARNING),
    "cell-boundary-uncertain": ("D02", Severity.WARNING),
    "row-without-criterion": ("D03", Severity.WARNING),
    "standard-contradicts-criterion": ("D04", Severity.WARNING),
    "unknown-column": ("D05", Severity.WARNING),
    "time-not-understood": ("D06", Severity.WARNING),
    "money-not-understood": ("D07", Severity.WARNING),
    "name-spelt-differently": ("D08", Severity.WARNING),
    "text-damaged": ("D09", Severity.WARNING),
    "text-repaired": ("D10", Severity.HINT),
    "row-cut-by-page": ("D11", Severity.HINT),
    "part-not-found": ("D12", Severity.WARNING),
    "letters-uncertain": ("D13", Severity.WARNING),
    "row-left-out": ("D14", Severity.WARNING),
    "framework-uncertain": ("D15", Severity.WARNING),
    "owner-not-understood": ("D16", Severity.HINT),
    "hidden-content-left-out": ("D17", Severity.HINT),
}


def doubt(
    name: str, message: str, hint: str = "", *, place: Place | None = None, position: Position | None = None
) -> Finding:
    """A finding of the reading itself, by its name in READING_DOUBTS (KeyError for an unknown name)."""
    code, severity = READING_DOUBTS[name]
    hint = hint or "Đối chiếu với bản gốc và sửa nếu cần."
    return Finding(code, name, severity, message, hint, place or Place(), position)


class CannotRead(Exception):
    """The file cannot be read; the text is one Vietnamese sentence that says why and what to do."""


class CannotWrite(Exception):
    """The document cannot be written; the text is one Vietnamese sentence that says why and what to do."""
