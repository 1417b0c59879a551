"""The first page of a unit: what waits for the person, what only the head can settle, where the plan stands."""

from datetime import date

import pytest
from django.test import Client

from caitien_web.monitoring.actions.rounds import open_round, plan_round
from caitien_web.monitoring.actions.works import lay_works
from caitien_web.monitoring.models import Paper, Work
from caitien_web.plans.actions import consult_plan
from caitien_web.plans.models import PlanItem
from caitien_web.schools.models import Role
from web.builders import NOW, a_plan, a_user
from web.files import a_file, sample_word
from web.imports import an_import
from web.monitoring.builders import a_running_plan
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db


def test_the_head_sees_work_decisions_and_the_plan(school, head, as_head):
    plan = a_running_plan(school, head)
    Paper.everywhere.create(unit=school, plan=plan, kind="progress", title="Báo cáo", made_at=NOW)
    page = as_head.get(f"/don-vi/{school.slug}/").content.decode()
    for words in ("1 văn bản dự thảo chờ ban hành", "2026 - 2027", "Đang thực hiện"):
        assert words in page, words


def test_a_school_without_a_plan_for_the_year_is_led_to_its_last_one(school, head, as_head):
    at = f"/don-vi/{school.slug}/"
    assert "Lập từ kế hoạch trước" not in as_head.get(at).content.decode()
    a_plan(school, head, from_year=2020)
    waiting = an_import(school, a_file("ke-hoach-cu.docx", sample_word()), head)
    page = as_head.get(at).content.decode()
    for words in ("Lập từ kế hoạch năm học 2020 - 2021", "ke-hoach/moi/tu-ke-hoach-truoc/", f"nhap/{waiting.pk}/"):
        assert words in page, words
    staff = Client()
    staff.force_login(a_user(school, Role.STAFF, "Tòng Thị Ín"))
    page = staff.get(at).content.decode()
    assert "tu-ke-hoach-truoc" not in page and "ke-hoach-cu.docx" not in page


def test_a_draft_is_first_of_all_written(school, head, as_head):
    a_plan(school, head, from_year=2030)
    page = as_head.get(f"/don-vi/{school.slug}/").content.decode()
    assert page.index("Soạn tiếp") < page.index("Trình Hiệu trưởng")
    assert "Soạn tiếp</a>" in page and 'btn-primary" href="/don-vi/' + school.slug + '/ke-hoach/2030-2031/"' in page


def test_who_is_asked_for_comments_is_led_to_them(school, head, as_head):
    plan = a_plan(school, head, from_year=2030)
    consult_plan(plan, until=date(2030, 6, 15), by=head, at=NOW)
    staff, answers = Client(), f'href="/don-vi/{school.slug}/ke-hoach/2030-2031/gop-y/"'
    staff.force_login(a_user(school, Role.STAFF, "Tòng Thị Ín"))
    page = staff.get(f"/don-vi/{school.slug}/").content.decode()
    assert f'btn-primary" {answers}' in page and "Góp ý đến hết ngày 15/6/2030" in page
    parents, officer = Client(), Client()
    parents.force_login(a_user(school, Role.PARENT, "Vì Thị Đôi"))
    officer.force_login(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    for at in ("", "ke-hoach/"):
        assert "2030 - 2031" in parents.get(f"/don-vi/{school.slug}/{at}").content.decode(), at
        assert "2030 - 2031" not in officer.get(f"/don-vi/{school.slug}/{at}").content.decode(), at
    assert answers in parents.get(f"/don-vi/{school.slug}/").content.decode()
    page = as_head.get(f"/don-vi/{school.slug}/").content.decode()
    assert f'btn-secondary" {answers}' in page and "Xem và trả lời góp ý" in page


def test_an_authority_sees_its_schools(school, head):
    a_running_plan(school, head)
    client = Client()
    client.force_login(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    page = client.get(f"/don-vi/{school.parent.slug}/").content.decode()
    assert "Không có văn bản nào chờ tiếp nhận." in page


def test_who_looks_at_a_unit_below_is_led_back_to_the_own_one(school, head, as_head):
    officer = Client()
    officer.force_login(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    own = f'href="/don-vi/{school.parent.slug}/"'
    at_school = officer.get(f"/don-vi/{school.slug}/").content.decode()
    assert own in at_school and "Đổi đơn vị" in at_school
    assert "Đổi đơn vị" not in officer.get(f"/don-vi/{school.parent.slug}/").content.decode()
    assert "Đổi đơn vị" not in as_head.get(f"/don-vi/{school.slug}/").content.decode()


def test_the_first_page_costs_the_same_for_any_amount_of_work(school, head, as_head):
    plan = a_running_plan(school, head)

    def more(count):
        for n in range(count):
            PlanItem.everywhere.create(plan=plan, place=9000 + n, target_result="Thêm", owners=["Hiệu trưởng"])
            Paper.everywhere.create(unit=school, plan=plan, kind="progress", title="Báo cáo", made_at=NOW)
        lay_works(plan)

    assert_constant_queries(more, lambda: as_head.get(f"/don-vi/{school.slug}/"), at_most=10)


def test_the_monitoring_team_sees_what_waits_for_it(school, head):
    plan = a_running_plan(school, head)
    monitor = a_user(school, Role.MONITOR, "Tòng Thị Ban")
    client = Client()
    client.force_login(monitor)
    assert "Chờ tổ giám sát" not in client.get(f"/don-vi/{school.slug}/").content.decode()
    watched = plan_round(plan, "Đợt 1", planned_on=NOW.date(), by=monitor, at=NOW)
    works = Work.objects.of(school).filter(item__plan=plan)
    open_round(watched, works, held_on=NOW.date(), by=monitor, at=NOW)
    page = client.get(f"/don-vi/{school.slug}/").content.decode()
    assert f"{works.count()} việc chưa ghi kết quả trong đợt đang giám sát" in page
