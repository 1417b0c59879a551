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
    held = {word for piece in _FIRST_WORDS.held(pieces) for word in _WORD.findall(piece.lower())}
    for number in sorted(number for word in held for number in _by_first_word().get(word, ())):
        literal, slip = _all()[number]
        if literal in text:
            yield slip


def matches(slip: Slip, text: str) -> Iterator[re.Match[str]]:
    """Where the slip stands in a text; a capital at the second word ("Trường Ban …") begins another name."""
    for match in slip.words.finditer(text):
        words = match[0].split()
        if match[0].isupper() or not any(word[0].isupper() for word in words[1:]):
            yield match


@cache
def _by_first_word() -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = {}
    for number, (literal, _) in enumerate(_all()):
        numbers.setdefault(_WORD.findall(literal)[0], []).append(number)
    return numbers


_FIRST_WORDS = Sieve(lambda piece: not _by_first_word().keys().isdisjoint(_WORD.findall(piece.lower())))


@cache
def _all() -> tuple[tuple[str, Slip], ...]:
    """Each slip behind its words, which are looked for before it."""
    data = json.loads((files("caitien.checks") / "slips.json").read_text("utf-8"))
    known = []
    for kind in ("pairs", "blends"):
        for wrong, meant in data[kind]:
            for words in re.split(r"\|(?![^(]*\))", wrong):
                pattern = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
                literal = _CONDITION.sub("", words)
                known.append((literal, Slip(pattern, meant, kind == "blends")))
    return tuple(known)
