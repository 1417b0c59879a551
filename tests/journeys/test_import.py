"""A Word plan comes in: sent, held against the original, a cell set right, confirmed, and in the list."""

from typing import Any

from playwright.sync_api import expect

from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit
from journeys.looking import assert_accessible, assert_csp_clean, take_picture
from web.builders import SAMPLES
from web.files import made


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
    take_picture(page, "nhap-doi-chieu-390")
