"""The paper that charts are drawn on: shapes with colours as attributes and classes, texts that fit."""

import hashlib
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

WIDTH, NARROW = 720, 340  # beside the text of a page or of a paper; on a phone
SIZE, LINE = 13, 17  # of a text, and from line to line
# The colours on paper; look.css gives the classes those of the page.
INK, SOFT, RULE, TRACK, TODAY = "#19212c", "#4a5666", "#dce1e8", "#e3e7ed", "#a8201a"
FILLS = ("#17479e", "#b45f06", "#12806a", "#7a3e9d", "#5b6776", "#a8201a")


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its title, what it says in words, and its numbers as the rows of a table below `heads`.

    `narrow` is the same drawing for a phone: labels stand above their bars.
    """

    title: str
    words: str
    svg: SafeString
    narrow: SafeString
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Drawing:
    """Shapes from top to bottom; `height` grows with what is drawn."""

    def __init__(self, width: int = WIDTH) -> None:
        self.parts: list[str] = []
        self.width, self.height = width, 0.0

    @property
    def is_narrow(self) -> bool:
        return self.width < WIDTH

    def left_of_bars(self, label: int) -> int:
        """Where bars begin whose labels are `label` wide: beside them, or below them on a narrow drawing."""
        return 0 if self.is_narrow else label

    def add(self, name: str, text: str = "", **given: Any) -> None:
        """One element: `class_` is its class, underscores in names stand for hyphens."""
        pairs = ((key.rstrip("_").replace("_", "-"), value) for key, value in given.items())
        said = "".join(f' {key}="{escape(_short(value))}"' for key, value in pairs)
        self.parts.append(f"<{name}{said}>{escape(text)}</{name}>" if text else f"<{name}{said}/>")

    def rect(self, x: float, y: float, width: float, height: float, fill: int | None = None) -> None:
        """A filled box in one of the FILLS, or in the colour of a track."""
        colour = {"fill": TRACK, "class_": "ch-track"} if fill is None else filled(fill)
        self.add("rect", x=x, y=y, width=max(width, 0), height=height, rx=2, **colour)

    def line(self, x1: float, y1: float, x2: float, y2: float, *, today: bool = False) -> None:
        colour = {"stroke": TODAY, "class_": "ch-today"} if today else {"stroke": RULE, "class_": "ch-line"}
        self.add("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=1.5 if today else 1, **colour)

    def text(self, x: float, y: float, text: str, *, soft: bool = False, anchor: str = "start", **given: Any) -> None:
        colour = {"fill": SOFT, "class_": "ch-soft"} if soft else {"fill": INK, "class_": "ch-text"}
        self.add("text", text, **({"x": x, "y": y, "text_anchor": anchor, "font_size": SIZE} | colour | given))

    def row(self, words: str, label: int, *, thick: int, gap: int) -> float:
        """Write a row's label beside its bar, or above it where the drawing is narrow; gives the bar's upper edge."""
        lines, top = self._label(words, label), self.height
        for number, line in enumerate(lines):
            self.text(0, top + 14 + number * LINE, line)
        self.height += self.height_of(words, label, thick=thick, gap=gap)
        return top + (len(lines) * LINE + 5 if self.is_narrow else max(len(lines) * LINE - thick, 0) / 2 + 1)

    def height_of(self, words: str, label: int, *, thick: int, gap: int) -> int:
        """What `row` takes."""
        tall = len(self._label(words, label)) * LINE
        return tall + 5 + thick + gap if self.is_narrow else max(tall, thick) + gap

    def _label(self, words: str, label: int) -> Sequence[str]:
        return lines_of(words, self.width if self.is_narrow else label - 16)

    def finished(self, title: str, words: str) -> SafeString:
        """The whole drawing, named and told for those who cannot see it."""
        name = hashlib.sha256((title + words + "".join(self.parts)).encode()).hexdigest()[:10]
        return mark_safe(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {_short(self.height)}" role="img" '
            f'aria-labelledby="t{name} d{name}" font-family="Tinos" class="drawing">'
            f'<title id="t{name}">{escape(title)}</title><desc id="d{name}">{escape(words)}</desc>'
            f"{''.join(self.parts)}</svg>"
        )


def both(draw: Callable[[Drawing], None], title: str, words: str) -> tuple[SafeString, SafeString]:
    """What `draw` draws, wide and narrow."""
    wide, narrow = Drawing(), Drawing(NARROW)
    draw(wide)
    draw(narrow)
    return wide.finished(title, words), narrow.finished(title, words)


def filled(number: int) -> dict[str, str]:
    """Colour attributes of a series, by its number from 0."""
    at = number % len(FILLS)
    return {"fill": FILLS[at], "class_": f"ch-f{at + 1}"}


def lines_of(text: str, width: float, most: int = 2) -> Sequence[str]:
    """A label in at most so many lines of a width; what does not fit ends in an ellipsis."""
    letters = max(int(width / (SIZE * 0.53)), 4)
    found = textwrap.wrap(text, letters, max_lines=most, placeholder="…", break_long_words=True)
    return found or [""]


def width_of(text: str) -> float:
    """About how wide a text of the usual size is."""
    return len(text) * SIZE * 0.55


def _short(value: Any) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
