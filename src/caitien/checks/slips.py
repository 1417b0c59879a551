"""Pairs of words that are often mistyped or misread in plans, with what was meant (`slips.json`)."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from caitien.checks.remembered import remembered
from caitien.checks.sieves import Sieve

_WORD = re.compile(r"\w+")
_CONDITION = re.compile(r"\(\?(?:<!|!|=)[^()]*\)")


class Slip(NamedTuple):
    """Words as mistyped, and what was meant; `blend` where they are only of doubtful style; `rank` among all slips."""

    rank: int
    words: re.Pattern[str]
    meant: str
    blend: bool


@remembered
def slips_in(text: str) -> tuple[Slip, ...]:
    """The slips that may stand in a text: their words do, what must stand around them is not looked at."""
    words = frozenset(_WORD.findall(text.lower()))
    likely = [one for word in _telling() & words for one in _by_word()[word] if one[0] <= words]
    small = text.lower() if likely else ""
    return tuple(slip for _, literal, slip in likely if literal in small)


def matches(slip: Slip, text: str) -> Iterator[re.Match[str]]:
    """Where the slip stands in a text; a capital at the second word ("Trường Ban …") begins another name."""
    for match in slip.words.finditer(text):
        words = match[0].split()
        if match[0].isupper() or not any(word[0].isupper() for word in words[1:]):
            yield match


def _tells(piece: str) -> bool:
    return not _telling().isdisjoint(_WORD.findall(piece.lower()))


@cache
def _telling() -> frozenset[str]:
    """Words one of which stands in every slip."""
    return frozenset(_by_word())


@cache
def _by_word() -> dict[str, list[tuple[frozenset[str], str, Slip]]]:
    """The slips, each under a word that is no right one elsewhere if it has one: under as few words as may be."""
    times = Counter(word for needed, _, _ in _all() for word in needed)
    right = frozenset(word for _, _, slip in _all() for word in _WORD.findall(slip.meant.lower()))
    by_word = defaultdict(list)
    for one in _all():
        by_word[min(one[0], key=lambda word: (word in right, -times[word], word))].append(one)
    return dict(by_word)


@cache
def _all() -> tuple[tuple[frozenset[str], str, Slip], ...]:
    """Each slip behind its words, alone and in a row, which are looked for before it."""
    data = json.loads((files("caitien.checks") / "slips.json").read_text("utf-8"))
    known: list[tuple[frozenset[str], str, Slip]] = []
    for kind in ("pairs", "blends"):
        for wrong, meant in data[kind]:
            for words in re.split(r"\|(?![^(]*\))", wrong):
                pattern = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
                literal = _CONDITION.sub("", words)
                slip = Slip(len(known), pattern, meant, kind == "blends")
                known.append((frozenset(_WORD.findall(literal)), literal, slip))
    return tuple(known)


SLIPS = Sieve.of_texts(slips_in, within=Sieve(_tells))
