"""Notices: from the bell in the page's head to the page that each is about; the head fits the narrowest screen."""

from typing import Any

from playwright.sync_api import expect

from caitien_web.plans.actions import submit_plan
from caitien_web.schools.actions import give_role
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from journeys.looking import assert_accessible, assert_fits, take_picture
from web.builders import NOW, SINCE, a_plan, a_school, a_user


def test_the_head_is_told_and_goes_to_the_plan(site: Any, school: Unit, head: User):
    secretary = a_user(school, Role.SECRETARY, "Lò Thị Thu")
    submit_plan(a_plan(school, secretary), by=secretary, at=NOW)
    other = a_school(school.parent, "Trường Phổ thông dân tộc bán trú Tiểu học Khe Sim", abbreviation="PTDTBT")
    give_role(head.person, Role.MONITOR, other, since=SINCE, by=None, at=NOW)
    page = site.page(head, phone=True)
    page.goto(site.url("unit", other.slug))
    assert_fits(page, 320)
    page.get_by_role("link", name="Thông báo, 1 chưa đọc").click()
    take_picture(page, "thong-bao")
    assert_accessible(page)
    page.get_by_role("link", name="trình Hiệu trưởng").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kế hoạch cải tiến chất lượng")
    expect(page.get_by_role("link", name="Thông báo", exact=True)).to_be_visible()
