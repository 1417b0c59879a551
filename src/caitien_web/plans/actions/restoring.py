"""Giving up an adjustment: the plan becomes again what its last version says."""

from datetime import datetime
from typing import Any

from django.db import transaction

from caitien.plan import Plan, from_json
from caitien_web.history.record import record
from caitien_web.plans.actions.steps import lock
from caitien_web.plans.actions.versions import CannotAdjust
from caitien_web.plans.in_force import RESTORED, frozen_rows, take_texts
from caitien_web.plans.models import ITEM_TEXTS, CellChange, PlanItem, PlanVersion, SchoolPlan
from caitien_web.tenancy.keys import new_key


@transaction.atomic
def drop_adjustment(plan: SchoolPlan, *, by: Any, at: datetime) -> SchoolPlan:
    """Stop preparing the next version: rows and texts become again those of the version in force."""
    lock(plan)
    if not plan.adjusting:
        raise CannotAdjust("Kế hoạch không ở bước soạn điều chỉnh. Xem lại trang này.")
    version: PlanVersion = plan.versions.latest("number")
    value = from_json(version.data)
    _restore_rows(plan, version, value, by=by, at=at)
    take_texts(plan, value)
    plan.adjusting, plan.adjustment_reason = False, ""
    plan.save()
    record("plans.plan.adjustment_dropped", unit=plan.unit, by=by, at=at, subject=plan, plan=plan.period_words)
    return plan


def _restore_rows(plan: SchoolPlan, version: PlanVersion, value: Plan, *, by: Any, at: datetime) -> None:
    """Each row as the version has it, those that came later removed; every difference is a change of a cell."""
    rows = {str(row.pk): row for row in plan.items.all()}
    batch, changes = new_key(), list[CellChange]()
    frozen = frozen_rows(version, plan, value)
    for key, row in rows.items():
        told = {"batch": batch, "by": by, "at": at}
        old = frozen.get(key)
        changes += _changes(plan, row, old, **told)
        if old is None:
            row.removed_at = row.removed_at or at
            continue
        for field in RESTORED:
            setattr(row, field, getattr(old, field))
    PlanItem.everywhere.bulk_update(rows.values(), RESTORED)
    CellChange.everywhere.bulk_create(changes)


def _changes(plan: SchoolPlan, row: PlanItem, old: PlanItem | None, **told: Any) -> list[CellChange]:
    made = []
    if (old is None) != bool(row.removed_at):
        before, after = ("1", "") if old is None else ("", "1")
        made.append(CellChange(plan=plan, item=row, field="row", before=before, after=after, **told))
    for field in ITEM_TEXTS if old else ():
        before, after = getattr(row, field), getattr(old, field)
        if before != after:
            made.append(CellChange(plan=plan, item=row, field=field, before=before, after=after, **told))
    return made
