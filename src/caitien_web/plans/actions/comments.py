"""Comments while a plan is open for them, and the answers: taken up or not, and why."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from caitien.vietnamese.normalise import normalise
from caitien_web.history.record import record
from caitien_web.plans.actions.steps import lock
from caitien_web.plans.models import Comment, PlanItem, PlanState, SchoolPlan
from caitien_web.ui.refusal import Refusal
from caitien_web.ui.vn import day

LONGEST = 5_000


class CannotComment(Refusal):
    """The comment or its answer cannot be kept."""


@transaction.atomic
def comment_on(plan: SchoolPlan, text: str, *, item: PlanItem | None = None, by: Any, at: datetime) -> Comment:
    """An opinion on the whole plan or on one item, until the end of the last day for comments."""
    lock(plan)
    text = _text(text, "góp ý")
    if plan.state != PlanState.CONSULTED:
        raise CannotComment("Chưa gửi được góp ý: kế hoạch không còn mở lấy ý kiến. Trao đổi với thư ký hội đồng.")
    if plan.consulted_until and timezone.localdate(at) > plan.consulted_until:
        raise CannotComment(f"Chưa gửi được góp ý: đã hết hạn góp ý ngày {day(plan.consulted_until)}.")
    comment = Comment(plan=plan, item=item, text=text, by=by, at=at)
    comment.save()
    about = f"tiêu chí {item.criterion}" if item and item.criterion else "một mục" if item else "cả kế hoạch"
    record("plans.comment.added", unit=plan.unit, by=by, at=at, subject=comment, plan=plan.period_words, about=about)
    return comment


@transaction.atomic
def answer_comment(comment: Comment, answer: str, *, taken_up: bool, by: Any, at: datetime) -> Comment:
    """Answer a comment, or answer it anew: taken up or not; who does not take it up says why."""
    plan = comment.plan
    answer = answer.strip()
    if not taken_up and not answer:
        raise CannotComment("Chưa lưu được: không tiếp thu thì ghi lý do, để người góp ý hiểu.")
    comment.answer = _text(answer, "trả lời") if answer else ""
    comment.taken_up, comment.answered_by, comment.answered_at = taken_up, by, at
    comment.save()
    record(
        "plans.comment.answered",
        unit=plan.unit,
        by=by,
        at=at,
        subject=comment,
        plan=plan.period_words,
        author=str(comment.by),
        answer="tiếp thu" if taken_up else "không tiếp thu",
    )
    return comment


def _text(text: str, what: str) -> str:
    text = normalise(text).strip()
    if not text:
        raise CannotComment(f"Chưa gửi được: chưa viết {what}.")
    if len(text) > LONGEST:
        raise CannotComment(f"Chưa gửi được: {what} dài quá {LONGEST} ký tự. Viết ngắn hơn hoặc chia thành nhiều ý.")
    return text
