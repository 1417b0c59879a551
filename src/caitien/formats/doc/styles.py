"""Styles and fonts of a .doc, and what a chain of property changes makes of a paragraph or a run."""

import struct
from dataclasses import dataclass, replace

from caitien.formats.doc.binary import Sprms, Word, sprms_of

__all__ = ["ParagraphLook", "RunLook", "Styles"]

_LONGEST_ANCESTRY = 30
_ALIGNS = {0: None, 1: "center", 2: "right"}


@dataclass(frozen=True, slots=True)
class RunLook:
    font: int = 0  # number in the font table
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    symbol: int | None = None


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    align: str | None = None
    level: int | None = None
    list_number: int = 0  # from 1; 0 for none
    list_depth: int = 0
    in_table: bool = False
    depth: int = 0  # of table nesting
    ends_cell: bool = False  # of a nested table
    ends_row: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    base: int
    heading: int | None
    paragraph: Sprms
    run: Sprms


class Styles:
    """The style sheet and the font table of a document."""

    def __init__(self, word: Word) -> None:
        self.fonts = _fonts(word.fonts)
        self._styles: dict[int, _Style] = {}
        self._default = RunLook()
        self._paragraphs: dict[int, ParagraphLook] = {}
        self._runs: dict[int, RunLook] = {}
        self._parse(word.styles)

    def font(self, look: RunLook) -> str | None:
        return self.fonts[look.font] if look.font < len(self.fonts) else None

    def paragraph(self, style: int, sprms: Sprms) -> ParagraphLook:
        """The look of a paragraph of `style` after the changes `sprms`."""
        if style not in self._paragraphs:
            look = ParagraphLook()
            for number in reversed(self._ancestry(style)):
                found = self._styles[number]
                look = changed_paragraph(replace(look, level=found.heading or look.level), found.paragraph)
            self._paragraphs[style] = look
        return changed_paragraph(self._paragraphs[style], sprms)

    def run(self, style: int, sprms: Sprms) -> RunLook:
        """The look of a run in a paragraph of `style` after the changes `sprms`."""
        if style not in self._runs:
            look = self._default
            for number in reversed(self._ancestry(style)):
                look = self._changed(look, look, self._styles[number].run)
            self._runs[style] = look
        base = self._runs[style]
        return self._changed(base, base, sprms)

    def _changed(self, look: RunLook, base: RunLook, sprms: Sprms) -> RunLook:
        for code, operand in sprms:
            byte = operand[0] if operand else 0
            if code == 0x4A30:  # a character style
                for number in reversed(self._ancestry(_u16(operand))):
                    look = self._changed(look, look, self._styles[number].run)
            elif code in (0x4A4F, 0x4A51):
                look = replace(look, font=_u16(operand))
            elif code == 0x0835:
                look = replace(look, bold=_toggled(byte, base.bold))
            elif code == 0x0836:
                look = replace(look, italic=_toggled(byte, base.italic))
            elif code == 0x083C:
                look = replace(look, hidden=_toggled(byte, base.hidden))
            elif code == 0x0800:
                look = replace(look, deleted=bool(byte))
            elif code == 0x6A09 and len(operand) >= 4:
                look = replace(look, symbol=_u16(operand[2:]))
        return look

    def _ancestry(self, style: int) -> list[int]:
        line: list[int] = []
        while style in self._styles and len(line) < _LONGEST_ANCESTRY and style not in line:
            line.append(style)
            style = self._styles[style].base
        return line

    def _parse(self, sheet: bytes) -> None:
        if len(sheet) < 20:
            return
        head, count, base_size = struct.unpack_from("<HHH", sheet)
        self._default = RunLook(font=_u16(sheet[14:]))
        at = 2 + head
        for number in range(count):
            if at + 2 > len(sheet):
                return
            size = _u16(sheet[at:])
            if size:
                self._styles[number] = _style(sheet[at + 2 : at + 2 + size], base_size)
            at += 2 + size + size % 2


def changed_paragraph(look: ParagraphLook, sprms: Sprms) -> ParagraphLook:
    """`look` after property changes of paragraphs."""
    changes: dict[str, object] = {}
    for code, operand in sprms:
        byte = operand[0] if operand else 0
        if code in (0x2403, 0x2461):
            changes["align"] = _ALIGNS.get(byte)
        elif code == 0x2640:
            changes["level"] = byte + 1 if byte < 9 else None
        elif code == 0x460B:
            number = _u16(operand)
            changes["list_number"] = number if number < 0x7FF else 0
        elif code == 0x260A:
            changes["list_depth"] = byte
        elif code == 0x2416:
            changes["in_table"] = bool(byte)
        elif code == 0x6649:
            changes["depth"] = int.from_bytes(operand, "little", signed=True)
        elif code == 0x244B:
            changes["ends_cell"] = bool(byte)
        elif code in (0x2417, 0x244C):
            changes["ends_row"] = bool(byte)
    return replace(look, **changes) if changes else look  # type: ignore[arg-type]


def _style(data: bytes, base_size: int) -> _Style:
    built_in, kind_and_base, count = struct.unpack_from("<HHH", data)
    built_in, kind, base = built_in & 0xFFF, kind_and_base & 0xF, kind_and_base >> 4
    at = base_size + 2 + _u16(data[base_size:]) * 2 + 2
    changes: list[bytes] = []
    for _ in range(count & 0xF):
        size = _u16(data[at:])
        changes.append(data[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    heading = built_in if 1 <= built_in <= 9 else None
    if kind == 1 and changes:
        run = changes[1] if len(changes) > 1 else b""
        return _Style(base, heading, sprms_of(changes[0][2:]), sprms_of(run))
    return _Style(base, None, [], sprms_of(changes[0]) if kind == 2 and changes else [])


def _fonts(table: bytes) -> list[str]:
    names: list[str] = []
    at = 4
    while at < len(table):
        size = table[at] + 1
        name = table[at + 40 : at + size].decode("utf-16-le", "ignore")
        names.append(name.split("\x00", 1)[0])
        at += size
    return names


def _toggled(operand: int, base: bool) -> bool:
    if operand in (0x80, 0x81):
        return base if operand == 0x80 else not base
    return bool(operand)


def _u16(data: bytes) -> int:
    return int.from_bytes(data[:2], "little")
