"""Pieces of pages that are drawn once and shown again, in the memory of one process.

A piece is drawn of nothing but what its key tells, and without the request: so it can hold nobody's token or name
unless the key names them, and it cannot be out of date unless the key is. docs/decisions/0018
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

Piece = TypeVar("Piece", bound=str | tuple[str, ...])
MOST_CHARACTERS = 8_000_000
MOST_SECONDS = 600.0


class Pieces:
    """Texts, or tuples of texts, by key: of so many characters together; what nobody asked for longest goes first."""

    def __init__(self, most: int = MOST_CHARACTERS, seconds: float = MOST_SECONDS) -> None:
        self._most, self._seconds, self._size = most, seconds, 0
        self._kept: OrderedDict[Hashable, tuple[float, Any]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Any:
        """The piece, unless it was never drawn, is too old or was forgotten."""
        with self._lock:
            drawn, text = self._kept.get(key, (0.0, None))
            if text is None or time.monotonic() - drawn > self._seconds:
                return None
            self._kept.move_to_end(key)
            return text

    def keep(self, key: Hashable, text: Piece) -> Piece:
        """Remember the piece; the piece itself, for the caller to go on with."""
        with self._lock:
            self._forget(key)
            self._kept[key] = (time.monotonic(), text)
            self._size += _size(text)
            while self._size > self._most:
                self._forget(next(iter(self._kept)))
        return text

    def draw(self, key: Hashable, draw: Callable[[], Piece]) -> Piece:
        """The piece as it is kept, else as it is drawn now."""
        found: Piece | None = self.get(key)
        return self.keep(key, draw()) if found is None else found

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self._size = 0

    def _forget(self, key: Hashable) -> None:
        _, text = self._kept.pop(key, (0.0, ""))
        self._size -= _size(text)


def _size(piece: str | tuple[str, ...]) -> int:
    return len(piece) if isinstance(piece, str) else sum(map(len, piece))


pieces = Pieces()


def kept(template: str, told: dict[str, Any]) -> SafeString:
    """The template, drawn of the values told and of nothing else; drawn anew where one of them is another."""
    if settings.DEBUG:  # templates change under the developer's hands
        return render_to_string(template, told)
    return pieces.draw((template, *map(_told, told.items())), lambda: render_to_string(template, told))


def _told(named: tuple[str, Any]) -> Hashable:
    """A value with its type (1 is not True, text is not mark-up); TypeError for what does not say all that it holds."""
    name, value = named
    _must_be_plain(value)
    return name, type(value), value


def _must_be_plain(value: Any) -> None:
    if isinstance(value, tuple):
        for one in value:
            _must_be_plain(one)
    elif not (value is None or isinstance(value, str | int | date | Enum) or _is_frozen(value)):
        raise TypeError(f"A kept piece is told plain values, not {type(value).__name__}.")


def _is_frozen(value: Any) -> bool:
    params: Any = getattr(value, "__dataclass_params__", None)
    return params is not None and bool(params.frozen)
