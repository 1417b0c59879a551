"""The pages of work: what waits for me, reporting, the whole plan's progress."""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from caitien_web.evidence.models import Evidence
from caitien_web.monitoring.actions.progress import report_progress
from caitien_web.monitoring.actions.requests import ask_authority, enter_money
from caitien_web.monitoring.actions.rounds import observe, open_round, plan_round
from caitien_web.monitoring.actions.works import lay_works
from caitien_web.monitoring.models import MoneyEntry, MoneyKind, Progress, Request, Work, WorkState
from caitien_web.plans.models import PlanItem
from caitien_web.schools.models import Role
from web.builders import NOW, a_user
from web.monitoring.builders import a_running_plan
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 5)


@pytest.fixture
def plan(school, head):
    return a_running_plan(school, head)


def given_to(plan, name):
    PlanItem.everywhere.filter(plan=plan).update(owners=["Hiệu trưởng"], supporting=[])
    item = plan.items.first()
    PlanItem.everywhere.filter(pk=item.pk).update(owners=[name])
    lay_works(plan)
    return item.works.first()


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def test_a_teacher_sees_and_reports_on_ones_own_work(school, plan):
    teacher = a_user(school, Role.STAFF, "Vì Thị Đôi")
    work = given_to(plan, "Vì Thị Đôi")
    client = signed_in(teacher)
    page = client.get(f"/don-vi/{school.slug}/viec-cua-toi/").content.decode()
    assert str(work.pk) in page
    address = f"/don-vi/{school.slug}/viec/{work.pk}/"
    answer = client.post(f"{address}bao-cao/", {"state": "under_way", "percent": 40, "done": "Đã họp tổ."})
    assert answer.status_code == 302
    assert "Đã họp tổ." in client.get(address).content.decode()
    work.refresh_from_db()
    assert (work.state, work.percent) == (WorkState.UNDER_WAY, 40)


def test_who_does_not_carry_it_out_reads_but_does_not_report(school, plan):
    given_to(plan, "Vì Thị Đôi")
    other = signed_in(a_user(school, Role.STAFF, "Cà Thị Mến"))
    work = Work.objects.of(school).first()
    page = other.get(f"/don-vi/{school.slug}/viec/{work.pk}/").content.decode()
    assert "Gửi báo cáo" not in page
    assert (
        other.post(f"/don-vi/{school.slug}/viec/{work.pk}/bao-cao/", {"state": "done", "percent": 1}).status_code == 403
    )
    assert not Progress.objects.of(school).exists()


def test_a_wrong_report_comes_back_with_what_was_typed(school, plan, as_head):
    work = Work.objects.of(school).first()
    answer = as_head.post(
        f"/don-vi/{school.slug}/viec/{work.pk}/bao-cao/", {"state": "done", "percent": 140, "done": "Rất nhiều chữ"}
    )
    assert answer.status_code == 422
    assert "Rất nhiều chữ" in answer.content.decode()


def test_requests_answers_and_money_through_the_pages(school, plan, as_head):
    item = plan.items.first()
    as_head.post(
        f"/don-vi/{school.slug}/muc/{item.pk}/de-nghi/",
        {"addressee": "UBND xã Suối Ngọc", "subject": "Cấp đất", "amount_vnd": "80 triệu"},
    )
    asked = Request.objects.of(school).get()
    assert asked.amount_vnd == 80_000_000
    as_head.post(
        f"/don-vi/{school.slug}/de-nghi/{asked.pk}/tra-loi/",
        {"answered_on": "05/10/2026", "answer": "Đồng ý", "granted": "true"},
    )
    asked.refresh_from_db()
    assert asked.granted
    money = {"kind": "spent", "amount_vnd": "12.500.000", "on": "2026-10-05"}
    as_head.post(f"/don-vi/{school.slug}/muc/{item.pk}/kinh-phi/", money)
    as_head.post(
        f"/don-vi/{school.slug}/muc/{item.pk}/kinh-phi/", money | {"amount_vnd": "500.000", "takes_back": "on"}
    )
    assert sum(MoneyEntry.objects.of(school).values_list("amount_vnd", flat=True)) == 12_000_000


