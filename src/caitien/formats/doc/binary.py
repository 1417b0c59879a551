"""The binary parts of a .doc: where its text lies (the piece table) and what formats each stretch of it."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from caitien.findings import CannotRead

__all__ = ["NotWord97", "Piece", "Sprms", "Word", "sprms_of"]

PASSWORD = "Tệp được bảo vệ bằng mật khẩu; hãy mở bằng Word, bỏ mật khẩu, lưu lại rồi đọc lại."
_PAGE = 512
_MOST_CHARACTERS = 5_000_000

# Where the file information block keeps (offset, length) of each structure in the table stream.
_STYLES, _SHAPES, _CHARACTER_PAGES, _PARAGRAPH_PAGES = 0xA2, 0x1DA, 0xFA, 0x102
_FONTS, _PIECES, _BOXES, _LISTS, _OVERRIDES = 0x112, 0x1A2, 0x25A, 0x2E2, 0x2EA

Sprms = list[tuple[int, bytes]]  # (code of the property change, its operand)
_OPERAND = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_TABLE_DEFINITION, _TABS, _HUGE = 0xD608, 0xC615, 0x6646


class NotWord97(Exception):
    """Not the format of Word 97–2003, or too damaged to be read as it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters from `first` to `last` (exclusive) of the text, stored at byte `offset` with `size` bytes each."""

    first: int
    last: int
    offset: int
    size: int
    sprms: tuple[tuple[int, bytes], ...]


class Word:
    """One document: its whole text, and by character position the formatting changes of paragraphs and runs."""

    def __init__(self, streams: dict[str, bytes]) -> None:
        self._main = main = streams.get("WordDocument", b"")
        if len(main) < 0x2F2 or main[:2] != b"\xec\xa5":
            raise NotWord97
        version, flags = _u16(main, 2), _u16(main, 0x0A)
        if flags & 0x0100:
            raise CannotRead(PASSWORD)
        if version < 0xC0:
            raise NotWord97
        self._table = streams.get("1Table" if flags & 0x0200 else "0Table", b"")
        self._data = streams.get("Data", b"")
        counts = struct.unpack_from("<8I", main, 0x4C)
        self.length = counts[0]
        self.boxes_at, self.boxes_length = sum(counts[:6]), counts[6]
        self.pieces, self.text = self._pieces()
        self._firsts = [piece.first for piece in self.pieces]
        self._paragraphs = _Stretches(self._pages(_PARAGRAPH_PAGES, self._papx))
        self._runs = _Stretches(self._pages(_CHARACTER_PAGES, self._chpx))

    @property
    def styles(self) -> bytes:
        return self._structure(_STYLES)

    @property
    def fonts(self) -> bytes:
        return self._structure(_FONTS)

    @property
    def lists(self) -> bytes:
        """List definitions; their levels follow beyond the stated length."""
        start, length = struct.unpack_from("<II", self._main, _LISTS)
        return self._table[start:] if length else b""

    @property
    def overrides(self) -> bytes:
        return self._structure(_OVERRIDES)

    def boxes(self) -> Iterator[tuple[int, int, int]]:
        """(position of the anchor, first and last character of its text) of each text box."""
        anchors = {}
        for position, shape in _plc(self._structure(_SHAPES), 26):
            anchors[shape[:4]] = position
        boxes = list(_plc(self._structure(_BOXES), 22))
        for (first, box), (last, _) in pairwise(boxes):
            yield anchors.get(box[14:18], 0), self.boxes_at + first, self.boxes_at + last

    def paragraph(self, position: int) -> tuple[int, Sprms]:
        """(style, property changes) of the paragraph that the character at `position` ends."""
        piece = self._piece(position)
        _, grpprl = self._paragraphs.at(piece.offset + (position - piece.first) * piece.size)
        if len(grpprl) < 2:
            return 0, list(piece.sprms)
        return _u16(grpprl, 0), [*self._with_huge(sprms_of(grpprl[2:])), *piece.sprms]

    def runs(self, first: int, last: int) -> Iterator[tuple[str, Sprms]]:
        """The stretches of equal formatting between two positions: text and property changes."""
        while first < last:
            piece = self._piece(first)
            offset = piece.offset + (first - piece.first) * piece.size
            end, grpprl = self._runs.at(offset)
            step = max(1, -(-(end - offset) // piece.size))
            stop = min(last, piece.last, first + step)
            yield self.text[first:stop], [*sprms_of(grpprl), *piece.sprms]
            first = stop

    def _piece(self, position: int) -> Piece:
        return self.pieces[max(0, bisect_right(self._firsts, position) - 1)]

    def _structure(self, where: int) -> bytes:
        start, length = struct.unpack_from("<II", self._main, where)
        return self._table[start : start + length]

    def _pieces(self) -> tuple[list[Piece], str]:
        clx, at, changes = self._structure(_PIECES), 0, []
        while at < len(clx) and clx[at] == 1:
            size = _u16(clx, at + 1)
            changes.append(clx[at + 3 : at + 3 + size])
            at += 3 + size
        if at >= len(clx) or clx[at] != 2:
            raise NotWord97
        pieces, texts, count = [], [], 0
        for first, last, entry in _ranges(clx[at + 5 : at + 5 + _u32(clx, at + 1)], 8):
            fc, prm = _u32(entry, 2), _u16(entry, 6)
            narrow = bool(fc & 0x40000000)
            offset = (fc & 0x3FFFFFFF) // 2 if narrow else fc
            size = 1 if narrow else 2
            raw = self._main[offset : offset + (last - first) * size]
            text = _ansi(raw) if narrow else raw.decode("utf-16-le", "surrogatepass")
            if len(text) != last - first or first != count or last > _MOST_CHARACTERS:
                raise NotWord97
            count = last
            change = changes[prm >> 1] if prm & 1 and prm >> 1 < len(changes) else b""
            pieces.append(Piece(first, last, offset, size, tuple(sprms_of(change))))
            texts.append(text)
        if count < self.length:
            raise NotWord97
        return pieces, "".join(texts)

    def _pages(self, where: int, entry: "object") -> Iterator[tuple[int, int, bytes]]:
        """(first byte, last byte, property changes) of every entry on the formatted disk pages of one kind."""
        for _, raw in _plc(self._structure(where), 4):
            start = (_u32(raw, 0) & 0x3FFFFF) * _PAGE
            page = self._main[start : start + _PAGE]
            if len(page) < _PAGE:
                continue
            count = page[-1]
            if (count + 1) * 4 > _PAGE:
                continue
            edges = struct.unpack_from(f"<{count + 1}I", page)
            for index in range(count):
                yield edges[index], edges[index + 1], entry(page, count, index)  # type: ignore[operator]

    @staticmethod
    def _papx(page: bytes, count: int, index: int) -> bytes:
        at = page[(count + 1) * 4 + index * 13] * 2
        if not at:
            return b""
        if page[at]:
            return page[at + 1 : at + page[at] * 2]
        return page[at + 2 : at + 2 + page[at + 1] * 2]

    @staticmethod
    def _chpx(page: bytes, count: int, index: int) -> bytes:
        at = page[(count + 1) * 4 + index] * 2
        return page[at + 1 : at + 1 + page[at]] if at else b""

    def _with_huge(self, sprms: Sprms) -> Sprms:
        """Changes too long for a page lie in the data stream; a wide table's row has them there."""
        for code, operand in sprms:
            if code == _HUGE:
                at = _u32(operand, 0)
                if at + 2 <= len(self._data):
                    return [*sprms, *sprms_of(self._data[at + 2 : at + 2 + _u16(self._data, at)])]
        return sprms


