"""What somebody types to search, as terms: which must be there, and which make a hit a close one.

thư viện xanh        all three words, close where they stand side by side
"thư viện" mượn*     the phrase, and a word that begins so
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from caitien_web.plans.terms import pairs_of, words_of

CHUNK = re.compile(r'"([^"]*)"?|(\S+)')
MOST = 12  # words; more narrow nothing


@dataclass(frozen=True, slots=True)
class Needle:
    """`needed` and `close` are terms; one that ends with "*" stands for all that begin so.

    `words` are those to mark on the page.
    """

    needed: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.needed)


def read_needle(text: str) -> Needle:
    """The terms of what was typed; an empty needle where no word is in it."""
    needed: list[str] = []
    row: list[str] = []  # words outside of quotation marks, in their order
    shown: list[str] = []
    for quoted, loose in CHUNK.findall(text):
        begins = loose.endswith("*")
        words = words_of(quoted or loose)[:MOST]
        if not words:
            continue
        star = "*" if begins else ""
        terms = [*pairs_of(words)] if len(words) > 1 else words
        needed += [*terms[:-1], terms[-1] + star]
        row += [*words[:-1], words[-1] + star]
        shown += [*words[:-1], words[-1] + star]
    pairs = [f"_{first.rstrip('*')}_{second}" for first, second in pairwise(row)]
    close = tuple(pair for pair in dict.fromkeys(pairs) if pair not in needed)
    return Needle(tuple(dict.fromkeys(needed))[:MOST], close[:MOST], tuple(dict.fromkeys(shown)))


def open_ended(needle: Needle) -> Needle:
    """The same with the last word as the beginning of one: for whoever has not finished typing."""
    if not needle or needle.needed[-1].endswith("*"):
        return needle
    return Needle((*needle.needed[:-1], needle.needed[-1] + "*"), (), (*needle.words[:-1], needle.words[-1] + "*"))
