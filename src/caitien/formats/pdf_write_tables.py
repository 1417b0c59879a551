"""Tables → what the typst template sets: a full grid of cells, heads, bands with the rows under them."""

import math
import re
from itertools import groupby, takewhile
from typing import Any

from caitien.blocks import Cell, Row, Table

UPRIGHT, LYING = 467.0, 714.0  # pt between the margins of A4
SIZE, SMALL_SIZE = 12.0, 11.0  # pt; the decree gives none for tables, practice is 11 to 12
MANY_COLUMNS = 10  # from here on the small size
LETTER = 0.42  # usual width of a letter in ems
PADDING = 6.0
WHOLE = 260.0  # pt; rows surely lower than this are not parted at a page's end
BREAK_HERE = "\u200b"  # a line may end here though no blank stands in the text
NOT_SHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def table(given: Table) -> dict[str, Any]:
    """The table as the template takes it: heads first, then parts of bands and the cells under them."""
    width = max(given.width, 1)
    shares = given.widths if len(given.widths) == width and min(given.widths) > 0 else (1.0,) * width
    size = SMALL_SIZE if width >= MANY_COLUMNS else SIZE
    page = LYING if given.landscape else UPRIGHT
    columns = [page * share / sum(shares) for share in shares]
    heads = len(list(takewhile(lambda row: row.is_header, given.rows)))
    rows = _full(given, heads)
    return {
        "type": "table",
        "widths": list(shares),
        "size": size,
        "bordered": given.bordered,
        "heads": [box for row in rows[:heads] for box in _boxes(row, columns, size, head=True)],
        "parts": _parts(given.rows[heads:], rows[heads:], columns, size),
    }


def plain(text: str, room: int) -> str:
    """The text without what no page shows; words longer than `room` letters may break anywhere."""
    text = NOT_SHOWN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    text = text.encode("utf-8", "ignore").decode()
    return re.sub(rf"\S{{{max(room, 1) + 1},}}", lambda word: BREAK_HERE.join(word[0]), text)


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
                full.append(Cell(_text(cell), cell.column, cell.width, height, cell.bold))
        gaps = [Cell("", column) for column in range(width) if (at, column) not in taken]
        taken |= {(at, gap.column) for gap in gaps}
        rows.append(sorted((*full, *gaps), key=lambda cell: cell.column))
    return rows


def _text(cell: Cell) -> str:
    """The cell's text; tables nested in it follow as lines."""
    nested = (" | ".join(row.texts) for table in cell.tables for row in table.rows)
    return "\n".join((cell.text, *nested)) if cell.tables else cell.text


def _boxes(row: list[Cell], columns: list[float], size: float, *, head: bool = False, band: bool = False) -> Any:
    room = [sum(columns[cell.column : cell.column + cell.width]) - PADDING for cell in row]
    letters = [max(int(width / (LETTER * size)), 1) for width in room]
    lines = [
        sum(math.ceil(len(line) / many) or 1 for line in cell.text.split("\n"))
        for cell, many in zip(row, letters, strict=True)
    ]
    whole = max(lines, default=0) * size * 1.2 < WHOLE
    for cell, many in zip(row, letters, strict=True):
        yield {
            "lines": plain(cell.text, int(many * 0.8)).split("\n"),
            "across": cell.width,
            "down": cell.height,
            "bold": cell.bold or head or band,
            "centred": head or (len(cell.text) <= 4 and cell.text.strip(" .").isdigit()),
            "middle": head or band,
            "whole": whole and cell.height == 1,
        }
