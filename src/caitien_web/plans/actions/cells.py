"""Writing cells: each against the version it was read at, so that nobody's text is ever lost."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from caitien.vietnamese.normalise import normalise
from caitien_web.plans.actions.editing import CannotEdit, lock_for_editing, record_editing
from caitien_web.plans.convert import read_again
from caitien_web.plans.models import ITEM_TEXTS, CellChange, PlanItem, SchoolPlan
from caitien_web.plans.queries.cells import last_changes
from caitien_web.plans.queries.standards import code_in, titles
from caitien_web.tenancy.keys import new_key

LONGEST = 20_000  # characters of a cell; the longest of real plans have 4,000
MOST = 2_000  # cells in one go
READ_FROM = {
    "owner_text": ("owners", "supporting"),
    "support_conditions": ("support_parties",),
    "time_text": ("start", "end", "recurrence", "school_years", "starts_on", "due_on"),
    "note": ("start", "end", "recurrence", "school_years", "starts_on", "due_on"),
    "budget_text": ("budget_vnd", "funding_source"),
    "criterion": ("standard", "criterion_title"),
}


@dataclass(frozen=True, slots=True)
class CellWrite:
    """A text for a cell, and the version of the cell that its writer saw."""

    item: UUID
    field: str
    value: str
    base: int


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """What became of a write. `state`: saved, same (held that text already), conflict (`value` is theirs) or gone."""

    item: UUID
    field: str
    state: str
    version: int
    value: str
    row: PlanItem | None = None
    theirs: CellChange | None = None


@transaction.atomic
def write_cells(plan: SchoolPlan, writes: Iterable[CellWrite], *, by: Any, at: datetime) -> list[CellAnswer]:
    """Write texts into cells. A cell that changed after `base` and holds another text is left and answered "conflict".

    One write or a paste of hundreds: a constant number of statements.
    """
    asked = [_as_kept(write, plan) for write in writes]
    if len(asked) > MOST:
        raise CannotEdit(f"Chưa lưu: mỗi lần dán được nhiều nhất {MOST} ô. Hãy dán làm nhiều lần.")
    locked = lock_for_editing(plan)
    rows = {row.pk: row for row in locked.items.filter(pk__in={write.item for write in asked})}
    last = last_changes(locked, rows, {write.field for write in asked})
    answers = [_judge(write, rows.get(write.item), last.get((write.item, write.field))) for write in asked]
    if any(answer.state == "saved" for answer in answers):
        record_editing(locked, by=by, at=at)
        answers = _keep(locked, answers, by=by, at=at)
    return answers


def _as_kept(write: CellWrite, plan: SchoolPlan) -> CellWrite:
    """The write with its text as it will be stored; CannotEdit for what no cell can hold."""
    if write.field not in ITEM_TEXTS:
        raise CannotEdit("Chưa lưu: ô này không sửa được.")
    text = "\n".join(line.rstrip() for line in normalise(write.value).split("\n")).strip("\n")
    if len(text) > LONGEST:
        raise CannotEdit(f"Chưa lưu: ô này dài quá {LONGEST:,} ký tự. Hãy tách thành nhiều mục.".replace(",", "."))
    if write.field == "criterion":
        code = code_in(text, plan.edition)
        if code is None:
            raise CannotEdit(
                f"Không có tiêu chí “{text[:60]}” trong bộ tiêu chuẩn của kế hoạch. "
                "Gõ mã, ví dụ 1.2, hoặc chọn trong danh sách."
            )
        text = code
    return CellWrite(write.item, write.field, text, write.base)


def _judge(write: CellWrite, row: PlanItem | None, last: CellChange | None) -> CellAnswer:
    version = last.pk if last else 0
    if row is None or row.removed_at:
        return CellAnswer(write.item, write.field, "gone", version, write.value, row)
    now = getattr(row, write.field)
    if now == write.value:
        return CellAnswer(write.item, write.field, "same", version, now, row)
    if version > write.base:
        return CellAnswer(write.item, write.field, "conflict", version, now, row, last)
    return CellAnswer(write.item, write.field, "saved", version, write.value, row)


def _keep(plan: SchoolPlan, answers: list[CellAnswer], *, by: Any, at: datetime) -> list[CellAnswer]:
    """Write what was judged fit, with a change for each cell; the answers with the new versions."""
    saved = [answer for answer in answers if answer.state == "saved"]
    batch = new_key() if len(saved) > 1 else None
    written = {(answer.item, answer.field) for answer in saved}
    changes = [
        change
        for answer in saved
        for change in _changes(plan, answer, batch, by=by, at=at)
        if change.field == answer.field or (change.item_id, change.field) not in written
    ]
    rows = {answer.row.pk: answer.row for answer in saved if answer.row}
    fields = {field for answer in saved for field in (answer.field, *READ_FROM.get(answer.field, ()))} | {"folded"}
    PlanItem.everywhere.bulk_update(rows.values(), sorted(fields))
    versions = {(c.item_id, c.field): c.pk for c in CellChange.everywhere.bulk_create(changes)}
    plan.save(update_fields=["changed_at"])
    return [
        CellAnswer(a.item, a.field, a.state, versions.get((a.item, a.field), a.version), a.value, a.row, a.theirs)
        for a in answers
    ]


def _changes(plan: SchoolPlan, answer: CellAnswer, batch: UUID | None, *, by: Any, at: datetime) -> list[CellChange]:
    """The cell's change, and that of the source of money where it was read out of the sum."""
    row = answer.row
    assert row is not None
    source = row.funding_source
    pairs = [(answer.field, set_cell(plan, row, answer.field, answer.value))]
    if answer.field == "budget_text" and row.funding_source != source:
        pairs.append(("funding_source", source))
    return [
        CellChange(plan=plan, item=row, field=name, before=before, after=getattr(row, name), batch=batch, by=by, at=at)
        for name, before in pairs
    ]


def set_cell(plan: SchoolPlan, row: PlanItem, field: str, value: str) -> str:
    """Set one text of a row that is not saved yet, and what follows from it; the text it held."""
    before = getattr(row, field)
    row.plan = plan
    setattr(row, field, value)
    if field == "criterion":
        row.criterion_title = titles(plan.edition).get(value, row.criterion_title if not value else "")
    if field == "budget_text":
        _forget_read_source(row, before)
    read_again(row, field)
    return before


def _forget_read_source(row: PlanItem, before: str) -> None:
    """A source that was only read out of the old sum is read anew."""
    from caitien.vietnamese.money import funding_source_in

    if row.funding_source and row.funding_source == (funding_source_in(before) or ""):
        row.funding_source = ""
