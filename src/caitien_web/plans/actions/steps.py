"""The steps of a plan around its issue: consulted, submitted, returned, approved, begun, evaluated, closed."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from caitien.plan.status import may_follow
from caitien_web.history.record import record
from caitien_web.plans.models import PlanState, SchoolPlan
from caitien_web.ui.refusal import Refusal
from caitien_web.ui.vn import day


class CannotStep(Refusal):
    """The plan cannot take this step."""


class CannotConsult(CannotStep):
    """The plan cannot be opened for comments."""


class CannotSubmit(CannotStep):
    """The plan cannot be submitted to the head."""


class CannotReturn(CannotStep):
    """The plan cannot be returned."""


class CannotApprove(CannotStep):
    """The plan cannot be approved."""


class CannotDelete(CannotStep):
    """The plan cannot be withdrawn."""


def lock(plan: SchoolPlan) -> None:
    """Read the plan anew and hold its row until the transaction ends: of two at once, the second sees the first."""
    unit = plan.unit
    plan.refresh_from_db(from_queryset=SchoolPlan.everywhere.select_for_update())
    plan.unit = unit


def hold_for(plan: SchoolPlan, state: PlanState, *, doing: str, refusal: type[Refusal]) -> None:
    """Lock the plan, and refuse where `state` may not come next. `doing`: the verb of the refusal, "trình"."""
    lock(plan)
    if plan.adjusting or not may_follow(state.value, plan.state):  # type: ignore[arg-type]
        step = "đang soạn điều chỉnh" if plan.adjusting else f"đang ở bước “{plan.get_state_display()}”"
        raise refusal(
            f"Chưa {doing} được: kế hoạch {plan.period_words} {step}, có thể vì người khác vừa làm bước khác. "
            "Xem lại trang này để biết bước tiếp theo."
        )


def _step(plan: SchoolPlan, state: PlanState, action: str, *, by: Any, at: datetime, **told: Any) -> SchoolPlan:
    plan.state = state
    plan.save()
    record(f"plans.plan.{action}", unit=plan.unit, by=by, at=at, subject=plan, plan=plan.period_words, **told)
    return plan


@transaction.atomic
def consult_plan(plan: SchoolPlan, *, until: date, by: Any, at: datetime) -> SchoolPlan:
    """Open a draft for the comments of staff and parents' board, until the end of a day."""
    hold_for(plan, PlanState.CONSULTED, doing="lấy ý kiến", refusal=CannotConsult)
    if until < timezone.localdate(at):
        raise CannotConsult(f"Chưa lấy ý kiến được: ngày {day(until)} đã qua. Chọn hạn góp ý từ hôm nay trở đi.")
    _must_have_items(plan, "lấy ý kiến", CannotConsult)
    plan.consulted_until = until
    return _step(plan, PlanState.CONSULTED, "opened_for_comments", by=by, at=at, until=day(until))


@transaction.atomic
def extend_consultation(plan: SchoolPlan, *, until: date, by: Any, at: datetime) -> SchoolPlan:
    """Another last day for comments on a plan that is open for them."""
    lock(plan)
    if plan.state != PlanState.CONSULTED:
        raise CannotConsult("Chưa đổi được hạn góp ý: kế hoạch không còn mở lấy ý kiến. Xem lại trang này.")
    if until < timezone.localdate(at):
        raise CannotConsult(f"Chưa đổi được hạn góp ý: ngày {day(until)} đã qua. Chọn từ hôm nay trở đi.")
    plan.consulted_until = until
    return _step(plan, PlanState.CONSULTED, "consultation_extended", by=by, at=at, until=day(until))


@transaction.atomic
def end_consultation(plan: SchoolPlan, *, by: Any, at: datetime) -> SchoolPlan:
    """Back from comments to the draft; the comments stay, to be answered."""
    lock(plan)
    if plan.state != PlanState.CONSULTED:
        raise CannotReturn("Kế hoạch không còn mở lấy ý kiến. Xem lại trang này để biết bước tiếp theo.")
    return _step(plan, PlanState.DRAFT, "consultation_ended", by=by, at=at)


