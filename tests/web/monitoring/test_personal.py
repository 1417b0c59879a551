"""Personal plans: what somebody leads, helps in and gave up in a year, as a page and as a document."""

from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from django.test import Client
from django.utils import timezone

from caitien import write_paper
from caitien_web.monitoring.actions.charge import put_in_charge
from caitien_web.monitoring.actions.progress import report_progress
from caitien_web.monitoring.actions.works import lay_works
from caitien_web.monitoring.convert import paper_from_json, paper_to_json
from caitien_web.monitoring.models import PaperKind, WorkState
from caitien_web.monitoring.papers.compose import Asked, compose
from caitien_web.monitoring.queries.personal import personal_plan, personal_plans
from caitien_web.plans.models import PlanItem
from caitien_web.schools.actions import add_person
from caitien_web.schools.actions.holders import name_holder
from caitien_web.schools.models import Role
from web.builders import NOW, a_user
from web.monitoring.builders import a_running_plan
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 1)


@pytest.fixture(autouse=True)
def october(monkeypatch):
    """It is 01/10/2026 for the pages."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 10, 1, 2, tzinfo=UTC))


@pytest.fixture
def plan(school, head):
    """The teacher leads the first item, helps in the second, which comes each month."""
    plan = a_running_plan(school, head)
    first, second, *_ = plan.items.all()
    PlanItem.everywhere.filter(plan=plan).update(owners=["Hiệu trưởng"], supporting=[])
    PlanItem.everywhere.filter(pk=first.pk).update(
        owners=["Vì Thị Đôi"], recurrence="none", evidence_outputs="Sổ theo dõi", due_on=date(2026, 9, 30)
    )
    PlanItem.everywhere.filter(pk=second.pk).update(
        supporting=["Tổ trưởng tổ Năng khiếu"], recurrence="monthly", starts_on=None, due_on=None
    )
    lay_works(plan)
    return plan


@pytest.fixture
def teacher(school):
    return a_user(school, Role.STAFF, "Vì Thị Đôi")


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def named(school, person, since):
    name_holder(school, "Tổ trưởng tổ Năng khiếu", person, since=since, by=None, at=NOW)


def test_a_plan_has_what_one_leads_helps_in_and_gave_up(school, plan, teacher, head):
    first, second, third, *_ = plan.items.select_related("plan__unit")
    named(school, teacher.person, date(2026, 8, 1))
    report_progress(first.works.get(), state=WorkState.UNDER_WAY, percent=40, by=head, at=NOW)
    mine = personal_plan(teacher.person, school, today=TODAY)
    assert [(one.account.item, one.account.percent) for one in mine.leads] == [(first, 40)]
    assert [(one.account.item, one.state) for one in mine.helps] == [(second, "Xong 0/9 kỳ")]
    assert mine.leads[0].state == "Đang thực hiện (trễ hạn)"
    named(school, add_person(school, "Cà Văn Chung", by=None, at=NOW), date(2026, 11, 1))
    put_in_charge(third, teacher.person, "lead", since=date(2026, 11, 1), by=None, at=NOW)
    later = personal_plan(teacher.person, school, today=date(2026, 12, 1))
    assert [one.account.item for one in later.leads] == [first, third]
    assert [(one.account.item, one.until, len(one.account.works)) for one in later.past] == [
        (second, date(2026, 11, 1), 2)
    ]


def test_the_page_and_the_documents_say_the_same(school, plan, teacher):
    named(school, teacher.person, date(2026, 8, 1))
    client, base = signed_in(teacher), f"/don-vi/{school.slug}/ke-hoach-ca-nhan/"
    page = client.get(base).content.decode()
    answer = client.get(f"{base}tep.docx")
    assert "ke-hoach-ca-nhan-vi-thi-doi-2026-2027.docx" in answer["Content-Disposition"]
    document = docx.Document(BytesIO(answer.content))
    told = "\n".join(
        [
            *(paragraph.text for paragraph in document.paragraphs),
            *(cell.text for table in document.tables for row in table.rows for cell in row.cells),
        ]
    )
    for words in ("Vì Thị Đôi", "Việc chủ trì", "Việc phối hợp", "Sổ theo dõi", plan.items.first().improvement):
        assert words in page and words in told, words
    for words in ("KẾ HOẠCH CÁ NHÂN", "NGƯỜI LẬP KẾ HOẠCH", "HIỆU TRƯỞNG", "Hà Thị Mận"):
        assert words in told, words
    assert client.get(f"{base}tep.pdf").content.startswith(b"%PDF")


def test_each_sees_ones_own_and_the_head_sees_all(school, plan, teacher, as_head):
    client, base = signed_in(teacher), f"/don-vi/{school.slug}/ke-hoach-ca-nhan/"
    other = a_user(school, Role.STAFF, "Lò Thị Xuân", "gv-2").person
    assert client.get(base).status_code == 200
    for address in (f"{base}ca-truong/", f"{base}{other.pk}/", f"{base}{other.pk}/tep.pdf"):
        assert client.get(address).status_code == 403, address
    listed = as_head.get(f"{base}ca-truong/").content.decode()
    assert f"{base}{teacher.person.pk}/" in listed and f"{base}{other.pk}/" in listed
    assert plan.items.first().improvement in as_head.get(f"{base}{teacher.person.pk}/").content.decode()
    assert "Chưa có việc nào" in as_head.get(f"{base}{other.pk}/").content.decode()
    assert as_head.get(f"{base}{other.pk}/tep.pdf").content.startswith(b"%PDF")


def test_the_list_counts(school, plan, teacher):
    found = {one.person: one for one in personal_plans(school, today=TODAY).counts}
    mine = found[teacher.person]
    assert (mine.leads, mine.helps, mine.done, mine.late) == (1, 0, 0, 1)
    assert personal_plans(school, today=TODAY, asked="2026-2027").counts[0].leads > 0


def test_the_task_sheet_is_made_of_the_same(school, plan, teacher):
    paper = compose(PaperKind.ASSIGNMENT, Asked(school, TODAY, plan=plan, subject=teacher.person))
    assert paper.kind == "Phiếu giao việc"
    assert paper_from_json(paper_to_json(paper)) == paper
    assert b"PDF" in write_paper(paper, ".pdf")[:8]


@pytest.mark.parametrize("page", ["", "ca-truong/"])
def test_the_pages_cost_the_same_for_any_number(school, plan, as_head, page):
    def more(count):
        for n in range(count):
            person = add_person(school, f"Người Thứ {n}", by=None, at=NOW)
            PlanItem.everywhere.create(plan=plan, place=9000 + n, target_result="Thêm", owners=["Hiệu trưởng", f"V{n}"])
            name_holder(school, f"V{n}", person, since=NOW.date(), by=None, at=NOW)
        lay_works(plan)
        put_in_charge(
            plan.items.select_related("plan__unit").last(),
            add_person(school, "Thêm", by=None, at=NOW),
            "support",
            since=NOW.date(),
            by=None,
            at=NOW,
        )

    address = f"/don-vi/{school.slug}/ke-hoach-ca-nhan/{page}"
    assert_constant_queries(more, lambda: as_head.get(address), at_most=10)


def test_my_work_costs_ten_queries_with_charges_and_holders(school, plan, head, as_head):
    def more(count):
        for n in range(count):
            person = add_person(school, f"Người Thứ {n}", by=None, at=NOW)
            name_holder(school, "Hiệu trưởng", person, since=date(2026, 8, 1 + n), by=None, at=NOW, beside=True)
            item = plan.items.select_related("plan__unit")[n]
            put_in_charge(item, person, "lead", since=NOW.date(), by=None, at=NOW)

    assert_constant_queries(more, lambda: as_head.get(f"/don-vi/{school.slug}/viec-cua-toi/"), at_most=10)
