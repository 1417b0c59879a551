"""Automatic numbers of lists, as a reader sees them: “1.”, “a)”, “II.1.”, “- ”."""

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Counters", "Level"]

_PLAIN_BULLETS = "-+*"
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `shape` by the names of OOXML (decimal, lowerLetter, bullet …), `text` with %1 … %9."""

    shape: str = "decimal"
    text: str = "%1."
    start: int = 1
    glued: bool = False  # nothing stands between the number and the text
    legal: bool = False  # every number in it is decimal


class Counters:
    """Counts the numbered paragraphs of one document. `lists` gives the levels of a list by its key."""

    def __init__(self, lists: Callable[[str], tuple[Level, ...]]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def mark(self, key: str, depth: int, *, restart: tuple[str, int] | None = None) -> str:
        """What stands before the next paragraph at `depth` (from 0) of list `key`, with its blank; "" for nothing.

        `restart`: (name of the restart, first number), obeyed once.
        """
        levels = self._lists(key)
        if depth >= len(levels):
            return ""
        level = levels[depth]
        if level.shape == "bullet":
            sign = level.text.strip()
            return f"{sign if sign and sign in _PLAIN_BULLETS else '-'} "
        counts = self._counts.setdefault(key, {})
        if restart and (restart[0], depth) not in self._restarted:
            self._restarted.add((restart[0], depth))
            counts[depth] = restart[1]
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        text = level.text
        for index in range(len(levels)):
            number = counts.get(index, levels[index].start)
            text = text.replace(f"%{index + 1}", _shaped(number, "decimal" if level.legal else levels[index].shape))
        return text + ("" if level.glued or not text else " ")


def _shaped(number: int, shape: str) -> str:
    if shape in ("lowerRoman", "upperRoman"):
        text = _roman(number)
    elif shape in ("lowerLetter", "upperLetter"):
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 1000 else str(number)
    elif shape == "decimalZero":
        text = f"{number:02}"
    else:
        text = "" if shape == "none" else str(number)
    return text.upper() if shape.startswith("upper") else text


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text
