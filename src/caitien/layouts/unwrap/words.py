"""Which words belong to which field, and which syllables belong together: from phrases and from the document."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from .titles import title_cells

_EDGE = ".,;:()[]“”\"'…!?"
START, END = "<s>", "</s>"


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
    """The words of one field: P(word | previous word), Witten-Bell between pairs and single words."""

    def __init__(self, texts: Iterable[tuple[str, float]]) -> None:
        self.single: Counter[str] = Counter()
        self.pairs: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for text, weight in texts:
            words = [START, *map(plain_word, text.split()), END]
            for before, word in pairwise(words):
                self.single[word] += weight  # type: ignore[assignment]
                self.pairs[before][word] += weight  # type: ignore[assignment]
        self.total = sum(self.single.values())
        self.types = len(self.single)
        self.after = {before: (sum(c.values()), len(c)) for before, c in self.pairs.items()}

    def alone(self, word: str) -> float:
        return (self.single.get(word, 0.0) + self.types / 6000) / (self.total + self.types or 1.0) or 1e-5

    def given(self, before: str, word: str) -> float:
        count, types = self.after.get(before, (0.0, 0))
        if not count:
            return self.alone(word)
        return (self.pairs[before].get(word, 0.0) + types * self.alone(word)) / (count + types)


class FieldWords:
    """Log ratios of words by column against all columns of the table, each column weighing the same."""

    def __init__(self, columns: Sequence[str], own: Sequence[Iterable[str]] | None = None) -> None:
        known = phrases()
        self.models = []
        for index, name in enumerate(columns):
            texts = [(text, 1.0) for text in known.get(name, ())]
            texts += [(text, 0.5) for text in (own[index] if own else ())]
            self.models.append(Language(texts) if texts else None)
        self._cache: dict[tuple[str, str], list[float]] = {}
        self._back: dict[str, float] = {}

    def ratios(self, before: str, word: str) -> list[float]:
        """log P(word | before, column) / P(word) for each column; 0 for a column of which nothing is known."""
        key = (before, word)
        if key not in self._cache:
            back = self._background(word)
            self._cache[key] = [math.log(m.given(before, word) / back) if m else 0.0 for m in self.models]
        return self._cache[key]

    def _background(self, word: str) -> float:
        if word not in self._back:
            known = [model.alone(word) for model in self.models if model]
            self._back[word] = sum(known) / len(known) if known else 1.0
        return self._back[word]


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
