"""The official titles by which cells of criteria and standards are known."""

from functools import lru_cache

from rapidfuzz import fuzz

from caitien.frameworks.load import all_frameworks
from caitien.vietnamese.fold import fold


@lru_cache(maxsize=1)
def _titles() -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Folded titles of all editions: of criteria by code, and of standards."""
    criteria: dict[str, set[str]] = {}
    standards = set()
    for framework in all_frameworks():
        for standard in framework.standards:
            standards.add(fold(standard.title))
            for criterion in standard.criteria:
                criteria.setdefault(criterion.code, set()).add(fold(criterion.title))
    return {code: tuple(titles) for code, titles in criteria.items()}, tuple(standards)


@lru_cache(maxsize=1)
def official_texts() -> tuple[str, ...]:
    """Titles and indicators of all editions, for counting which syllables belong together."""
    texts: dict[str, None] = {}
    for framework in all_frameworks():
        for standard in framework.standards:
            texts[standard.title] = None
            for criterion in standard.criteria:
                texts[criterion.title] = None
                texts.update((indicator.summary, None) for level in criterion.levels for indicator in level.indicators)
    return tuple(texts)


def title_cells() -> tuple[str, ...]:
    """The cells "Tiêu chí n.m: title" of all editions."""
    cells: dict[str, None] = {}
    for framework in all_frameworks():
        for standard in framework.standards:
            cells.update((f"Tiêu chí {c.code}: {c.title}", None) for c in standard.criteria)
    return tuple(cells)


@lru_cache(maxsize=20000)
def title_match(code: str, text: str, part: bool = False) -> float:
    """How like `text` is to an official title of criterion `code` (in any edition), 0 … 1; 0.5 for an unknown code.

    With `part`, to the beginning of a title.
    """
    known = _titles()[0].get(code)
    if not known:
        return 0.5
    plain = fold(text)
    return max(fuzz.ratio(plain, title[: len(plain)] if part else title) for title in known) / 100


@lru_cache(maxsize=2000)
def standard_match(text: str) -> float:
    """How like `text` is to an official title of a standard, 0 … 1."""
    plain = fold(text)
    return max((fuzz.ratio(plain, title) for title in _titles()[1]), default=50.0) / 100
