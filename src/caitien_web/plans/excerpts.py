"""What a hit shows: the cells in which the words stand, cut around them, the words marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from caitien.vietnamese.fold import fold
from caitien_web.plans.models import ITEM_TEXTS, PlanItem, SearchText
from caitien_web.plans.terms import texts_in

WORD = re.compile(r"[^\W_]+")
AROUND, MOST_CELLS = 12, 2  # words shown on either side of the first hit; cells shown
TITLES = ("target_result", "task", "improvement", "solution", "weakness", "criterion_title")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A cell's heading and its text in pieces: (text, is it one of the words?)."""

    label: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A hit as the page shows it."""

    row: SearchText
    title: str
    excerpts: tuple[Excerpt, ...]


def show(row: SearchText, words: Sequence[str]) -> Found:
    """The hit with its title and the cells in which most of the words stand."""
    cells = list(_cells(row))
    hits = [(_score(text, words), label, text) for label, text in cells]
    best = sorted((hit for hit in hits if hit[0]), key=lambda hit: -hit[0])[:MOST_CELLS]
    excerpts = tuple(Excerpt(label, tuple(_pieces(text, words))) for _, label, text in best)
    return Found(row, _title(row), excerpts)


def _cells(row: SearchText) -> Iterator[tuple[str, str]]:
    if row.item is None:
        plan = row.plan
        yield from (("", text) for text in (plan.subject, *texts_in(plan.parts), plan.closing) if text)
        return
    for field in ITEM_TEXTS:
        if text := getattr(row.item, field):
            yield _label(field), text


@lru_cache
def _label(field: str) -> str:
    name = str(getattr(PlanItem._meta.get_field(field), "verbose_name", field))
    return name[:1].upper() + name[1:]


def _title(row: SearchText) -> str:
    if row.item is None:
        return "Các phần ngoài bảng của kế hoạch"
    texts: Iterable[Any] = (getattr(row.item, field) for field in TITLES)
    text = " ".join(next((text for text in texts if text), "Mục chưa có nội dung").split())
    return text if len(text) <= 110 else text[:110].rsplit(" ", 1)[0] + " …"


def _is_one(word: str, words: Sequence[str]) -> bool:
    plain = fold(word)
    return any(plain.startswith(one[:-1]) if one.endswith("*") else plain == one for one in words)


def _score(text: str, words: Sequence[str]) -> int:
    """How many of the words stand in the text, and more where they stand in a row."""
    plain = f" {' '.join(WORD.findall(fold(text)))} "
    whole = " ".join(words).rstrip("*")
    single = sum(f" {one.rstrip('*')}{'' if one.endswith('*') else ' '}" in plain for one in words)
    return single + (len(words) if len(words) > 1 and f" {whole}" in plain else 0)


def _pieces(text: str, words: Sequence[str]) -> Iterator[tuple[str, bool]]:
    text = " ".join(text.split())
    places = list(WORD.finditer(text))
    hits = [at for at, place in enumerate(places) if _is_one(place.group(), words)]
    if not hits:
        return
    center = _densest(hits)
    first, last = max(0, center - AROUND), min(len(places) - 1, center + 2 * AROUND)
    start = places[first].start() if first else 0
    end = places[last].end() if last < len(places) - 1 else len(text)
    if first:
        yield "… ", False
    for at in hits:
        if first <= at <= last:
            yield text[start : places[at].start()], False
            yield places[at].group(), True
            start = places[at].end()
    yield text[start:end], False
    if end < len(text):
        yield " …", False


def _densest(hits: Sequence[int]) -> int:
    """The hit after which most others follow soon."""
    return max(hits, key=lambda one: (sum(one <= other <= one + AROUND for other in hits), -one))
