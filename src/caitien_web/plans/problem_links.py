"""Which problem of part IV an item of part V answers, where the form names criteria in part IV only (TT57, Biểu 2).

A proposal for people to confirm: the library leaves such items without a criterion, since a school may number its two
tables apart (docs/reading.md).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from caitien.plan import Item, Plan, Problem
from caitien.vietnamese.fold import fold

CLEAR, AHEAD = 3.0, 1.5  # points from which words speak clearly, and how far the best must be ahead of the next


@dataclass(frozen=True, slots=True)
class Link:
    """An item (0-based) with the criterion of a problem, and why, in words for the screen."""

    item: int
    criterion: str
    why: str


def proposed_links(plan: Plan) -> list[Link]:
    """For each item without a criterion, the problem that it most likely answers; nothing where nothing speaks for it.

    Words that item and problem share weigh by how rare they are among the problems; where they do not decide and the
    two tables are alike long, the order does.
    """
    problems = [one for one in plan.problems if one.criterion]
    if not problems or any(item.criterion for item in plan.items):
        return []
    pairs = [_pairs(_words_of(problem)) for problem in problems]
    spread = Counter(pair for own in pairs for pair in own)
    links = []
    for index, item in enumerate(plan.items):
        own = _pairs(_texts(item))
        points = [sum(1 / spread[pair] for pair in own & other) for other in pairs]
        if found := _chosen(index, points, len(plan.items)):
            number, why = found
            links.append(Link(index, problems[number].criterion or "", _told(why, number, problems[number])))
    return links


def _chosen(index: int, points: list[float], items: int) -> tuple[int, str] | None:
    ranked = sorted(range(len(points)), key=lambda number: -points[number])
    ahead = points[ranked[0]] - (points[ranked[1]] if len(ranked) > 1 else 0)
    in_order = index if items == len(points) else None
    if points[ranked[0]] >= CLEAR and ahead >= AHEAD:
        return ranked[0], "nội dung gần nhau" + (", cùng thứ tự" if ranked[0] == in_order else "")
    return (in_order, "cùng thứ tự") if in_order is not None else None


def _told(why: str, number: int, problem: Problem) -> str:
    said = " ".join((problem.limitation or problem.current_state or "").split()).rstrip(".;")
    cut = said if len(said) <= 90 else f"{said[:90].rsplit(' ', 1)[0]} …"
    return f"{why} với dòng {number + 1} của bảng vấn đề: “{cut}”" if cut else f"{why} với dòng {number + 1}"


def _texts(item: Item) -> Iterable[str | None]:
    return (item.improvement, item.target_result, item.solution, item.indicators, *item.evidence_outputs)


def _words_of(problem: Problem) -> Iterable[str | None]:
    return (problem.limitation, problem.current_state, problem.cause)


def _pairs(texts: Iterable[str | None]) -> set[str]:
    """Pairs of neighbouring words: in Vietnamese, a pair says what a word in other languages says."""
    found: set[str] = set()
    for text in texts:
        words = "".join(sign if sign.isalnum() else " " for sign in fold(text or "")).split()
        found.update(f"{one} {two}" for one, two in pairwise(words))
    return found
