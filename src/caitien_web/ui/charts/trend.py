"""How something went over the years: a line for each series, its name and last number at its end."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from caitien_web.ui.charts.drawing import FILLS, LINE, Chart, Drawing, both, lines_of, width_of

LEFT, RIGHT, TOP, HEIGHT, TICKS = 44, 190, 14, 220, 4
EDGE = 40  # of a narrow drawing, at the right: half a period's words


@dataclass(frozen=True, slots=True)
class Line:
    """A series: its name and a number for each period; None where there is none."""

    name: str
    values: tuple[float | None, ...]


def trend(title: str, periods: Sequence[str], lines: Sequence[Line], *, unit: str = "") -> Chart:
    """Lines on one scale that begins at 0."""
    most = _round_up(max((value for line in lines for value in line.values if value is not None), default=0))

    def draw(drawing: Drawing) -> None:
        drawing.height = TOP + HEIGHT + 2 * LINE
        right = drawing.width - (EDGE if drawing.is_narrow else RIGHT)
        xs = [LEFT + (right - LEFT) * (at / max(len(periods) - 1, 1)) for at in range(len(periods))]
        for tick in range(TICKS + 1):
            y = TOP + HEIGHT * (1 - tick / TICKS)
            drawing.line(LEFT, y, right, y)
            drawing.text(LEFT - 8, y + 4, _told(most * tick / TICKS, unit), soft=True, anchor="end")
        for x, period in _readable(xs, periods):
            drawing.text(x, TOP + HEIGHT + LINE + 4, period, soft=True, anchor="middle")
        _name(drawing, lines, _draw(drawing, lines, xs, most), unit)

    rows = tuple((line.name, *("–" if v is None else _told(v, unit) for v in line.values)) for line in lines)
    words = "; ".join(
        f"{row[0]}: " + ", ".join(f"{p} {v}" for p, v in zip(periods, row[1:], strict=True)) for row in rows
    )
    return Chart(title, words + ".", *both(draw, title, words + "."), ("", *periods), rows)


def _name(drawing: Drawing, lines: Sequence[Line], ends: list[tuple[int, float]], unit: str) -> None:
    """Each line's name and last number: at its end, or one below the other under a narrow drawing."""
    below = drawing.is_narrow
    x, room = (0, drawing.width) if below else (drawing.width - RIGHT + 12, RIGHT - 14)
    for number, y in ends if below else _apart(ends):
        line, at_fill = lines[number], number % len(FILLS)
        last = next(value for value in reversed(line.values) if value is not None)
        told = lines_of(f"{line.name}: {_told(last, unit)}", room)
        if below:
            y = drawing.height + 6
            drawing.height += len(told) * LINE + 2
        for at, words in enumerate(told):
            drawing.text(x, y + 4 + at * LINE, words, fill=FILLS[at_fill], class_=f"ch-f{at_fill + 1}")


def _readable(xs: Sequence[float], periods: Sequence[str]) -> list[tuple[float, str]]:
    """The periods that can be written below without lying on one another, the last among them."""
    if len(xs) < 2:
        return list(zip(xs, periods, strict=True))
    step = math.ceil((max(map(width_of, periods)) + 6) / (xs[1] - xs[0]))
    return list(zip(xs, periods, strict=True))[::-1][::step]


def _draw(drawing: Drawing, lines: Sequence[Line], xs: Sequence[float], most: float) -> list[tuple[int, float]]:
    """The lines with a dot at each number; gives the height at which each line ends."""
    ends = []
    for number, line in enumerate(lines):
        at = number % len(FILLS)
        points = [
            (x, TOP + HEIGHT * (1 - value / most))
            for x, value in zip(xs, line.values, strict=True)
            if value is not None
        ]
        if not points:
            continue
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        drawing.add("path", d=path, fill="none", stroke=FILLS[at], stroke_width=2.5, class_=f"ch-s{at + 1}")
        for x, y in points:
            drawing.add("circle", cx=x, cy=y, r=3.5, fill=FILLS[at], class_=f"ch-f{at + 1}")
        ends.append((number, points[-1][1]))
    return ends


def _apart(ends: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """The names' heights, moved so that none lies on another."""
    placed: list[tuple[int, float]] = []
    for number, y in sorted(ends, key=lambda end: end[1]):
        placed.append((number, max(y, placed[-1][1] + 2 * LINE) if placed else y))
    over = placed[-1][1] - (TOP + HEIGHT) if placed else 0
    return [(number, y - max(over, 0)) for number, y in placed]


def _round_up(most: float) -> float:
    """A round number at or above, that divides well into the ticks."""
    step = next(size * 10**power for power in range(12) for size in (1, 2, 2.5, 5) if size * 10**power * TICKS >= most)
    return float(step * TICKS)


def _told(value: float, unit: str) -> str:
    number = f"{value:.1f}".removesuffix(".0").replace(".", ",")
    return f"{number}{unit}"
