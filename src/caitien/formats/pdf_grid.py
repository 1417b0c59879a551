"""Ruled tables of a page: rules → grid lines → cells, merged where a rule is missing, each with the words inside it."""

from collections import defaultdict
from dataclasses import dataclass, field

from caitien.formats.pdf_page import Page, Rule, Word

NEAR = 3.0  # points: rules this close are one grid line, ends this close to a rule meet it


@dataclass(slots=True)
class Box:
    """A cell: its edges in points, its place in the grid, its words."""

    row: int
    height: int
    x0: float
    y0: float
    x1: float
    y1: float
    words: list[Word] = field(default_factory=list)

    def holds(self, word: Word) -> bool:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(slots=True)
class Grid:
    """A table on one page; `xs` and `ys` are its grid lines. `ruled` is False where only gaps made the columns."""

    page: int
    xs: list[float]
    ys: list[float]
    boxes: list[Box]
    ruled: bool = True
    page_width: float = 0.0
    page_height: float = 0.0
    scanned: bool = False

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]


def grids_of(page: Page) -> tuple[list[Grid], list[Word]]:
    """The page's ruled tables from top to bottom, filled with their words, and the words outside of them."""
    grids = [grid for part in _connected(page) if (grid := _grid(page, *part))]
    grids.sort(key=lambda grid: (grid.xs[-1] - grid.xs[0]) * (grid.bottom - grid.top))
    outside: list[Word] = []
    for word in page.words:
        box = next((box for grid in grids for box in grid.boxes if box.holds(word)), None)
        (box.words if box else outside).append(word)
    return sorted(grids, key=lambda grid: grid.top), outside


def _connected(page: Page) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that meet each other, as groups of (horizontal, vertical)."""
    across, down = _joined(page.across), _joined(page.down)
    group = list(range(len(across) + len(down)))

    def root(n: int) -> int:
        while group[n] != n:
            n = group[n]
        return n

    for i, h in enumerate(across):
        for j, v in enumerate(down, len(across)):
            if h.start - NEAR <= v.at <= h.end + NEAR and v.start - NEAR <= h.at <= v.end + NEAR:
                group[root(i)] = root(j)
    parts: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, h in enumerate(across):
        parts[root(i)][0].append(h)
    for j, v in enumerate(down, len(across)):
        parts[root(j)][1].append(v)
    return [part for part in parts.values() if part[0] and len(part[1]) > 1]


def _joined(rules: list[Rule]) -> list[Rule]:
    """Rules on one line that touch or overlap, as one rule."""
    out: list[Rule] = []
    for line in _clusters(rules):
        at = sum(rule.at for rule in line) / len(line)
        line.sort(key=lambda rule: rule.start)
        start, end = line[0].start, line[0].end
        for rule in line[1:]:
            if rule.start > end + NEAR:
                out.append(Rule(at, start, end))
                start = rule.start
            end = max(end, rule.end) if start != rule.start else rule.end
        out.append(Rule(at, start, end))
    return out


def _clusters(rules: list[Rule]) -> list[list[Rule]]:
    out: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if out and rule.at - out[-1][0].at <= NEAR:
            out[-1].append(rule)
        else:
            out.append([rule])
    return out


def _grid(page: Page, across: list[Rule], down: list[Rule]) -> Grid | None:
    xs = _lines([rule.at for rule in down])
    ys = _lines([rule.at for rule in across])
    low, high = min(rule.start for rule in down), max(rule.end for rule in down)
    if ys[0] - low > 3 * NEAR:  # open above or below: the table goes on beyond the page
        ys.insert(0, low)
    if high - ys[-1] > 3 * NEAR:
        ys.append(high)
    if len(xs) < 2 or len(ys) < 2:
        return None
    boxes = _boxes(xs, ys, across, down)
    if len(boxes) < 2:  # a frame around text is no table
        return None
    return Grid(page.number, xs, ys, boxes, page_width=page.width, page_height=page.height, scanned=page.scanned)


def _lines(values: list[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > NEAR:
            out.append(value)
    return out


def _boxes(xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> list[Box]:
    """Greedy from the upper left: a cell grows right until a wall, then down until a floor."""
    columns, rows = len(xs) - 1, len(ys) - 1
    taken = [[False] * columns for _ in range(rows)]
    boxes: list[Box] = []
    for i in range(rows):
        for j in range(columns):
            if taken[i][j]:
                continue
            right = j + 1
            while right < columns and not taken[i][right] and not _covered(down, xs[right], ys[i], ys[i + 1]):
                right += 1
            under = i + 1
            while under < rows and not _floor(across, ys[under], xs, j, right):
                under += 1
            for a in range(i, under):
                taken[a][j:right] = [True] * (right - j)
            boxes.append(Box(i, under - i, xs[j], ys[i], xs[right], ys[under]))
    return boxes


def _floor(across: list[Rule], y: float, xs: list[float], left: int, right: int) -> bool:
    return any(_covered(across, y, xs[column], xs[column + 1]) for column in range(left, right))


def _covered(rules: list[Rule], at: float, start: float, end: float) -> bool:
    """Whether rules at `at` cover more than half of the way from `start` to `end`."""
    way = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= NEAR)
    return way > 0.5 * (end - start)
