"""Which item that was read is which item that was meant."""

from typing import Any

from rapidfuzz import fuzz

from corpus.score.same import is_empty, plain

TEXTS = (
    "criterion_title",
    "weakness",
    "target_result",
    "task",
    "solution",
    "owner_text",
    "time_text",
    "budget_text",
    "funding_source",
    "support_conditions",
    "note",
    "improvement",
    "indicators",
    "resources",
    "progress",
)
Item = dict[str, Any]
NOTHING = -1.0


def pair_items(meant: list[Item], read: list[Item]) -> list[tuple[Item | None, Item | None]]:
    """The items in order, each with its partner or None, so that the likeness over all is greatest."""
    likeness = [[_alike(one, other) for other in read] for one in meant]
    best = _best(likeness, len(meant), len(read))
    pairs: list[tuple[Item | None, Item | None]] = []
    at = to = 0
    while at < len(meant) and to < len(read):
        here = likeness[at][to]
        if here > 0 and abs(best[at][to] - best[at + 1][to + 1] - here) < 1e-9:
            pairs.append((meant[at], read[to]))
            at, to = at + 1, to + 1
        elif best[at][to] == best[at + 1][to]:
            pairs.append((meant[at], None))
            at += 1
        else:
            pairs.append((None, read[to]))
            to += 1
    return [*pairs, *((one, None) for one in meant[at:]), *((None, other) for other in read[to:])]


def _best(likeness: list[list[float]], rows: int, columns: int) -> list[list[float]]:
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for at in reversed(range(rows)):
        for to in reversed(range(columns)):
            here = likeness[at][to]
            joined = best[at + 1][to + 1] + here if here > 0 else NOTHING
            best[at][to] = max(best[at + 1][to], best[at][to + 1], joined)
    return best


def _alike(one: Item, other: Item) -> float:
    code = not is_empty(one.get("criterion")) and str(one["criterion"]) == str(other.get("criterion"))
    ratio = fuzz.token_sort_ratio(_words(one), _words(other)) / 100
    if ratio >= 0.45 or (code and ratio > 0.15):
        return (1.5 if code else 0) + 3 * ratio
    return NOTHING


def _words(item: Item) -> str:
    texts = [str(item.get(name) or "") for name in TEXTS]
    return plain(" ".join(texts) + " " + " ".join(map(str, item.get("evidence_outputs") or [])))
