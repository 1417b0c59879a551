"""A round and a review through their pages."""

import pytest
from django.test import Client

from caitien_web.monitoring.models import FollowUp, MonitoringRound, Observation, Review, ReviewResult, Work
from caitien_web.schools.models import Role
from web.builders import a_user
from web.monitoring.builders import a_running_plan
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(school, head):
    return a_running_plan(school, head)


@pytest.fixture
def as_monitor(school):
    client = Client()
    client.force_login(a_user(school, Role.MONITOR, "Quàng Thị Lả"))
    return client


def test_a_round_from_its_plan_to_its_last_recommendation(school, plan, as_monitor, as_head):
    base = f"/don-vi/{school.slug}"
    as_monitor.post(f"{base}/giam-sat/moi/", {"plan": plan.pk, "title": "Giám sát đợt 1", "planned_on": "2026-11-20"})
    made = MonitoringRound.objects.of(school).get()
    Work.everywhere.update(starts_on=None)
    works = [str(pk) for pk in Work.objects.of(school).values_list("pk", flat=True)[:2]]
    assert as_monitor.post(f"{base}/giam-sat/{made.pk}/bat-dau/", {"held_on": "2026-11-20"}).status_code == 422
    as_monitor.post(f"{base}/giam-sat/{made.pk}/bat-dau/", {"held_on": "2026-11-20", "works": works})
    for one in Observation.objects.of(school):
        as_monitor.post(f"{base}/giam-sat/ket-qua/{one.pk}/", {"result": "behind", "recommendation": "Thêm người."})
    as_monitor.post(f"{base}/giam-sat/{made.pk}/ket-thuc/", {"conclusion": "Chậm."})
    follow_up = FollowUp.objects.of(school).first()
    as_head.post(f"{base}/kien-nghi/{follow_up.pk}/tra-loi/", {"answer": "Giao thêm.", "accepted": "0"})
    follow_up.refresh_from_db()
    assert follow_up.accepted is False
    as_monitor.post(f"{base}/kien-nghi/{follow_up.pk}/ket-thuc/", {"done": ""})
    follow_up.refresh_from_db()
    assert follow_up.closed_at
    assert "Thêm người." in as_head.get(f"{base}/giam-sat/").content.decode()


def test_a_review_with_results_minutes_and_an_adjustment(school, plan, as_head):
    base = f"/don-vi/{school.slug}/so-ket"
    as_head.post(f"{base}/moi/", {"plan": plan.pk, "kind": "semester_1", "planned_on": "2027-01-14"})
    review = Review.objects.of(school).get()
    item = plan.items.first()
    noted = {"result": "Đủ sách", "effect": "met", "value": "92,5", "measure": "%", "adjustment": "Thêm một tủ."}
    assert as_head.post(f"{base}/{review.pk}/muc/{item.pk}/", noted).status_code == 302
    result = ReviewResult.objects.of(school).get()
    assert str(result.value) == "92.50"
    as_head.post(f"{base}/dieu-chinh/{result.pk}/", {"chap-nhan": "1"})
    said = {"held_at": "2027-01-14T08:00", "conclusion": "Thống nhất.", "dong": "1"}
    as_head.post(f"{base}/{review.pk}/bien-ban/", said)
    review.refresh_from_db()
    assert review.closed_at
    page = as_head.get(f"{base}/").content.decode()
    assert "Đã chấp nhận, chờ ban hành" in page


def test_lists_cost_the_same_for_any_number(school, plan, as_head):
    def more(count):
        for n in range(count):
            made = MonitoringRound.everywhere.create(
                plan=plan, title=f"Đợt {n}", planned_on=plan.signed_on, made_at=plan.made_at
            )
            for work in Work.objects.of(school):
                Observation.everywhere.create(round=made, work=work, recommendation="Làm tiếp")
            Review.everywhere.create(plan=plan, kind="month", planned_on=plan.signed_on)

    assert_constant_queries(more, lambda: as_head.get(f"/don-vi/{school.slug}/giam-sat/"), at_most=10)
    assert_constant_queries(more, lambda: as_head.get(f"/don-vi/{school.slug}/so-ket/"), at_most=10)
