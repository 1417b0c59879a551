"""Rows of a plan on its way in: added, left out, parted in two, joined with the one above; and all of it undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from caitien.plan import Item, from_json
from caitien_web.plans.actions.corrections import keep, opened
from caitien_web.plans.actions.imports import CannotImport
from caitien_web.plans.actions.rows import KEPT_IN_SPLIT, MOST_ROWS
from caitien_web.plans.convert import with_text, years_of
from caitien_web.plans.draft_rows import DraftRow, as_data, put_in, rows_of, take_back
from caitien_web.plans.models import ITEM_TEXTS, PlanImport

Years = tuple[int, int] | None


@transaction.atomic
def add_draft_row(imported: PlanImport, *, item: int, of: int, by: Any, at: datetime) -> PlanImport:
    """An empty row below `item`, in its criterion; at the beginning of a draft without rows."""
    imported = opened(imported, of)
    rows = rows_of(imported)
    if len(rows) >= MOST_ROWS:
        raise CannotImport(f"Kế hoạch đã có {MOST_ROWS} mục, không thêm được nữa.")
    new = Item()
    if rows:
        above = _row(rows, item).value
        new = Item(standard=above.standard, criterion=above.criterion, criterion_title=above.criterion_title)
    below = item + 1 if rows else 0
    put_in(imported, below, 0, [DraftRow(as_data(new))], words=f"thêm mục {below + 1}")
    return keep(imported, by, at, row=below + 1)


@transaction.atomic
def leave_out_row(imported: PlanImport, *, item: int, of: int, by: Any, at: datetime) -> PlanImport:
    """A row that is none (a heading, a remnant of the page) does not come along; what follows moves up."""
    imported = opened(imported, of)
    _row(rows_of(imported), item)
    put_in(imported, item, 1, [], words=f"bỏ mục {item + 1}")
    return keep(imported, by, at, row=item + 1)


@transaction.atomic
def split_draft_row(
    imported: PlanImport, *, item: int, of: int, field: str, position: int, by: Any, at: datetime
) -> PlanImport:
    """Part a cell at a place of its text: what follows goes into a new row below, in the same criterion.

    A `position` below 0 is the end of the text's first line.
    """
    imported = opened(imported, of)
    row = _row(rows_of(imported), item)
    text = _text(row.value, field) if field in ITEM_TEXTS and field != "criterion" else ""
    position = max(0, text.find("\n") if position < 0 else position)
    first, rest = text[:position].rstrip(), text[position:].lstrip()
    if not first or not rest:
        raise CannotImport("Chưa tách: đặt con trỏ vào giữa nội dung của ô, rồi bấm Tách làm hai.")
    years = years_of(from_json(imported.data))
    below = Item(standard=row.value.standard)
    for name in (name for name in KEPT_IN_SPLIT if name != field):
        below = with_text(below, name, _text(row.value, name), years)
    halves = [
        replace(row, item=as_data(with_text(row.value, field, first, years))),
        DraftRow(as_data(with_text(below, field, rest, years)), dict(row.places)),
    ]
    put_in(imported, item, 1, halves, words=f"tách mục {item + 1}")
    return keep(imported, by, at, row=item + 1)


@transaction.atomic
def merge_draft_row(imported: PlanImport, *, item: int, of: int, by: Any, at: datetime) -> PlanImport:
    """Join a row with the one above: texts below each other, equal ones once; the upper row's criterion stays."""
    imported = opened(imported, of)
    rows = rows_of(imported)
    if item < 1:
        raise CannotImport("Mục đầu tiên không có mục phía trên để gộp.")
    upper, lower = _row(rows, item - 1), _row(rows, item)
    joined = _joined(upper.value, lower.value, years_of(from_json(imported.data)))
    row = DraftRow(as_data(joined), lower.places | upper.places, [*upper.doubts, *lower.doubts])
    put_in(imported, item - 1, 2, [row], words=f"gộp mục {item + 1} vào mục {item}")
    return keep(imported, by, at, row=item)


@transaction.atomic
def undo_draft(imported: PlanImport, *, by: Any, at: datetime) -> tuple[PlanImport, int]:
    """Take back the last thing done to the rows; with the row where it was."""
    imported = opened(imported)
    step = take_back(imported)
    if step is None:
        raise CannotImport("Không còn gì để hoàn tác.")
    return keep(imported, by, at, row=step["at"] + 1), step["at"]


def _row(rows: list[DraftRow], item: int) -> DraftRow:
    if not 0 <= item < len(rows):
        raise CannotImport("Không có dòng này. Tải lại trang để xem bản mới nhất.")
    return rows[item]


def _text(item: Item, field: str) -> str:
    value = getattr(item, field)
    return "\n".join(value) if isinstance(value, tuple) else value or ""


def _joined(upper: Item, lower: Item, years: Years) -> Item:
    for field in ITEM_TEXTS:
        above, below = _text(upper, field), _text(lower, field)
        if not below or below == above or (above and field in ("criterion", "criterion_title")):
            continue
        upper = with_text(upper, field, f"{above}\n{below}" if above else below, years)
    return upper


ROW_ACTIONS: dict[str, Callable[..., PlanImport]] = {
    "them": add_draft_row,
    "bo": leave_out_row,
    "gop": merge_draft_row,
}
