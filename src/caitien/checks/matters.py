"""Matters that only one criterion speaks of: phrases by which a row tells that it belongs elsewhere."""

import json
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from caitien.checks.remembered import remembered
from caitien.checks.sieves import Sieve
from caitien.frameworks.model import Criterion, Framework
from caitien.vietnamese.fold import fold


@dataclass(frozen=True, slots=True)
class Matter:
    """`phrase` as rows write it, `title` the words of the criterion's name, both folded.

    `in_solution`: so telling that it counts in the solution too, which mentions much else. `also`: names of other
    criteria that may speak of it.
    """

    phrase: str
    title: str
    in_solution: bool
    also: tuple[str, ...] = ()

    def is_told(self, said: Collection[str], mentioned: Collection[str]) -> bool:
        """Whether the phrase is among those of a row's weakness and target, or of its solution where that counts."""
        return self.phrase in said or (self.in_solution and self.phrase in mentioned)

    def may_stand_at(self, criterion: Criterion) -> bool:
        """Whether the criterion is named for the matter, or may speak of it."""
        name = fold(criterion.title)
        return any(title in name for title in (self.title, *self.also))


@cache
def _matters() -> tuple[Matter, ...]:
    data = json.loads((files("caitien.checks") / "matters.json").read_text("utf-8"))
    return tuple(
        Matter(fold(m["phrase"]), fold(m["title"]), m.get("in_solution", False), tuple(map(fold, m.get("also", ()))))
        for m in data["matters"]
    )


@cache
def matters_of(framework: Framework) -> tuple[tuple[Matter, Criterion], ...]:
    """Each matter with the one criterion of the edition that is named for it."""
    found = []
    for matter in _matters():
        named = [criterion for criterion in framework.criteria if matter.title in fold(criterion.title)]
        if len(named) == 1:
            found.append((matter, named[0]))
    return tuple(found)


def phrases_in(*texts: str | None) -> set[str]:
    """The phrases of all matters that stand in one of the texts."""
    return set[str]().union(*(_phrases_in(text) for text in texts if text))


@remembered
def _phrases_in(text: str) -> tuple[str, ...]:
    plain = fold(text)
    return tuple(matter.phrase for matter in _matters() if matter.phrase in plain)


def _tells(piece: str) -> bool:
    return not _telling().isdisjoint(re.findall(r"\w+", fold(piece)))


@cache
def _telling() -> frozenset[str]:
    """Of each phrase the word that the fewest phrases and titles have, the last of several."""
    times = Counter(word for matter in _matters() for text in (matter.phrase, matter.title) for word in text.split())
    return frozenset(min(reversed(matter.phrase.split()), key=lambda word: times[word]) for matter in _matters())


MATTERS = Sieve.of_texts(_phrases_in, within=Sieve(_tells))
