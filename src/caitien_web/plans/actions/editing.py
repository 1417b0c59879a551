"""What all changes of a plan's texts share: the plan locked and editable, one history entry for a while of work."""

from datetime import datetime, timedelta
from typing import Any

from caitien_web.history.record import record
from caitien_web.plans.models import SchoolPlan
from caitien_web.ui.refusal import Refusal

SPELL = timedelta(minutes=30)  # of one person's work that the history tells as one entry; CellChange has the details


class CannotEdit(Refusal):
    """The plan's texts cannot be changed so."""


def lock_for_editing(plan: SchoolPlan) -> SchoolPlan:
    """The plan as it is now, locked until the end of the transaction, so that changes come in the order of their ids.

    CannotEdit where its state allows no change.
    """
    locked = SchoolPlan.everywhere.select_for_update().get(pk=plan.pk)
    locked.unit = plan.unit
    if not locked.is_editable:
        raise CannotEdit(
            f"Chưa lưu được: kế hoạch đang ở trạng thái “{locked.get_state_display()}” nên không sửa được. "
            "Hiệu trưởng có thể trả lại để sửa, hoặc lập bản điều chỉnh."
        )
    return locked


def record_editing(plan: SchoolPlan, *, by: Any, at: datetime) -> None:
    """Tell the history that a person edits the plan, once a spell. Call it before the changes are written down."""
    recent = plan.cell_changes.filter(by=by, at__gt=at - SPELL)
    if not recent.exists():
        record("plans.plan.edited", unit=plan.unit, by=by, at=at, subject=plan, plan=plan.period_words)
