"""A Word plan comes in: sent, held against the original, a cell set right, confirmed, and in the list."""

from typing import Any
from urllib.parse import unquote_plus

from playwright.sync_api import expect

from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit
from journeys.looking import assert_accessible, assert_csp_clean, take_picture
from web.builders import SAMPLES
from web.files import a_file, made
from web.imports import an_import


def test_a_word_plan_is_brought_in(site: Any, school: Unit, head: User):
    page = site.page(head)
    page.goto(site.url("plans", school.slug))
    take_picture(page, "ke-hoach-chua-co")
    assert_accessible(page)
    page.get_by_role("link", name="Nhập từ tệp").click()
    assert_accessible(page)
    page.set_input_files("input[type=file]", SAMPLES / "ke-hoach-mau.docx")
    page.get_by_role("button", name="Gửi và đọc").click()
    expect(page.get_by_role("heading", name="Đối chiếu bản đọc với bản gốc")).to_be_visible()
    expect(page.locator(".original-page img")).to_have_count(6, timeout=60_000)  # drawn by LibreOffice meanwhile
    expect(page.locator(".original-page img").first).to_be_visible()

    cell = page.locator("#o-0-owner_text")
    cell.focus()
    expect(page.locator(".original-page rect.here")).to_have_count(1)
    take_picture(page, "nhap-doi-chieu")
    cell.fill("Phó hiệu trưởng; Tổ trưởng tổ 4")
    cell.press("Tab")
    expect(page.locator(".read-cell", has=page.locator("#o-0-owner_text")).get_by_role("status")).to_have_text("Đã lưu")
    assert_accessible(page)
    take_picture(page, "nhap-sua-o")
    page.get_by_role("button", name="Nhập kế hoạch").click()
    expect(page.get_by_text("Đã nhập Kế hoạch")).to_be_visible()
    page.goto(site.url("plans", school.slug))
    expect(page.get_by_role("rowheader", name="2026 - 2027")).to_be_visible()
    take_picture(page, "ke-hoach-danh-sach")
    assert_accessible(page)
    assert SchoolPlan.objects.of(school).get().items.first().owners == ["Phó hiệu trưởng", "Tổ trưởng tổ 4"]
    assert_csp_clean(page)