@pytest.mark.parametrize("by", ["tieu-chuan", "thang", "nguoi"])
def test_progress_of_the_plan_costs_the_same_for_any_number_of_works(school, plan, as_head, by):
    def more(count):
        for n in range(count):
            item = PlanItem(plan=plan, place=9000 + n, criterion="1.1", target_result="Thêm", recurrence="monthly")
            item.owners = ["Hiệu trưởng"]
            item.save()
        lay_works(plan)

    address = f"/don-vi/{school.slug}/ke-hoach/{plan.slug}/tien-do/?theo={by}"
    assert_constant_queries(more, lambda: as_head.get(address))


def test_every_way_to_look_at_the_works_leads_to_all_others(school, plan, as_head):
    base, ways = f"/don-vi/{school.slug}/ke-hoach/{plan.slug}/", {}
    for address in ("tien-do/", "tien-do/?theo=thang", "tien-do/?theo=nguoi", "lich/", "bieu-do/", "kinh-phi/"):
        page = as_head.get(base + address).content.decode()
        links = re.findall(r'<a href="([^"]*)"( aria-current="page")?>', page.partition('aria-label="Cách xem">')[2])[
            :6
        ]
        assert [link for link, is_here in links if is_here] == [base + address]
        ways[address] = [link for link, _ in links]
    assert all(links == [base + address for address in ways] for links in ways.values())


def test_the_page_of_a_work_tells_all_of_it_and_asks_as_often_for_much_as_for_little(school, plan, head):
    item = PlanItem.everywhere.create(plan=plan, place=9000, target_result="Họp tổ", recurrence="monthly")
    PlanItem.everywhere.filter(pk=item.pk).update(owners=["Hiệu trưởng"])
    lay_works(plan)
    work, other = item.works.order_by("number")[:2]
    said = iter(range(1, 100))

    def more(count):
        for _ in range(count):
            n = next(said)
            now = {"by": head, "at": NOW + timedelta(hours=n)}
            report_progress(work, state="under_way", percent=n, done=f"Đã họp lần {n}", **now)
            round_ = open_round(plan_round(plan, f"Đợt {n}", planned_on=NOW.date(), **now), [work], held_on=DAY, **now)
            observe(round_.observations.get(), result="behind", recommendation=f"Nhắc lần {n}", **now)
            ask_authority(item, addressee="UBND xã", subject=f"Đề nghị {n}", wait=False, **now)
            enter_money(item, MoneyKind.SPENT, 1_000_000 * n, on=DAY, **now)

    officer = signed_in(a_user(school.parent, Role.OFFICER, "Tòng Thị Sen"))
    address = f"/don-vi/{school.slug}/viec/{work.pk}/"
    assert_constant_queries(more, lambda: officer.get(address), at_most=14)
    page = officer.get(address).content.decode()
    told = [
        "Đã họp lần 7",
        "Đã họp lần 1",
        "Đợt 7",
        "Nhắc lần 1",
        "Đề nghị 7",
        "Đề nghị 1",
        "1.000.000 đ",
        "7.000.000 đ",
    ]
    assert sorted(told, key=page.index) == told, "reports, rounds, requests newest first; money in order of days"
    assert "Hà Thị Mận" in page and "Chậm tiến độ" in page and "Đã chi" in page
    assert f"/viec/{other.pk}/" in page and f'href="{address}"' not in page


def test_my_page_costs_the_same_for_any_number_of_works(school, plan, as_head):
    def more(count):
        for n in range(count):
            PlanItem.everywhere.create(plan=plan, place=9000 + n, target_result="Thêm", owners=["Hiệu trưởng"])
        lay_works(plan)

    assert_constant_queries(more, lambda: as_head.get(f"/don-vi/{school.slug}/viec-cua-toi/"), at_most=10)