@transaction.atomic
def submit_plan(plan: SchoolPlan, *, by: Any, at: datetime, remark: str = "") -> SchoolPlan:
    """To the head for approval: from now on its cells stand still."""
    hold_for(plan, PlanState.SUBMITTED, doing="trình", refusal=CannotSubmit)
    _must_have_items(plan, "trình", CannotSubmit)
    return _step(plan, PlanState.SUBMITTED, "submitted", by=by, at=at, remark=remark)


@transaction.atomic
def take_back_plan(plan: SchoolPlan, *, by: Any, at: datetime) -> SchoolPlan:
    """Those who submitted take the plan back to write on, as long as it is not approved."""
    lock(plan)
    if plan.state != PlanState.SUBMITTED:
        raise CannotReturn("Chưa rút lại được: kế hoạch không còn chờ duyệt. Xem lại trang này.")
    return _step(plan, PlanState.DRAFT, "taken_back", by=by, at=at)


@transaction.atomic
def return_plan(plan: SchoolPlan, *, remark: str, by: Any, at: datetime) -> SchoolPlan:
    """The head returns a plan, submitted or already approved, with a remark on what to change."""
    lock(plan)
    if plan.state not in (PlanState.SUBMITTED, PlanState.APPROVED):
        raise CannotReturn("Chưa trả lại được: kế hoạch không ở bước chờ duyệt hoặc đã duyệt. Xem lại trang này.")
    if not remark.strip():
        raise CannotReturn("Chưa trả lại được: chưa ghi điều cần sửa. Viết một câu để người soạn biết sửa gì.")
    return _step(plan, PlanState.DRAFT, "returned", by=by, at=at, remark=remark.strip())


@transaction.atomic
def approve_plan(plan: SchoolPlan, *, by: Any, at: datetime, remark: str = "") -> SchoolPlan:
    """The head approves what was submitted; number and day come with the issue."""
    hold_for(plan, PlanState.APPROVED, doing="duyệt", refusal=CannotApprove)
    return _step(plan, PlanState.APPROVED, "approved", by=by, at=at, remark=remark)


@transaction.atomic
def begin_plan(plan: SchoolPlan, *, by: Any, at: datetime) -> SchoolPlan:
    """An issued plan is being carried out from now on."""
    hold_for(plan, PlanState.UNDER_WAY, doing="bắt đầu thực hiện", refusal=CannotStep)
    return _step(plan, PlanState.UNDER_WAY, "begun", by=by, at=at)


@transaction.atomic
def evaluate_plan(plan: SchoolPlan, *, by: Any, at: datetime, remark: str = "") -> SchoolPlan:
    """At the year's end the results stand: nothing is adjusted any more."""
    hold_for(plan, PlanState.EVALUATED, doing="ghi nhận đánh giá", refusal=CannotStep)
    return _step(plan, PlanState.EVALUATED, "evaluated", by=by, at=at, remark=remark)


@transaction.atomic
def close_plan(plan: SchoolPlan, *, by: Any, at: datetime) -> SchoolPlan:
    """The plan's file is closed; it stays to be read."""
    hold_for(plan, PlanState.CLOSED, doing="đóng", refusal=CannotStep)
    return _step(plan, PlanState.CLOSED, "closed", by=by, at=at)


@transaction.atomic
def delete_draft(plan: SchoolPlan, *, by: Any, at: datetime) -> None:
    """Withdraw a plan that was never issued: it is gone with its comments, the history keeps that it was there."""
    lock(plan)
    if plan.state not in (PlanState.DRAFT, PlanState.CONSULTED) or plan.versions.exists():
        raise CannotDelete(
            f"Chưa xóa được: kế hoạch {plan.period_words} đang ở bước “{plan.get_state_display()}”. "
            "Chỉ xóa được bản nháp; hãy rút lại hoặc trả lại bản nháp trước."
        )
    record("plans.plan.deleted", unit=plan.unit, by=by, at=at, subject=plan, plan=plan.period_words)
    plan.delete()


def _must_have_items(plan: SchoolPlan, doing: str, refusal: type[Refusal]) -> None:
    if not plan.items.filter(removed_at=None).exists():
        raise refusal(f"Chưa {doing} được: kế hoạch chưa có mục nào. Thêm mục đầu tiên vào bảng.")
