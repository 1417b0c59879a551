"""The plan's table as a list to work in: each item one row that says all of itself, bands turned into columns.

So that sorting and filtering leave nothing behind: "MỨC 1, 2, 3" and "Tiêu chuẩn 1: …" stand in every row below them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from caitien.blocks import Document, Row, Table
from caitien.vietnamese.fold import fold

__all__ = ["WorkTable", "main_table", "with_criteria", "work_table"]

NUMBER = "TT"
_FAMILY = re.compile(r"\s*([^\W\d_]+(?:\s+[^\W\d_]+)*)\s*\d")  # the words before the first number of a band
_NUMBERING = re.compile(r"\(?\d{1,2}\)?")
_CODED = re.compile(r"\s*(?:tiêu\s*chí\s*)?(\d{1,2}\.\d{1,2})\s*[:.]?(?:\s+(.*))?", re.I | re.S)
_CODE, _TITLE = "Tiêu chí", "Tên tiêu chí"


@dataclass(frozen=True, slots=True)
class WorkTable:
    """Headings, and a row of as many texts for each item.

    `bands`: how many columns behind the number say where it belongs; `shares`: how wide columns are, 1 being common.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bands: int = 0
    shares: tuple[float, ...] = ()


def main_table(document: Document) -> Table | None:
    """The widest table with a head, of several the longest: in every official form the plan's own."""
    tables = [block for block in document.blocks if isinstance(block, Table) and block.rows]
    headed = [table for table in tables if any(row.is_header for row in table.rows)]
    return max(headed or tables, key=lambda table: (table.width, len(table.rows)), default=None)


def work_table(table: Table) -> WorkTable:
    """The table without merged cells, bands and rows that hold no item; rows are numbered, criteria have codes."""
    headings = _headings(table)
    families: dict[str, str] = {}
    items: list[tuple[dict[str, str], list[str]]] = []
    current: dict[str, str] = {}
    for row, texts in _lines(table):
        if row.is_header:
            continue
        if row.is_band:
            _enter(current, families, max(texts, key=len, default=""))
        elif sum(bool(text) for text in texts) > 1:
            items.append((dict(current), texts))
    bands = [name for name in families if fold(families[name]) not in {fold(heading) for heading in headings}]
    numbered = fold(headings[0]) in ("tt", "stt", "so tt") if headings else False
    rows = []
    for at, (above, texts) in enumerate(items, start=1):
        own = texts[1:] if numbered else texts
        rows.append([(numbered and texts[0]) or str(at), *(above.get(name, "") for name in bands), *own])
    shares = table.widths if len(table.widths) == len(headings) else (1.0,) * len(headings)
    shares = tuple(share * len(shares) / sum(shares) for share in shares)
    names = [NUMBER, *(families[name] for name in bands), *(headings[1:] if numbered else headings)]
    kept = [0.4, *(0.6 for _ in bands), *(shares[1:] if numbered else shares)]
    return _with_codes(WorkTable(tuple(names), tuple(map(tuple, rows)), len(bands), tuple(kept)))


def with_criteria(table: WorkTable, document: Document, main: Table) -> WorkTable:
    """The table with the standard and criterion of the rows of the same number in another table of the document.

    Form Biểu 2 names them in its table of problems only. Nothing is added where the table names them itself, or where
    the two tables do not go together row by row.
    """
    if any(fold(heading).startswith(("tieu chuan", "tieu chi")) for heading in table.headings):
        return table
    for block in document.blocks:
        if not isinstance(block, Table) or block is main or not block.rows:
            continue
        other = work_table(block)
        wanted = [at for at, name in enumerate(other.headings) if fold(name).startswith(("tieu chuan", "tieu chi"))]
        if wanted and [row[0] for row in other.rows] == [row[0] for row in table.rows]:
            return _joined(table, other, wanted)
    return table


def _joined(table: WorkTable, other: WorkTable, wanted: list[int]) -> WorkTable:
    """The wanted columns of the other table behind the number."""
    names = [_CODE if fold(other.headings[at]).startswith("tieu chi") else other.headings[at] for at in wanted]
    rows = (
        (own[0], *(named[at] for at in wanted), *own[1:]) for own, named in zip(table.rows, other.rows, strict=True)
    )
    headings = (table.headings[0], *names, *table.headings[1:])
    shares = (table.shares[0], *(0.5 for _ in wanted), *table.shares[1:])
    return WorkTable(headings, tuple(rows), table.bands + len(wanted), shares)


def _enter(current: dict[str, str], families: dict[str, str], text: str) -> None:
    """Go below a band; a band that is higher than those before ends them."""
    match = _FAMILY.match(text)
    if not match:
        return
    name = fold(match[1])
    families.setdefault(name, match[1].capitalize())
    order = list(families)
    for lower in order[order.index(name) :]:
        current.pop(lower, None)
    current[name] = text


def _headings(table: Table) -> tuple[str, ...]:
    """The lowest text above each column, numbers of columns passed over."""
    names = [""] * table.width
    for row, texts in _lines(table):
        if not row.is_header:
            break
        if all(_NUMBERING.fullmatch(text) for text in texts if text):
            continue
        names = [text or above for above, text in zip(names, texts, strict=True)]
    return tuple(names)


def _lines(table: Table) -> Iterable[tuple[Row, list[str]]]:
    """Each row with the text over each of its columns; a merged cell's text stands in all rows that it covers."""
    reaching: dict[int, tuple[int, str]] = {}
    for row in table.rows:
        texts = [""] * table.width
        for column, (left, text) in list(reaching.items()):
            texts[column] = text
            reaching[column] = (left - 1, text)
        for cell in row.cells:
            texts[cell.column] = cell.text
            if cell.height > 1:
                reaching[cell.column] = (cell.height - 1, cell.text)
        reaching = {column: held for column, held in reaching.items() if held[0] > 0}
        yield row, texts


def _with_codes(table: WorkTable) -> WorkTable:
    """Where a column holds "Tiêu chí 1.1: Title" throughout, the code and the title get columns of their own."""
    for at, heading in enumerate(table.headings):
        if at <= table.bands or "tieu chi" not in fold(heading) or not table.rows:
            continue
        found = [_CODED.fullmatch(row[at]) for row in table.rows]
        if not all(found):
            continue
        pairs = [(match[1], match[2] or "") for match in found if match]
        titled = any(title for _, title in pairs)
        rows = (
            (*row[:at], *(pair if titled else pair[:1]), *row[at + 1 :])
            for row, pair in zip(table.rows, pairs, strict=True)
        )
        names = (_CODE, _TITLE) if titled else (_CODE,)
        shares = (0.5, table.shares[at]) if titled else (0.5,)
        return WorkTable(
            (*table.headings[:at], *names, *table.headings[at + 1 :]),
            tuple(rows),
            table.bands,
            (*table.shares[:at], *shares, *table.shares[at + 1 :]),
        )
    return table
