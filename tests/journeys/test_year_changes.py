"""In mid-year the head changes, and a plan of the old circular is closed into one of the new."""

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from caitien_web.monitoring.actions.year_end import end_item
from caitien_web.plans.actions.versions import take_over_plan
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.actions import replace_head
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit
from journeys.year import Clock, a_year, press
from web.builders import NOW, a_plan, sample
from web.monitoring.builders import SIGNING

LED = "Nâng chuẩn và năng lực số của giáo viên"  # the plan says: Hiệu trưởng, tổ trưởng chuyên môn


@pytest.fixture
def clock(monkeypatch: Any, settings: Any) -> Clock:
    settings.SESSION_COOKIE_AGE = 400 * 24 * 3600  # nobody signs in anew in this test
    return Clock(monkeypatch)


def test_another_head_in_mid_year_takes_over_the_work_and_no_plan_changes(
    site: Any, clock: Clock, school: Unit, head: User
):
    year = a_year(school, head)
    before = (year.plan.versions.get().sha256, year.item(LED).owner_text)
    old = site.page(head)
    clock.go_to(2026, 12, 1)
    old.goto(site.url("my-work", school.slug))
    expect(old.get_by_role("link", name=LED)).to_be_visible()
    replace_head(school, year.vice.person, on=date(2027, 1, 1), by=head, at=clock.now)

    clock.go_to(2027, 1, 4)
    new = site.page(year.vice)
    new.goto(site.url("work", school.slug, year.work(LED).pk))
    expect(new.get_by_role("complementary", name="Về việc này").get_by_text("Quàng Văn Lả")).to_be_visible()
    new.goto(site.url("my-work", school.slug))
    expect(new.get_by_role("link", name=LED)).to_be_visible()
    assert old.goto(site.url("my-work", school.slug)).status in (403, 404)
    assert (year.plan.versions.get().sha256, year.item(LED).owner_text) == before


def test_a_plan_of_the_old_circular_is_closed_into_one_of_the_new(site: Any, clock: Clock, school: Unit, head: User):
    plan = a_plan(school, head, value=sample("tieu-hoc-9-cot"), from_year=2025)
    take_over_plan(plan, SIGNING, by=head, at=NOW)
    *others, last = plan.items.select_related("plan__unit")
    for item in others:
        end_item(item, "partly", result="Còn một phần.", by=head, at=NOW)
    page = site.page(head)
    page.goto(site.url("item-end", school.slug, last.pk))
    page.check("[name=outcome][value=carried_over]")
    page.locator("main [name=reason]").fill("Chưa có kinh phí.")
    press(page, "Ghi kết quả")
    page.get_by_role("link", name="Lập kế hoạch năm sau").click()
    press(page, "Tạo bản nháp")
    drafted = SchoolPlan.objects.of(school).get(from_year=2026)
    assert (plan.edition, drafted.edition) == ("TT17-2018+TT22-2024", "TT57-2026-PT")
    assert drafted.items.get().carried_from == last
    expect(page.get_by_role("heading", name="Kế hoạch cải tiến chất lượng năm học 2026 - 2027")).to_be_visible()
