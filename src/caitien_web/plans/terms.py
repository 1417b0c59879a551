"""What search sees of a text: its words without marks, its pairs of neighbouring words, and marks to filter by.

Vietnamese words are mostly two syllables that are common each ("thư viện"): the pair finds what the syllables cannot.
A term holds letters, digits, ".", "-" only; a pair begins with "_", a mark with "=", which no typed word does.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from caitien.vietnamese.fold import fold

WORD = re.compile(r"[a-z0-9]+")
SUMS = {"1": 1, "10": 10_000_000, "100": 100_000_000, "1000": 1_000_000_000}  # mark: at least so many đồng


def words_of(text: str) -> list[str]:
    """ "Thư viện, mục 4.1" → thu, vien, muc, 4, 1."""
    return WORD.findall(fold(text))


def pairs_of(words: list[str]) -> Iterator[str]:
    """The terms of neighbouring words: _thu_vien."""
    return (f"_{first}_{second}" for first, second in pairwise(words))


def terms_of_texts(texts: Iterable[str]) -> list[str]:
    """Words and pairs of texts, each once; no pair reaches from one text into the next."""
    found: dict[str, None] = {}
    for text in texts:
        words = words_of(text)
        found |= dict.fromkeys(words)
        found |= dict.fromkeys(pairs_of(words))
    return list(found)


def slug_of(text: str) -> str:
    """A name as marks have it: hieu-truong."""
    return "-".join(words_of(text))


def terms_of_item(row: Any, fields: Iterable[str]) -> str:
    """All terms of a row of a plan, its texts being in `fields`."""
    marks = [f"=t{row.standard}"] if row.standard else []
    if row.criterion:
        marks.append("=c" + ".".join(words_of(row.criterion)))
    marks += [f"=o{slug_of(name)}" for name in (*row.owners, *row.supporting)]
    marks += [f"=m{mark}" for mark, least in SUMS.items() if (row.budget_vnd or 0) >= least]
    return " ".join([*dict.fromkeys(marks), *terms_of_texts(getattr(row, field) or "" for field in fields)])


def texts_in(value: Any) -> Iterator[str]:
    """All texts in the parts of a plan, whatever their form; keys are left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts_in(inner)
