"""Editing the plan's table by keyboard, pasting into it, on a phone; and the traps that were met on the way."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit
from journeys.looking import assert_accessible, assert_csp_clean, take_picture
from journeys.plan_table import Table, stored
from web.builders import a_plan, sample

WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.MsoNormal {margin:0}</style></head><body>"
    "<table class=MsoTableGrid style='border:none'><tr style='height:1pt'>"
    "<td style='width:100pt' onclick='x()'><p class=MsoNormal style='margin:0'>Rà soát\nhồ sơ<o:p></o:p></p>"
    "<p class=MsoListParagraph>·&nbsp;&nbsp; Lập danh mục</p></td>"
    "<td><p>Sổ theo dõi<br>Biên bản</p></td></tr></table></body></html>"
)


@pytest.fixture
def plan(school: Unit, head: User) -> SchoolPlan:
    return a_plan(school, head)


@pytest.fixture
def rows(plan: SchoolPlan) -> list[PlanItem]:
    return list(plan.items.order_by("place"))


@pytest.fixture
def table(site: Any, head: User, plan: SchoolPlan) -> Table:
    return Table(site.page(head), site, plan)


def test_a_row_is_filled_by_keyboard_only(table: Table, rows: list[PlanItem]):
    page, row = table.page, rows[0]
    page.locator("#o-soan").focus()
    table.press("Control+Home")
    assert table.active.startswith("Tiêu chí")
    table.type("1.3")
    table.press("Enter")
    table.saved()
    assert stored(row, "criterion") == "1.3"
    table.press("ArrowUp", "Tab", "Tab", "F2", "End")
    table.type(" Xong trước 20/11.")
    table.press("Alt+Enter")
    table.type("Có biên bản.")
    table.press("Tab")
    table.saved()
    assert stored(row, "target_result").endswith(" Xong trước 20/11.\nCó biên bản.")
    assert table.active.startswith("Hoạt động/giải pháp")
    table.press("Control+z")
    table.saved()
    assert "Xong trước" not in stored(row, "target_result")
    table.press("Control+y")
    table.saved()
    assert "Xong trước" in stored(row, "target_result")
    table.press("Delete")
    table.shows(row, "target_result", "")
    table.press("Control+z")
    table.load()
    expect(table.cell(row, "target_result")).to_contain_text("Xong trước")
    assert_csp_clean(page)


def test_escape_gives_back_the_old_text_and_lets_one_out_of_the_table(table: Table, rows: list[PlanItem]):
    old = rows[1].solution
    table.go(rows[1], "solution")
    table.type("Viết nhầm")
    table.press("Escape")
    table.shows(rows[1], "solution", old)
    table.press("Escape")
    table.says("Bấm Tab để ra khỏi bảng.")
    table.press("Tab")
    assert table.page.evaluate("() => document.activeElement.id") != "o-soan"
    assert stored(rows[1], "solution") == old


def test_words_typed_through_enter_without_a_pause_arrive(table: Table, rows: list[PlanItem]):
    table.go(rows[0], "progress")
    table.type("một")
    table.press("Enter")
    table.type("hai")
    table.press("Enter")
    table.type("ba")
    table.press("Enter")
    table.saved()
    for row, text in zip(rows, ("một", "hai", "ba"), strict=False):
        table.shows(row, "progress", text)
    table.page.wait_for_timeout(300)
    assert [stored(row, "progress") for row in rows[:3]] == ["một", "hai", "ba"]


def test_an_input_method_starts_on_the_first_key(table: Table, rows: list[PlanItem]):
    """Composition straight into a cell that is not open; Unikey's letter, Backspace, letter with its mark."""
    table.go(rows[0], "resources")
    session = table.page.context.new_cdp_session(table.page)
    session.send("Input.imeSetComposition", {"text": "tiê", "selectionStart": 3, "selectionEnd": 3})
    session.send("Input.insertText", {"text": "tiếng"})
    table.press("Tab")
    table.shows(rows[0], "resources", "tiếng")
    table.type("a")
    table.press("Backspace")
    table.page.keyboard.insert_text("ă")
    table.press("Tab")
    table.shows(rows[0], "evidence_outputs", "ă")


