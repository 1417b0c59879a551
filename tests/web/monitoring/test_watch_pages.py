"""A round and a review through their pages."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from caitien_web.monitoring.actions.reviews import plan_review
from caitien_web.monitoring.forms.watch import MinutesForm
from caitien_web.monitoring.models import FollowUp, MonitoringRound, Observation, Review, ReviewResult, Work
from caitien_web.schools.models import Role
from web.builders import NOW, a_user
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
    said = {"held_at_ngay": "14/01/2027", "held_at_gio": "8 giờ", "conclusion": "Thống nhất.", "dong": "1"}
    as_head.post(f"{base}/{review.pk}/bien-ban/", said)
    review.refresh_from_db()
    assert review.closed_at
    page = as_head.get(f"{base}/").content.decode()
    assert "Đã chấp nhận, chờ ban hành" in page


@pytest.mark.parametrize(
    ("written", "hour", "minute"),
    [("8:05", 8, 5), ("14h30", 14, 30), ("8 giờ", 8, 0), ("8 giờ 30 phút", 8, 30), ("16H", 16, 0), ("00:00", 0, 0)],
)
def test_the_hour_of_a_meeting_is_written_as_people_do(written, hour, minute):
    form = MinutesForm({"held_at_ngay": "05/9/2026", "held_at_gio": written})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["held_at"] == datetime(2026, 9, 5, hour, minute, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    shown = str(MinutesForm(initial=form.cleaned_data)["held_at"])
    assert 'value="05/9/2026"' in shown and f'value="{hour:02d}:{minute:02d}"' in shown


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"held_at_gio": "25:00"}, "Ghi giờ theo mẫu"),
        ({"held_at_gio": "sáng"}, "Ghi giờ theo mẫu"),
        ({"held_at_gio": ""}, "Ghi đủ ngày và giờ."),
        ({"held_at_ngay": "30/02/2027"}, "Ghi ngày theo mẫu"),
        ({"ended_at_ngay": "14/01/2027", "ended_at_gio": "7:00"}, "phải kết thúc sau khi bắt đầu"),
    ],
)
def test_a_wrong_hour_is_told_and_what_was_typed_stays(school, plan, as_head, head, typed, fault):
    review = plan_review(plan, "month", planned_on=date(2027, 1, 14), by=head, at=NOW)
    said = {"held_at_ngay": "14/01/2027", "held_at_gio": "8:00", "content": "Đã bàn kỹ."} | typed
    answer = as_head.post(f"/don-vi/{school.slug}/so-ket/{review.pk}/bien-ban/", said)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert fault in page and "Đã bàn kỹ." in page
    assert all(f'value="{text}"' in page for text in typed.values() if text)


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
