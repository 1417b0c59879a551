"""Reviews: minutes that stand once they are closed, effects of each item at year's end, adjustments decided."""

from datetime import date
from decimal import Decimal

import pytest

from caitien_web.monitoring.actions.reviews import (
    CannotReview,
    close_review,
    decide_adjustment,
    note_result,
    plan_review,
    write_minutes,
)
from caitien_web.monitoring.models import Effect, ReviewKind
from web.builders import NOW, a_plan
from web.monitoring.builders import a_running_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(school, head):
    return a_running_plan(school, head)


def a_review(plan, head, kind=ReviewKind.YEAR):
    review = plan_review(plan, kind, planned_on=date(2027, 5, 25), by=head, at=NOW)
    return write_minutes(review, held_at=NOW, conclusion="Thống nhất.", by=head, at=NOW)


def test_a_draft_is_not_reviewed(school, head):
    with pytest.raises(CannotReview, match="chưa ban hành"):
        plan_review(a_plan(school, head), ReviewKind.YEAR, planned_on=NOW.date(), by=head, at=NOW)


def test_a_year_is_closed_when_each_item_has_its_effect(plan, head):
    review = a_review(plan, head)
    items = list(plan.items.all())
    for item in items[:-1]:
        note_result(review, item, effect=Effect.MET, by=head, at=NOW)
    with pytest.raises(CannotReview, match="còn 1 mục"):
        close_review(review, by=head, at=NOW)
    note_result(
        review,
        items[-1],
        effect=Effect.PARTLY,
        indicator="Tỉ lệ đạt chuẩn",
        value=Decimal("92.5"),
        measure="%",
        by=head,
        at=NOW,
    )
    close_review(review, by=head, at=NOW)
    with pytest.raises(CannotReview, match="không sửa được"):
        write_minutes(review, conclusion="Khác.", by=head, at=NOW)


def test_one_review_a_year_and_many_months(plan, head):
    a_review(plan, head)
    with pytest.raises(CannotReview, match="đã có kỳ"):
        a_review(plan, head)
    a_review(plan, head, ReviewKind.MONTH)
    a_review(plan, head, ReviewKind.MONTH)


def test_an_adjustment_is_decided_by_the_chairman(plan, head):
    review = a_review(plan, head)
    plain = note_result(review, plan.items.first(), effect=Effect.MET, by=head, at=NOW)
    with pytest.raises(CannotReview, match="Không có đề nghị"):
        decide_adjustment(plain, accepted=True, by=head, at=NOW)
    asked = note_result(review, plan.items.last(), adjustment="Lùi hạn đến tháng 10/2027.", by=head, at=NOW)
    assert decide_adjustment(asked, accepted=True, by=head, at=NOW).decided


def test_an_item_of_another_plan_is_refused(plan, head, school):
    other = a_plan(school, head, from_year=2025)
    with pytest.raises(CannotReview, match="không thuộc kế hoạch"):
        note_result(a_review(plan, head), other.items.first(), effect=Effect.MET, by=head, at=NOW)
