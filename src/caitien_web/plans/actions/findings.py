"""Checking a plan and keeping its counts; setting a finding aside with a reason, and taking that back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from caitien.checks.catalogue import catalogue
from caitien_web.history.record import record
from caitien_web.plans.actions.steps import lock
from caitien_web.plans.models import PlanItem, SchoolPlan, SetAside
from caitien_web.plans.queries.findings import Mark, counts_of, marks_of
from caitien_web.plans.queries.table import rows_of
from caitien_web.ui.refusal import Refusal


class CannotSetAside(Refusal):
    """The finding cannot be set aside so."""


@transaction.atomic
def check_now(plan: SchoolPlan, *, at: datetime) -> list[Mark]:
    """The findings of the plan as it stands. No act of a person: no history entry.

    Its counts are kept for lists; those of the version in force stay while the next one is prepared.
    """
    marks = marks_of(plan, rows_of(plan))
    counts = counts_of(marks)
    told = (counts["error"], counts["warning"], counts["hint"])
    if plan.adjusting or plan.in_force is not None:
        return marks
    if told != (plan.error_count, plan.warning_count, plan.hint_count) or plan.checked_at is None:
        plan.error_count, plan.warning_count, plan.hint_count = told
        SchoolPlan.everywhere.filter(pk=plan.pk).update(
            error_count=told[0], warning_count=told[1], hint_count=told[2], checked_at=at
        )
    return marks


@transaction.atomic
def set_aside_finding(
    plan: SchoolPlan, *, code: str, item: UUID | None, quote: str, reason: str, by: Any, at: datetime
) -> SetAside:
    """Set a finding aside: by its code, and by the row and the words it quotes where it has them."""
    if code not in catalogue():
        raise CannotSetAside("Chưa bỏ qua được: lỗi này không còn trong danh mục. Tải lại trang để xem kết quả mới.")
    if not reason.strip():
        raise CannotSetAside("Chưa bỏ qua được: hãy ghi lý do, để người duyệt và người kiểm tra sau này hiểu.")
    lock(plan)
    row: PlanItem | None = plan.items.filter(pk=item).first() if item else None
    entry = SetAside(plan=plan, item=row, code=code, quote=quote.strip(), reason=reason.strip()[:2000], by=by, at=at)
    entry.save()
    record(
        "plans.finding.set_aside",
        unit=plan.unit,
        by=by,
        at=at,
        subject=plan,
        plan=plan.period_words,
        finding=catalogue()[code].title,
        reason=entry.reason,
    )
    check_now(plan, at=at)
    return entry


@transaction.atomic
def take_up_finding(entry: SetAside, *, by: Any, at: datetime) -> None:
    """Let a finding that was set aside count again."""
    plan, title = entry.plan, catalogue()[entry.code].title
    lock(plan)
    entry.delete()
    record(
        "plans.finding.taken_up",
        unit=plan.unit,
        by=by,
        at=at,
        subject=plan,
        plan=plan.period_words,
        finding=title,
    )
    check_now(plan, at=at)
