"""Lines set in two columns without rules (the head of an official paper, its recipients and signature), by x gaps only.

A block is a run of lines with one blank corridor between them; its left and right column become one row of two cells.
"""

from dataclasses import dataclass

from caitien.formats.pdf_page import Line
from caitien.formats.pdf_paragraphs import MARK


@dataclass(slots=True)
class Pair:
    """Two columns beside each other."""

    left: list[Line]
    right: list[Line]


Corridor = tuple[float, float]


def pair_up(lines: list[Line], frame: tuple[float, float]) -> list[Line | Pair]:
    """The lines of one page, top to bottom, with the two-column runs among them as pairs. `frame`: text edges."""
    lines = _levelled(lines)
    out: list[Line | Pair] = []
    index = 0
    while index < len(lines):
        found = _block(lines, index, frame)
        if found:
            pair, end = found
            out.append(pair)
            index = end
        else:
            out.append(lines[index])
            index += 1
    return out


def _levelled(lines: list[Line]) -> list[Line]:
    """Neighbouring lines at nearly one height, far apart from left to right, as one: columns of different sizes."""
    out: list[Line] = []
    for line in lines:
        if out and line.base - out[-1].base < 0.8 * line.size and _apart(out[-1], line):
            out[-1] = Line(sorted([*out[-1].words, *line.words], key=lambda word: word.x0), line.page)
        else:
            out.append(line)
    return out


def _apart(a: Line, b: Line) -> bool:
    return b.x0 - a.x1 > 1.3 * b.size or a.x0 - b.x1 > 1.3 * b.size


def _block(lines: list[Line], start: int, frame: tuple[float, float]) -> tuple[Pair, int] | None:
    """A block that begins with line `start`: its first two-sided line is that one or one shortly below."""
    for seed in range(start, min(start + 4, len(lines))):
        for corridor in _wide_gaps(lines[seed]):
            end, corridor = _reach(lines, seed, corridor, frame)
            if all(_fits(line, corridor) for line in lines[start:seed]) and _is_block(lines[start:end], corridor):
                if seed > start and not _leads(lines[start:seed], lines[seed:end], corridor):
                    continue
                return _parted(lines[start:end], corridor), end
    return None


def _wide_gaps(line: Line) -> list[Corridor]:
    """Gaps too wide for a blank between words, a gap after a mere list mark left out."""
    gaps = []
    for a, b, n in line.gaps():
        head = " ".join(word.text for word in line.words[:n])
        if b - a >= 1.3 * line.size and not (len(head) <= 6 and MARK.match(head + " x")):
            gaps.append((a, b))
    return sorted(gaps, key=lambda gap: gap[0] - gap[1])


def _narrowed(line: Line, corridor: Corridor) -> Corridor | None:
    """The part of the corridor that the line leaves blank; None if the line has words across it."""
    a, b = corridor
    for word in line.words:
        middle = (word.x0 + word.x1) / 2
        if middle < (a + b) / 2:
            a = max(a, word.x1)
        else:
            b = min(b, word.x0)
    return (a, b) if b - a >= 0.6 * line.size else None


def _fits(line: Line, corridor: Corridor) -> bool:
    return _narrowed(line, corridor) is not None


def _both(line: Line, corridor: Corridor) -> bool:
    return line.x0 < corridor[0] and line.x1 > corridor[1]


def _reach(lines: list[Line], seed: int, corridor: Corridor, frame: tuple[float, float]) -> tuple[int, Corridor]:
    """How far down the corridor goes: (index after the last line, narrowed corridor)."""
    corridor = _narrowed(lines[seed], corridor) or corridor
    end = seed + 1
    for index in range(seed + 1, len(lines)):
        line = lines[index]
        narrowed = _narrowed(line, corridor)
        if narrowed is None:
            break
        if _both(line, narrowed):
            if line.base - lines[index - 1].base > 6 * line.size:
                break
        elif not _belongs(line, lines[seed:index], corridor, frame):
            break
        corridor, end = narrowed, index + 1
    return end, corridor


def _belongs(line: Line, above: list[Line], corridor: Corridor, frame: tuple[float, float]) -> bool:
    """Whether a one-sided line goes on with its column: set under it, and not in the middle of the page."""
    is_left = _middle(line.x0, line.x1) < _middle(*corridor)
    column = [part for other in above if (part := _side(other, corridor, is_left))]
    if not column or _off(line, *frame) < 0.015 * (frame[1] - frame[0]):
        return False
    centre = _middle(min(part.x0 for part in column), max(part.x1 for part in column))
    centred = abs(_middle(line.x0, line.x1) - centre) < 0.8 * line.size
    flush = abs(line.x0 - column[-1].x0) < 0.5 * line.size
    step = line.base - max(other.base for other in above)
    if not is_left and centred and step < 15 * line.size:  # a signature stands far below its office
        return True
    return (centred or flush) and step < 2.4 * line.size


def _off(line: Line, left: float, right: float) -> float:
    return abs(_middle(line.x0, line.x1) - _middle(left, right))


def _middle(a: float, b: float) -> float:
    return (a + b) / 2


def _side(line: Line, corridor: Corridor, left: bool) -> Line | None:
    middle = (corridor[0] + corridor[1]) / 2
    words = [word for word in line.words if ((word.x0 + word.x1) / 2 < middle) == left]
    return Line(words, line.page) if words else None


def _leads(before: list[Line], block: list[Line], corridor: Corridor) -> bool:
    """Whether one-sided lines above the first two-sided one are the top of a column."""
    for line in before:
        if line.text[0].islower():  # the end of a paragraph
            return False
        is_left = _middle(line.x0, line.x1) < _middle(*corridor)
        column = [part for other in block if (part := _side(other, corridor, is_left))]
        near = block[0].base - line.base < 2.2 * line.size * (len(before) + 1)
        centre = _middle(column[0].x0, column[0].x1)
        if not near or not (abs(_middle(line.x0, line.x1) - centre) < line.size or abs(line.x0 - column[0].x0) < 3):
            return False
    return True


def _is_block(lines: list[Line], corridor: Corridor) -> bool:
    """Two lines with both sides, or one with a very wide gap."""
    both = [line for line in lines if _both(line, corridor)]
    if len(both) >= 2:
        return True
    return bool(both) and corridor[1] - corridor[0] > (1.3 if len(lines) > 1 else 3) * both[0].size


def _parted(lines: list[Line], corridor: Corridor) -> Pair:
    sides = [[part for line in lines if (part := _side(line, corridor, left))] for left in (True, False)]
    return Pair(*sides)
