"""Remembers what was looked at: plans share many of their texts."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

Found = TypeVar("Found")
TEXTS = 8192


def remembered(find: Callable[[str], Found]) -> Callable[[str], Found]:
    """`find`, a pure function of a text, asked only once for each of the last texts; what it finds must not change."""
    return lru_cache(maxsize=TEXTS)(find)
