"""Rows of what was read are added, left out, split, joined and moved to another criterion; and all of it is undone."""

from typing import Any

import pytest
from django.test import Client

from caitien_web.history.models import Entry
from caitien_web.plans.models import PlanImport, SchoolPlan
from caitien_web.tenancy.models import Unit
from web.files import a_file
from web.imports import an_import


@pytest.fixture
def draft(school: Unit) -> PlanImport:
    return an_import(school, a_file())


def address(draft: PlanImport, rest: str) -> str:
    return f"/don-vi/{draft.unit.slug}/ke-hoach/nhap/{draft.pk}/{rest}"


def now(draft: PlanImport) -> PlanImport:
    return PlanImport.objects.of(draft.unit).select_related("unit").get(pk=draft.pk)


def items(draft: PlanImport) -> list[dict[str, Any]]:
    return now(draft).data["items"]


def do(client: Client, draft: PlanImport, what: str, item: int, **more: object) -> str:
    given = {"what": what, "item": item, "of": len(items(draft))} | more
    return client.post(address(draft, "dong/"), given, headers={"HX-Request": "true"}).content.decode()


def undo(client: Client, draft: PlanImport) -> str:
    return client.post(address(draft, "hoan-tac/"), headers={"HX-Request": "true"}).content.decode()


def write(client: Client, draft: PlanImport, item: int, field: str, text: str) -> str:
    given = {"item": item, "of": len(items(draft)), "field": field, "text": text}
    return client.post(address(draft, "o/"), given, headers={"HX-Request": "true"}).content.decode()


def test_a_removed_row_comes_back_with_its_places_and_doubts(as_head: Client, draft: PlanImport):
    draft.doubts = [{"code": "D13", "message": "Chữ chưa chắc", "hint": "", "place": {"item": 1, "field": "note"}}]
    draft.save()
    before = now(draft)
    page = do(as_head, draft, "bo", 1)
    assert "6 mục" in page and "Hoàn tác: bỏ mục 2" in page and now(draft).doubts == []
    write(as_head, draft, 1, "note", "Sửa mục phía dưới")
    assert "7 mục" not in undo(as_head, draft)
    page = undo(as_head, draft)
    after = now(draft)
    assert "7 mục" in page and 'data-go-to="muc-2"' in page
    assert (after.data, after.positions, after.doubts) == (before.data, before.positions, before.doubts)


def test_what_is_corrected_stays_when_the_removal_before_it_is_not_undone(as_head: Client, draft: PlanImport):
    do(as_head, draft, "bo", 0)
    write(as_head, draft, 0, "owner_text", "Kế toán; Văn thư")
    page = as_head.get(address(draft, "")).content.decode()
    assert "Kế toán; Văn thư" in page and items(draft)[0]["owners"] == ["Kế toán", "Văn thư"]
    assert "Hoàn tác: sửa ô" in page


def test_a_row_is_added_below_in_the_same_criterion(as_head: Client, draft: PlanImport):
    first, second = items(draft)[:2]
    do(as_head, draft, "them", 0)
    added = items(draft)[1]
    assert (added["criterion"], added.get("solution")) == (first["criterion"], None)
    assert items(draft)[2] == second
    undo(as_head, draft)
    assert len(items(draft)) == 7


def test_a_row_is_split_where_the_caret_stood(as_head: Client, draft: PlanImport):
    write(as_head, draft, 0, "solution", "- Tập huấn giáo viên.\n- Mua sách cho thư viện.")
    positions = now(draft).positions
    given = {"item": 0, "of": 7, "field": "solution", "position": len("- Tập huấn giáo viên.\n")}
    as_head.post(address(draft, "dong/tach/"), given)
    upper, lower = items(draft)[:2]
    assert (upper["solution"], lower["solution"]) == ("- Tập huấn giáo viên.", "- Mua sách cho thư viện.")
    assert lower["criterion"] == upper["criterion"] and lower["owners"] == upper["owners"]
    assert lower.get("budget_text") is None
    assert now(draft).positions["items.1.solution"] == positions["items.0.solution"]


