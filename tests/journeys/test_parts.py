"""The parts that pages are made of, each at work in the gallery."""

import pytest
from playwright.sync_api import Page, expect

from journeys.looking import assert_accessible

GALLERY = "/cong-khai/cac-phan/"


@pytest.fixture
def gallery(site, settings) -> Page:
    settings.ROOT_URLCONF = "journeys.gallery"
    page = site.page()
    page.goto(site.address + GALLERY)
    return page


def test_every_part_is_usable_by_everybody(gallery):
    assert_accessible(gallery)


def test_errors_stand_beside_their_fields_and_lead_to_them(gallery):
    gallery.get_by_role("textbox", name="Kinh phí").fill("nhiều lắm")
    gallery.get_by_role("button", name="Lưu").click()
    summary = gallery.get_by_role("alert").filter(has_text="chỗ cần sửa")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Kinh phí").click()
    field = gallery.get_by_role("textbox", name="Kinh phí")
    expect(field).to_be_focused()
    expect(field).to_have_value("nhiều lắm")
    expect(field).to_have_accessible_description("Chưa rõ số tiền. Ghi bằng số, ví dụ 12.500.000.")
    assert gallery.title().startswith("Lỗi: ")
    assert_accessible(gallery)


def test_a_form_takes_days_sums_and_files_as_people_give_them(gallery):
    gallery.get_by_label("Tên minh chứng").fill("Quyết định 12")
    gallery.get_by_label("Bản giấy").check()
    gallery.get_by_label("Đã đối chiếu").check()
    gallery.get_by_label("Ngày").fill("5/9/2026")
    gallery.get_by_role("textbox", name="Kinh phí").fill("12,5 triệu")
    files = [{"name": f"anh-{n}.txt", "mimeType": "text/plain", "buffer": b"x" * 1500 * n} for n in (1, 2)]
    gallery.locator("input[type=file]").first.set_input_files(files)
    expect(gallery.locator(".upload-chosen li")).to_have_text(["anh-1.txt · 2 kB", "anh-2.txt · 3 kB"])
    gallery.get_by_role("button", name="Lưu").click()
    told = "Đã nhận 12500000 đ, 2026-09-05, anh-1.txt 1500, anh-2.txt 3000."
    expect(gallery.get_by_role("status")).to_have_text(told)


def test_a_file_too_large_is_told_before_it_is_sent(gallery):
    large = {"name": "phim.txt", "mimeType": "text/plain", "buffer": b"x" * 1_500_000}
    gallery.locator("input[type=file]").first.set_input_files([large])
    expect(gallery.locator(".too-large")).to_have_text("phim.txt · 1,5 MB · quá 1,0 MB, giảm cỡ trước khi gửi")


def test_pages_of_a_list_keep_what_was_asked(gallery):
    gallery.goto(gallery.url + "?tu=abc")
    gallery.get_by_role("link", name="Trang sau").click()
    assert "tu=abc" in gallery.url and "trang=2" in gallery.url
    expect(gallery.get_by_text("Trang 2 / 12")).to_be_visible()


def test_a_dialogue_opens_and_closes(gallery):
    gallery.get_by_role("button", name="Rút minh chứng").click()
    expect(gallery.get_by_role("dialog", name="Rút minh chứng?")).to_be_visible()
    gallery.get_by_role("button", name="Đóng").click()
    expect(gallery.get_by_role("dialog")).to_be_hidden()


def test_dark_is_a_choice_that_stays(site, head):
    page = site.page(head)
    page.goto(site.url("account"))
    page.get_by_label("tài khoản, giao diện, đăng xuất").click()
    page.get_by_role("button", name="Tối").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 22, 29)"
    page.goto(site.url("account"))
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_menus_close_by_escape_and_give_the_focus_back(site, head):
    page = site.page(head)
    page.goto(site.url("account"))
    menu = page.get_by_label("tài khoản, giao diện, đăng xuất")
    menu.click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_hidden()
    expect(menu).to_be_focused()


def test_the_keyboard_reaches_the_content_first(site, head):
    page = site.page(head)
    page.goto(site.url("account"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_day_is_chosen_from_the_calendar(gallery):
    """The calendar itself is the browser's; what it gives is written as people write days."""
    expect(gallery.get_by_role("button", name="Mở lịch")).to_be_visible()
    gallery.locator(".day-choice").evaluate(
        "(field) => { field.value = '2026-09-05'; field.dispatchEvent(new Event('change')); }"
    )
    expect(gallery.get_by_label("Ngày")).to_have_value("05/9/2026")


def test_on_paper_the_content_stands_alone_in_black_on_white(gallery):
    gallery.emulate_media(media="print", color_scheme="dark")
    for part in (".site-head", ".filters", ".tabs", ".pages", ".actions >> nth=0"):
        expect(gallery.locator(part)).to_be_hidden()
    expect(gallery.get_by_role("heading", level=1)).to_be_visible()
    assert gallery.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert gallery.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_everything_works_with_larger_letters(gallery):
    """A person who sets the browser's letters to 200 %."""
    gallery.set_viewport_size({"width": 1280, "height": 800})
    gallery.evaluate("document.documentElement.setAttribute('class', 'twice')")
    gallery.evaluate(
        "new CSSStyleSheet().replace('html.twice { font-size: 200% }').then((s) => document.adoptedStyleSheets = [s])"
    )
    assert gallery.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
