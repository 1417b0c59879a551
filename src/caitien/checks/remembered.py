"""Remembers what was looked at: plans share many of their texts, and nearly all of their words."""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

Found = TypeVar("Found")
TEXTS = 8192
PIECES = 100_000


def remembered(find: Callable[[str], Found]) -> Callable[[str], Found]:
    """`find`, a pure function of a text, asked only once for each of the last texts; what it finds must not change."""
    return lru_cache(maxsize=TEXTS)(find)


class Sieve(Generic[Found]):
    """Finds something in what stands between the blanks of a text; each such piece is looked at only once.

    There are many texts, but few pieces: those of a plan are nearly all known from other plans.
    """

    def __init__(self, find: Callable[[str], Found]) -> None:
        self._find = find
        self._seen: set[str] = set()
        self._found: dict[str, Found] = {}

    def held(self, pieces: frozenset[str]) -> dict[str, Found]:
        """Those of the pieces in which something is found, with what it is."""
        new = pieces - self._seen
        self._found.update((piece, found) for piece in new if (found := self._find(piece)))
        self._seen |= new
        held = {piece: self._found[piece] for piece in self._found.keys() & pieces}
        if len(self._seen) > PIECES:
            self._seen.clear()
            self._found.clear()
        return held
