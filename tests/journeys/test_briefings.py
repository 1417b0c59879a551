"""Making a plan known: the head takes a conference down, a teacher reads on the phone."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from caitien_web.schools.actions import add_person
from caitien_web.schools.models import Role
from journeys.looking import assert_accessible, take_picture
from web.builders import NOW, a_user
from web.monitoring.builders import a_running_plan

NAMES = ("Lường Văn Pánh", "Cà Thị Mến", "Vì Văn Muôn", "Mè Thị Lún")


@pytest.fixture
def plan(site, school, head):
    for name in NAMES:
        add_person(school, name, duty="Giáo viên", by=None, at=NOW)
    return a_running_plan(school, head, from_year=timezone.localdate().year)


def test_from_the_conference_to_the_last_teacher(site, school, head, plan):
    teacher = a_user(school, Role.STAFF, "Vì Thị Đôi")
    page = site.page(head)
    page.goto(site.url("plan-briefings", school.slug, plan.slug))
    page.get_by_role("link", name="Ghi việc phổ biến").click()
    page.get_by_label("Nội dung").fill("Hội nghị cán bộ, viên chức, người lao động")
    page.get_by_label("Địa điểm, kênh").fill("Hội trường")
    page.get_by_label("Số người ngoài trường").fill("24")
    for name in NAMES:
        page.get_by_label(name).check()
    assert_accessible(page)
    page.get_by_role("button", name="Ghi", exact=True).click()
    expect(page.get_by_text("4/6 người của trường đã nắm được kế hoạch; 24 lượt người ngoài trường.")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Vì Thị Đôi")).to_be_visible()
    take_picture(page, "pho-bien")
    assert_accessible(page)

    phone = site.page(teacher, phone=True)
    phone.goto(site.url("unit", school.slug))
    phone.get_by_role("link", name="Xác nhận đã đọc").click()
    phone.get_by_role("button", name="Tôi đã đọc kế hoạch").click()
    expect(phone.get_by_text("5/6 người của trường đã nắm được kế hoạch")).to_be_visible()
    assert_accessible(phone)
