"""Plain text and Markdown → blocks. What the text is, is told by its shape: cells behind tabs, rows of tabs, pipes,
Markdown, or lines of a PDF whose columns were lost (left to `layouts.unwrap` as WrappedText)."""

import re
from collections.abc import Iterator

from caitien.blocks import Block, Document, Paragraph, WrappedText
from caitien.findings import CannotRead, Position, doubt
from caitien.formats import Limits, Progress
from caitien.formats.text_tables import cells_behind_tabs, pipe_table, tab_rows
from caitien.vietnamese.encodings import decode_legacy, looks_legacy
from caitien.vietnamese.normalise import damage, normalise_with_repairs, undo_mojibake

SHORT_LINE = 24  # characters; most columns of an eight- or ten-column table on landscape A4 are narrower
STRETCH, SHARE = 40, 0.7  # so many lines, and how many of them short, tell a table that lost its columns
_MARKUP = re.compile(r"\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|^#{1,6}\s+|`", re.M)


def read(data: bytes, *, limits: Limits, progress: Progress) -> Document:
    """The text as paragraphs, tables and wrapped text. Raises CannotRead for text that nobody can recover."""
    text = decode(data)
    if why := damage(text):
        raise CannotRead(why)
    raw = text
    text, repairs = normalise_with_repairs(text)
    lines = text.split("\n")
    if is_wrapped(lines):
        blocks: tuple[Block, ...] = (WrappedText(tuple(lines)),)
    else:
        blocks = tuple(_blocks(lines))
    findings = [doubt("text-repaired", f"Đã sửa chữ bị lỗi khi đọc: {what}.") for what in sorted(repairs)]
    return Document(blocks, "text", findings=tuple(findings), raw=raw)


def decode(data: bytes) -> str:
    """Bytes of a text file as text: by its mark, as UTF-8, else as the old one-byte encodings of Vietnamese."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        text = undo_mojibake(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = data.decode("cp1258" if _looks_cp1258(data) else "cp1252", "replace")
    legacy = looks_legacy(text)
    return decode_legacy(text, legacy) if legacy else text


def _looks_cp1258(data: bytes) -> bool:
    """Windows' own Vietnamese code page writes tones as letters of their own, after the vowel."""
    tones = len(re.findall(rb"[A-Za-z\xc2\xca\xd4\xe2\xe3\xea\xf4\xf5\xfd][\xcc\xd2\xde\xec\xf2]", data))
    return tones > 20 and data.count(b"\xf5") + data.count(b"\xfd") > 5


def is_wrapped(lines: list[str]) -> bool:
    """Whether a table's columns were lost: a long stretch of mostly short lines, no tab, no pipe."""
    if any("\t" in line or line.count("|") > 2 for line in lines):
        return False
    short = [len(line.strip()) <= SHORT_LINE for line in lines if line.strip()]
    return any(sum(short[at : at + STRETCH]) >= SHARE * STRETCH for at in range(0, len(short), 10))


def _blocks(lines: list[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        for reader in (pipe_table, tab_rows, cells_behind_tabs):
            found = reader(lines, at)
            if found:
                table, at = found
                yield table
                break
        else:
            if lines[at].strip():
                yield _paragraph(lines[at], at + 1)
            at += 1


def _paragraph(line: str, number: int) -> Paragraph:
    heading = re.match(r"(#{1,6})\s", line)
    bold = bool(heading) or bool(re.fullmatch(r"\s*\*\*.+\*\*\s*", line))
    return Paragraph(plain(line), level=len(heading[1]) if heading else None, bold=bold, position=Position(line=number))


def plain(text: str) -> str:
    """Text without Markdown's signs and HTML remains."""
    from caitien.formats.html import strip_tags

    return strip_tags(_MARKUP.sub("", text)).strip()
