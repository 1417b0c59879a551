"""Pairs of words that are often mistyped or misread in plans, with what was meant (`slips.json`)."""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from caitien.checks.remembered import Sieve

_WORD = re.compile(r"\w+")
_CONDITION = re.compile(r"\(\?(?:<!|!|=)[^()]*\)")


class Slip(NamedTuple):
    """Words as mistyped, and what was meant; `blend` where they are only of doubtful style."""

    words: re.Pattern[str]
    meant: str
    blend: bool


def slips_in(text: str, pieces: frozenset[str]) -> Iterator[Slip]:
    """The slips that may stand in a text in small letters: their words do, what must stand around is not looked at.

    `pieces`: what stands between the blanks of the text.
    """
    words = frozenset().union(*_WORDS.held(pieces).values())
    for needed, literal, slip in _all():
        if needed <= words and literal in text:
            yield slip


def matches(slip: Slip, text: str) -> Iterator[re.Match[str]]:
    """Where the slip stands in a text; a capital at the second word ("Trường Ban …") begins another name."""
    for match in slip.words.finditer(text):
        words = match[0].split()
        if match[0].isupper() or not any(word[0].isupper() for word in words[1:]):
            yield match


@cache
def _words_of_slips() -> frozenset[str]:
    return frozenset().union(*(needed for needed, _, _ in _all()))


_WORDS = Sieve(lambda piece: _words_of_slips().intersection(_WORD.findall(piece.lower())))


@cache
def _all() -> tuple[tuple[frozenset[str], str, Slip], ...]:
    """Each slip behind its words, alone and in a row, which are looked for before it."""
    data = json.loads((files("caitien.checks") / "slips.json").read_text("utf-8"))
    known = []
    for kind in ("pairs", "blends"):
        for wrong, meant in data[kind]:
            for words in re.split(r"\|(?![^(]*\))", wrong):
                pattern = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
                literal = _CONDITION.sub("", words)
                slip = Slip(pattern, meant, kind == "blends")
                known.append((frozenset(_WORD.findall(literal)), literal, slip))
    return tuple(known)
