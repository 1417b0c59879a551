"""Words, phrases and lines that stand twice in a text."""

import re
from itertools import islice
from operator import eq
from typing import NamedTuple

from caitien.checks.remembered import remembered
from caitien.checks.work_words import lines_of

# From how many syllables on a repeated phrase is a slip, by the number of syllables between its two places.
_LEAST = {0: 3, 1: 4, 2: 4, 3: 4, 4: 6, 5: 6, 6: 6}
_WORD = re.compile(r"\w+")
# Words between two like phrases that set them side by side on purpose ("… và …", "từ … đến …").
_JOINING = frozenset(
    ("và", "hoặc", "hay", "với", "đến", "sang", "thành", "so", "cùng", "là", "nhưng", "mà", "vừa", "đồng")
)


class Doubled(NamedTuple):
    """A phrase, the words from its first to its second place, and whether nothing stands between the two."""

    words: str
    quote: str
    adjacent: bool


class Repeats(NamedTuple):
    """Whether a text has a word twice in a row, and three words in a row twice, with whatever signs between them."""

    word: bool
    phrase: bool


_NOTHING = Repeats(word=False, phrase=False)


@remembered
def repeats_in(text: str) -> Repeats:
    """What a text repeats: looked at before places are searched, as most texts repeat nothing."""
    words = _WORD.findall(text.casefold())
    different, least = (
        len(set(words)),
        len(words) - 3,
    )  # with more different words, or threes of words, none is twice
    if different == len(words):
        return _NOTHING
    threes = zip(words, words[1:], words[2:], strict=False)
    return Repeats(any(map(eq, words, islice(words, 1, None))), different <= least and len(set(threes)) <= least)


@remembered
def doubled_phrase(text: str) -> Doubled | None:
    """The longest phrase that stands twice in one clause, close together; None where there is none."""
    if not repeats_in(text).phrase:
        return None
    best: Doubled | None = None
    for clause in re.split(r"[.,;:()\n–/]| - ", text):
        found = _in_clause(clause)
        if found and (best is None or len(found.words) > len(best.words)):
            best = found
    return best


@remembered
def doubled_line(text: str) -> str | None:
    """A line of at least four syllables that stands twice among the lines of a cell."""
    if "\n" not in text:
        return None
    seen: set[str] = set()
    for line in lines_of(text):
        plain = line.casefold().rstrip(" .;")
        if plain in seen and len(plain.split()) >= 4:
            return line
        seen.add(plain)
    return None


def _in_clause(clause: str) -> Doubled | None:
    words = _WORD.findall(clause.casefold())
    if len(set(words)) > len(words) - 3:
        return None
    matches = list(_WORD.finditer(clause))
    best: tuple[int, int, int] | None = None
    for first in range(len(words) - 5):
        for second in range(first + 3, len(words) - 2):
            if words[first] == words[second]:
                length = _common(words, first, second)
                gap = second - first - length
                if length >= _LEAST.get(gap, 99) and not _JOINING & set(words[first + length : second]):
                    best = max(best or (0, 0, 0), (length, first, second))
    if best is None:
        return None
    length, first, second = best
    phrase = clause[matches[first].start() : matches[first + length - 1].end()]
    quote = clause[matches[first].start() : matches[second + length - 1].end()]
    return Doubled(" ".join(phrase.split()), " ".join(quote.split()), second == first + length)


def _common(words: list[str], first: int, second: int) -> int:
    """How many words from `first` on stand again from `second` on, without running into them."""
    length = 0
    while second + length < len(words) and first + length < second and words[first + length] == words[second + length]:
        length += 1
    return length
