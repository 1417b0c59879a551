"""Notices: those concerned are told once, nobody else is, and nobody is told of what one did oneself."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from caitien.layouts.paper import Signature
from caitien_web.history.models import Entry
from caitien_web.monitoring.actions.notices import tell
from caitien_web.monitoring.actions.papers import issue_paper, make_paper, receive_paper, return_paper, send_paper
from caitien_web.monitoring.actions.reminders import choose_digest, send_digest
from caitien_web.monitoring.actions.requests import answer_request, ask_authority
from caitien_web.monitoring.actions.rounds import (
    answer_recommendation,
    close_round,
    observe,
    open_round,
    plan_round,
)
from caitien_web.monitoring.models import FollowUp, Reminder, Work
from caitien_web.monitoring.papers.reports import authority_report
from caitien_web.monitoring.queries.account import account_of
from caitien_web.plans.actions import (
    Signing,
    answer_comment,
    approve_plan,
    comment_on,
    consult_plan,
    issue_plan,
    return_plan,
    submit_plan,
)
from caitien_web.plans.models import PlanItem
from caitien_web.schools.actions import end_role
from caitien_web.schools.models import Role, RoleAssignment
from caitien_web.ui.refusal import Refusal
from web.builders import NOW, a_commune, a_plan, a_province, a_school, a_user
from web.monitoring.builders import a_running_plan
from web.queries import assert_constant_queries, queries_of

pytestmark = pytest.mark.django_db
SIGNING = Signing("86/KH-THSN", NOW.date(), "Hiệu trưởng", "Hà Thị Mận")
LATER = NOW + timedelta(days=20)


@pytest.fixture
def secretary(school):
    return a_user(school, Role.SECRETARY, "Lò Thị Thu")


@pytest.fixture
def teacher(school):
    return a_user(school, Role.STAFF, "Vì Thị Đôi")


@pytest.fixture
def monitor(school):
    return a_user(school, Role.MONITOR, "Giàng A Sử")


@pytest.fixture
def officer(school):
    return a_user(school.parent, Role.OFFICER, "Lò Văn Tếu")


def told(user) -> list[str]:
    """What was told to a person, the newest first."""
    rows = Reminder.objects.filter(person=user.person, matter__startswith=Reminder.NOTICE).order_by("-id")
    return [one.text for one in rows]


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_the_way_of_a_plan_is_told_to_those_who_act_next(school, head, secretary, teacher, monitor, officer):
    plan = a_plan(school, secretary)
    PlanItem.everywhere.filter(plan=plan).update(owners=["Vì Thị Đôi"])
    submit_plan(plan, by=secretary, at=NOW)
    assert told(head) == ["Lò Thị Thu trình Hiệu trưởng kế hoạch năm học 2026 - 2027."]
    return_plan(plan, remark="Bổ sung kinh phí", by=head, at=NOW)
    assert told(secretary) == ["Hà Thị Mận trả lại kế hoạch năm học 2026 - 2027: Bổ sung kinh phí."]
    submit_plan(plan, by=secretary, at=NOW)
    approve_plan(plan, by=head, at=NOW)
    assert told(secretary)[0] == "Hà Thị Mận duyệt kế hoạch năm học 2026 - 2027."
    assert told(teacher) == told(monitor) == told(officer) == []
    issue_plan(plan, SIGNING, by=head, at=NOW)
    for one in (secretary, teacher, monitor):
        assert told(one)[0].startswith("Hà Thị Mận ban hành kế hoạch năm học 2026 - 2027 số 86/KH-THSN"), one
    assert told(officer) == [] and len(told(head)) == 2


def test_comments_and_their_answers(school, head, secretary, teacher):
    plan = a_plan(school, head)
    consult_plan(plan, until=NOW.date(), by=head, at=NOW)
    assert len(told(teacher)) == 1
    comment = comment_on(plan, "Thiếu sách.", item=None, by=teacher, at=NOW)
    assert told(secretary)[0].startswith("Vì Thị Đôi góp ý") and told(head)[0].startswith("Vì Thị Đôi góp ý")
    answer_comment(comment, "Đã thêm.", taken_up=True, by=head, at=NOW)
    assert told(teacher)[0].startswith("Hà Thị Mận trả lời góp ý của Vì Thị Đôi")


def test_monitoring_recommends_and_the_chairman_answers(school, head, monitor, teacher):
    work = a_work(school, head)
    opened = open_round(
        plan_round(work.item.plan, "Đợt 1", planned_on=NOW.date(), by=monitor, at=NOW),
        [work],
        held_on=NOW.date(),
        by=monitor,
        at=NOW,
    )
    before = len(told(head))
    observe(opened.observations.get(), result="behind", recommendation="Thêm người.", by=monitor, at=NOW)
    close_round(opened, favourable="", difficult="", conclusion="Chậm.", by=monitor, at=NOW)
    assert "1 kiến nghị" in told(head)[0] and len(told(head)) == before + 1
    answer_recommendation(FollowUp.objects.of(school).get(), answer="Sẽ thêm.", accepted=True, by=head, at=NOW)
    assert "trả lời kiến nghị" in told(monitor)[0]
    assert not any("kiến nghị" in text for text in told(teacher))


def test_requests_are_told_to_the_head_and_their_answers_to_who_leads(school, head, teacher):
    work = a_work(school, head, leads="Vì Thị Đôi")
    asked = ask_authority(work.item, addressee="UBND xã", subject="Cấp đất", by=teacher, at=NOW)
    assert "đề nghị UBND xã" in told(head)[0]
    answer_request(asked, answered_on=NOW.date(), answer="Đồng ý", granted=True, by=head, at=NOW)
    assert "ghi trả lời của UBND xã" in told(teacher)[0]


def a_work(school, head, leads: str = "Hiệu trưởng") -> Work:
    plan = a_plan(school, head)
    PlanItem.everywhere.filter(plan=plan).update(owners=[leads], supporting=[])
    submit_plan(plan, by=head, at=NOW)
    approve_plan(plan, by=head, at=NOW)
    issue_plan(plan, SIGNING, by=head, at=NOW)
    return Work.objects.of(school).select_related("item__plan__unit")[0]


def test_a_paper_goes_to_the_authority_and_comes_back(school, head, secretary, officer):
    plan = a_running_plan(school, head)
    content = authority_report(account_of(plan, on=NOW.date()), signature=Signature("Hiệu trưởng", "Hà Thị Mận"))
    paper = make_paper(school, "to_authority", content, plan=plan, by=secretary, at=NOW)
    paper = issue_paper(paper, number="5/BC-THSN", signed_on=NOW.date(), signatory="Hà Thị Mận", by=head, at=NOW)
    sent = send_paper(paper, school.parent, by=secretary, at=NOW)
    assert "gửi UBND xã Suối Ngọc" in told(officer)[0]
    assert signed_in(officer).get(one_of(officer)).url == reverse("received", args=[school.parent.slug])
    return_paper(sent, remark="Thiếu số liệu", by=officer, at=NOW)
    for one in (head, secretary):
        assert "thay mặt UBND xã Suối Ngọc trả lại" in told(one)[0]
    receive_paper(send_paper(paper, school.parent, by=head, at=LATER), by=officer, at=LATER)
    assert "thay mặt UBND xã Suối Ngọc tiếp nhận" in told(head)[0]


def one_of(user) -> str:
    return reverse("notice", args=[Reminder.objects.filter(person=user.person).latest("id").pk])


def test_told_again_it_is_told_once(school, head, secretary):
    plan = a_plan(school, secretary)
    submit_plan(plan, by=secretary, at=NOW)
    entry = Entry.objects.of(school).get(action="plans.plan.submitted")
    tell(entry, plan)
    tell(entry, plan)
    assert len(told(head)) == 1


def test_an_act_that_is_taken_back_is_not_told(school, head, secretary):
    plan = a_plan(school, secretary)
    with pytest.raises(Refusal):
        return_plan(plan, remark="x", by=head, at=NOW)
    assert told(secretary) == []


def test_the_list_the_count_and_reading(school, head, secretary):
    plan = a_plan(school, secretary)
    submit_plan(plan, by=secretary, at=NOW)
    client = signed_in(head)
    home = client.get(reverse("unit", args=[school.slug])).content.decode()
    assert 'aria-label="Thông báo, 1 chưa đọc"' in home
    listed = client.get(reverse("notices")).content.decode()
    assert "trình Hiệu trưởng" in listed and "Mới" in listed
    assert client.get(one_of(head)).url == reverse("plan", args=[school.slug, plan.slug])
    assert 'aria-label="Thông báo"' in client.get(reverse("notices")).content.decode()
    assert "Đã đọc hết" in client.get(reverse("notices"), {"moi": "1"}).content.decode()
    return_plan(plan, remark="Sửa", by=head, at=NOW)
    other = signed_in(secretary)
    assert other.get(one_of(head)).status_code == 404
    other.post(reverse("notices-read"))
    assert 'aria-label="Thông báo"' in other.get(reverse("notices")).content.decode()


def test_nothing_is_shown_of_a_unit_that_one_has_left(school, head, secretary):
    submit_plan(a_plan(school, secretary), by=secretary, at=NOW)
    a_user(school, Role.ADMINISTRATOR)
    given = RoleAssignment.objects.get(person=head.person)
    address = one_of(head)
    end_role(given, on=NOW.date(), by=None, at=NOW)
    client = signed_in(head)
    assert "trình Hiệu trưởng" not in client.get(reverse("notices")).content.decode()
    assert client.get(address).status_code == 404


def test_a_school_elsewhere_hears_nothing(school, head, secretary):
    elsewhere = a_school(a_commune(a_province("Sở Khe Vắng"), "UBND xã Khe Vắng"), "Trường Tiểu học Khe Vắng")
    other = a_user(elsewhere, Role.HEAD, "Người khác")
    submit_plan(a_plan(school, secretary), by=secretary, at=NOW)
    assert told(other) == []


def test_notices_come_in_the_mail_of_the_day_unless_stopped(school, head, secretary):
    head.person.email = "man@vidu.example"
    head.person.save()
    plan = a_plan(school, secretary)
    submit_plan(plan, by=secretary, at=NOW)
    choose_digest(head.person, "")
    assert not send_digest(head.person, on=NOW.date(), at=NOW, site="https://vidu.example")
    choose_digest(head.person, "1234567")
    assert send_digest(head.person, on=NOW.date(), at=NOW, site="https://vidu.example")
    assert "trình Hiệu trưởng" in mail.outbox[0].body
    assert not send_digest(head.person, on=NOW.date() + timedelta(days=1), at=LATER, site="https://vidu.example")


def test_the_list_costs_the_same_for_any_number(school, head):
    client, made = signed_in(head), [0]

    def more(number: int) -> None:
        for _ in range(number):
            made[0] += 1
            given = {"matter": f"entry:{-made[0]}", "day": NOW.date(), "text": "Việc", "address": "/", "at": NOW}
            Reminder.objects.create(unit=school, person=head.person, **given)

    assert_constant_queries(more, lambda: client.get(reverse("notices")))


def test_the_count_comes_with_the_account(school, head):
    client = signed_in(head)
    client.get(reverse("unit", args=[school.slug]))
    asked = queries_of(lambda: client.get(reverse("unit", args=[school.slug])))
    [counting] = [one for one in asked if "monitoring_reminder" in one]
    assert "schools_user" in counting
    assert len(asked) <= 10