def test_a_block_of_word_and_of_excel_is_pasted_into_cells(table: Table, rows: list[PlanItem]):
    table.go(rows[0], "resources")
    table.paste("Rà soát", WORD)
    table.saved()
    assert stored(rows[0], "resources") == "Rà soát hồ sơ\n- Lập danh mục"
    assert stored(rows[0], "evidence_outputs") == "Sổ theo dõi\nBiên bản"
    assert_csp_clean(table.page)
    table.go(rows[1], "time_text")
    table.paste('Tháng 9\t"Tổ trưởng\nGiáo viên"\nHọc kỳ I\tKế toán\n')
    table.saved()
    assert stored(rows[1], "owner_text") == "Tổ trưởng\nGiáo viên"
    assert stored(rows[2], "start") == "2026-09"
    table.press("Control+z")
    table.saved()
    assert stored(rows[2], "time_text") == rows[2].time_text != "Học kỳ I"


def test_what_a_merged_cell_covers_is_told_and_comes_back(table: Table, rows: list[PlanItem]):
    table.go(rows[0], "time_text")
    before = stored(rows[1], "time_text")
    table.paste("", "<table><tr><td rowspan=2>Học kỳ I</td><td>Tổ A</td></tr><tr><td>Tổ B</td></tr></table>")
    table.says("Đã dán 4 ô; 1 ô để trống vì ô gộp. Ctrl+Z để hoàn tác.")
    table.saved()
    assert stored(rows[1], "time_text") == "" and stored(rows[1], "owner_text") == "Tổ B"
    table.press("Control+z")
    table.saved()
    assert stored(rows[1], "time_text") == before


def test_a_block_is_copied_as_table_and_text(table: Table, rows: list[PlanItem]):
    table.go(rows[0], "time_text")
    table.press("Shift+ArrowRight", "Shift+ArrowDown")
    assert table.page.locator("[aria-selected=true]").count() == 4
    copied = table.copied()
    assert copied["text"].split("\n")[0] == f"{rows[0].time_text}\t{rows[0].owner_text}"
    assert copied["html"].count("<td>") == 4


def test_the_list_finds_words_without_marks(table: Table, rows: list[PlanItem]):
    table.go(rows[0], "owner_text")
    table.press("Delete")
    table.type("Hiệu trưởng; to giam")
    expect(table.page.locator("#danh-sach-chon").get_by_role("option").first).to_have_text("Tổ giám sát")
    table.press("ArrowDown", "Enter", "Tab")
    table.saved()
    table.shows(rows[0], "owner_text", "Hiệu trưởng; Tổ giám sát")
    table.press("Shift+Tab", "Shift+Tab", "Alt+ArrowDown")
    assert table.page.locator("#danh-sach-chon").get_by_role("option").count() > 10
    table.press("Escape", "Escape")


def test_what_was_understood_is_said_and_what_cannot_be_is_refused(table: Table, rows: list[PlanItem]):
    table.go(rows[0], "time_text")
    table.type("Tháng 9")
    table.press("Enter")
    table.says("Phần mềm hiểu: 9/2026")
    table.go(rows[0], "criterion")
    table.type("chưa rõ")
    table.press("Tab")
    table.says("Không có tiêu chí")
    expect(table.cell(rows[0], "criterion")).to_contain_text("Chưa lưu")
    table.go(rows[0], "criterion")
    table.type("4.1")
    table.press("Tab")
    table.saved()
    expect(table.cell(rows[0], "criterion")).not_to_contain_text("Chưa lưu")


def test_rows_are_added_moved_split_removed_and_brought_back(table: Table, rows: list[PlanItem], plan: SchoolPlan):
    count = table.page.locator("tr[data-id]")
    table.go(rows[0], "solution")
    table.press("Control+Shift+Enter")
    expect(count).to_have_count(8)
    table.says("Đã thêm")
    table.press("Control+z")
    expect(count).to_have_count(7)
    table.go(rows[1], "solution")
    table.press("Alt+Shift+ArrowUp")
    expect(count.first).to_have_attribute("data-id", str(rows[1].pk))
    table.press("Alt+Shift+ArrowUp")
    table.says("Mục này đã ở đầu bảng.")
    table.go(rows[2], "solution")
    table.press("F2", "Control+Home", "End", "Shift+F10", "ArrowDown", "Enter")
    expect(count).to_have_count(8)
    assert stored(rows[2], "solution") == rows[2].solution.split("\n")[0]
    table.press("Shift+F10", "ArrowUp", "ArrowUp", "Enter")
    expect(count).to_have_count(7)
    table.press("Control+z")
    expect(count).to_have_count(8)
    assert plan.items.filter(removed_at=None).count() == 8


