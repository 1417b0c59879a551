"""In mid-year another deputy takes over a role of the plan: the head names him, on a wide screen and on a phone."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from caitien_web.schools.models import RoleHolder, User
from caitien_web.tenancy.models import Unit
from journeys.looking import assert_accessible, assert_csp_clean, take_picture
from journeys.year import SAFETY, Clock, a_year, press

ROLE = "Phó hiệu trưởng"  # the plan says so at SAFETY


@pytest.fixture
def clock(monkeypatch: Any, settings: Any) -> Clock:
    settings.SESSION_COOKIE_AGE = 400 * 24 * 3600  # nobody signs in anew in this test
    return Clock(monkeypatch)


def name(page: Page, typed: str, person: str, since: str) -> None:
    """Type a name without marks, take the person from the list, say from when."""
    page.get_by_role("combobox", name="Người được phân công").press_sequentially(typed)
    page.get_by_role("option", name=person).first.click()
    page.get_by_label("Từ ngày", exact=True).fill(since)
    press(page, "Phân công")


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "phone"])
def test_another_deputy_takes_over_in_mid_year(site: Any, clock: Clock, school: Unit, head: User, phone: bool):
    year = a_year(school, head)
    before = (year.plan.versions.get().sha256, year.item(SAFETY).owner_text)
    clock.go_to(2026, 10, 5)
    page = site.page(head, phone=phone)
    page.goto(site.url("bodies", school.slug))
    page.get_by_role("link", name="Phân công trong kế hoạch").click()
    expect(page.get_by_role("heading", name="Chưa có người")).to_be_visible()
    take_picture(page, "phan-cong")
    assert_accessible(page)
    page.get_by_role("link", name=ROLE, exact=True).click()
    expect(page.get_by_text("Vì vai trò Phó hiệu trưởng")).to_be_visible()
    name(page, "quang", "Quàng Văn Lả", "05/10/2026")
    name(page, "vi van", "Vì Văn Muôn", "04/01/2027")
    expect(page.get_by_text(f"Đã phân công Vì Văn Muôn làm “{ROLE}” từ 04/01/2027.")).to_be_visible()
    expect(page.get_by_text("05/10/2026 – trước 04/01/2027")).to_be_visible()

    old, new = site.page(year.vice, phone=phone), site.page(year.member, phone=phone)
    clock.go_to(2026, 12, 1)
    for window, sees in ((old, True), (new, False)):
        window.goto(site.url("my-work", school.slug))
        expect(window.get_by_role("link", name=SAFETY)).to_have_count(int(sees))
    clock.go_to(2027, 1, 4)
    page.reload()
    take_picture(page, "phan-cong-vai-tro")
    assert_accessible(page)
    new.goto(site.url("my-work", school.slug))
    expect(new.get_by_role("link", name=SAFETY)).to_be_visible()
    old.goto(site.url("my-work", school.slug))
    expect(old.get_by_role("link", name=SAFETY)).to_be_hidden()
    old.get_by_text("Trước đây tôi phụ trách").click()
    expect(old.get_by_role("link", name=SAFETY)).to_be_visible()
    assert_accessible(old)
    assert (year.plan.versions.get().sha256, year.item(SAFETY).owner_text) == before
    assert RoleHolder.objects.of(school).count() == 2
    for window in (page, old, new):
        assert_csp_clean(window)


def test_who_types_before_the_script_has_come_chooses_all_the_same(site: Any, clock: Clock, school: Unit, head: User):
    year = a_year(school, head)
    clock.go_to(2026, 10, 5)
    page, held = site.page(head), []
    page.route("**/schools/people*.js", lambda route: held.append(route))
    page.goto(site.url("item-people", school.slug, year.item(SAFETY).pk), wait_until="commit")
    field = page.get_by_label("Người được giao")
    field.press_sequentially("lo")
    held[0].continue_()
    expect(page.get_by_role("option", name="Lò Thị Xuân")).to_be_visible()
    field.press_sequentially(" xuan")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Lò Thị Xuân")


def test_somebody_is_put_in_charge_by_name_and_has_a_personal_plan(site: Any, clock: Clock, school: Unit, head: User):
    year = a_year(school, head)
    clock.go_to(2026, 10, 5)
    page, phone = site.page(head), site.page(year.teacher, phone=True)
    page.goto(site.url("work", school.slug, year.work(SAFETY).pk))
    page.get_by_text("Thao tác khác").click()
    page.get_by_role("link", name="Giao đích danh, đổi người").click()
    page.get_by_role("combobox", name="Người được giao").press_sequentially("lo xuan")
    page.get_by_role("option", name="Lò Thị Xuân").click()
    page.get_by_label("Chủ trì, thay cho Bảo vệ").check()
    take_picture(page, "giao-dich-danh", phone=False)
    assert_accessible(page)
    press(page, "Giao việc")
    expect(page.get_by_text("Đã giao Lò Thị Xuân chủ trì mục này.")).to_be_visible()

    phone.goto(site.url("my-work", school.slug))
    expect(phone.get_by_role("link", name=SAFETY)).to_be_visible()
    phone.get_by_role("link", name="Kế hoạch cá nhân").click()
    expect(phone.get_by_role("heading", name="Việc chủ trì")).to_be_visible()
    expect(phone.get_by_role("link", name=SAFETY)).to_be_visible()
    assert_accessible(phone)
    with phone.expect_download() as coming:
        phone.get_by_role("link", name="Word").click()
    assert coming.value.suggested_filename == "ke-hoach-ca-nhan-lo-thi-xuan-2026-2027.docx"
    page.goto(site.url("personal-plans", school.slug))
    page.get_by_role("link", name="Lò Thị Xuân").click()
    take_picture(page, "ke-hoach-ca-nhan", phone=False)
    assert_accessible(page)
    for window in (page, phone):
        assert_csp_clean(window)
