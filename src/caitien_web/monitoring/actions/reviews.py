"""Review meetings: planned, held with results per item, closed; adjustments proposed, decided, issued."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from caitien_web.history.record import record
from caitien_web.monitoring.models import Review, ReviewKind, ReviewResult
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.ui.refusal import Refusal

MINUTES = ("place", "chair", "secretary", "present", "absent", "content", "lessons", "conclusion")


class CannotReview(Refusal):
    """The review cannot go on so."""


@transaction.atomic
def plan_review(plan: SchoolPlan, kind: str, *, planned_on: date, by: Any, at: datetime) -> Review:
    """A review to come; each kind but months and others once a school year."""
    if not plan.is_issued:
        raise CannotReview("Chưa lập được kỳ sơ kết: kế hoạch chưa ban hành.")
    once = kind in (ReviewKind.SEMESTER_1, ReviewKind.YEAR) and not plan.spans_years
    if once and plan.held_reviews.filter(kind=kind).exists():
        raise CannotReview(f"Kế hoạch này đã có kỳ “{ReviewKind(kind).label}”. Mở kỳ đó để ghi tiếp.")
    review = Review.everywhere.create(plan=plan, kind=kind, planned_on=planned_on)
    record("monitoring.review.planned", unit=plan.unit, by=by, at=at, subject=review, kind=review.get_kind_display())
    return review


@transaction.atomic
def write_minutes(
    review: Review,
    *,
    by: Any,
    at: datetime,
    held_at: datetime | None = None,
    ended_at: datetime | None = None,
    **texts: str,
) -> Review:
    """What the minutes say; `texts`: fields of MINUTES."""
    _must_be_open(review)
    review.held_at, review.ended_at = held_at or review.held_at, ended_at or review.ended_at
    for field in MINUTES:
        setattr(review, field, texts.get(field, getattr(review, field)))
    review.save()
    _told("monitoring.review.written", review, by=by, at=at)
    return review


@transaction.atomic
def note_result(
    review: Review,
    item: PlanItem,
    *,
    by: Any,
    at: datetime,
    result: str = "",
    effect: str = "",
    indicator: str = "",
    value: Decimal | None = None,
    measure: str = "",
    adjustment: str = "",
) -> ReviewResult:
    """What the meeting says of one item; the indicator's value stands in the series of the item's values."""
    _must_be_open(review)
    if item.plan_id != review.plan_id:
        raise CannotReview("Chưa ghi được: mục này không thuộc kế hoạch đang sơ kết.")
    given = {
        "result": result,
        "effect": effect,
        "indicator": indicator,
        "value": value,
        "measure": measure,
        "adjustment": adjustment,
    }
    noted, _ = ReviewResult.everywhere.update_or_create(review=review, item=item, defaults=given)
    _told("monitoring.review.noted", review, by=by, at=at, item=str(item))
    return noted


@transaction.atomic
def close_review(review: Review, *, by: Any, at: datetime) -> Review:
    """The minutes stand from now on. Wants a conclusion, the day it was held, and at year's end each item's effect."""
    _must_be_open(review)
    if review.held_at is None or not review.conclusion.strip():
        raise CannotReview("Chưa hoàn thành được biên bản: ghi thời gian họp và kết luận.")
    if review.kind == ReviewKind.YEAR:
        judged = review.results.exclude(effect="").values("item")
        missing = review.plan.items.filter(removed_at=None).exclude(pk__in=judged).count()
        if missing:
            raise CannotReview(f"Chưa hoàn thành được tổng kết: còn {missing} mục chưa đánh giá hiệu quả.")
    review.closed_at = at
    review.save(update_fields=["closed_at"])
    _told("monitoring.review.closed", review, by=by, at=at)
    return review


@transaction.atomic
def decide_adjustment(result: ReviewResult, *, accepted: bool, by: Any, at: datetime) -> ReviewResult:
    """The chairman decides on an adjustment that a review proposed; what is accepted waits for the next version."""
    if not result.adjustment.strip():
        raise CannotReview("Không có đề nghị điều chỉnh nào ở mục này.")
    if result.version_id:
        raise CannotReview("Điều chỉnh này đã được ban hành trong một phiên bản của kế hoạch.")
    result.decided, result.decided_by, result.decided_at = accepted, by, at
    result.save(update_fields=["decided", "decided_by", "decided_at"])
    says = "chấp nhận" if accepted else "không chấp nhận"
    _told("monitoring.adjustment.decided", result.review, by=by, at=at, item=str(result.item), says=says)
    return result


def _must_be_open(review: Review) -> None:
    if review.closed_at is not None:
        raise CannotReview("Biên bản này đã hoàn thành, không sửa được. Lập kỳ rà soát mới nếu cần bổ sung.")


def _told(action: str, review: Review, *, by: Any, at: datetime, **told: str) -> None:
    kind = review.get_kind_display().lower()
    record(action, unit=review.plan.unit, by=by, at=at, subject=review, kind=kind, **told)
