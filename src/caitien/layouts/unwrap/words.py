"""Which words belong to which field, and which syllables belong together: from phrases and from the document."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TypeVar

from .titles import title_cells

_EDGE = ".,;:()[]“”\"'…!?"
START, END = "<s>", "</s>"
_Key = TypeVar("_Key")
_BACK = 3.0  # weight of the fall-back against counted pairs


@lru_cache(maxsize=20000)
def plain_word(word: str) -> str:
    """A word as it is counted: lower case, without marks at its edges, digits as 0."""
    return re.sub(r"\d", "0", word.lower()).strip(_EDGE) or word


@lru_cache(maxsize=1)
def phrases() -> dict[str, tuple[str, ...]]:
    """Our own phrases by field: typical cells of plans of all school levels."""
    found = {}
    for entry in files(__package__).joinpath("data").iterdir():
        if entry.name.startswith("phrases-"):
            rows = entry.read_text(encoding="utf-8").splitlines()
            found[entry.name[8:-4]] = tuple(row for row in rows if row and not row.startswith("#"))
    found["title"] = title_cells()
    return found


class Language:
    """The counted words and pairs of one column."""

    def __init__(self, texts: Iterable[tuple[str, float]]) -> None:
        self.single: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        for text, weight in texts:
            words = [START, *map(plain_word, text.split()), END]
            for before, word in pairwise(words):
                self.single[word] += weight  # type: ignore[assignment]
                self.pairs[before, word] += weight  # type: ignore[assignment]
        self.before: Counter[str] = Counter()
        for (before, _), count in self.pairs.items():
            self.before[before] += count
        self.total = sum(self.single.values())
        self.new = sum(count for count in self.single.values() if count <= 1) or 1.0


class FieldWords:
    """Log ratios of words by column against all columns of the table, each column weighing about the same.

    A column's pair of words falls back to the column's single words times the pair in all columns, so that what no
    column knows tells nothing, and a column of few different words (times, sums) does not like unknown ones.
    """

    def __init__(self, columns: Sequence[str], own: Sequence[Iterable[str]] | None = None) -> None:
        known = phrases()
        self.models: list[Language | None] = []
        for index, name in enumerate(columns):
            texts = [(text, 1.0) for text in known.get(name, ())]
            texts += [(text, 0.5) for text in (own[index] if own else ())]
            self.models.append(Language(texts) if texts else None)
        present = [model for model in self.models if model]
        mean = sum(model.total for model in present) / len(present) if present else 1.0
        self._weights = [min(5.0, mean / model.total) if model else 0.0 for model in self.models]
        self._single: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._before: Counter[str] = Counter()
        for weight, model in zip(self._weights, self.models, strict=True):
            if model:
                _add(self._single, model.single, weight)
                _add(self._pairs, model.pairs, weight)
                _add(self._before, model.before, weight)
        self._all = sum(self._single.values()) or 1.0
        self._cache: dict[tuple[str, str], list[float]] = {}

    def ratios(self, before: str, word: str) -> list[float]:
        """log P(word | before, column) / P(word | before) for each column; 0 for a column of which nothing is known.

        At a cell's beginning and end against P(word): they tell also whether a cell begins or ends here at all.
        """
        key = (before, word)
        if key not in self._cache:
            self._cache[key] = [self._ratio(model, before, word) if model else 0.0 for model in self.models]
        return self._cache[key]

    def _ratio(self, model: Language, before: str, word: str) -> float:
        alone = (self._single[word] + 0.1) / (self._all + 600.0)
        given = (self._pairs[before, word] + _BACK * alone) / (self._before[before] + _BACK)
        liking = (model.single[word] / alone + model.new) / (model.total + model.new)
        own = (model.pairs[before, word] + _BACK * min(1.0, given * liking)) / (model.before[before] + _BACK)
        return math.log(own / (alone if before == START or word == END else given))


def _add(total: Counter[_Key], counts: Counter[_Key], weight: float) -> None:
    for key, count in counts.items():
        total[key] += count * weight  # type: ignore[assignment]


class Cohesion:
    """How much two neighbouring syllables belong together: pointwise mutual information of what was counted."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.words: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.large: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()
        for text in texts:
            self._count(text.split())
        self.total = sum(self.words.values()) or 1
        self._cache: dict[tuple[str, str], float] = {}

    def _count(self, words: list[str]) -> None:
        before = ""
        for index, word in enumerate(words):
            plain = plain_word(word)
            self.words[plain] += 1
            if index and before[-1:] not in ".,;:)!?":
                self.pairs[plain_word(before), plain] += 1
            if index and before[-1:] not in ".;:!?-–+":
                self.inside[plain] += 1
                self.large[plain] += word[:1].isupper()
            before = word

    def of(self, before: str, word: str) -> float:
        """-0.7 (both common, never together) … 4 (always together); 0 where nothing is known."""
        if before[-1:] in ".,;:)!?":
            return 0.0
        key = (plain_word(before), plain_word(word))
        if key not in self._cache:
            self._cache[key] = self._information(*key)
        return self._cache[key]

    def _information(self, before: str, word: str) -> float:
        together, left, right = self.pairs[before, word], self.words[before], self.words[word]
        if not together:
            return -0.7 if left >= 20 and right >= 20 else 0.0
        value = math.log(together * self.total / (left * right))
        return max(0.0, min(4.0, value)) * together / (together + 1)

    def large_inside(self, word: str) -> float:
        """Log of the chance that this word is written large in the middle of a text, at least -3."""
        plain = plain_word(word)
        return max(-3.0, math.log((self.large[plain] + 0.3) / (self.inside[plain] + 3.0)))
