"""Names of standards and criteria held beside the circular's."""

import re
from difflib import SequenceMatcher
from functools import cache, lru_cache

from caitien.checks.check import Subject
from caitien.findings import Position
from caitien.frameworks.load import all_frameworks
from caitien.frameworks.model import Framework, Standard
from caitien.vietnamese.fold import fold

_LEAD = re.compile(r"^\s*tiêu\s+chuẩn\s*\d*\s*[.:–-]*\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^)]*\)")


@lru_cache(maxsize=4096)
def words_of(title: str) -> tuple[str, ...]:
    """The words of a name for comparing: no accents, case, punctuation nor brackets."""
    return tuple(re.findall(r"\w+", fold(_BRACKETS.sub(" ", title))))


def bare_title(written: str) -> str:
    """The title in "Tiêu chuẩn 2: Cán bộ quản lý"."""
    return _LEAD.sub("", written).strip(" .;:")


@lru_cache(maxsize=4096)
def same_title(one: str, other: str) -> bool:
    """Whether two names have the same words."""
    return words_of(one) == words_of(other)


def likeness(one: str, other: str) -> float:
    """How much of two names is the same, word by word: 0 … 1."""
    return SequenceMatcher(None, words_of(one), words_of(other), autojunk=False).ratio()


def is_shortened(written: str, official: str) -> bool:
    """Whether all words written stand in the official name in this order, and some of its words are missing."""
    rest = iter(words_of(official))
    return len(words_of(written)) < len(words_of(official)) and all(word in rest for word in words_of(written))


def misspelt(written: str, official: str) -> bool:
    """Whether two names have as many words and differ in the spelling of one or two of them."""
    pairs = [(a, b) for a, b in zip(words_of(written), words_of(official), strict=False) if a != b]
    if len(words_of(written)) != len(words_of(official)) or len(pairs) > 2:
        return False
    return all(SequenceMatcher(None, a, b).ratio() >= 0.5 for a, b in pairs)


def cell_position(subject: Subject, index: int) -> Position | None:
    """Where the cell with an item's criterion stands."""
    names = ("criterion", "standard_criterion")
    return next((place for name in names if (place := subject.positions.get(f"items.{index}.{name}"))), None)


@cache
def siblings(framework: Framework) -> tuple[Framework, ...]:
    """The editions that applied on the same days to schools of other levels."""
    return tuple(
        other for other in all_frameworks() if other is not framework and other.valid_from == framework.valid_from
    )


def standard_elsewhere(title: str, framework: Framework) -> tuple[Framework, Standard] | None:
    """The edition for another level that a standard's title comes from; None where it may be the plan's own."""
    own = max((likeness(title, standard.title) for standard in framework.standards), default=0.0)
    for other in siblings(framework):
        for standard in other.standards:
            near = likeness(title, standard.title)
            if near >= 0.85 and near > own + 0.1:
                return other, standard
    return None
