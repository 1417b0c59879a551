"""The numbers of a document's headings: which lines are headings of the first level, and how their numbers run."""

import re
from collections.abc import Sequence

from caitien.plan.wording import WrittenLine

_ROMAN = re.compile(r"(?:phần\s+)?([IVX]{1,5})\s*[.):\-–/]*", re.IGNORECASE)
_ARABIC = re.compile(r"(\d{1,2})\s*[.):/]")
_VALUES = {"I": 1, "V": 5, "X": 10}


def roman(number: str | None) -> int | None:
    """The value of "IV." or "Phần IV"; None for other numbers."""
    match = _ROMAN.fullmatch(number or "")
    if match is None or not (match[1].isupper() or "phần" in (number or "").lower()):
        return None
    values = [_VALUES[letter] for letter in match[1].upper()]
    total = 0
    for i, value in enumerate(values):
        total += -value if i + 1 < len(values) and value < values[i + 1] else value
    return total


def arabic(number: str | None) -> int | None:
    """The value of "4." or "4)"; None for other numbers."""
    match = _ARABIC.fullmatch(number or "")
    return int(match[1]) if match else None


def sections(lines: Sequence[WrittenLine]) -> list[tuple[int, WrittenLine]]:
    """The headings of the first level with their values: Roman ones, else Arabic ones that open a part."""
    first = [(value, line) for line in lines if (value := roman(line.number)) and _is_heading(line)]
    if first:
        return first
    return [(value, line) for line in lines if line.opens and (value := arabic(line.number))]


def heading(line: WrittenLine) -> str:
    """A heading as written: its number and its words."""
    return f"{line.number} {line.text}".strip()


def _is_heading(line: WrittenLine) -> bool:
    return (
        line.opens or line.bold or line.text.isupper() or (len(line.text) < 100 and not line.text.endswith((";", ",")))
    )
