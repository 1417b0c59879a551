"""What was read is set right, before it becomes a plan: cells, particulars, rows, doubts."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from caitien.plan import Plan, from_json, to_json
from caitien_web.history.record import record
from caitien_web.plans.actions.imports import CannotImport, held
from caitien_web.plans.convert import with_text, years_of
from caitien_web.plans.models import ITEM_TEXTS, ImportState, PlanImport

PARTICULARS = ("number", "date", "subject")
_CODE = re.compile(r"\d{1,2}\.\d{1,2}")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@transaction.atomic
def correct_cell(imported: PlanImport, *, item: int, field: str, text: str, by: Any, at: datetime) -> PlanImport:
    """A cell in the words of somebody who holds it against the original; its doubts are settled with it."""
    imported, plan = _open(imported)
    if field not in ITEM_TEXTS or not 0 <= item < len(plan.items):
        raise CannotImport("Không có ô này. Tải lại trang để xem bản mới nhất.")
    text = text.replace("\r\n", "\n").strip()
    if field == "criterion" and text and not _CODE.fullmatch(text):
        raise CannotImport(f"“{text[:40]}” không phải mã tiêu chí. Ghi mã như 1.2, hoặc để trống.")
    items = list(plan.items)
    items[item] = with_text(items[item], field, text, years_of(plan))
    for doubt in imported.doubts:
        place = doubt.get("place") or {}
        if place.get("item") == item and place.get("field") in (field, None):
            doubt["settled"] = True
    return _kept(imported, replace(plan, items=tuple(items)), by, at, row=item + 1)


@transaction.atomic
def correct_particular(imported: PlanImport, *, field: str, text: str, by: Any, at: datetime) -> PlanImport:
    """Number, day or subject of the document; a day as people write it, 05/9/2025."""
    imported, plan = _open(imported)
    if field not in PARTICULARS:
        raise CannotImport("Không có ô này. Tải lại trang để xem bản mới nhất.")
    value: str | None = " ".join(text.split()) or None
    if field == "date" and value:
        value = _iso(value)
    given: dict[str, Any] = {field: value}
    if field == "number":
        given["number_is_blank"] = value is None
    return _kept(imported, replace(plan, document=replace(plan.document, **given)), by, at, row="đầu văn bản")


def _iso(text: str) -> str:
    found = _DAY.fullmatch(text)
    if not found or not 1 <= int(found[2]) <= 12 or not 1 <= int(found[1]) <= 31:
        raise CannotImport(f"“{text[:40]}” không phải ngày. Ghi như 05/9/2025, hoặc để trống.")
    return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"


@transaction.atomic
def leave_out_row(imported: PlanImport, *, item: int, by: Any, at: datetime) -> PlanImport:
    """A row that is none (a heading, a remnant of the page) does not come along; what follows moves up."""
    imported, plan = _open(imported)
    if not 0 <= item < len(plan.items):
        raise CannotImport("Không có dòng này. Tải lại trang để xem bản mới nhất.")
    imported.positions = _moved_up(imported.positions, item)
    imported.doubts = [moved for doubt in imported.doubts if (moved := _doubt_moved_up(doubt, item))]
    items = plan.items[:item] + plan.items[item + 1 :]
    return _kept(imported, replace(plan, items=items), by, at, row=item + 1)


def _moved_up(positions: dict[str, Any], item: int) -> dict[str, Any]:
    moved = {}
    for path, place in positions.items():
        part, number, field = path.split(".", 2)
        if int(number) != item:
            moved[f"{part}.{int(number) - (int(number) > item)}.{field}"] = place
    return moved


def _doubt_moved_up(doubt: dict[str, Any], item: int) -> dict[str, Any] | None:
    place = doubt.get("place") or {}
    at = place.get("item")
    if at is None or at < item:
        return doubt
    return None if at == item else doubt | {"place": place | {"item": at - 1}}


@transaction.atomic
def settle_doubt(imported: PlanImport, *, number: int, by: Any, at: datetime) -> PlanImport:
    """Somebody has looked at the original and lets what was read stand."""
    imported, plan = _open(imported)
    if not 0 <= number < len(imported.doubts):
        raise CannotImport("Không có chỗ nghi ngờ này. Tải lại trang để xem bản mới nhất.")
    imported.doubts[number]["settled"] = True
    return _kept(imported, plan, by, at, row="chỗ nghi ngờ")


def _open(imported: PlanImport) -> tuple[PlanImport, Plan]:
    imported = held(imported)
    if imported.state != ImportState.READ:
        raise CannotImport("Tệp này đã được nhập hoặc đã bỏ nên không sửa được nữa. Tải lại trang để xem.")
    return imported, from_json(imported.data)


def _kept(imported: PlanImport, plan: Plan, by: Any, at: datetime, *, row: int | str) -> PlanImport:
    imported.data = to_json(plan)
    imported.save(update_fields=["data", "doubts", "positions"])
    record("plans.import.corrected", unit=imported.unit, by=by, at=at, subject=imported, file=imported.name, row=row)
    return imported
