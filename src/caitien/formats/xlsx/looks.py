"""What each style of paragraph looks like on the sheet to print, and how much room a text needs.

Sizes and faces follow Decree 30/2020/NĐ-CP, Annex I; it gives no size for tables, where schools use 12.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from caitien.blocks import Paragraph, Style

__all__ = ["BODY", "FACE", "TALLEST", "Formats", "Looks", "lines_needed", "looks_of", "points_needed"]

FACE, BODY = "Times New Roman", 13
FITTING = 1.12  # letters of Times New Roman 12 in the room of a digit of the face that widths are counted in
TALLEST = 400.0  # points; Excel has no rows higher than 409
CAPITAL = 0.4  # how much wider a capital is


@dataclass(frozen=True, slots=True)
class Looks:
    """Format properties of xlsxwriter; `rule`: the share of the text under which a line is drawn (0: none)."""

    properties: Mapping[str, Any] = field(default_factory=dict)
    rule: float = 0.0

    @property
    def size(self) -> float:
        return float(self.properties.get("font_size", BODY))


_CENTRE = {"align": "center"}
_STYLES: dict[Style, Looks] = {
    Style.NATION: Looks({**_CENTRE, "bold": True, "font_size": 12}),
    Style.MOTTO: Looks({**_CENTRE, "bold": True, "font_size": 13}, rule=1.0),
    Style.GOVERNING_BODY: Looks({**_CENTRE, "font_size": 12}),
    Style.SCHOOL: Looks({**_CENTRE, "bold": True, "font_size": 12}, rule=0.4),
    Style.NUMBER: Looks({**_CENTRE, "font_size": 13}),
    Style.REGARDING: Looks({**_CENTRE, "font_size": 12}),
    Style.PLACE_DATE: Looks({**_CENTRE, "italic": True, "font_size": 13}),
    Style.KIND: Looks({**_CENTRE, "bold": True, "font_size": 14}),
    Style.SUBJECT: Looks({**_CENTRE, "bold": True, "font_size": 14}, rule=0.4),
    Style.ADDRESSEE: Looks({**_CENTRE, "font_size": 14}),
    Style.AUTHORITY: Looks({**_CENTRE, "bold": True, "font_size": 14}),
    Style.BASIS: Looks({"align": "justify", "italic": True, "indent": 2}),
    Style.PART: Looks({"bold": True}),
    Style.POINT: Looks({"bold": True, "indent": 2}),
    Style.TEXT: Looks({"align": "justify", "indent": 2}),
    Style.LIST: Looks({"align": "justify", "indent": 2}),
    Style.CAPTION: Looks({**_CENTRE, "italic": True}),
    Style.RECIPIENTS_TITLE: Looks({"bold": True, "italic": True, "font_size": 12}),
    Style.RECIPIENT: Looks({"font_size": 11}),
    Style.SIGNER_TITLE: Looks({**_CENTRE, "bold": True, "font_size": 13}),
    Style.SIGNER_NAME: Looks({**_CENTRE, "bold": True, "font_size": 13}),
    Style.ANNEX: Looks({**_CENTRE, "bold": True, "font_size": 14}),
    Style.ANNEX_TITLE: Looks({**_CENTRE, "bold": True, "font_size": 14}),
    Style.ANNEX_OF: Looks({**_CENTRE, "italic": True, "font_size": 14}, rule=0.25),
    Style.NOTE: Looks({"bold": True, "font_color": "#9C0006", "bg_color": "#FFEB9C", "indent": 2}),
}


def looks_of(paragraph: Paragraph) -> Looks:
    """The looks of a paragraph by its style; one without style is laid as it says itself."""
    if paragraph.style in _STYLES:
        return _STYLES[paragraph.style]
    said: dict[str, Any] = {"bold": paragraph.bold, "italic": paragraph.italic}
    return Looks(said | ({"align": paragraph.align} if paragraph.align else {}))


def lines_needed(text: str, width: float, size: float = BODY) -> int:
    """How many lines a text takes in a cell `width` characters wide. A little generous: no line may be cut off."""
    room = max(2.0, (width - 1) * FITTING * 12 / size)
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    """Lines of one paragraph, words kept whole; a word wider than the cell is broken."""
    count, used = 1, 0.0
    for word in line.split(" "):
        wide = len(word) + CAPITAL * sum(map(str.isupper, word))
        if used and used + 1 + wide > room:
            count, used = count + 1, 0.0
        used += wide + (1 if used else 0)
        if used > room:
            more = ceil(used / room) - 1
            count, used = count + more, used - more * room
    return count


def points_needed(lines: int, size: float = BODY) -> float:
    """The height of so many lines, in points."""
    return lines * size * 1.27 + 3


Formats = Callable[[Mapping[str, Any]], Any]
