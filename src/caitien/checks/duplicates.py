"""Plans that share text: runs of eight words, compared by MinHash where there are many plans, exactly where it counts.

The share of two plans is the part of the shorter one's runs that the longer one has too.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from zlib import crc32

from caitien.plan import Plan
from caitien.vietnamese.fold import fold

RUN = 8  # words
THRESHOLD = 0.3
FEW = 200  # so many plans are compared pair by pair
HASHES, BANDS = 256, 128  # finds a pair with a tenth of all runs in common in 7 of 10 cases, with a fifth always
DOUBT = 0.06  # by so much the hashes may tell two plans less alike than they are: twice the usual error
PASSAGES = 3
EXPLAINED = 200  # pairs whose passages are looked for
_TEXTS = (
    "weakness",
    "improvement",
    "target_result",
    "task",
    "solution",
    "indicators",
    "support_conditions",
    "resources",
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two plans share, as the first writes them, and how many they are."""

    text: str
    words: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two plans by their places in the list. `share`: of the shorter one's runs, `jaccard`: of all runs of both."""

    first: int
    second: int
    share: float
    jaccard: float
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Texts:
    """What a plan says in its own words, and the runs of eight words in it as numbers."""

    texts: tuple[str, ...]
    runs: bytes

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(array("I", self.runs))


def texts_of(plan: Plan) -> Texts:
    """The texts of the items, problems, purposes and duties; titles of criteria and law are left out."""
    texts = tuple(dict.fromkeys(text for text in _texts(plan) if text))
    numbers = {number for text in texts for number in _runs(_words(text))}
    return Texts(texts, array("I", sorted(numbers)).tobytes())


def _texts(plan: Plan) -> Iterator[str | None]:
    for item in plan.items:
        yield from (getattr(item, name) for name in _TEXTS)
    for problem in plan.problems:
        yield from (problem.current_state, problem.limitation, problem.cause)
    yield from plan.purposes
    for part in plan.organisation:
        yield from part.duties


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _runs(words: list[str]) -> Iterator[int]:
    for start in range(len(words) - RUN + 1):
        yield crc32(" ".join(words[start : start + RUN]).encode())


def pairs(plans: Sequence[Texts], threshold: float = THRESHOLD, *, few: int = FEW) -> list[Pair]:
    """The pairs whose share reaches the threshold (0 to 1), the greatest first.

    The first have the longest passages that they share. More than `few` plans are compared only where MinHash finds
    them alike.
    """
    runs = [plan.numbers for plan in plans]
    found = []
    for first, second in combinations(range(len(plans)), 2) if len(plans) <= few else _alike(plans, runs, threshold):
        common = len(runs[first] & runs[second])
        shorter = min(len(runs[first]), len(runs[second]))
        if common and common >= threshold * shorter:
            whole = len(runs[first]) + len(runs[second]) - common
            found.append(Pair(first, second, common / shorter, common / whole))
    found.sort(key=lambda pair: (-pair.share, pair.first, pair.second))
    shown = [replace(one, passages=_passages(plans[one.first].texts, runs[one.second])) for one in found[:EXPLAINED]]
    return shown + found[EXPLAINED:]


def _alike(plans: Sequence[Texts], runs: Sequence[frozenset[int]], threshold: float) -> Iterator[tuple[int, int]]:
    """Pairs that probably reach the threshold; some that share little of all their runs are missed."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.1, num_perm=HASHES, num_bands=BANDS)
    hashes = []
    for number, plan in enumerate(plans):
        hashed = RMinHash(num_perm=HASHES, seed=1)
        hashes.append(hashed)
        if not plan.runs:
            continue
        hashed.update([plan.runs[start : start + 4] for start in range(0, len(plan.runs), 4)])
        for other in index.query(hashed):
            shorter, longer = sorted((len(runs[other]), len(runs[number])))
            least = threshold * shorter / (shorter + longer - threshold * shorter)
            if hashed.jaccard(hashes[other]) > least - DOUBT:
                yield other, number
        index.insert(number, hashed)


def _passages(texts: Sequence[str], runs: frozenset[int]) -> tuple[Passage, ...]:
    """The longest passages of the texts all of whose runs are among those given."""
    found = {passage.text: passage for text in texts for passage in _shared(text, runs)}
    return tuple(sorted(found.values(), key=lambda passage: -passage.words)[:PASSAGES])


def _shared(text: str, runs: frozenset[int]) -> Iterator[Passage]:
    words, places = _words(text), list(_WORD.finditer(text))
    if len(words) != len(places):  # letters that folding parts: rare, and then no words can be shown
        return
    start = None
    for number, run in enumerate([*_runs(words), None]):
        if run in runs and start is None:
            start = number
        elif run not in runs and start is not None:
            end = number - 1 + RUN
            yield Passage(" ".join(text[places[start].start() : places[end - 1].end()].split()), end - start)
            start = None
