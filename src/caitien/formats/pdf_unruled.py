"""Tables without vertical rules: columns by the blank lanes that all their lines share, rows by rules or spacing.

At least three columns and three lines are asked for; two columns are the business of `pdf_columns`.
"""

from itertools import pairwise

from caitien.formats.pdf_grid import Box, Grid
from caitien.formats.pdf_page import Line, Page, Rule

Lane = tuple[float, float]

SEED_GAP = 1.2  # letter sizes between two columns in the line that shows the columns
LEAST_GAP = 0.7  # … that must remain in every line
STEP = 2.6  # letter sizes from a baseline to the next, inside a table


def unruled(lines: list[Line], page: Page) -> tuple[list[Grid], list[Line]]:
    """Tables among the lines (top to bottom), and the lines that belong to none."""
    lines = sorted(lines, key=lambda line: line.base)
    grids: list[Grid] = []
    rest: list[Line] = []
    index = 0
    while index < len(lines):
        found = _run(lines, index)
        if found:
            end, lanes = found
            grids.append(_grid(lines[index:end], lanes, page))
            index = end
        else:
            rest.append(lines[index])
            index += 1
    return grids, rest


def _run(lines: list[Line], start: int) -> tuple[int, list[Lane]] | None:
    """The longest run from `start` whose lines leave the same lanes blank: (index after it, lanes)."""
    lanes = [(a, b) for a, b, _ in lines[start].gaps() if b - a >= SEED_GAP * lines[start].size]
    end = start + 1
    if len(lanes) < 2:
        return None
    for line in lines[end:]:
        if line.base - lines[end - 1].base > STEP * line.size:
            break
        kept = [lane for old in lanes if (lane := _narrowed(line, old))]
        if len(kept) < len(lanes):
            break
        lanes = kept
        end += 1
    enough = end - start >= 3 and sum(_filled(line, lanes) >= 3 for line in lines[start:end]) >= 3
    return (end, lanes) if enough else None


def _filled(line: Line, lanes: list[Lane]) -> int:
    """How many columns the line has words in."""
    cuts = [(a + b) / 2 for a, b in lanes]
    return len({sum(word.x0 > cut for cut in cuts) for word in line.words})


def _narrowed(line: Line, lane: Lane) -> Lane | None:
    a, b = lane
    for word in line.words:
        if (word.x0 + word.x1) / 2 < (a + b) / 2:
            a = max(a, word.x1)
        else:
            b = min(b, word.x0)
    return (a, b) if b - a >= LEAST_GAP * line.size else None


def _grid(lines: list[Line], lanes: list[Lane], page: Page) -> Grid:
    xs = [min(line.x0 for line in lines) - 2, *((a + b) / 2 for a, b in lanes), max(line.x1 for line in lines) + 2]
    rows = _rows(lines, lanes, page.across)
    ys = [rows[0][0].top - 1]
    ys += [(a[-1].bottom + b[0].top) / 2 for a, b in pairwise(rows)]
    ys.append(rows[-1][-1].bottom + 1)
    boxes = []
    for number, row in enumerate(rows):
        words = [word for line in row for word in line.words]
        for left, right in pairwise(xs):
            inside = [word for word in words if left < (word.x0 + word.x1) / 2 <= right]
            boxes.append(Box(number, 1, left, ys[number], right, ys[number + 1], inside))
    return Grid(
        page.number, xs, ys, boxes, ruled=False, page_width=page.width, page_height=page.height, scanned=page.scanned
    )


def _rows(lines: list[Line], lanes: list[Lane], across: list[Rule]) -> list[list[Line]]:
    """Lines grouped into rows: by horizontal rules if there are any, else by wide steps, else by filled first cells."""
    steps = [b.base - a.base for a, b in pairwise(lines)]
    ruled = [_is_between(a, b, across) for a, b in pairwise(lines)]
    wide = [step > 1.25 * min(steps) for step in steps]
    first = [(lanes[0][0] + lanes[0][1]) / 2 > line.x0 and _filled(line, lanes) >= 2 for line in lines[1:]]
    breaks = ruled if any(ruled) else wide if any(wide) else first
    rows = [[lines[0]]]
    for line, is_new in zip(lines[1:], breaks, strict=True):
        if is_new:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _is_between(a: Line, b: Line, across: list[Rule]) -> bool:
    return any(
        a.base - 1 <= rule.at <= b.base - 0.5 * b.size and rule.start < b.x1 and rule.end > b.x0 for rule in across
    )
