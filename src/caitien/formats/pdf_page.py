"""What one page shows, however it was found: words with their places and the rules drawn between them.

Points (1/72 inch) from the page's upper left corner, x to the right, y downwards. A text PDF gives pages by
`pdf_glyphs`, a scan by `scan_page`; everything after that (grids, lines, paragraphs, tables) is the same for both.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median


@dataclass(slots=True)
class Word:
    """Letters without a blank between them. `base` is their baseline, `sure` how certain recognition was (0 … 1)."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    glued: bool = False  # follows the word before it without a blank (the typeface changed inside a word)
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke: `at` is its y (horizontal) or x (vertical), from `start` to `end` on the other axis."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)  # horizontal rules
    down: list[Rule] = field(default_factory=list)  # vertical rules
    scanned: bool = False


@dataclass(slots=True)
class Line:
    """Words on one baseline, left to right, on page `page`."""

    words: list[Word]
    page: int

    @property
    def text(self) -> str:
        out = self.words[0].text
        for word in self.words[1:]:
            out += word.text if word.glued else f" {word.text}"
        return out

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def base(self) -> float:
        return median(word.base for word in self.words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words if any(map(str.isalnum, word.text)))

    @property
    def italic(self) -> bool:
        return all(word.italic for word in self.words if any(map(str.isalnum, word.text)))

    def gaps(self) -> list[tuple[float, float, int]]:
        """(from, to, index of the word after it) of the blank between each two words."""
        return [(a.x1, b.x0, n) for n, (a, b) in enumerate(pairwise(self.words), 1)]


def lines_of(words: list[Word], page: int) -> list[Line]:
    """The words as lines from top to bottom: words share a line when their baselines lie within half a letter."""
    lines: list[Line] = []
    members: list[Word] = []
    base = 0.0
    for word in sorted(words, key=lambda w: w.base):
        if members and word.base - base > 0.45 * min(word.size, members[-1].size):
            lines.append(_line(members, page))
            members = []
        base = word.base if not members else base
        members.append(word)
    if members:
        lines.append(_line(members, page))
    return lines


def _line(words: list[Word], page: int) -> Line:
    ordered = sorted(words, key=lambda w: w.x0)
    ordered[0].glued = False
    return Line(ordered, page)
