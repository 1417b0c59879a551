"""Rounds of the monitoring team: who acts does not confirm, a recommendation is followed until it is closed."""

from datetime import date, timedelta

import pytest
from django.test import Client

from caitien_web.monitoring.actions.progress import CannotReport, report_progress
from caitien_web.monitoring.actions.rounds import (
    CannotMonitor,
    answer_recommendation,
    close_recommendation,
    close_round,
    confirm_work,
    observe,
    open_round,
    plan_round,
    reopen_work,
)
from caitien_web.monitoring.actions.works import lay_works
from caitien_web.monitoring.models import FollowUp, Observation, Work, WorkState
from caitien_web.monitoring.queries.carriers import works_of
from caitien_web.plans.models import PlanItem
from caitien_web.schools.models import BodyKind, Role
from web.bodies import a_body, a_decision, issued
from web.builders import NOW, a_user
from web.monitoring.builders import a_running_plan
from web.queries import queries_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def monitor(school):
    return a_user(school, Role.MONITOR, "Quàng Thị Lả")


@pytest.fixture
def plan(school, head):
    return a_running_plan(school, head)


def a_round(plan, monitor, works=2):
    made = plan_round(plan, "Giám sát đợt 1", planned_on=DAY, by=monitor, at=NOW)
    return open_round(made, Work.objects.of(plan.unit)[:works], held_on=DAY, by=monitor, at=NOW)


def test_what_is_done_is_confirmed_and_then_stands_still(plan, monitor, head):
    work = Work.objects.of(plan.unit).first()
    with pytest.raises(CannotMonitor, match="chưa được báo là đã xong"):
        confirm_work(work, by=monitor, at=NOW)
    report_progress(work, state=WorkState.DONE, percent=80, done="Đã có biên bản.", by=head, at=NOW)
    confirm_work(work, by=monitor, at=NOW)
    work.refresh_from_db()
    assert (work.state, work.percent) == (WorkState.CONFIRMED, 100)
    with pytest.raises(CannotReport, match="đã được xác nhận"):
        report_progress(work, state=WorkState.UNDER_WAY, percent=10, by=head, at=NOW)
    reopen_work(
        Work.objects.of(plan.unit).select_related("item__plan__unit").get(pk=work.pk),
        reason="Thiếu biên bản",
        by=monitor,
        at=NOW,
    )
    report_progress(work, state=WorkState.UNDER_WAY, percent=90, by=head, at=NOW)


def test_who_carries_it_out_cannot_confirm_it(plan, monitor, head):
    work = Work.objects.of(plan.unit).select_related("item").first()
    PlanItem.everywhere.filter(pk=work.item_id).update(owners=[monitor.person.full_name])
    lay_works(plan)
    report_progress(work, state=WorkState.DONE, percent=100, done="Xong.", by=head, at=NOW)
    with pytest.raises(CannotMonitor, match="tham gia thực hiện"):
        confirm_work(work, by=monitor, at=NOW)


def done_by(plan, owner, head):
    """A work of this owner alone that was reported as done, and the address of its page."""
    work = Work.objects.of(plan.unit).select_related("item").first()
    PlanItem.everywhere.filter(pk=work.item_id).update(owners=[owner], supporting=[])
    lay_works(plan)
    report_progress(work, state=WorkState.DONE, percent=100, done="Xong.", by=head, at=NOW)
    return work, f"/don-vi/{plan.unit.slug}/viec/{work.pk}/"


@pytest.mark.parametrize("owner", ["Tổ giám sát", "Giáo viên, nhân viên"])
def test_what_the_whole_team_carries_out_is_confirmed_by_a_leader_by_name(school, plan, monitor, head, as_head, owner):
    issued(a_body(a_decision(school), BodyKind.MONITORING, "Tổ giám sát", [monitor.person]).decision)
    work, address = done_by(plan, owner, head)
    with pytest.raises(CannotMonitor, match="Nhờ Hiệu trưởng, Phó hiệu trưởng hoặc Thư ký hội đồng"):
        confirm_work(work, by=monitor, at=NOW)
    teacher = Client()
    teacher.force_login(a_user(school, Role.STAFF, "Vì Thị Đôi"))
    page = teacher.get(address).content.decode()
    assert "Không thành viên nào của tổ giám sát đứng ngoài việc này" in page and "Xác nhận đã xong" not in page
    assert teacher.post(f"{address}xac-nhan/").status_code == 403
    assert "Xác nhận đã xong" in as_head.get(address).content.decode()
    assert len(queries_of(lambda: as_head.get(address))) <= 14
    page = as_head.post(f"{address}xac-nhan/", follow=True).content.decode()
    work.refresh_from_db()
    assert work.state == WorkState.CONFIRMED and "<strong>Hà Thị Mận</strong> xác nhận hoàn thành" in page
    assert 'id="bao-cao"' not in page, "nobody reports on what is confirmed"
    vice = Client()
    vice.force_login(a_user(school, Role.VICE_HEAD, "Lò Thị Pản"))
    assert "Mở lại việc" not in vice.get(address).content.decode()
    assert vice.post(f"{address}mo-lai/", {"reason": "Nhầm việc"}).status_code == 403
    assert "Mở lại việc" in page
    as_head.post(f"{address}mo-lai/", {"reason": "Nhầm việc"})
    work.refresh_from_db()
    assert work.state == WorkState.UNDER_WAY


