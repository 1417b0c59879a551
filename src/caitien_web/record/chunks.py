"""Many rows, a few at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

One = TypeVar("One")
CHUNK = 500


def in_chunks(some: Iterable[One], size: int = CHUNK) -> Iterator[list[One]]:
    """Lists of at most `size`, in order."""
    rest = iter(some)
    while chunk := list(islice(rest, size)):
        yield chunk