def test_the_panel_helps_and_a_finding_is_set_aside(table: Table, rows: list[PlanItem]):
    page = table.page
    page.get_by_role("button", name="Gợi ý, kiểm tra").click()
    table.go(rows[0], "criterion")
    table.type("1.3")
    table.press("Tab")
    expect(page.locator("#ben-canh")).to_contain_text("Tiêu chí 1.3 yêu cầu gì")
    table.go(rows[0], "solution")
    table.press("Delete")
    mark = page.locator(f'[id="muc-{rows[0].pk}"] .mark').first
    expect(mark).to_be_visible()
    expect(page.locator("#dem-loi")).to_contain_text(re.compile("lỗi|nên xem"))
    finding = page.locator("#ben-canh .finding").first
    finding.get_by_text("Bỏ qua", exact=True).click()
    finding.get_by_label("Lý do bỏ qua").fill("Việc này do xã làm.")
    finding.get_by_role("button", name="Bỏ qua lỗi này").click()
    expect(page.locator("#ben-canh")).to_contain_text("Đã bỏ qua: Việc này do xã làm.")


def test_rows_are_found_by_words_and_the_shortcuts_are_shown(table: Table, rows: list[PlanItem]):
    table.page.get_by_label("Tìm trong bảng").fill("phong chay")
    expect(table.page.locator("tr[data-id]:visible")).to_have_count(1)
    table.page.get_by_label("Tìm trong bảng").fill("")
    table.go(rows[0], "solution")
    table.press("?")
    expect(table.page.get_by_role("dialog")).to_contain_text("Phím tắt của bảng")
    table.press("Escape")


def test_everybody_can_use_it(site: Any, school: Unit, head: User, plan: SchoolPlan):
    """Accessible in every form of the table, light, dark and narrow; roles stay when rows become cards."""
    table = Table(site.page(head), site, plan)
    table.page.get_by_role("button", name="Gợi ý, kiểm tra").click()
    assert_accessible(table.page)
    nine = a_plan(school, head, value=sample("tieu-hoc-9-cot"), from_year=2025)
    nine_table = Table(site.page(head, phone=True), site, nine)
    assert nine_table.page.get_by_role("row").count() >= nine.item_count
    assert nine_table.page.get_by_role("gridcell").count() > nine.item_count
    assert_accessible(nine_table.page)
    take_picture(table.page, "bang-ke-hoach")


def test_on_a_phone_a_tap_opens_a_cell(site: Any, head: User, plan: SchoolPlan, rows: list[PlanItem]):
    table = Table(site.page(head, phone=True), site, plan)
    table.cell(rows[0], "improvement").tap()
    expect(table.page.locator(".editing")).to_have_count(1)
    table.type(" (sửa trên điện thoại)")
    table.page.locator("h1").tap()
    table.saved()
    assert stored(rows[0], "improvement").endswith("(sửa trên điện thoại)")
    card = table.page.locator(f'[id="muc-{rows[0].pk}"]')
    before = card.locator("[data-f]:visible").count()
    card.get_by_role("button", name="Xem thêm").click()
    assert card.locator("[data-f]:visible").count() > before


def test_without_javascript_rows_are_edited_by_forms(site: Any, head: User, plan: SchoolPlan, rows: list[PlanItem]):
    page = site.page(head, java_script_enabled=False)
    page.goto(site.url("plan", plan.unit.slug, plan.slug))
    page.get_by_role("link", name="Sửa mục 1").click()
    page.get_by_label("Mục tiêu cải tiến").fill("Dữ liệu nhập xong trong ngày.")
    page.get_by_role("button", name="Lưu mục").click()
    assert stored(rows[0], "target_result") == "Dữ liệu nhập xong trong ngày."
    page.get_by_role("button", name="Thêm mục", exact=True).click()
    assert plan.items.filter(removed_at=None).count() == 8


def test_it_prints_every_row(table: Table, rows: list[PlanItem]):
    table.page.emulate_media(media="print")
    assert table.page.locator("tr[data-id]:visible").count() == len(rows)
    expect(table.page.locator("#o-soan")).to_be_hidden()
    assert len(table.page.pdf(prefer_css_page_size=True)) > 20_000