@pytest.mark.parametrize("role", [Role.HEAD, Role.VICE_HEAD, Role.SECRETARY])
def test_no_leader_confirms_where_one_of_the_team_stands_outside(school, plan, monitor, head, role):
    leader = head if role == Role.HEAD else a_user(school, role, "Lường Văn Ín", "lanh-dao")
    other = a_user(school, Role.MONITOR, "Tòng Thị Ban", "giam-sat-2")
    work, address = done_by(plan, monitor.person.full_name, head)
    with pytest.raises(CannotMonitor, match="còn thành viên tổ giám sát"):
        confirm_work(work, by=leader, at=NOW)
    client = Client()
    for user, confirms in ((leader, False), (monitor, False), (other, True)):
        client.force_login(user)
        assert ("Xác nhận đã xong" in client.get(address).content.decode()) is confirms
    confirm_work(work, by=other, at=NOW)


def test_a_round_is_closed_when_each_work_has_its_result(plan, monitor):
    opened = a_round(plan, monitor)
    first, second = Observation.objects.of(plan.unit).select_related("work__item", "round__plan__unit")
    observe(first, result="on_track", by=monitor, at=NOW)
    words = {"favourable": "Có kinh phí.", "difficult": "Mưa nhiều.", "conclusion": "Đúng kế hoạch."}
    with pytest.raises(CannotMonitor, match="còn 1 việc"):
        close_round(opened, by=monitor, at=NOW, **words)
    observe(second, result="behind", recommendation="Bổ sung người phụ trách.", by=monitor, at=NOW)
    close_round(opened, by=monitor, at=NOW, **words)
    assert FollowUp.objects.of(plan.unit).get().observation == second
    with pytest.raises(CannotMonitor):
        observe(first, result="done", by=monitor, at=NOW)


def test_a_recommendation_is_answered_before_it_is_closed(plan, monitor, head):
    opened = a_round(plan, monitor, works=1)
    observation = Observation.objects.of(plan.unit).select_related("work__item", "round__plan__unit").get()
    observe(observation, result="behind", recommendation="Bổ sung người phụ trách.", by=monitor, at=NOW)
    close_round(opened, favourable="", difficult="", conclusion="Chậm.", by=monitor, at=NOW)
    follow_up = FollowUp.objects.of(plan.unit).select_related("observation__round__plan__unit").get()
    with pytest.raises(CannotMonitor, match="chưa trả lời"):
        close_recommendation(follow_up, done="Đã có người.", by=monitor, at=NOW)
    answer_recommendation(
        follow_up, answer="Giao thêm một giáo viên.", accepted=True, due_on=DAY + timedelta(30), by=head, at=NOW
    )
    close_recommendation(follow_up, done="Đã có người.", by=monitor, at=NOW)
    assert follow_up.closed_at == NOW


def test_my_works_are_those_of_my_roles(plan, school, head, monitor, django_assert_num_queries):
    teacher = a_user(school, Role.STAFF, "Vì Thị Đôi")
    mine = PlanItem.objects.of(school).first()
    PlanItem.everywhere.exclude(pk=mine.pk).update(owners=["Hiệu trưởng"], supporting=[])
    PlanItem.everywhere.filter(pk=mine.pk).update(owners=["Hiệu trưởng"], supporting=["Vì Thị Đôi"])
    lay_works(plan)
    assert {work.item_id for work in works_of(teacher.person, school, on=DAY)} == {mine.pk}
    assert not works_of(monitor.person, school, on=DAY).exists()
    everything = Work.objects.of(school).count()
    with django_assert_num_queries(4):
        assert len(works_of(head.person, school, on=DAY)) == everything
