"""Adding, splitting, moving and removing rows. Each has an inverse; a removed row keeps its id and its history."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from caitien_web.plans.actions.cells import READ_FROM, set_cell
from caitien_web.plans.actions.editing import CannotEdit, lock_for_editing, record_editing
from caitien_web.plans.models import ITEM_TEXTS, CellChange, PlanItem, SchoolPlan
from caitien_web.plans.order import GAP, in_form_order, may_swap
from caitien_web.plans.queries.columns import form_of_plan
from caitien_web.tenancy.keys import new_key

KEPT_IN_SPLIT = ("criterion", "criterion_title", "weakness", "improvement", "owner_text", "time_text")
MOST_ROWS = 1_000


@transaction.atomic
def add_row(
    plan: SchoolPlan, *, after: UUID | None = None, standard: int | None = None, by: Any, at: datetime
) -> PlanItem:
    """A new empty row below `after` and in its standard and criterion; else at the end of `standard`, or of all."""
    locked = lock_for_editing(plan)
    rows = _rows(locked)
    above = _find(rows, after) if after else None
    if above is None and standard is not None:
        above = next((row for row in reversed(rows) if row.standard == standard), None)
    new = PlanItem(plan=locked, standard=standard, place=_place_below(rows, above))
    if above is not None and after:
        new.criterion, new.criterion_title, new.standard = above.criterion, above.criterion_title, above.standard
    return _added(locked, rows, new, by=by, at=at)


@transaction.atomic
def split_row(plan: SchoolPlan, row: UUID, *, field: str, position: int, by: Any, at: datetime) -> PlanItem:
    """Part a cell at a place of its text: what follows goes into a new row below with the same criterion."""
    locked = lock_for_editing(plan)
    rows = _rows(locked)
    above = _find(rows, row)
    text = getattr(above, field) if field in ITEM_TEXTS and field != "criterion" else ""
    first, rest = text[:position].rstrip(), text[position:].lstrip()
    if not first or not rest:
        raise CannotEdit("Chưa tách: đặt con trỏ vào giữa nội dung của ô, rồi tách.")
    kept = {name: getattr(above, name) for name in KEPT_IN_SPLIT if name != field}
    new = PlanItem(plan=locked, standard=above.standard, place=_place_below(rows, above), **kept)
    for name in ("owner_text", "time_text"):
        set_cell(locked, new, name, getattr(new, name))
    set_cell(locked, new, field, rest)
    batch = new_key()
    added = _added(locked, rows, new, by=by, at=at, batch=batch)
    set_cell(locked, above, field, first)
    above.save(update_fields=[field, *READ_FROM.get(field, ()), "folded"])
    _tell(locked, above, field, text, first, by=by, at=at, batch=batch)
    return added


@transaction.atomic
def move_row(plan: SchoolPlan, row: UUID, *, up: bool, by: Any, at: datetime) -> PlanItem:
    """Put a row above or below its neighbour; CannotEdit where the form holds the two apart."""
    locked = lock_for_editing(plan)
    rows = _rows(locked)
    moved = _find(rows, row)
    at_row = rows.index(moved) + (-1 if up else 1)
    if not 0 <= at_row < len(rows):
        raise CannotEdit("Mục này đã ở đầu bảng." if up else "Mục này đã ở cuối bảng.")
    other = rows[at_row]
    if not may_swap(form_of_plan(locked).id, moved, other):
        raise CannotEdit("Biểu mẫu xếp mục theo tiêu chuẩn. Muốn chuyển mục sang tiêu chuẩn khác, hãy đổi tiêu chí.")
    if moved.place == other.place:
        _spread(rows)
    before = moved.place
    moved.place, other.place = other.place, moved.place
    PlanItem.everywhere.bulk_update([moved, other], ["place"])
    record_editing(locked, by=by, at=at)
    _tell(locked, moved, "row", f"vị trí {before}", f"vị trí {moved.place}", by=by, at=at)
    locked.save(update_fields=["changed_at"])
    return moved


@transaction.atomic
def remove_row(plan: SchoolPlan, row: UUID, *, by: Any, at: datetime) -> PlanItem:
    """Take a row out of the plan; `restore_row` brings it back with all its texts."""
    return _set_removed(plan, row, removed=True, by=by, at=at)


@transaction.atomic
def restore_row(plan: SchoolPlan, row: UUID, *, by: Any, at: datetime) -> PlanItem:
    """Bring a removed row back to its place."""
    return _set_removed(plan, row, removed=False, by=by, at=at)


def _set_removed(plan: SchoolPlan, row: UUID, *, removed: bool, by: Any, at: datetime) -> PlanItem:
    locked = lock_for_editing(plan)
    found = locked.items.filter(pk=row).first()
    if found is None:
        raise CannotEdit("Không tìm thấy mục này trong kế hoạch. Tải lại trang để xem bảng mới nhất.")
    if bool(found.removed_at) is removed:
        return found
    found.removed_at = at if removed else None
    found.save(update_fields=["removed_at"])
    record_editing(locked, by=by, at=at)
    _tell(locked, found, "row", "1" if removed else "", "" if removed else "1", by=by, at=at)
    _count(locked, -1 if removed else 1)
    return found


def _rows(plan: SchoolPlan) -> list[PlanItem]:
    return in_form_order(form_of_plan(plan).id, plan.items.filter(removed_at=None))


def _find(rows: list[PlanItem], row: UUID) -> PlanItem:
    found = next((one for one in rows if one.pk == row), None)
    if found is None:
        raise CannotEdit("Mục này vừa bị người khác xóa. Tải lại trang để xem bảng mới nhất.")
    return found


def _place_below(rows: list[PlanItem], above: PlanItem | None) -> int:
    """A free place between a row and the next one in the plan's own order; the end without a row."""
    places = sorted(row.place for row in rows)
    if above is None:
        return (places[-1] if places else 0) + GAP
    following = next((place for place in places if place > above.place), above.place + 2 * GAP)
    if following - above.place < 2:
        _spread(rows)
        return above.place + GAP // 2
    return (above.place + following) // 2


def _spread(rows: list[PlanItem]) -> None:
    """Lay all rows out with gaps again, in their order."""
    for number, row in enumerate(sorted(rows, key=lambda row: (row.place, str(row.pk))), 1):
        row.place = GAP * number
    PlanItem.everywhere.bulk_update(rows, ["place"])


def _added(
    plan: SchoolPlan, rows: list[PlanItem], new: PlanItem, *, by: Any, at: datetime, batch: UUID | None = None
) -> PlanItem:
    if len(rows) >= MOST_ROWS:
        raise CannotEdit(f"Kế hoạch đã có {MOST_ROWS} mục, không thêm được nữa.")
    record_editing(plan, by=by, at=at)
    new.save()
    _tell(plan, new, "row", "", "1", by=by, at=at, batch=batch)
    _count(plan, 1)
    return new


def _tell(
    plan: SchoolPlan,
    row: PlanItem,
    field: str,
    before: str,
    after: str,
    *,
    by: Any,
    at: datetime,
    batch: UUID | None = None,
) -> None:
    CellChange.everywhere.create(
        plan=plan, item=row, field=field, before=before, after=after, by=by, at=at, batch=batch
    )


def _count(plan: SchoolPlan, more: int) -> None:
    plan.item_count = max(0, plan.item_count + more)
    plan.save(update_fields=["item_count", "changed_at"])
