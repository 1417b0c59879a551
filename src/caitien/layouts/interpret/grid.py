"""A table → rows of named cells: which rows are the head, what each column means, which cells stand where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from caitien.blocks import Cell, Row, Table
from caitien.findings import NOWHERE, Finding, Position, doubt
from caitien.layouts.columns import PLAN_COLUMNS, PROBLEM_COLUMNS, REVIEW_COLUMNS, Column, assign, match_heading
from caitien.layouts.interpret.guess import guess_fields
from caitien.vietnamese.fold import fold
from caitien.vietnamese.money import money_unit_in

HEAD_ROWS = 8  # a head begins within the first rows; above it there may be a title or a level band
KINDS: dict[str, tuple[Column, ...]] = {"plan": PLAN_COLUMNS, "problems": PROBLEM_COLUMNS, "reviews": REVIEW_COLUMNS}
# What a table of each kind must have to be one: any of these fields, and so many matched columns.
NEEDED = {
    "plan": {"solution", "task", "improvement", "target_result", "weakness"},
    "problems": {"limitation", "cause", "current_state"},
    "reviews": {"when"},
}
FEWEST = {"plan": 4, "problems": 3, "reviews": 3}


@dataclass(frozen=True, slots=True)
class Value:
    """The text of a cell and where it stands. `unit`: đồng that a bare number of its column counts ("triệu đồng")."""

    text: str
    position: Position = NOWHERE
    unit: int = 1


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row's filled cells by field. `band` is the text of a row that is one cell across the table."""

    values: dict[str, Value]
    band: str | None = None
    page: int | None = None
    position: Position = NOWHERE


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: what kind of table it is, the field of each grid column, and the row after the head."""

    kind: str
    fields: tuple[str | None, ...]
    headings: tuple[str, ...]
    first_row: int

    @property
    def known(self) -> set[str]:
        return {name for name in self.fields if name}


@dataclass(frozen=True, slots=True)
class Grid:
    head: Head
    rows: tuple[GridRow, ...]
    findings: tuple[Finding, ...] = field(default=())


def find_head(table: Table) -> Head | None:
    """The head of a plan, problem or review table; None for any other table."""
    matrix = _matrix(table, HEAD_ROWS + 3)
    heads = (head for start in range(min(HEAD_ROWS, len(matrix))) for head in _heads_from(matrix, start))
    return max(heads, key=_worth, default=None)


def _worth(head: Head) -> tuple[int, int, int, int]:
    # Two-level heads bring more fields; among equals the head that begins highest and is shortest. The kind "plan"
    # wins a draw against "reviews", whose headings are the commonest words.
    return (len(head.known), head.kind != "reviews", len(head.known & NEEDED[head.kind]), -head.first_row)


def _heads_from(matrix: list[list[Cell | None]], start: int) -> Iterator[Head]:
    for depth in (1, 2, 3):
        if start + depth > len(matrix):
            return
        rows = matrix[start : start + depth]
        if depth > 1 and not _goes_on(rows[-2], rows[-1]):
            return
        headings = [_column_texts(rows, column) for column in range(len(rows[0]))]
        for kind, columns in KINDS.items():
            fields = _fields(headings, columns)
            known = {name for name in fields if name}
            if len(known) >= FEWEST[kind] and known & NEEDED[kind]:
                yield Head(kind, fields, tuple(" ".join(texts) for texts in headings), start + depth)


def _goes_on(above: list[Cell | None], below: list[Cell | None]) -> bool:
    """Whether the lower row still belongs to the head: it fills in under merged cells, or shares them."""
    shared = any(a is not None and a is b for a, b in zip(above, below, strict=True))
    split = any(
        a is not None and a.width > 1 and b is not None and b.width < a.width for a, b in zip(above, below, strict=True)
    )
    return shared or split or _fills_in(above, below)


def _fills_in(above: list[Cell | None], below: list[Cell | None]) -> bool:
    """Whether the lower row's few cells are sub-headings, in a source that does not know merged cells."""
    filled = [cell.text for cell in below if cell is not None and cell.text.strip()]
    headed = sum(cell is not None and bool(cell.text.strip()) for cell in above)
    return 2 <= len(filled) < headed and all(match_heading(text) for text in filled)


def _column_texts(rows: list[list[Cell | None]], column: int) -> list[str]:
    texts: list[str] = []
    for row in rows:
        cell = row[column]
        if cell is not None and cell.text.strip() and cell.text not in texts:
            texts.append(cell.text)
    return texts


def _fields(headings: list[list[str]], columns: tuple[Column, ...]) -> tuple[str | None, ...]:
    """The field of each column: by its lowest heading, by all of them together, or by the one above."""
    chosen = []
    for texts in headings:
        tries = [texts[-1], " ".join(texts), texts[0]] if len(texts) > 1 else texts
        chosen.append(next((text for text in tries if match_heading(text, columns)), " ".join(texts)))
    return tuple(match.field if match else None for match in assign(tuple(chosen), columns))


