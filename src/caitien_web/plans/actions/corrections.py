"""What was read is set right, before it becomes a plan: cells, particulars, doubts (rows: `import_rows`)."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from caitien.plan import from_json, to_json
from caitien_web.history.record import record
from caitien_web.plans.actions.imports import CannotImport, held
from caitien_web.plans.convert import with_text, years_of
from caitien_web.plans.draft_rows import as_data, items_in, put_in, rows_of
from caitien_web.plans.models import ITEM_TEXTS, ImportState, PlanImport
from caitien_web.plans.queries.imports import HEADINGS, edition_for
from caitien_web.plans.queries.standards import titles

PARTICULARS = ("number", "date", "subject")
_CODE = re.compile(r"\d{1,2}\.\d{1,2}")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@transaction.atomic
def correct_cell(
    imported: PlanImport, *, item: int, field: str, text: str, by: Any, at: datetime, of: int | None = None
) -> PlanImport:
    """A cell in the words of somebody who holds it against the original; its doubts are settled with it.

    `of`: how many rows the writer saw. A row moved to another criterion takes that one's title.
    """
    imported = opened(imported, of)
    rows = rows_of(imported)
    if field not in ITEM_TEXTS or not 0 <= item < len(rows):
        raise CannotImport("Không có ô này. Tải lại trang để xem bản mới nhất.")
    text = text.replace("\r\n", "\n").strip()
    if field == "criterion" and text and not _CODE.fullmatch(text):
        raise CannotImport(f"“{text[:40]}” không phải mã tiêu chí. Ghi mã như 1.2, hoặc để trống.")
    value = with_text(rows[item].value, field, text, years_of(from_json(imported.data)))
    if field == "criterion" and value.criterion_title:
        title = titles(edition_for(imported)).get(text)
        value = replace(value, criterion_title=title or value.criterion_title)
    doubts = [_settled(doubt) if _is_about(doubt, field) else doubt for doubt in rows[item].doubts]
    row = replace(rows[item], item=as_data(value), doubts=doubts)
    put_in(imported, item, 1, [row], words=f"sửa ô “{HEADINGS[field]}” của mục {item + 1}")
    return keep(imported, by, at, row=item + 1)


def _is_about(doubt: dict[str, Any], field: str) -> bool:
    return doubt["place"].get("field") in (field, None)


def _settled(doubt: dict[str, Any]) -> dict[str, Any]:
    return doubt | {"settled": True}


@transaction.atomic
def correct_particular(imported: PlanImport, *, field: str, text: str, by: Any, at: datetime) -> PlanImport:
    """Number, day or subject of the document; a day as people write it, 05/9/2025."""
    imported = opened(imported)
    plan = from_json(imported.data)
    if field not in PARTICULARS:
        raise CannotImport("Không có ô này. Tải lại trang để xem bản mới nhất.")
    value: str | None = " ".join(text.split()) or None
    if field == "date" and value:
        value = _iso(value)
    given: dict[str, Any] = {field: value}
    if field == "number":
        given["number_is_blank"] = value is None
    imported.data = to_json(replace(plan, document=replace(plan.document, **given)))
    return keep(imported, by, at, row="đầu văn bản")


def _iso(text: str) -> str:
    found = _DAY.fullmatch(text)
    if not found or not 1 <= int(found[2]) <= 12 or not 1 <= int(found[1]) <= 31:
        raise CannotImport(f"“{text[:40]}” không phải ngày. Ghi như 05/9/2025, hoặc để trống.")
    return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"


@transaction.atomic
def settle_doubt(imported: PlanImport, *, number: int, by: Any, at: datetime) -> PlanImport:
    """Somebody has looked at the original and lets what was read stand."""
    imported = opened(imported)
    if not 0 <= number < len(imported.doubts):
        raise CannotImport("Không có chỗ nghi ngờ này. Tải lại trang để xem bản mới nhất.")
    imported.doubts[number]["settled"] = True
    return keep(imported, by, at, row="chỗ nghi ngờ")


def opened(imported: PlanImport, of: int | None = None) -> PlanImport:
    """The draft as it is now, held; refused once it is no draft, or where somebody counted other rows than it has."""
    imported = held(imported)
    if imported.state != ImportState.READ:
        raise CannotImport("Tệp này đã được nhập hoặc đã bỏ nên không sửa được nữa. Tải lại trang để xem.")
    if of is not None and of != len(items_in(imported)):
        raise CannotImport("Các mục vừa thay đổi ở một cửa sổ khác. Tải lại trang để xem bản mới nhất.")
    return imported


def keep(imported: PlanImport, by: Any, at: datetime, *, row: int | str) -> PlanImport:
    """Save the draft and tell the history where it was corrected."""
    imported.save(update_fields=["data", "doubts", "positions", "undo"])
    record("plans.import.corrected", unit=imported.unit, by=by, at=at, subject=imported, file=imported.name, row=row)
    return imported