def test_rows_are_set_right_before_they_are_a_plan(site: Any, school: Unit, head: User):
    page = site.page(head)
    page.route("**/ban-goc/", lambda route: route.fulfill(status=204))  # not about the pages of the original
    imported = an_import(school, a_file(), head)
    page.goto(site.url("plan-import", school.slug, imported.pk))
    menu = page.get_by_label("Thêm, tách, gộp, bỏ mục 1", exact=True)

    solution = page.locator("#o-0-solution")
    solution.fill("- Tập huấn giáo viên.\n- Mua sách cho thư viện.")
    solution.evaluate("area => area.setSelectionRange(22, 22)")
    menu.click()  # the cell is saved when it is left, and split where the caret stood
    take_picture(page, "nhap-viec-voi-muc")
    page.get_by_role("button", name="Tách làm hai").first.click()
    expect(page.locator("#o-1-solution")).to_have_value("- Mua sách cho thư viện.")
    expect(page.locator("#muc-2")).to_be_focused()
    expect(page.locator("#so-muc")).to_contain_text("8 mục")

    page.get_by_label("Thêm, tách, gộp, bỏ mục 2", exact=True).click()
    page.locator("#muc-2").get_by_role("button", name="Gộp vào mục 1").click()
    expect(page.locator("#o-0-solution")).to_have_value("- Tập huấn giáo viên.\n- Mua sách cho thư viện.")
    expect(page.locator("#muc-1")).to_be_focused()

    page.locator("#o-0-time_text").press("Control+Shift+Enter")  # by keyboard alone
    expect(page.locator("#muc-2")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(page.locator("#so-muc")).to_contain_text("7 mục")
    page.locator("#o-2-criterion").select_option("2.2")
    expect(page.locator("#c-2-criterion").get_by_role("status")).to_have_text("Đã lưu")
    expect(page.locator("#hoan-tac").get_by_role("button")).to_have_text("Hoàn tác: sửa ô “Tiêu chí” của mục 3")
    assert_accessible(page)

    page.locator("#o-3-time_text").fill("Viết dở, chưa rời ô")
    page.get_by_role("button", name="Nhập kế hoạch").click()
    expect(page.get_by_text("Đã nhập Kế hoạch")).to_be_visible()
    rows = list(SchoolPlan.objects.of(school).get().items.all())
    assert (len(rows), rows[2].criterion, rows[3].time_text) == (7, "2.2", "Viết dở, chưa rời ô")
    assert_csp_clean(page)


def test_what_could_not_be_sent_is_sent_again(site: Any, school: Unit, head: User):
    page = site.page(head)
    page.route("**/ban-goc/", lambda route: route.fulfill(status=204))  # not about the pages of the original
    imported = an_import(school, a_file(), head)
    page.goto(site.url("plan-import", school.slug, imported.pk))
    page.context.set_offline(True)
    page.locator("#o-0-time_text").fill("Viết lúc mất mạng")
    page.locator("#o-1-time_text").focus()
    expect(page.locator("#c-0-time_text").get_by_role("status")).to_have_text("Chưa lưu")
    note = page.locator("#thong-bao").get_by_text("Chưa gửi được: mất kết nối mạng.")
    expect(note).to_be_visible()
    take_picture(page, "nhap-mat-mang")
    page.locator("#o-1-time_text").fill("Ô thứ hai cũng chưa gửi được")
    page.locator("#o-2-time_text").focus()
    expect(page.locator("#c-1-time_text").get_by_role("status")).to_have_text("Chưa lưu")
    page.route(
        "**/o/", lambda route: route.abort() if "hai" in unquote_plus(route.request.post_data) else route.continue_()
    )
    page.context.set_offline(False)
    expect(page.locator("#c-0-time_text").get_by_role("status")).to_have_text("Đã lưu", timeout=15_000)
    expect(note).to_be_visible()  # the second cell is still not sent
    page.unroute("**/o/")
    expect(page.locator("#c-1-time_text").get_by_role("status")).to_have_text("Đã lưu", timeout=15_000)
    expect(note).to_have_count(0)
    imported.refresh_from_db()
    assert imported.data["items"][0]["time_text"] == "Viết lúc mất mạng"
    cut = ("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "htmx:afterRequest", "htmx:sendError")
    page.told[:] = [line for line in page.told if not any(word in line for word in cut)]


def test_a_pdf_points_at_the_place_on_its_page(site: Any, school: Unit, head: User, tmp_path: Any):
    page = site.page(head)
    page.goto(site.url("plan-new-file", school.slug))
    page.set_input_files("input[type=file]", made("pdf", 3, tmp_path))
    page.get_by_role("button", name="Gửi và đọc").click()
    page.locator(".read-cell textarea").nth(3).focus()
    expect(page.locator(".original-page rect.here")).to_have_count(1)
    expect(page.locator(".original-page img").first).to_be_visible()
    take_picture(page, "nhap-pdf")
    assert_accessible(page)
    assert_csp_clean(page)


def test_it_works_on_a_phone(site: Any, school: Unit, head: User):
    page = site.page(head, phone=True)
    page.goto(site.url("plan-new", school.slug))
    take_picture(page, "ke-hoach-moi-390")
    assert_accessible(page)
    page.goto(site.url("plan-new-file", school.slug))
    page.set_input_files("input[type=file]", SAMPLES / "ke-hoach-mau.docx")
    page.get_by_role("button", name="Gửi và đọc").click()
    expect(page.get_by_role("heading", name="Đối chiếu bản đọc với bản gốc")).to_be_visible()
    expect(page.locator(".original-page img")).to_have_count(6, timeout=60_000)
    take_picture(page, "nhap-doi-chieu-390")
    page.get_by_label("Thêm, tách, gộp, bỏ mục 1", exact=True).click()
    page.locator("#muc-1").get_by_role("button", name="Bỏ mục này").click()
    expect(page.locator("#so-muc")).to_contain_text("6 mục")
    page.locator(".import-undo.here").get_by_role("button", name="Hoàn tác: bỏ mục 1").click()
    expect(page.locator("#so-muc")).to_contain_text("7 mục")
    take_picture(page, "nhap-hoan-tac-390")
    assert_accessible(page)
