"""How a workbook of our own is told from any other: two defined names, and the fingerprint of the sheet to work in.

Defined names live on when sheets are renamed or moved and the file is saved by other programs.
"""

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

__all__ = ["LISTS", "PRINT", "WORK", "fingerprint", "sheets_by_name", "written_fingerprint"]

PRINT, WORK, LISTS, UNTOUCHED = "caitien_ban_in", "caitien_ke_hoach", "caitien_danh_muc", "caitien_nguyen_ban"

_TARGET = re.compile(r"^=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?[A-Z]")


def fingerprint(cells: Iterable[tuple[tuple[int, int], str]]) -> str:
    """A short mark of texts by (row, column) counted from 1; blanks at their ends do not matter, nor do empty texts."""
    marked = sha256()
    for (row, column), text in sorted(cells):
        if plain := text.replace("\r\n", "\n").strip():
            marked.update(f"{row}:{column}:{plain}\x00".encode())
    return marked.hexdigest()[:32]


def sheets_by_name(book: Any) -> dict[str, str]:
    """The sheet titles that our own defined names point to, by name; empty for a workbook that is not ours."""
    found: dict[str, str] = {}
    for name in (PRINT, WORK, LISTS):
        defined = book.defined_names.get(name)
        match = _TARGET.match(defined.attr_text or "") if defined is not None else None
        if match:
            found[name] = (match[1] or match[2]).replace("''", "'")
    return found


def written_fingerprint(book: Any) -> str:
    """The mark that the sheet to work in had when we wrote it."""
    defined = book.defined_names.get(UNTOUCHED)
    return (defined.attr_text or "").strip('="') if defined is not None else ""
