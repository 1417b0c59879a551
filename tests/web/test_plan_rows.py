"""Rows: added, split, moved, removed, brought back; the table and the row's own form."""

import pytest
from django.test import Client

from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit
from web.builders import a_plan, sample
from web.queries import assert_constant_queries


@pytest.fixture
def plan(school: Unit, head: User) -> SchoolPlan:
    return a_plan(school, head)


def at(plan: SchoolPlan, rest: str = "") -> str:
    return f"/don-vi/{plan.unit.slug}/ke-hoach/{plan.slug}/{rest}"


def rows(plan: SchoolPlan) -> list[PlanItem]:
    return list(plan.items.filter(removed_at=None).order_by("place"))


@pytest.mark.parametrize("name", ["ke-hoach-mau", "mam-non-tt57", "thcs-10-cot", "tieu-hoc-9-cot"])
def test_the_table_has_the_headings_of_the_form(name: str, school: Unit, head: User, as_head: Client):
    plan = a_plan(school, head, value=sample(name))
    page = as_head.get(at(plan)).content.decode()
    assert page.count('role="row"') >= plan.item_count + 1
    assert 'style="' not in page
    for item in rows(plan):
        assert f"muc-{item.pk}" in page


def test_a_row_is_added_below_another_with_its_criterion(as_head: Client, plan: SchoolPlan):
    first = rows(plan)[0]
    as_head.post(at(plan, "muc/"), {"after": first.pk})
    now = rows(plan)
    assert (len(now), now[0].pk) == (8, first.pk)
    plan.refresh_from_db()
    assert plan.item_count == 8


def test_rows_change_places_and_stop_at_the_ends(as_head: Client, plan: SchoolPlan):
    first, second, *_ = rows(plan)
    as_head.post(at(plan, f"muc/{second.pk}/chuyen/"), {"up": "1"})
    assert [row.pk for row in rows(plan)[:2]] == [second.pk, first.pk]
    answer = as_head.post(at(plan, f"muc/{second.pk}/chuyen/"), {"up": "1"}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["message"]) == (422, "Mục này đã ở đầu bảng.")


def test_a_removed_row_comes_back_with_all_its_texts(as_head: Client, plan: SchoolPlan):
    first = rows(plan)[0]
    as_head.post(at(plan, f"muc/{first.pk}/xoa/"))
    assert first.pk not in [row.pk for row in rows(plan)]
    assert "Lấy lại" in as_head.get(at(plan, "muc/da-xoa/")).content.decode()
    as_head.post(at(plan, f"muc/{first.pk}/khoi-phuc/"))
    assert rows(plan)[0].solution == first.solution


def test_a_cell_is_split_at_the_caret(as_head: Client, plan: SchoolPlan):
    first = rows(plan)[0]
    position = first.solution.index("\n") + 1
    as_head.post(at(plan, f"muc/{first.pk}/tach/"), {"field": "solution", "position": position})
    one, two, *_ = rows(plan)
    assert f"{one.solution}\n{two.solution}" == first.solution
    assert (two.criterion, two.owner_text, two.owners) == (first.criterion, first.owner_text, first.owners)


def test_rows_can_be_put_between_rows_many_times(as_head: Client, plan: SchoolPlan):
    first, second, *_ = rows(plan)
    for _ in range(14):
        as_head.post(at(plan, "muc/"), {"after": first.pk})
    places = [row.pk for row in rows(plan)]
    assert (places[0], places[15]) == (first.pk, second.pk)


def test_a_rows_own_form_saves_and_shows_a_conflict_beside_what_was_typed(as_head: Client, plan: SchoolPlan):
    first = rows(plan)[0]
    page = as_head.get(at(plan, f"muc/{first.pk}/")).content.decode()
    assert first.improvement in page
    as_head.post(at(plan, f"muc/{first.pk}/"), {"solution": "Bản một", "version-solution": "0"})
    answer = as_head.post(at(plan, f"muc/{first.pk}/"), {"solution": "Bản hai", "version-solution": "0"})
    text = answer.content.decode()
    assert (answer.status_code, "Bản một" in text, "Bản hai" in text) == (200, True, True)


def test_the_history_of_a_row_shows_differences(as_head: Client, plan: SchoolPlan):
    first = rows(plan)[0]
    as_head.post(at(plan, f"muc/{first.pk}/"), {"note": "Giao cho tổ văn phòng", "version-note": "0"})
    assert "<ins>Giao cho tổ văn phòng</ins>" in as_head.get(at(plan, f"muc/{first.pk}/lich-su/")).content.decode()


def test_the_page_asks_the_same_number_of_queries_whatever_the_number_of_rows(as_head: Client, plan: SchoolPlan):
    def add(rows: int) -> None:
        for _ in range(rows):
            as_head.post(at(plan, "muc/"))

    assert_constant_queries(add, lambda: as_head.get(at(plan)), few=1, more=20)


def test_findings_are_counted_set_aside_and_taken_up_again(as_head: Client, plan: SchoolPlan):
    first = rows(plan)[0]
    as_head.post(at(plan, f"muc/{first.pk}/"), {"owner_text": "", "version-owner_text": "0"})
    before = as_head.post(at(plan, "kiem-tra/")).json()
    assert sum(before["counts"].values()) > 0
    from caitien_web.plans.queries.findings import marks_of
    from caitien_web.plans.queries.table import rows_of

    plan.refresh_from_db()
    mark = marks_of(plan, rows_of(plan))[0]
    given = {
        "code": mark.finding.code,
        "item": mark.item.pk if mark.item else "",
        "quote": mark.finding.place.quote or "",
    }
    refused = as_head.post(at(plan, "kiem-tra/bo-qua/"), given, headers={"accept": "application/json"})
    assert refused.status_code == 422
    as_head.post(at(plan, "kiem-tra/bo-qua/"), given | {"reason": "Xã đã có văn bản riêng."})
    page = as_head.get(at(plan, "kiem-tra/")).content.decode()
    assert "Xã đã có văn bản riêng." in page
    assert as_head.post(at(plan, "kiem-tra/")).json()["counts"]["set_aside"] >= 1
    [entry] = plan.set_aside.all()
    as_head.post(at(plan, f"kiem-tra/bo-qua/{entry.pk}/bo/"))
    assert as_head.post(at(plan, "kiem-tra/")).json()["counts"] == before["counts"]


def test_the_panel_tells_what_the_criterion_asks(as_head: Client, plan: SchoolPlan):
    first = rows(plan)[0]
    as_head.post(at(plan, f"muc/{first.pk}/"), {"criterion": "1.3", "version-criterion": "0"})
    panel = as_head.get(at(plan, f"muc/{first.pk}/ben-canh/?o=solution")).content.decode()
    assert "Tiêu chí 1.3 yêu cầu gì" in panel
