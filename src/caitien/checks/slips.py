"""Pairs of words that are often mistyped or misread in plans, with what was meant (`slips.json`)."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_CONDITION = re.compile(r"\(\?(?:<!|!|=)[^()]*\)")


class Slip(NamedTuple):
    """Words as mistyped, and what was meant; `blend` where they are only of doubtful style."""

    words: re.Pattern[str]
    meant: str
    blend: bool


def slips_in(texts: Iterable[str]) -> Iterator[Slip]:
    """The slips that may stand in these texts: their words do, what must stand around them is not yet looked at."""
    whole = "\n".join(texts).lower()
    words = set(_WORD.findall(whole))
    for first, literal, slip in _all():
        if first in words and literal in whole:
            yield slip


def matches(slip: Slip, text: str) -> Iterator[re.Match[str]]:
    """Where the slip stands in a text; a capital at the second word ("Trường Ban …") begins another name."""
    for match in slip.words.finditer(text):
        words = match[0].split()
        if match[0].isupper() or not any(word[0].isupper() for word in words[1:]):
            yield match


@cache
def _all() -> tuple[tuple[str, str, Slip], ...]:
    """Each slip behind its first word and its words, which are looked for before it."""
    data = json.loads((files("caitien.checks") / "slips.json").read_text("utf-8"))
    known = []
    for kind in ("pairs", "blends"):
        for wrong, meant in data[kind]:
            for words in re.split(r"\|(?![^(]*\))", wrong):
                pattern = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
                literal = _CONDITION.sub("", words)
                known.append((_WORD.findall(literal)[0], literal, Slip(pattern, meant, kind == "blends")))
    return tuple(known)
