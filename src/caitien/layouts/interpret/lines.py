"""Lines of running text: each with its number or dash taken off, the sides of a two-column line apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caitien.blocks import Paragraph
from caitien.findings import NOWHERE, Position
from caitien.vietnamese.normalise import squeeze

_NUMBER = re.compile(
    r"^\s*(?:phần\s+)?(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-Ha-h])\s*[.)/:\-–]\s*|^\s*phần\s+[IVX\d]+\s*[:.]?\s*", re.I
)
_BULLET = re.compile(r"^\s*[-–—+*•▪·]\s*")
_GAP = re.compile(r"\t+|\s{4,}")
_NATION = re.compile(r"(?<=\w\s)CỘNG H(ÒA|OÀ) XÃ HỘI|(?<=\w\s)Độc lập\s*[-–]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text: the text without its number or dash, both kept beside it."""

    text: str
    number: str | None = None
    bullet: bool = False
    bold: bool = False
    indent: int = 0
    position: Position = NOWHERE

    @property
    def whole(self) -> str:
        """The line with its number or dash."""
        return f"{self.number} {self.text}" if self.number else f"- {self.text}" if self.bullet else self.text


def lines_of(paragraph: Paragraph) -> Iterator[Line]:
    """The non-empty lines of a paragraph."""
    for raw in (side for line in paragraph.text.split("\n") for side in _sides(line)):
        text = squeeze(raw)
        if not text:
            continue
        indent = len(raw) - len(raw.lstrip())
        number = _NUMBER.match(text)
        bullet = _BULLET.match(text) if not number else None
        cut = number or bullet
        rest = text[cut.end() :] if cut else text
        if not rest.strip():
            continue
        yield Line(
            rest.strip(),
            number[0].strip() if number else None,
            bool(bullet),
            paragraph.bold or bool(paragraph.level),
            indent,
            paragraph.position,
        )


def _sides(line: str) -> list[str]:
    """A line of two columns set with tabs or many blanks ("UBND …      CỘNG HÒA …") as its two sides."""
    sides = [side for side in _GAP.split(line.strip()) if side.strip()]
    if len(sides) == 1 and (nation := _NATION.search(line)):
        return [line[: nation.start()], line[nation.start() :]]
    return sides if len(sides) > 1 and all(len(side.strip()) > 5 for side in sides) else [line]


def goes_on(above: Line, line: Line) -> bool:
    """Whether a page or column cut a paragraph here: a long line without an end and lower case, or a year torn off."""
    if re.search(r"\d{4}\s*[-–]?$", above.text) and re.match(r"\d{4}\b", line.text):
        return True
    marked = line.number or line.bullet or line.bold
    return not marked and line.text[0].islower() and len(above.text) > 60 and above.text[-1] not in '.;:!?…”")'


def is_roman(number: str | None) -> bool:
    return bool(number and re.match(r"(phần\s+)?[IVX]+\b", number, re.I))
