"""Saving cells: nobody's text is lost, whatever happens at once."""

import json
from typing import Any

import pytest
from django.test import Client

from caitien_web.history.models import Entry
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from web.builders import a_plan, a_user


@pytest.fixture
def plan(school: Unit, head: User) -> SchoolPlan:
    return a_plan(school, head)


@pytest.fixture
def row(plan: SchoolPlan) -> PlanItem:
    return plan.items.order_by("place")[0]


def at(plan: SchoolPlan, rest: str) -> str:
    return f"/don-vi/{plan.unit.slug}/ke-hoach/{plan.slug}/{rest}"


def save(client: Client, plan: SchoolPlan, row: PlanItem, field: str, value: str, base: int = 0, since: int = 0) -> Any:
    body = json.dumps({"value": value, "base": base, "since": since})
    return client.patch(at(plan, f"muc/{row.pk}/o/{field}/"), body, content_type="application/json")


def save_many(client: Client, plan: SchoolPlan, *changes: tuple[PlanItem, str, str, int]) -> Any:
    told = [{"row": str(row.pk), "field": f, "value": v, "base": b} for row, f, v, b in changes]
    return client.post(at(plan, "o/"), json.dumps({"changes": told}), content_type="application/json")


def a_colleague(school: Unit) -> Client:
    client = Client()
    client.force_login(a_user(school, Role.SECRETARY, "Vàng A Sình"))
    return client


def test_a_cell_is_saved_and_read(as_head: Client, plan: SchoolPlan, row: PlanItem):
    answer = save(as_head, plan, row, "time_text", "Tháng 9")
    assert answer.status_code == 200
    assert answer.json()["understood"] == "9/2026"
    row.refresh_from_db()
    assert (row.time_text, row.start, row.due_on.isoformat()) == ("Tháng 9", "2026-09", "2026-09-30")


def test_money_is_read_in_words(as_head: Client, plan: SchoolPlan, row: PlanItem):
    assert save(as_head, plan, row, "budget_text", "12,5 triệu").json()["understood"] == "12.500.000 đ"


def test_a_text_somebody_else_changed_meanwhile_is_not_overwritten(
    as_head: Client, plan: SchoolPlan, row: PlanItem, school: Unit
):
    other = a_colleague(school)
    first = save(other, plan, row, "solution", "Bản của Sình").json()
    answer = save(as_head, plan, row, "solution", "Bản của Mận", base=0)
    assert answer.status_code == 409
    assert answer.json()["value"] == "Bản của Sình"
    assert answer.json()["by"] == "Vàng A Sình"
    row.refresh_from_db()
    assert row.solution == "Bản của Sình"
    assert save(as_head, plan, row, "solution", "Bản của Mận", base=first["version"]).status_code == 200


def test_the_version_belongs_to_the_cell_and_not_to_the_row(
    as_head: Client, plan: SchoolPlan, row: PlanItem, school: Unit
):
    """Saving A must not hide that a colleague changed B, nor stand in B's way."""
    other = a_colleague(school)
    save(other, plan, row, "indicators", "Chỉ số của Sình")
    assert save(as_head, plan, row, "solution", "Giải pháp của Mận").status_code == 200
    assert save(as_head, plan, row, "indicators", "Chỉ số của Mận").status_code == 409


def test_a_repeated_save_is_no_conflict_with_oneself(as_head: Client, plan: SchoolPlan, row: PlanItem):
    first = save(as_head, plan, row, "solution", "Một bản").json()
    again = save(as_head, plan, row, "solution", "Một bản", base=0)
    assert (again.status_code, again.json()["version"]) == (200, first["version"])


def test_the_answer_tells_what_others_changed(as_head: Client, plan: SchoolPlan, row: PlanItem, school: Unit):
    now = save(as_head, plan, row, "solution", "Giải pháp").json()["others"]["now"]
    save(a_colleague(school), plan, row, "indicators", "Chỉ số mới")
    told = save(as_head, plan, row, "resources", "Nguồn lực", since=now).json()["others"]
    assert ("indicators", "Chỉ số mới") in [(cell["field"], cell["value"]) for cell in told["cells"]]


