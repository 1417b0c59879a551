"""Writing the parts beside the table, each against what its writer saw."""

import json
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from caitien_web.history.models import Entry
from caitien_web.history.record import record
from caitien_web.plans.actions.editing import SPELL, CannotEdit, lock_for_editing
from caitien_web.plans.convert import to_plan
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.sections import Section, held, put


class PartChanged(CannotEdit):
    """Somebody else has changed the part meanwhile; `theirs` is what it holds now."""

    def __init__(self, text: str, theirs: Any) -> None:
        super().__init__(text)
        self.theirs = theirs


def mark_of(value: Any) -> str:
    """A short mark of what a part holds: whoever saves it says by this mark what was seen."""
    return sha256(json.dumps(value or None, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


@transaction.atomic
def write_part(
    plan: SchoolPlan,
    section: Section,
    value: Any,
    *,
    base: str,
    by: Any,
    at: datetime,
    without: Sequence[str] = (),
) -> SchoolPlan:
    """Replace one part. PartChanged where it holds another text than the one with the mark `base`.

    `without`: the marks of the draft that were taken out, which the history tells and keeps.
    """
    locked = lock_for_editing(plan)
    now = held(locked, section)
    if mark_of(now) == mark_of(value):
        return locked
    if mark_of(now) != base:
        raise PartChanged(
            f"Phần “{section.title}” vừa được người khác đổi. Bản của anh/chị còn ở trong ô; xem bản kia rồi lưu lại.",
            now,
        )
    columns = put(locked, section, value)
    _must_be_a_plan(locked)
    locked.save(update_fields=[*columns, "changed_at"])
    told = {"unit": locked.unit, "by": by, "at": at, "subject": locked}
    told |= {"plan": locked.period_words, "part": section.title}
    if without:
        record("plans.parts.marks_cleared", **told, count=len(without), marks=list(without))
    elif not _told_lately(locked, section, by=by, at=at):
        record("plans.parts.written", **told)
    return locked


def _must_be_a_plan(plan: SchoolPlan) -> None:
    """What is stored must be readable by the contract."""
    try:
        to_plan(plan, ())
    except (ValueError, TypeError) as error:
        raise CannotEdit("Chưa lưu: nội dung có chỗ chưa đúng. Xem lại số và năm học, rồi lưu lại.") from error
    for name in ("subject", "signatory_title", "signatory_name"):
        longest = getattr(plan._meta.get_field(name), "max_length", 0)
        if len(getattr(plan, name)) > longest:
            raise CannotEdit(f"Chưa lưu: ô này dài nhất {longest} ký tự.")


def _told_lately(plan: SchoolPlan, section: Section, *, by: Any, at: datetime) -> bool:
    """One entry for a spell of one person's work on one part is enough."""
    told = Entry.objects.of(plan.unit).filter(subject_id=str(plan.pk), action="plans.parts.written", actor=by)
    return any(entry.data.get("part") == section.title for entry in told.filter(at__gt=at - SPELL)[:20])
