"""Tables in plain text: rows of tabs, one cell a line behind a tab, rows of pipes."""

import re
from collections.abc import Sequence

from caitien.blocks import Cell, Row, Table
from caitien.findings import Position

Found = tuple[Table, int]  # a table and the index of the line after it
_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*")
_SECTION = re.compile(r"\s*([IVX]+|\d+)[.)]\s+\S")


def tab_rows(lines: Sequence[str], at: int) -> Found | None:
    """A table whose rows are lines with cells parted by tabs; blank lines (page breaks) may stand between rows."""
    if lines[at].count("\t") < 2 or not lines[at].strip() or len(lines[at].split("\t")) < 3:
        return None
    rows, end = [], at
    for number in range(at, len(lines)):
        if "\t" in lines[number]:
            rows.append((number, lines[number].split("\t")))
            end = number + 1
        elif lines[number].strip():
            break
    rows = [(number, cells) for number, cells in rows if not _is_rule("|".join(cells))]
    return _table(rows, ragged=True), end


def pipe_table(lines: Sequence[str], at: int) -> Found | None:
    """A Markdown table: rows of cells between pipes with a rule under the head, or a block of such rows."""
    end = at
    while end < len(lines) and lines[end].count("|") >= 2:
        end += 1
    if end - at < 2:
        return None
    rows = [(n, _pipe_cells(lines[n])) for n in range(at, end) if not _RULE.fullmatch(lines[n])]
    return _table(rows, ragged=False), end


def _pipe_cells(line: str) -> list[str]:
    inner = re.sub(r"^\s*\||\|\s*$", "", line)
    return [cell.replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner)]


def cells_behind_tabs(lines: Sequence[str], at: int) -> Found | None:
    """A table with one cell a line, each behind a tab: a line without tab goes on with the cell above it.

    Blank lines part rows, but also stand inside a row: the number of cells in the head decides.
    """
    if not _opens_cell(lines[at]):
        return None
    groups: list[list[tuple[int, str]]] = [[]]
    end, blanks = at, 0
    for number in range(at, len(lines)):
        line = lines[number]
        if not line.strip() and "\t" not in line:
            blanks += 1
            continue
        if "\t" in line:
            if blanks and groups[-1]:
                groups.append([])
            groups[-1] += [(number, cell) for cell in _cells_of(line)]
        elif blanks < 2 and not (blanks and _SECTION.match(line)):
            last, text = groups[-1][-1]
            groups[-1][-1] = (last, f"{text}\n{line}")
        else:
            break
        end, blanks = number + 1, 0
    return _table(_rows_of(groups), ragged=False), end


def _opens_cell(line: str) -> bool:
    return bool(re.match(r" ?\t", line))


def _cells_of(line: str) -> list[str]:
    return re.sub(r"^ ?\t", "", line).split("\t")


def _rows_of(groups: list[list[tuple[int, str]]]) -> list[tuple[int, list[str]]]:
    """Groups of cells between blank lines put together into rows as wide as the head."""
    groups = [group for group in groups if group]
    width = max(len(group) for group in groups[:3])
    rows: list[list[tuple[int, str]]] = []
    while groups:
        row, taken = list(groups[0]), 1
        for upto in range(2, len(groups) + 1):
            size = sum(map(len, groups[:upto]))
            if size > width:
                break
            if size == width:
                row, taken = [cell for group in groups[:upto] for cell in group], upto
        rows += [row[i : i + width] for i in range(0, len(row), width)]
        groups = groups[taken:]
    return [(row[0][0], [text for _, text in row]) for row in rows]


def _is_rule(text: str) -> bool:
    return bool(re.fullmatch(r"[\s|:-]*-{2,}[\s|:-]*", text))


def _table(rows: list[tuple[int, list[str]]], *, ragged: bool) -> Table:
    from caitien.formats.text import plain

    return Table(
        tuple(
            Row(
                tuple(
                    Cell(
                        plain(text),
                        column,
                        bold="**" in text or "<b>" in text,
                        position=Position(line=number + 1, column=column + 1),
                    )
                    for column, text in enumerate(cells)
                )
            )
            for number, cells in rows
        ),
        position=Position(line=rows[0][0] + 1),
        bordered=max(len(cells) for _, cells in rows) > 2,
        ragged=ragged,
    )