def test_late_stands_before_what_is_due(school, plan, as_head, head):
    PlanItem.everywhere.filter(plan=plan).update(owners=["Hiệu trưởng"], supporting=[])
    lay_works(plan)
    late, due = Work.objects.of(school)[:2]
    Work.everywhere.filter(pk=late.pk).update(starts_on=None, due_on=date(2020, 1, 31))
    Work.everywhere.filter(pk=due.pk).update(starts_on=None, due_on=timezone.localdate() + timedelta(days=3))
    page = as_head.get(f"/don-vi/{school.slug}/viec-cua-toi/").content.decode()
    assert page.index(str(late.pk)) < page.index("Đến hạn trong 30 ngày") < page.index(str(due.pk))


def test_what_is_done_is_shown_by_evidence_or_words(school, plan, as_head):
    work = Work.objects.of(school).select_related("item").first()
    address = f"/don-vi/{school.slug}/viec/{work.pk}/"
    refused = as_head.post(f"{address}bao-cao/", {"state": "done", "percent": 100}, follow=True, HTTP_REFERER=address)
    assert "đính kèm ảnh" in refused.content.decode()
    photo = SimpleUploadedFile("hop-to.png", a_picture(), "image/png")
    as_head.post(f"{address}bao-cao/", {"state": "done", "percent": 100, "evidence": photo})
    work.refresh_from_db()
    assert work.state == WorkState.DONE
    shown = Evidence.objects.of(school).get()
    assert shown.code in as_head.get(address).content.decode()


def test_a_program_is_no_evidence(school, plan, as_head):
    work = Work.objects.of(school).first()
    address = f"/don-vi/{school.slug}/viec/{work.pk}/"
    page = SimpleUploadedFile("anh.png", b"<html><script>alert(1)</script></html>", "image/png")
    as_head.post(f"{address}bao-cao/", {"state": "done", "percent": 100, "evidence": page}, HTTP_REFERER=address)
    work.refresh_from_db()
    assert (work.state, Progress.objects.of(school).count()) == (WorkState.NOT_STARTED, 0)


def a_picture() -> bytes:
    written = BytesIO()
    Image.new("RGB", (8, 8), "white").save(written, "PNG")
    return written.getvalue()


def test_the_money_of_a_plan_is_asked_in_few_queries(plan, head, as_head):
    item = plan.items.select_related("plan__unit").first()
    enter_money(item, MoneyKind.SPENT, 12_500_000, on=NOW.date(), source="Ngân sách", by=head, at=NOW)

    def more(count):
        for one in plan.items.select_related("plan__unit")[:count]:
            enter_money(one, MoneyKind.GRANTED, 1_000_000, on=NOW.date(), source="Ngân sách", by=head, at=NOW)

    url = f"/don-vi/{plan.unit.slug}/ke-hoach/{plan.slug}/kinh-phi/"
    assert_constant_queries(more, lambda: as_head.get(url))
    assert "12.500.000 đ" in as_head.get(url).content.decode()


def test_the_gantt_chart_is_printed_as_a_pdf(plan, as_head):
    url = f"/don-vi/{plan.unit.slug}/ke-hoach/{plan.slug}/bieu-do/"
    assert f"{url}tep.pdf" in as_head.get(url).content.decode()
    answer = as_head.get(f"{url}tep.pdf")
    assert answer.content.startswith(b"%PDF") and answer["Content-Disposition"].startswith("attachment")


def test_the_gantt_chart_knows_every_state_of_a_work(plan, as_head):
    for state, _ in WorkState.choices:
        Work.everywhere.filter(item__plan=plan).update(state=state, reason="Thử.")
        page = as_head.get(f"/don-vi/{plan.unit.slug}/ke-hoach/2026-2027/bieu-do/")
        assert page.status_code == 200, state