def read_grid(table: Table, head: Head, *, first_row: int | None = None) -> Grid:
    """The rows below the head (or from `first_row` on), repeated heads and column numbers left out."""
    body = [_with_nested(row) for row in table.rows[head.first_row if first_row is None else first_row :]]
    fields = guess_fields(head.fields, head.headings, body) if head.kind == "plan" else head.fields
    guessed = [column for column, name in enumerate(fields) if name != head.fields[column]]
    head = replace(head, fields=fields)
    findings = [_unknown_column(head, column, table) for column in _unknown(head)]
    findings += [_guessed_column(head, column, table) for column in guessed]
    rows = []
    for row in body:
        cells = list(row.cells)
        if not any(cell.text.strip() for cell in cells) or _is_repeated_head(cells, head) or _is_numbering(cells):
            continue
        rows.append(_grid_row(row, cells, head, table))
    return Grid(head, tuple(rows), tuple(findings))


def _with_nested(row: Row) -> Row:
    """The row with the texts of tables nested in its cells taken into the cells, a line for each nested row."""
    if not any(cell.tables for cell in row.cells):
        return row
    return replace(row, cells=tuple(replace(cell, text=_whole_text(cell), tables=()) for cell in row.cells))


def _whole_text(cell: Cell) -> str:
    nested = (" ".join(_whole_text(inner) for inner in row.cells) for table in cell.tables for row in table.rows)
    return "\n".join(text for text in (cell.text, *nested) if text.strip())


def _unknown(head: Head) -> list[int]:
    return [i for i, name in enumerate(head.fields) if name is None and head.headings[i].strip()]


def _unknown_column(head: Head, column: int, table: Table) -> Finding:
    heading = " ".join(head.headings[column].split())
    return doubt(
        "unknown-column",
        f"Chưa hiểu cột “{heading}” của bảng; nội dung cột này chưa được lấy vào kế hoạch.",
        "Đổi tên cột theo biểu mẫu, hoặc chép nội dung cột này vào cột Ghi chú.",
        position=Position(table=table.position.table, column=column + 1),
    )


def _guessed_column(head: Head, column: int, table: Table) -> Finding:
    heading = " ".join(head.headings[column].split())
    name = next(known.headings[0] for known in KINDS[head.kind] if known.field == head.fields[column])
    return doubt(
        "unknown-column",
        f"Cột “{heading}” không có trong biểu mẫu; theo nội dung các ô đã hiểu là “{name}”.",
        position=Position(table=table.position.table, column=column + 1),
    )


def _grid_row(row: Row, cells: list[Cell], head: Head, table: Table) -> GridRow:
    width = len(head.fields)
    filled = [cell for cell in cells if cell.text.strip()]
    position = filled[0].position if filled else NOWHERE
    if len(filled) == 1 and (filled[0].width > max(2, width // 2) or _is_band(filled[0].text)):
        return GridRow({}, band=filled[0].text, page=row.page, position=position)
    values: dict[str, Value] = {}
    for cell in filled:
        name = next(
            (head.fields[c] for c in range(cell.column, min(cell.column + cell.width, width)) if head.fields[c]), None
        )
        if name and name in values:
            values[name] = Value(f"{values[name].text}\n{cell.text}", values[name].position)
        elif name:
            unit = money_unit_in(head.headings[cell.column]) if name == "budget_text" else 1
            values[name] = Value(cell.text, cell.position, unit)
    return GridRow(values, page=row.page, position=position)


def _is_band(text: str) -> bool:
    return bool(re.match(r"(tieu chuan|muc|phan|tong|cong)\b|khong co$", fold(text).strip(" -*.:")))


def _is_repeated_head(cells: list[Cell], head: Head) -> bool:
    known = {fold(part) for heading in head.headings for part in (heading, *heading.split("\n")) if part}
    filled = [fold(cell.text) for cell in cells if cell.text.strip()]
    alike = sum(text in known or any(len(text) > 5 and text in whole for whole in known) for text in filled)
    return len(filled) >= 3 and alike >= 0.8 * len(filled)


def _is_numbering(cells: list[Cell]) -> bool:
    """A row "(1) (2) (3) …" under the head."""
    texts = [cell.text.strip(" ()[].\n") for cell in cells if cell.text.strip()]
    numbers = [int(text) for text in texts if text.isdigit() and len(text) <= 2]
    return len(texts) >= 4 and len(numbers) == len(texts) and all(b - a == 1 for a, b in pairwise(numbers))


def _matrix(table: Table, limit: int) -> list[list[Cell | None]]:
    """The first rows as a full grid: a merged cell stands at each place that it covers."""
    width = table.width
    matrix: list[list[Cell | None]] = [[None] * width for _ in range(min(limit, len(table.rows)))]
    for index, row in enumerate(table.rows[:limit]):
        for cell in row.cells:
            for line in matrix[index : index + cell.height]:
                line[cell.column : cell.column + cell.width] = [cell] * min(cell.width, width - cell.column)
    return matrix