def test_without_a_caret_the_first_line_stays(as_head: Client, draft: PlanImport):
    write(as_head, draft, 0, "solution", "- Việc một\n- Việc hai\n- Việc ba")
    as_head.post(address(draft, "dong/tach/"), {"item": 0, "of": 7, "field": "solution", "position": ""})
    assert [one["solution"] for one in items(draft)[:2]] == ["- Việc một", "- Việc hai\n- Việc ba"]


def test_a_cell_of_one_line_is_not_split(as_head: Client, draft: PlanImport):
    write(as_head, draft, 0, "solution", "Một việc")
    given = {"item": 0, "of": 7, "field": "solution", "position": ""}
    page = as_head.post(address(draft, "dong/tach/"), given, headers={"HX-Request": "true"})
    assert page.status_code == 422 and "đặt con trỏ" in page.content.decode()


def test_a_row_joins_the_one_above(as_head: Client, draft: PlanImport):
    first, second = items(draft)[:2]
    do(as_head, draft, "gop", 1)
    joined = items(draft)[0]
    assert joined["solution"] == f"{first['solution']}\n{second['solution']}"
    assert joined["criterion"] == first["criterion"] and len(items(draft)) == 6
    undo(as_head, draft)
    assert items(draft)[:2] == [first, second]


def test_the_first_row_has_none_above(as_head: Client, draft: PlanImport):
    assert "không có mục phía trên" in do(as_head, draft, "gop", 0)


def test_a_row_moves_to_another_criterion_with_its_title(as_head: Client, draft: PlanImport):
    page = as_head.get(address(draft, "")).content.decode()
    assert "<optgroup" in page and "Chưa rõ tiêu chí" in page
    answer = write(as_head, draft, 0, "criterion", "2.2")
    moved = items(draft)[0]
    assert (moved["criterion"], moved["standard"]) == ("2.2", 2)
    assert moved.get("criterion_title") is None or moved["criterion_title"] in answer


def test_the_same_button_pressed_twice_removes_one_row(as_head: Client, draft: PlanImport):
    do(as_head, draft, "bo", 0)
    assert "cửa sổ khác" in do(as_head, draft, "bo", 0, of=7)
    assert len(items(draft)) == 6


def test_without_scripts_one_comes_back_to_the_row(as_head: Client, draft: PlanImport):
    answer = as_head.post(address(draft, "dong/"), {"what": "them", "item": "2", "of": "7"})
    assert answer.status_code == 302 and answer["Location"].endswith("#muc-4")


def test_nothing_is_a_plan_before_it_is_confirmed_and_then_it_is_what_was_corrected(
    school: Unit, as_head: Client, draft: PlanImport
):
    do(as_head, draft, "bo", 6)
    do(as_head, draft, "them", 5)
    write(as_head, draft, 6, "solution", "Việc thêm khi đối chiếu")
    assert not SchoolPlan.objects.of(school).exists()
    as_head.post(address(draft, "xac-nhan/"), {"from_year": "2025", "span": "1"})
    rows = list(SchoolPlan.objects.of(school).get().items.values_list("solution", flat=True))
    assert len(rows) == 7 and rows[-1] == "Việc thêm khi đối chiếu"
    told = Entry.objects.of(school).filter(action="plans.import.corrected")
    assert told.count() == 3


def test_a_confirmed_draft_is_changed_no_more(as_head: Client, draft: PlanImport):
    as_head.post(address(draft, "xac-nhan/"), {"from_year": "2025", "span": "1"})
    assert "không sửa được nữa" in do(as_head, draft, "bo", 0)
    assert "không sửa được nữa" in undo(as_head, draft)


def test_many_steps_are_kept_but_not_without_end(as_head: Client, draft: PlanImport):
    for number in range(63):
        write(as_head, draft, 0, "note", f"lần {number}")
    assert len(now(draft).undo) == 60