class _Stretches:
    """Byte ranges with their property changes, found by offset."""

    def __init__(self, entries: Iterator[tuple[int, int, bytes]]) -> None:
        self._entries = sorted(entries)
        self._starts = [first for first, _, _ in self._entries]

    def at(self, offset: int) -> tuple[int, bytes]:
        """(end of the stretch, its changes); without changes where nothing is said of this offset."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._entries[index][1]:
            return self._entries[index][1], self._entries[index][2]
        following = self._starts[index + 1] if index + 1 < len(self._starts) else offset + (1 << 30)
        return following, b""


def sprms_of(grpprl: bytes) -> Sprms:
    """The property changes in a list of them, in order; what is cut off at the end is dropped."""
    found: Sprms = []
    at = 0
    while at + 2 < len(grpprl):
        code = _u16(grpprl, at)
        at += 2
        if code == _TABLE_DEFINITION:
            size, head = _u16(grpprl, at) - 1 if at + 2 <= len(grpprl) else 0, 2
        elif code >> 13 == 6:
            size, head = grpprl[at], 1
            if code == _TABS and size == 255:
                break  # its length must be worked out; nothing that we need comes after it
        else:
            size, head = _OPERAND[code >> 13], 0
        at += head
        found.append((code, grpprl[at : at + max(0, size)]))
        at += max(0, size)
    return found


def _plc(data: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    for first, _, entry in _ranges(data, size):
        yield first, entry


def _ranges(data: bytes, size: int) -> Iterator[tuple[int, int, bytes]]:
    """(position, next position, entry) of a PLC: n+1 positions, then n entries of `size` bytes."""
    count = max(0, (len(data) - 4) // (4 + size))
    positions = struct.unpack_from(f"<{count + 1}I", data) if count else ()
    for index in range(count):
        start = (count + 1) * 4 + index * size
        yield positions[index], positions[index + 1], data[start : start + size]


def _ansi(raw: bytes) -> str:
    """Windows-1252, where a byte without a letter keeps its number (TCVN3 uses some of them)."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_ANSI[byte] for byte in raw)


_ANSI = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]


def _u16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _u32(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")
