"""Two people at one plan, and a connection that comes and goes: nobody's text is lost."""

from typing import Any

import pytest
from playwright.sync_api import Route, expect

from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from journeys.plan_table import Table, stored
from web.builders import a_plan, a_user

POLL = "() => document.dispatchEvent(new Event('visibilitychange'))"


@pytest.fixture
def plan(school: Unit, head: User) -> SchoolPlan:
    return a_plan(school, head)


@pytest.fixture
def rows(plan: SchoolPlan) -> list[PlanItem]:
    return list(plan.items.order_by("place"))


@pytest.fixture
def table(site: Any, head: User, plan: SchoolPlan) -> Table:
    return Table(site.page(head), site, plan)


@pytest.fixture
def other(site: Any, school: Unit, plan: SchoolPlan) -> Table:
    return Table(site.page(a_user(school, Role.SECRETARY, "Vàng A Sình")), site, plan)


def write(table: Table, row: PlanItem, field: str, text: str) -> None:
    table.go(row, field)
    table.type(text)
    table.press("Tab")


def test_two_editors_never_overwrite_each_other(table: Table, other: Table, rows: list[PlanItem]):
    row = rows[0]
    write(other, row, "solution", "Bản của Sình")
    other.saved()
    write(table, row, "solution", "Bản của Mận")
    table.says("người khác đổi")
    conflict = table.page.locator(".conflict")
    expect(conflict).to_contain_text("Bản của Sình")
    expect(conflict).to_contain_text("Bản của Mận")
    assert stored(row, "solution") == "Bản của Sình"
    conflict.get_by_role("button", name="Giữ bản của tôi").click()
    table.saved()
    assert stored(row, "solution") == "Bản của Mận"
    write(other, row, "solution", "Bản sau của Sình")
    other.says("người khác đổi")
    assert stored(row, "solution") == "Bản của Mận"
    other.page.get_by_role("button", name="Lấy bản của Hà Thị Mận").click()
    other.shows(row, "solution", "Bản của Mận")
    expect(other.page.locator(".conflict")).to_have_count(0)
    other.press("Control+z")
    other.saved()
    assert stored(row, "solution") == "Bản sau của Sình"


def test_changes_of_different_cells_of_a_row_merge(table: Table, other: Table, rows: list[PlanItem]):
    write(other, rows[0], "indicators", "Chỉ số của Sình")
    other.saved()
    write(table, rows[0], "solution", "Giải pháp của Mận")
    table.saved()
    table.shows(rows[0], "indicators", "Chỉ số của Sình")
    expect(table.cell(rows[0], "indicators")).to_contain_text("Đã đổi (Vàng A Sình)")
    assert stored(rows[0], "indicators") == "Chỉ số của Sình"
    assert stored(rows[0], "solution") == "Giải pháp của Mận"


def test_each_sees_where_the_other_is_and_what_changed(table: Table, other: Table, rows: list[PlanItem]):
    other.go(rows[2], "solution")
    other.page.evaluate(POLL)
    write(other, rows[1], "resources", "Thêm 2 máy")
    other.saved()
    other.page.evaluate(POLL)
    other.page.wait_for_timeout(300)
    table.page.evaluate(POLL)
    table.shows(rows[1], "resources", "Thêm 2 máy")
    expect(table.page.locator(".mark-person")).to_contain_text("Vàng A Sình đang ở ô này")


def test_a_row_added_by_the_other_does_not_take_the_text_out_of_ones_hands(
    table: Table, other: Table, rows: list[PlanItem]
):
    table.go(rows[0], "solution")
    table.type("Đang viết dở")
    other.go(rows[0], "solution")
    other.press("Control+Shift+Enter")
    other.says("Đã thêm")
    table.page.evaluate(POLL)
    table.page.wait_for_timeout(600)
    table.type(" thì có mục mới")
    table.press("Tab")
    table.saved()
    expect(table.page.locator("tr[data-id]")).to_have_count(8)
    assert stored(rows[0], "solution") == "Đang viết dở thì có mục mới"


def test_text_for_a_row_that_was_deleted_goes_into_a_new_row(table: Table, other: Table, rows: list[PlanItem]):
    other.go(rows[0], "solution")
    other.press("Shift+F10", "ArrowUp", "ArrowUp", "Enter")
    other.says("Đã xóa mục")
    write(table, rows[0], "solution", "Viết tiếp ở mục đã xóa")
    expect(table.page.locator("tr[data-id] [data-f=solution] .v", has_text="Viết tiếp ở mục đã xóa")).to_have_count(1)
    table.saved()
    assert PlanItem.everywhere.filter(solution="Viết tiếp ở mục đã xóa", removed_at=None).count() == 1


def test_a_lost_connection_keeps_what_was_typed_and_sends_it_again(table: Table, rows: list[PlanItem]):
    table.page.context.set_offline(True)
    write(table, rows[0], "solution", "Viết khi mất mạng")
    table.says("Mất kết nối. Bài đã giữ trên máy")
    write(table, rows[1], "solution", "Viết thêm")
    assert stored(rows[0], "solution") != "Viết khi mất mạng"
    table.page.context.set_offline(False)
    table.saved()
    assert (stored(rows[0], "solution"), stored(rows[1], "solution")) == ("Viết khi mất mạng", "Viết thêm")
    forget_told(table)


def test_what_was_not_sent_survives_closing_the_page(table: Table, rows: list[PlanItem]):
    """Also the text of a cell that was still open."""
    table.page.route("**/o/**", lambda route: route.abort())
    write(table, rows[0], "solution", "Chưa gửi được")
    table.says("Mất kết nối")
    table.go(rows[1], "solution")
    table.type("Ô còn đang mở")
    table.page.unroute_all()
    table.load()
    table.saved()
    assert stored(rows[0], "solution") == "Chưa gửi được"
    assert stored(rows[1], "solution") == "Ô còn đang mở"
    forget_told(table)


def test_an_answer_that_got_lost_is_no_conflict_with_oneself(table: Table, rows: list[PlanItem]):
    def lose_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    table.page.route("**/o/solution/", lose_answer, times=1)
    write(table, rows[0], "solution", "Gửi hai lần")
    table.says("Mất kết nối")
    table.saved()
    expect(table.page.locator(".conflict")).to_have_count(0)
    forget_told(table)


def test_a_session_that_ended_keeps_the_text_and_says_so(table: Table, rows: list[PlanItem]):
    kept = table.page.context.cookies()
    table.page.context.clear_cookies(name="sessionid")
    write(table, rows[0], "solution", "Viết khi hết phiên")
    table.says("đăng nhập lại")
    table.page.context.add_cookies(kept)
    table.load()
    table.saved()
    assert stored(rows[0], "solution") == "Viết khi hết phiên"


def test_undo_is_refused_where_the_cell_was_changed_since(table: Table, other: Table, rows: list[PlanItem]):
    write(table, rows[0], "solution", "Bản một")
    table.saved()
    other.load()
    write(other, rows[0], "solution", "Bản của Sình")
    other.saved()
    table.page.evaluate(POLL)
    table.shows(rows[0], "solution", "Bản của Sình")
    table.press("Control+z")
    table.says("Không lùi được")
    assert stored(rows[0], "solution") == "Bản của Sình"


def forget_told(table: Table) -> None:
    """The browser's own words on connections that these journeys cut."""
    cut = ("ERR_INTERNET_DISCONNECTED", "ERR_FAILED")
    table.page.told[:] = [line for line in table.page.told if not any(word in line for word in cut)]  # type: ignore[attr-defined]
