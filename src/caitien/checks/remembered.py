"""Remembers what was looked at: plans share many of their texts, and nearly all of their words."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

Found = TypeVar("Found")
TEXTS = 8192
PIECES = 100_000


def remembered(find: Callable[[str], Found]) -> Callable[[str], Found]:
    """`find`, a pure function of a text, asked only once for each of the last texts; what it finds must not change."""
    return lru_cache(maxsize=TEXTS)(find)


class Sieve:
    """Holds back the pieces of text that `is_found` is true of; those it is not true of are never looked at again."""

    def __init__(self, is_found: Callable[[str], object]) -> None:
        self._is_found = is_found
        self._passed: set[str] = set()

    def held(self, pieces: frozenset[str]) -> set[str]:
        """Those of the pieces that are found."""
        rest = pieces - self._passed
        held = {piece for piece in rest if self._is_found(piece)}
        if len(self._passed) > PIECES:
            self._passed.clear()
        self._passed |= rest - held
        return held
