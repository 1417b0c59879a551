"""Tables → what the typst template sets: a full grid of cells, heads, bands with the rows under them."""

import re
from functools import lru_cache
from itertools import groupby, takewhile
from typing import Any

from caitien.blocks import Cell, Row, Table

UPRIGHT, LYING = 467.0, 714.0  # pt between the margins of A4
SIZE, SMALL_SIZE = 12.0, 11.0  # pt; the decree gives none for tables, practice is 11 to 12
MANY_COLUMNS = 10  # from here on the small size
LETTER, CAPITAL, BLANK, LINE = 0.48, 0.76, 0.25, 1.2  # widths and height in ems, a little more than usual
WIDE = {"m": 0.84, "w": 0.75, "M": 0.95, "W": 1.0, "%": 1.0, "@": 0.95, "…": 1.0, "—": 1.0}
PADDING = 7.0
WHOLE = 340.0  # pt; rows surely lower than this are not parted at a page's end
LONGEST_WORD = 20  # letters; longer words may break anywhere, for shorter ones the column is made wide enough
BREAK_HERE = "\u200b"  # a line may end here though no blank stands in the text
NUMBER = re.compile(r"\(?[\d.]{1,5}\)?|[IVX]{1,4}")  # row numbers and codes of criteria stand in the middle
NOT_SHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def table(given: Table) -> dict[str, Any]:
    """The table as the template takes it: heads first, then parts of bands and the cells under them."""
    width = max(given.width, 1)
    shares = given.widths if len(given.widths) == width and min(given.widths) > 0 else (1.0,) * width
    size = SMALL_SIZE if width >= MANY_COLUMNS else SIZE
    page = LYING if given.landscape else UPRIGHT
    heads = len(list(takewhile(lambda row: row.is_header, given.rows)))
    rows = _full(given, heads)
    columns = _wide_enough([page * share / sum(shares) for share in shares], rows, size)
    return {
        "type": "table",
        "widths": [round(column, 2) for column in columns],
        "size": size,
        "bordered": given.bordered,
        "heads": [box for row in rows[:heads] for box in _boxes(row, columns, size, head=True)],
        "parts": _parts(given.rows[heads:], rows[heads:], columns, size),
    }


def plain(text: str, room: float, size: float) -> str:
    """The text without what no page shows; words that take more than `room` pt may break, at their signs first."""
    text = NOT_SHOWN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    text = text.encode("utf-8", "ignore").decode()
    most = room / size
    if all(_ems(word) <= most for word in text.split()):
        return text
    return re.sub(r"\S+", lambda word: word[0] if _ems(word[0]) <= most else _breakable(word[0], most), text)


def _breakable(word: str, most: float) -> str:
    parts = re.findall(r"[^./_-]*[./_-]+|[^./_-]+", word)
    return BREAK_HERE.join(part if _ems(part) <= most else BREAK_HERE.join(part) for part in parts)


@lru_cache(maxsize=8192)
def _ems(word: str) -> float:
    """About how wide the word is, in ems."""
    return sum(WIDE.get(letter) or (CAPITAL if letter.isupper() else LETTER) for letter in word)


def _wide_enough(columns: list[float], rows: list[list[Cell]], size: float) -> list[float]:
    """The columns' widths in pt, with those that are too narrow for a word of theirs widened by the others' spare."""
    needs = [0.0] * len(columns)
    for cell in (cell for row in rows for cell in row if cell.width == 1):
        widest = max((_ems(word) for word in cell.text.split() if len(word) <= LONGEST_WORD), default=0.0)
        needs[cell.column] = max(needs[cell.column], widest * size + PADDING + 0.1)
    spare = sum(max(column - need, 0.0) for column, need in zip(columns, needs, strict=True))
    missing = sum(max(need - column, 0.0) for column, need in zip(columns, needs, strict=True))
    if not missing or missing > 0.5 * spare:
        return columns
    left = 1 - missing / spare
    return [need + max(column - need, 0.0) * left for column, need in zip(columns, needs, strict=True)]


def _lines(text: str, room: float, size: float) -> int:
    """About how many lines of `room` pt the text takes, rather one too many than one too few."""
    count = 0
    for line in text.split("\n"):
        count, used = count + 1, 0.0
        for word in line.split():
            width = _ems(word) * size
            if used and used + width > room:
                count, used = count + 1, 0.0
            count += int(width // room)
            used += width % room + BLANK * size
    return count


def _parts(rows: tuple[Row, ...], grid: list[list[Cell]], columns: list[float], size: float) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = [{"bands": [], "cells": []}]
    for is_band, run in groupby(range(len(rows)), key=lambda at: rows[at].is_band):
        boxes = [box for at in run for box in _boxes(grid[at], columns, size, band=is_band)]
        if is_band:
            parts.append({"bands": boxes, "cells": []})
        else:
            parts[-1]["cells"] += boxes
    if parts[-1]["bands"] and not parts[-1]["cells"]:  # bands that end a table head nothing
        parts[-1] = {"bands": [], "cells": parts[-1]["bands"]}
    return parts


def _full(given: Table, heads: int) -> list[list[Cell]]:
    """The rows with an empty cell in every gap, and no cell beyond the table's end or upon another."""
    width, rows = max(given.width, 1), []
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(given.rows):
        full = []
        end = heads if at < heads else len(given.rows)  # no cell reaches from the heads into the table's body
        for cell in sorted(row.cells, key=lambda cell: cell.column):
            height = min(cell.height, end - at)
            places = {(at + down, cell.column + across) for down in range(height) for across in range(cell.width)}
            if places.isdisjoint(taken):
                taken |= places
                full.append(Cell(_text(cell), cell.column, cell.width, height, cell.bold, right=cell.right))
        gaps = [Cell("", column) for column in range(width) if (at, column) not in taken]
        taken |= {(at, gap.column) for gap in gaps}
        rows.append(sorted((*full, *gaps), key=lambda cell: cell.column))
    return rows


def _text(cell: Cell) -> str:
    """The cell's text; tables nested in it follow as lines."""
    nested = (" | ".join(row.texts) for table in cell.tables for row in table.rows)
    return "\n".join((cell.text, *nested)) if cell.tables else cell.text


def _boxes(row: list[Cell], columns: list[float], size: float, *, head: bool = False, band: bool = False) -> Any:
    room = [max(sum(columns[cell.column : cell.column + cell.width]) - PADDING, size) for cell in row]
    lines = [_lines(cell.text, width, size) for cell, width in zip(row, room, strict=True)]
    whole = max(lines, default=0) * size * LINE < WHOLE
    for cell, width in zip(row, room, strict=True):
        yield {
            "text": plain(cell.text, width, size),
            "across": cell.width,
            "down": cell.height,
            "bold": cell.bold or head or band,
            "side": _side(cell, head=head),
            "middle": head or band,
            "whole": whole and cell.height == 1,
        }


def _side(cell: Cell, *, head: bool) -> str:
    """Where its text stands: at the right where asked, headings, row numbers and codes in the middle."""
    if cell.right and not head:
        return "right"
    return "center" if head or NUMBER.fullmatch(cell.text.strip()) else "left"
