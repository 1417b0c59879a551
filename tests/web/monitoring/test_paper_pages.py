"""A report through its pages: composed, edited, issued, sent, returned and received."""

from datetime import date

import pytest
from django.test import Client

from caitien_web.monitoring.actions.reviews import plan_review
from caitien_web.monitoring.models import Paper, PaperKind, ReviewKind, Submission, Work
from caitien_web.schools.models import Role
from web.builders import NOW, a_user
from web.monitoring.builders import a_running_plan
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(school, head):
    return a_running_plan(school, head)


def test_a_report_from_the_data_to_the_commune_and_back(school, plan, as_head):
    base = f"/don-vi/{school.slug}/van-ban"
    made = as_head.post(f"{base}/soan/to_authority/", {"plan": plan.pk, "on": "2027-05-30"})
    paper = Paper.objects.of(school).get()
    assert made.url == f"{base}/{paper.pk}/"
    page = as_head.get(f"{base}/{paper.pk}/sua/").content.decode()
    assert 'name="content.0.text"' in page
    as_head.post(
        f"{base}/{paper.pk}/sua/", {"content.0.text": "Nhà trường xin báo cáo:", "recipients": "UBND xã\nSở GDĐT"}
    )
    shown = as_head.get(f"{base}/{paper.pk}/xem/")
    assert "Nhà trường xin báo cáo:" in shown.content.decode()
    assert "default-src 'none'" in shown["Content-Security-Policy"]
    issue = {"number": "07/BC-THSN", "signed_on": "2027-05-30", "signatory": "Hà Thị Mận"}
    as_head.post(f"{base}/{paper.pk}/ban-hanh/", issue)
    as_head.post(f"{base}/{paper.pk}/gui/", {"to": school.parent.pk})
    sent = Submission.objects.of(school).get()

    officer = Client()
    officer.force_login(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    inbox = f"/don-vi/{school.parent.slug}/van-ban-den/"
    assert "Chờ tiếp nhận" in officer.get(inbox).content.decode()
    assert officer.get(f"{inbox}{sent.pk}/tep.pdf").content.startswith(b"%PDF")
    officer.post(f"{inbox}{sent.pk}/tra-lai/", {"remark": "Bổ sung số liệu."})
    assert "Bổ sung số liệu." in as_head.get(f"{base}/{paper.pk}/").content.decode()
    as_head.post(f"{base}/{paper.pk}/gui/", {"to": school.parent.pk})
    officer.post(f"{inbox}{Submission.objects.of(school).first().pk}/tiep-nhan/")
    assert Submission.objects.of(school).exclude(received_at=None).count() == 1


def test_an_authority_reads_what_was_issued_and_no_drafts(school, plan, as_head):
    base = f"/don-vi/{school.slug}/van-ban"
    as_head.post(f"{base}/soan/notice/", {"plan": plan.pk, "on": "2027-05-30"})
    paper, officer = Paper.objects.of(school).get(), Client()
    officer.force_login(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    pages = [f"{base}/{paper.pk}/{end}" for end in ("", "xem/", "tep.docx", "tep.pdf")]
    assert [officer.get(page).status_code for page in pages] == [403] * 4
    assert str(paper.pk) not in officer.get(f"{base}/").content.decode()
    issue = {"number": "09/TB-THSN", "signed_on": "2027-05-30", "signatory": "Hà Thị Mận"}
    as_head.post(f"{base}/{paper.pk}/ban-hanh/", issue)
    assert [officer.get(page).status_code for page in pages] == [200] * 4
    assert str(paper.pk) in officer.get(f"{base}/").content.decode()


def test_a_taken_number_is_told_on_the_page(school, plan, as_head):
    base = f"/don-vi/{school.slug}/van-ban"
    for _ in range(2):
        as_head.post(f"{base}/soan/notice/", {"plan": plan.pk, "on": "2027-05-30"})
    issue = {"number": "09/TB-THSN", "signed_on": "2027-05-30", "signatory": "Hà Thị Mận"}
    first, second = Paper.objects.of(school)
    as_head.post(f"{base}/{first.pk}/ban-hanh/", issue)
    answer = as_head.post(f"{base}/{second.pk}/ban-hanh/", issue, follow=True, HTTP_REFERER=f"{base}/{second.pk}/")
    assert "đã dùng trong năm 2027" in answer.content.decode()
    assert "10/TB-THSN" in as_head.get(f"{base}/{second.pk}/").content.decode()


@pytest.mark.parametrize("kind", PaperKind.values)
def test_every_kind_has_a_page_to_compose_it(school, plan, as_head, kind):
    answer = as_head.get(f"/don-vi/{school.slug}/van-ban/soan/{kind}/")
    assert answer.status_code == 200
    assert "Soạn văn bản" in answer.content.decode()


def test_plans_are_chosen_by_their_years_and_reviews_by_their_day(school, plan, as_head, head):
    for on in (date(2026, 10, 18), date(2026, 11, 15)):
        plan_review(plan, ReviewKind.MONTH, planned_on=on, by=head, at=NOW)
    page = as_head.get(f"/don-vi/{school.slug}/van-ban/soan/review_minutes/").content.decode()
    assert ">Năm học 2026 - 2027</option>" in page
    assert ">Sơ kết tháng, ngày 18/10/2026</option>" in page and ">Sơ kết tháng, ngày 15/11/2026</option>" in page


def test_the_task_sheet_of_a_person_names_the_works(school, plan, as_head, head):
    Work.everywhere.filter(item__plan=plan)
    as_head.post(
        f"/don-vi/{school.slug}/van-ban/soan/assignment/",
        {"plan": plan.pk, "on": "2026-10-01", "subject": head.person.pk},
    )
    paper = Paper.objects.of(school).get()
    assert head.person.full_name in str(paper.content)
    answer = as_head.get(f"/don-vi/{school.slug}/van-ban/{paper.pk}/tep.docx")
    assert answer["Content-Disposition"].startswith("attachment")


def test_the_list_costs_the_same_for_any_number(school, plan, as_head):
    def more(count):
        for n in range(count):
            Paper.everywhere.create(unit=school, plan=plan, kind="progress", title=f"Báo cáo {n}", made_at=NOW)

    assert_constant_queries(more, lambda: as_head.get(f"/don-vi/{school.slug}/van-ban/"), at_most=10)
