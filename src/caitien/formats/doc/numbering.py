"""Automatic numbers of a .doc: list definitions and their overrides → the mark before each list paragraph."""

import struct
from dataclasses import dataclass, field

from caitien.formats.doc.binary import Word
from caitien.formats.lists import Counters, Level

_SHAPES = {0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero"}
_SHAPES |= {23: "bullet", 255: "none"}


@dataclass(slots=True)
class _Override:
    list_id: int
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbering:
    """Gives list paragraphs their marks, in the order in which they are asked for."""

    def __init__(self, word: Word) -> None:
        try:
            self._lists = dict(_lists(word.lists))
            self._overrides = _overrides(word.overrides)
        except (struct.error, IndexError):  # without its numbers the text is still worth reading
            self._lists, self._overrides = {}, []
        self._counters = Counters(self._levels_of)

    def mark(self, number: int, depth: int) -> str:
        """The next mark in list `number` (from 1): “1. ”, “a) ”, “- ”; "" where there is none."""
        if not 0 < number <= len(self._overrides):
            return ""
        override = self._overrides[number - 1]
        key = f"override {number - 1}" if override.levels else f"list {override.list_id}"
        start = override.starts.get(depth)
        return self._counters.mark(key, depth, restart=(str(number), start) if start is not None else None)

    def _levels_of(self, key: str) -> tuple[Level, ...]:
        kind, name = key.split(" ")
        if kind == "list":
            return self._lists.get(int(name), ())
        override = self._overrides[int(name)]
        levels = self._lists.get(override.list_id, ())
        return tuple(override.levels.get(depth, level) for depth, level in enumerate(levels))


def _lists(data: bytes) -> "list[tuple[int, tuple[Level, ...]]]":
    if len(data) < 2:
        return []
    (count,) = struct.unpack_from("<H", data)
    at, found = 2 + count * 28, []
    for index in range(count):
        (list_id,) = struct.unpack_from("<i", data, 2 + index * 28)
        levels = []
        for _ in range(1 if data[2 + index * 28 + 26] & 1 else 9):
            level, at = _level(data, at)
            levels.append(level)
        found.append((list_id, tuple(levels)))
    return found


def _level(data: bytes, at: int) -> tuple[Level, int]:
    start, shape, flags = struct.unpack_from("<iBB", data, at)
    follow, (runs, paragraphs) = data[at + 15], data[at + 24 : at + 26]
    at += 28 + runs + paragraphs
    (length,) = struct.unpack_from("<H", data, at)
    raw = data[at + 2 : at + 2 + length * 2].decode("utf-16-le", "replace")
    text = "".join(f"%{ord(sign) + 1}" if sign < "\t" else sign for sign in raw)
    level = Level(_SHAPES.get(shape, "decimal"), text, start, glued=follow == 2, legal=bool(flags & 4))
    return level, at + 2 + length * 2


def _overrides(data: bytes) -> list[_Override]:
    if len(data) < 4:
        return []
    (count,) = struct.unpack_from("<I", data)
    if count * 16 > len(data):
        return []
    found = [_Override(*struct.unpack_from("<i", data, 4 + index * 16)) for index in range(count)]
    at = 4 + count * 16
    for index, override in enumerate(found):
        at += 4
        for _ in range(data[4 + index * 16 + 12]):
            start, flags = struct.unpack_from("<iI", data, at)
            at += 8
            if flags & 0x20:
                override.levels[flags & 0xF], at = _level(data, at)
            if flags & 0x10:
                override.starts[flags & 0xF] = start
    return found