def test_a_cell_of_a_deleted_row_is_gone_and_a_wrong_criterion_is_refused(
    as_head: Client, plan: SchoolPlan, row: PlanItem
):
    refused = save(as_head, plan, row, "criterion", "không có tiêu chí này")
    assert refused.status_code == 422
    assert "Không có tiêu chí" in refused.json()["message"]
    as_head.post(at(plan, f"muc/{row.pk}/xoa/"))
    gone = save(as_head, plan, row, "solution", "Viết tiếp")
    assert (gone.status_code, gone.json()["value"]) == (410, "Viết tiếp")


def test_a_criterion_brings_its_title_and_standard(as_head: Client, plan: SchoolPlan, row: PlanItem):
    assert save(as_head, plan, row, "criterion", "Tiêu chí 4,2").json()["value"] == "4.2"
    row.refresh_from_db()
    assert (row.standard, bool(row.criterion_title)) == (4, True)


def test_without_a_session_the_script_is_told_so(plan: SchoolPlan, row: PlanItem):
    body = json.dumps({"value": "x", "base": 0})
    answer = Client().patch(
        at(plan, f"muc/{row.pk}/o/solution/"),
        body,
        content_type="application/json",
        headers={"accept": "application/json"},
    )
    assert answer.status_code == 401


def test_nobody_writes_into_a_plan_that_is_submitted(as_head: Client, plan: SchoolPlan, row: PlanItem):
    plan.state = "submitted"
    plan.save()
    answer = save(as_head, plan, row, "solution", "Viết thêm")
    assert answer.status_code == 422
    assert "Đã trình" in answer.json()["message"]


def test_what_no_cell_can_hold_is_refused_kindly(as_head: Client, plan: SchoolPlan, row: PlanItem):
    assert save(as_head, plan, row, "solution", "a" * 20_001).status_code == 422
    assert save(as_head, plan, row, "folded", "x").status_code == 422
    broken = as_head.patch(at(plan, f"muc/{row.pk}/o/solution/"), "{", content_type="application/json")
    assert broken.status_code == 422


def test_a_paste_is_one_transaction_with_a_constant_number_of_queries(
    as_head: Client, plan: SchoolPlan, django_assert_max_num_queries: Any
):
    rows = list(plan.items.order_by("place"))
    with django_assert_max_num_queries(24):
        answer = save_many(
            as_head, plan, *((r, f, f"Ô {f}", 0) for r in rows for f in ("solution", "resources", "note"))
        )
    assert answer.status_code == 200
    assert len(answer.json()["cells"]) == 3 * len(rows)
    assert len({change.batch for change in plan.cell_changes.all()}) == 1


def test_a_paste_into_changed_cells_saves_the_rest_and_tells_of_them(
    as_head: Client, plan: SchoolPlan, row: PlanItem, school: Unit
):
    save(a_colleague(school), plan, row, "solution", "Của Sình")
    answer = save_many(as_head, plan, (row, "solution", "Dán", 0), (row, "note", "Dán", 0))
    assert answer.status_code == 409
    assert {cell["field"]: cell["state"] for cell in answer.json()["cells"]} == {
        "solution": "conflict",
        "note": "saved",
    }


def test_the_history_tells_of_a_spell_of_editing_once(as_head: Client, plan: SchoolPlan, row: PlanItem, school: Unit):
    for text in ("Một", "Hai", "Ba"):
        save(as_head, plan, row, "note", text, base=10**9)
    assert Entry.objects.of(school).filter(action="plans.plan.edited").count() == 1
    assert plan.cell_changes.count() == 3


def test_people_see_each_other(as_head: Client, plan: SchoolPlan, row: PlanItem, school: Unit):
    as_head.get(at(plan, f"thay-doi/?since=0&o={row.pk}/solution"))
    told = a_colleague(school).get(at(plan, "thay-doi/?since=0")).json()
    assert told["people"] == [{"name": "Hà Thị Mận", "row": str(row.pk), "field": "solution"}]
