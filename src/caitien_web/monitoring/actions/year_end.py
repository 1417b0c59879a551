"""The end of the year: each item is closed with a result, carried over or dropped with a reason."""

from datetime import datetime
from typing import Any

from django.db import transaction

from caitien_web.assessment.actions import judge_weakness
from caitien_web.assessment.models import WeaknessState
from caitien_web.history.record import record
from caitien_web.monitoring.models import OPEN_STATES, ItemEnd, Work, WorkState
from caitien_web.plans.models import PlanItem
from caitien_web.ui.refusal import Refusal

_WORKS_BECOME = {
    ItemEnd.Outcome.CARRIED_OVER: WorkState.CARRIED_OVER,
    ItemEnd.Outcome.DROPPED: WorkState.DROPPED,
    ItemEnd.Outcome.NOT_MET: WorkState.NOT_MET,
}


_WEAKNESSES_BECOME = {
    ItemEnd.Outcome.MET: WeaknessState.IMPROVED,
    ItemEnd.Outcome.PARTLY: WeaknessState.KEPT,
}


class CannotEnd(Refusal):
    """The item cannot be ended so."""


@transaction.atomic
def end_item(item: PlanItem, outcome: str, *, by: Any, at: datetime, result: str = "", reason: str = "") -> ItemEnd:
    """How an item of a running plan ended; may be said anew until the plan is closed. Its open works end with it."""
    plan = item.plan
    if not plan.is_issued or plan.state == "closed":
        raise CannotEnd(f"Chưa ghi được kết quả: kế hoạch đang ở trạng thái “{plan.get_state_display()}”.")
    if outcome in (ItemEnd.Outcome.CARRIED_OVER, ItemEnd.Outcome.DROPPED) and not reason.strip():
        raise CannotEnd("Chưa ghi được kết quả: ghi lý do chuyển tiếp hoặc dừng thực hiện.")
    if outcome == ItemEnd.Outcome.MET and Work.everywhere.filter(item=item, state__in=OPEN_STATES).exists():
        raise CannotEnd("Chưa ghi được “Đạt”: còn việc chưa báo xong. Báo cáo tiến độ trước, hoặc chọn kết quả khác.")
    given = {"outcome": outcome, "result": result.strip(), "reason": reason.strip(), "by": by, "at": at}
    ending, _ = ItemEnd.everywhere.update_or_create(item=item, defaults=given)
    _end_works(item, outcome, reason.strip(), at)
    for weakness in item.weaknesses.exclude(state=judged_state(outcome)).select_related("unit"):
        judge_weakness(weakness, state=judged_state(outcome), by=by, at=at)
    record(
        "monitoring.item.ended",
        unit=plan.unit,
        by=by,
        at=at,
        subject=item,
        item=str(item),
        outcome=ending.get_outcome_display(),
        reason=reason.strip() or "không ghi",
    )
    return ending


def judged_state(outcome: str) -> str:
    """What becomes of the weaknesses of an item that ended so; open again where nothing was reached."""
    return _WEAKNESSES_BECOME.get(ItemEnd.Outcome(outcome), WeaknessState.OPEN)


def _end_works(item: PlanItem, outcome: str, reason: str, at: datetime) -> None:
    became = _WORKS_BECOME.get(ItemEnd.Outcome(outcome))
    if became:
        open_works = Work.everywhere.filter(item=item, state__in=OPEN_STATES)
        open_works.update(state=became, reason=reason, changed_at=at)
