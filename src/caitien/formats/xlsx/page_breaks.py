"""Where a page of the sheet to print must end early, so that no heading or band is left alone at its foot."""

from collections.abc import Sequence, Set

__all__ = ["page_breaks"]

ROOM = 478.0  # points on a page: A4 on its side less 20 mm above and below


def page_breaks(heights: Sequence[float], glued: Set[int], head: range, tops: Set[int] = frozenset()) -> list[int]:
    """The rows (0-based) before which a page must be broken by hand; elsewhere Excel breaks by itself.

    `heights`: of all rows, in points; `glued`: rows that stay with the next one; `head`: rows repeated on later pages;
    `tops`: rows that begin a page in any case.
    """
    breaks: list[int] = []
    repeated = sum(heights[row] for row in head)
    used, at = 0.0, 0
    room = ROOM
    while at < len(heights):
        if at in tops and at:
            breaks.append(at)
            used, room = 0.0, ROOM - (repeated if at > head.start and len(head) else 0)
        end = _end(at, glued, len(heights))
        need = sum(heights[at : end + 1])
        if need > room:  # no page holds it together: row by row
            end, need = at, heights[at]
        if used and used + need > room:
            if end > at:
                breaks.append(at)
            room = ROOM - (repeated if at > head.start and len(head) else 0)
            used = 0.0
        used += need
        at = end + 1
    return breaks


def _end(at: int, glued: Set[int], count: int) -> int:
    """The last row of those that stay together from `at` on."""
    while at in glued and at + 1 < count:
        at += 1
    return at
