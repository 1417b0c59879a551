"""A council is drafted in rows, on a wide screen and on a phone, told what is wrong, issued and renewed."""

from typing import Any

from playwright.sync_api import expect

from caitien_web.schools.models import Body, Decision, User
from caitien_web.tenancy.models import Unit
from journeys.looking import assert_accessible, assert_csp_clean, take_picture
from web.bodies import some_people


def choose(page: Any, row: int, typed: str, name: str) -> None:
    """Type without marks and take the person from the list."""
    field = page.get_by_role("combobox", name="Họ và tên").nth(row)
    field.press_sequentially(typed)
    page.get_by_role("option", name=name).first.click()


def test_a_council_is_founded_by_typing_names_without_marks(site: Any, school: Unit, head: User):
    people = some_people(school, 5)
    page = site.page(head)
    page.goto(site.url("bodies", school.slug))
    take_picture(page, "to-chuc-trong")
    page.get_by_role("link", name="Quyết định mới").first.click()
    page.get_by_role("link", name="Thành lập Hội đồng tự đánh giá").click()
    page.get_by_role("button", name="Lập dự thảo").click()
    page.get_by_role("link", name="Hội đồng tự đánh giá", exact=True).click()
    for row, (typed, person) in enumerate(zip(("quang", "cam thi", "vi van", "me lun"), people[1:], strict=True), 1):
        choose(page, row, typed, person.full_name)
    expect(page.locator("#luu-y")).to_contain_text("5 thành viên.")
    expect(page.locator("#luu-y .alert")).to_have_count(0)
    page.get_by_role("button", name="Thêm dòng").click()
    page.get_by_role("combobox", name="Họ và tên").nth(7).fill("Lường Văn Pánh")
    page.get_by_role("checkbox", name="Người ngoài trường").nth(7).check()
    expect(page.locator("#luu-y")).to_contain_text("số lẻ")
    take_picture(page, "to-chuc-thanh-vien")
    assert_accessible(page)
    page.get_by_role("button", name="Xóa dòng").nth(7).click()
    expect(page.locator("#luu-y .alert")).to_have_count(0)
    page.get_by_role("button", name="Lưu hội đồng tự đánh giá").click()
    expect(page.get_by_text("Đã lưu Hội đồng tự đánh giá.")).to_be_visible()
    assert [one.name for one in Body.objects.of(school).get().members.select_related("person")] == [
        head.person.full_name,
        *(person.full_name for person in people[1:]),
    ]
    take_picture(page, "to-chuc-quyet-dinh")
    assert_accessible(page)
    page.get_by_role("link", name="Ban hành").click()
    page.get_by_label("Số, ký hiệu").fill("21/QĐ-THSN")
    assert_accessible(page)
    page.get_by_role("button", name="Ban hành quyết định").click()
    expect(page.get_by_text("Đã ban hành quyết định số 21/QĐ-THSN.")).to_be_visible()
    page.goto(site.url("bodies", school.slug))
    take_picture(page, "to-chuc")
    assert_accessible(page)
    assert_csp_clean(page)


def test_members_are_written_on_a_phone(site: Any, school: Unit, head: User):
    some_people(school, 3)
    page = site.page(head, phone=True)
    page.goto(site.url("decision_new", school.slug))
    page.get_by_label("Về việc").fill("Thành lập Tổ giám sát")
    page.get_by_role("button", name="Lập dự thảo").click()
    decision = Decision.objects.of(school).get()
    page.goto(site.url("body_add", school.slug, decision.pk, "monitoring"))
    choose(page, 0, "lo xuan", "Lò Thị Xuân")
    page.get_by_label("Công việc được giao").first.fill("Lập kế hoạch giám sát")
    page.get_by_role("combobox", name="Họ và tên").nth(1).fill("Người Lạ")
    page.get_by_role("button", name="Lưu tổ giám sát").click()
    expect(page.get_by_text("Không có “Người Lạ” trong danh sách nhân sự").first).to_be_visible()
    expect(page.get_by_label("Công việc được giao").first).to_have_value("Lập kế hoạch giám sát")
    take_picture(page, "to-chuc-sai-ten")
    assert_accessible(page)
    assert_csp_clean(page)
