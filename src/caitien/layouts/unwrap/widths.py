"""How wide texts are, and how wide each column is: learned from where its lines break."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

Measure = Callable[[str], float]

# Advance widths of Times-like roman letters in thousandths of the size (a fact of the typeface's metrics).
_TIMES = {
    **dict.fromkeys("ijlt/ \\", 278),
    **dict.fromkeys(" .,", 250),
    **dict.fromkeys("aczes?", 444),
    **dict.fromkeys("fr()-I", 333),
    **dict.fromkeys("bdghknopquvxy0123456789$_", 500),
    **dict.fromkeys("CBR", 667),
    **dict.fromkeys("ADGHKNOQUVXYw", 722),
    **dict.fromkeys("ELTZ", 611),
    **dict.fromkeys("FPS", 556),
    "m": 778, "M": 889, "W": 944, "J": 389, "s": 389, ":": 278, ";": 278, "&": 778, "%": 833, "+": 564, "–": 500,
    "đ": 500, "Đ": 722, "’": 333, "‘": 333, "“": 444, "”": 444, "…": 1000, "z": 444, "t": 278, "•": 350, "*": 500,
}  # fmt: skip
_ENOUGH_BREAKS = 8
SLACK = {True: 1.025, False: 1.0}  # by Times widths the real letters differ a little; by counts they cannot


@lru_cache(maxsize=20000)
def _times_word(word: str) -> float:
    letters = (normalize("NFD", char)[0] for char in word)
    return sum(_TIMES.get(letter, 500) for letter in letters)


def times_width(text: str) -> float:
    """Width in thousandths of the font size, as set in a Times-like typeface."""
    words = text.split()
    return sum(map(_times_word, words)) + 250.0 * max(0, len(words) - 1)


def letter_count(text: str) -> float:
    return float(len(text))


@dataclass(frozen=True, slots=True)
class FittedWidth:
    """A column's width: at least that of its longest line, at most what its breaks allow (None: they do not tell)."""

    least: float
    greatest: float | None
    wrong: float


def fit_width(lines: Sequence[tuple[str, str | None]], measure: Measure) -> FittedWidth:
    """The width with the fewest contradictions, from lines with the word that opened the next line.

    A line longer than the width counts 2, a break where the next word would have fitted counts 1. Where few lines
    were broken, the width may be greater than that of the longest line.
    """
    sizes = [(measure(text), measure(f"{text} {word}") if word else None) for text, word in lines]
    slack = SLACK[measure is times_width]
    best = (float("inf"), 0.0)
    for width in sorted({size for size, _ in sizes}):
        wrong = sum(2.0 for size, _ in sizes if size > width * slack)
        wrong += sum(1.0 for _, more in sizes if more is not None and more <= width)
        if wrong < best[0]:
            best = (wrong, width)
    breaks = [more for _, more in sizes if more is not None and more > best[1]]
    greatest = best[1] if len(breaks) >= _ENOUGH_BREAKS else min(breaks, default=None)
    return FittedWidth(best[1], greatest, best[0])


class Widths:
    """The least and the greatest width that each column may have, by one measure; None where nothing is known."""

    def __init__(
        self, measure: Measure, least: Sequence[float | None], greatest: Sequence[float | None], weight: float = 1.0
    ) -> None:
        self.measure, self.least, self.greatest, self.weight = measure, tuple(least), tuple(greatest), weight
        self.slack = SLACK[measure is times_width]

    def too_wide(self, column: int, text: str) -> float:
        width = self.greatest[column]
        if width is None:
            return 0.0
        excess = self.measure(text) - width * self.slack
        return self.weight * (-1.0 - 20.0 * excess / width) if excess > 0 else 0.0

    def room(self, column: int, line: str, word: str) -> float | None:
        """Share of the column's width that is left when `word` is added to `line`: negative where it does not fit."""
        width = self.least[column]
        return None if width is None else (width - self.measure(f"{line} {word}")) / width

    def line_break(self, column: int, line: str, word: str) -> float:
        """Score of a break after `line`, before `word`."""
        room = self.room(column, line, word)
        if room is None:
            return 0.0
        return self.weight * (-1.0 - 10.0 * room if room >= 0 else 0.5)
