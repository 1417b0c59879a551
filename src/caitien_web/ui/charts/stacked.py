"""What a sum is made of: money by source, a bar for each year or standard, its parts named above."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from caitien_web.ui.charts.drawing import LINE, Chart, Drawing, both, filled, width_of
from caitien_web.ui.vn import dong

LABEL, END, THICK, SWATCH = 190, 132, 20, 12


@dataclass(frozen=True, slots=True)
class Part:
    """One series of the bars: a source of money."""

    name: str


@dataclass(frozen=True, slots=True)
class Stack:
    """A bar: its label and one whole number (đồng, or what else is counted) for each part."""

    label: str
    amounts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.amounts)


def stacked(title: str, parts: Sequence[Part], given: Sequence[Stack], *, say: Callable[[int], str] = dong) -> Chart:
    """Bars on one scale, each with its total at the end; `say` writes a sum, as money unless told otherwise."""
    most = max((stack.total for stack in given), default=0) or 1

    def draw(drawing: Drawing) -> None:
        _name(drawing, parts)
        left = drawing.left_of_bars(LABEL)
        full = drawing.width - left - END
        for stack in given:
            top, x = drawing.row(stack.label, LABEL, thick=THICK, gap=12), float(left)
            for number, amount in enumerate(stack.amounts):
                width = full * amount / most
                if amount:
                    drawing.rect(x, top, width - 1, THICK, number)
                x += width
            drawing.text(x + 8, top + 15, say(stack.total), soft=not stack.total)

    words = "; ".join(_said(stack, parts, say) for stack in given) + "."
    rows = tuple((stack.label, *(say(amount) for amount in stack.amounts), say(stack.total)) for stack in given)
    heads = ("", *(part.name for part in parts), "Cộng")
    return Chart(title, words, *both(draw, title, words), heads, rows)


def _said(stack: Stack, parts: Sequence[Part], say: Callable[[int], str]) -> str:
    """A bar in words; what it is made of where that is more than one part."""
    told = f"{stack.label}: {say(stack.total)}"
    if len(parts) < 2:
        return told
    made_of = (f"{part.name} {say(amount)}" for part, amount in zip(parts, stack.amounts, strict=True))
    return f"{told}, gồm {', '.join(made_of)}"


def _name(drawing: Drawing, parts: Sequence[Part]) -> None:
    """The names of the parts, each behind its colour, in as many lines as they take."""
    x, y = 0.0, 0.0
    for number, part in enumerate(parts):
        wide = SWATCH + 6 + width_of(part.name) + 22
        if x and x + wide > drawing.width:
            x, y = 0.0, y + LINE + 3
        drawing.add("rect", x=x, y=y + 3, width=SWATCH, height=SWATCH, rx=2, **filled(number))
        drawing.text(x + SWATCH + 6, y + 14, part.name)
        x += wide
    drawing.height = y + LINE + 16
