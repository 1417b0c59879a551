"""Matters that only one criterion speaks of: phrases by which a row tells that it belongs elsewhere."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

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
