"""Tells the texts that hold something for a check from the many that do not, so that a check passes over these.

All sieves look at a text together, once, and what they found is kept as one number with a bit for each of them: a plan
shares most of its texts with other plans, and asking a number costs next to nothing. There are few pieces (what stands
between blanks) in many texts, so what a sieve can tell by pieces it looks for in each piece only once.
"""

from collections.abc import Callable
from functools import lru_cache, reduce
from operator import or_

TEXTS = 16_384
PIECES = 100_000


class Sieve:
    """Stops the texts in which something is found: `find` looks at a piece of a text; `of_texts` at all of it."""

    def __init__(self, find: Callable[[str], object]) -> None:
        self.bit = _next_bit()
        _of_pieces.append((self.bit, find))
        _Looks.latest = _Looks()

    @classmethod
    def of_texts(cls, find: Callable[[str], object], *, within: "Sieve | None" = None) -> "Sieve":
        """A sieve whose `find` looks at whole texts; `within`: only at those which that other sieve stopped."""
        sieve = cls.__new__(cls)
        sieve.bit = _next_bit()
        _of_texts.append((sieve.bit, find, within.bit if within else 0))
        _Looks.latest = _Looks()
        return sieve

    def stops(self, text: str) -> bool:
        """Whether something is found in the text."""
        return bool(_Looks.latest.bits_in(text) & self.bit)


def bits_in(text: str) -> int:
    """The bits of all sieves that stop the text."""
    return _Looks.latest.bits_in(text)


_of_pieces: list[tuple[int, Callable[[str], object]]] = []
_of_texts: list[tuple[int, Callable[[str], object], int]] = []


def _next_bit() -> int:
    return 1 << (len(_of_pieces) + len(_of_texts))


class _Looks:
    """What the sieves that there are found in the texts and pieces so far; with another sieve it begins anew."""

    latest: "_Looks"

    def __init__(self) -> None:
        self.bits_in = lru_cache(maxsize=TEXTS)(self._bits_in)
        self._pieces = _Pieces()

    def _bits_in(self, text: str) -> int:
        if len(self._pieces) > PIECES:
            self._pieces.clear()
        bits = reduce(or_, map(self._pieces.__getitem__, text.split()), 0)
        for bit, find, within in _of_texts:
            if (not within or bits & within) and find(text):
                bits |= bit
        return bits


class _Pieces(dict[str, int]):
    """The bits of each piece, found when it is first asked for."""

    def __missing__(self, piece: str) -> int:
        bits = sum(bit for bit, find in _of_pieces if find(piece))
        self[piece] = bits
        return bits
