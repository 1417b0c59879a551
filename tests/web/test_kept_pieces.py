"""What is drawn once and shown again: never an old cell, never another person's page."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import connection
from django.db.models import F
from django.test import Client
from django.utils.safestring import mark_safe

from caitien_web.plans import stamps
from caitien_web.plans.actions import (
    Signing,
    adjust_plan,
    approve_plan,
    begin_plan,
    close_plan,
    consult_plan,
    drop_adjustment,
    end_consultation,
    evaluate_plan,
    extend_consultation,
    issue_adjustment,
    issue_plan,
    publish_plan,
    return_plan,
    submit_plan,
    take_back_plan,
    unpublish_plan,
)
from caitien_web.plans.actions.cells import CellWrite, write_cells
from caitien_web.plans.actions.findings import check_now, set_aside_finding, take_up_finding
from caitien_web.plans.actions.rows import add_row, move_row, remove_row, restore_row, split_row
from caitien_web.plans.models import CellChange, PlanItem, PlanStamp, SchoolPlan, SetAside
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from caitien_web.ui.kept import Pieces, kept, pieces
from web.builders import NOW, a_plan, a_user
from web.queries import queries_of

SIGNING = Signing("12/KH-THSN", date(2026, 9, 14), "Hiệu trưởng", "Hà Thị Mận")
ANEW = Signing("15/KH-THSN", date(2026, 9, 14), "Hiệu trưởng", "Hà Thị Mận")


@pytest.fixture
def plan(school: Unit, head: User) -> SchoolPlan:
    return a_plan(school, head)


def at(plan: SchoolPlan, rest: str = "") -> str:
    return f"/don-vi/{plan.unit.slug}/ke-hoach/{plan.slug}/{rest}"


def stamp(plan: SchoolPlan) -> str:
    return PlanStamp.objects.of(plan.unit).get(plan=plan).value


def shown(client: Client, address: str) -> str:
    """The page without what changes with every request."""
    page = client.get(address).content.decode()
    page = re.sub(r'(name="csrfmiddlewaretoken" value=|"X-CSRFToken": )"[^"]+"', "", page)
    return re.sub(r'role="(status|alert)">.*?</div>', "", page)


# What is written between two looks at the page, in an order in which a plan can go through it.
def steps(plan: SchoolPlan, head: User) -> Iterator[Callable[[], Any]]:
    told = {"by": head, "at": NOW}
    row = plan.items.order_by("place")[1]

    def cells(value: str, field: str = "solution", base: int = 10**9) -> Any:
        return write_cells(plan, [CellWrite(row.pk, field, value, base)], **told)

    yield lambda: cells("Giải pháp viết lại")
    yield lambda: cells("2.1", "criterion")
    yield lambda: cells("Đang thực hiện", "progress")
    yield lambda: add_row(plan, after=row.pk, **told)
    yield lambda: split_row(plan, row.pk, field="solution", position=9, **told)
    yield lambda: move_row(plan, row.pk, up=True, **told)
    yield lambda: remove_row(plan, row.pk, **told)
    yield lambda: restore_row(plan, row.pk, **told)
    yield lambda: cells("")
    yield lambda: check_now(SchoolPlan.everywhere.select_related("unit").get(pk=plan.pk), at=NOW)
    yield lambda: set_aside_finding(plan, code=_code(plan), item=None, quote="", reason="Đã có ở văn bản khác.", **told)
    yield lambda: take_up_finding(plan.set_aside.get(), **told)
    yield lambda: cells("Giải pháp viết lần nữa")
    yield lambda: consult_plan(plan, until=date(2026, 9, 20), **told)
    yield lambda: extend_consultation(plan, until=date(2026, 9, 25), **told)
    yield lambda: end_consultation(plan, **told)
    yield lambda: submit_plan(plan, **told)
    yield lambda: take_back_plan(plan, **told)
    yield lambda: submit_plan(plan, **told)
    yield lambda: return_plan(plan, remark="Ghi rõ người thực hiện.", **told)
    yield lambda: _without_errors(plan, told)
    yield lambda: submit_plan(plan, **told)
    yield lambda: approve_plan(plan, **told)
    yield lambda: issue_plan(plan, SIGNING, **told)
    yield lambda: begin_plan(plan, **told)
    yield lambda: publish_plan(plan, parts=["table", "table.task"], **told)
    yield lambda: unpublish_plan(plan, **told)
    yield lambda: adjust_plan(plan, reason="Thêm kinh phí.", **told)
    yield lambda: cells("Giải pháp điều chỉnh")
    yield lambda: drop_adjustment(plan, **told)
    yield lambda: adjust_plan(plan, reason="Thêm kinh phí.", **told)
    yield lambda: cells("Giải pháp điều chỉnh")
    yield lambda: issue_adjustment(plan, ANEW, summary="Đổi giải pháp", approved_by="Hiệu trưởng", **told)
    yield lambda: evaluate_plan(plan, by=head, at=NOW + timedelta(days=60))
    yield lambda: close_plan(plan, by=head, at=NOW + timedelta(days=60))


def _code(plan: SchoolPlan) -> str:
    return check_now(SchoolPlan.everywhere.select_related("unit").get(pk=plan.pk), at=NOW)[0].finding.code


def _without_errors(plan: SchoolPlan, told: dict[str, Any]) -> None:
    for mark in check_now(SchoolPlan.everywhere.select_related("unit").get(pk=plan.pk), at=NOW):
        if mark.severity == "error":
            item = mark.item.pk if mark.item else None
            set_aside_finding(plan, code=mark.finding.code, item=item, quote="", reason="Sửa sau.", **told)


def test_after_every_action_each_person_sees_the_page_as_it_is_drawn_anew(plan: SchoolPlan, head: User):
    assert plan.unit.parent
    people = [head, a_user(plan.unit, Role.STAFF, "Lò Thị Thu"), a_user(plan.unit.parent, Role.OFFICER, "Vì Văn Chiến")]
    clients = []
    for person in people:
        clients.append(Client())
        clients[-1].force_login(person)
    addresses = [at(plan), at(plan, "bang/"), at(plan, "quy-trinh/")]
    seen = []
    for number, act in enumerate(steps(plan, head)):
        for client in clients:
            for address in addresses:
                client.get(address)
        act()
        warm = [shown(client, address) for client in clients for address in addresses]
        pieces.clear()
        cold = [shown(client, address) for client in clients for address in addresses]
        assert warm == cold, f"step {number}"
        seen.append(cold)
    assert sum(one != other for one, other in pairwise(seen)) > 25  # the steps are to be seen on these pages


def test_any_change_of_any_column_gives_another_stamp(plan: SchoolPlan, head: User):
    item = plan.items.all()[0]
    write_cells(plan, [CellWrite(item.pk, "note", "Một ghi chú", 0)], by=head, at=NOW)
    SetAside.everywhere.create(plan=plan, code="I01", reason="Có lý do.", by=head, at=NOW)
    for model in (SchoolPlan, PlanItem, CellChange, SetAside):
        rows = model.everywhere.filter(**({"pk": plan.pk} if model is SchoolPlan else {"plan": plan}))
        for field in model._meta.concrete_fields:
            if field.primary_key:
                continue
            before = stamp(plan)
            rows.update(**{field.name: F(field.name)})
            assert stamp(plan) != before, f"{model.__name__}.{field.name}"
    for model in (SetAside, CellChange, PlanItem):
        before = stamp(plan)
        model.everywhere.filter(plan=plan).delete()
        assert stamp(plan) != before, f"{model.__name__} deleted"


def test_a_change_of_one_plan_leaves_the_stamps_of_others(plan: SchoolPlan, school: Unit, head: User):
    other = a_plan(school, head, from_year=2030)
    before, others = stamp(plan), stamp(other)
    add_row(plan, by=head, at=NOW)
    assert (stamp(plan) != before, stamp(other)) == (True, others)


def test_a_deleted_plan_takes_its_stamp_along(plan: SchoolPlan):
    SchoolPlan.everywhere.filter(pk=plan.pk).delete()
    assert not PlanStamp.everywhere.filter(plan_id=plan.pk).exists()


def test_whatever_drawing_asks_of_the_database_stands_under_the_stamp(as_head: Client, plan: SchoolPlan):
    write_cells(plan, [CellWrite(plan.items.all()[0].pk, "solution", "", 0)], by=None, at=NOW)
    check_now(SchoolPlan.everywhere.select_related("unit").get(pk=plan.pk), at=NOW)
    as_head.get(at(plan))
    kept_now = Counter(_tables(lambda: as_head.get(at(plan)), keeps=True))
    drawn = set(Counter(_tables(lambda: as_head.get(at(plan)))) - kept_now) - {"django_cache"}
    assert drawn >= {"plans_planitem", "plans_cellchange", "plans_setaside", "history_entry"}
    not_shown = {"schools_user", "schools_person"}  # who set a finding aside comes along, for other pages
    assert drawn - not_shown <= set(stamps.CHANGED)


def _tables(ask: Callable[[], Any], *, keeps: bool = False) -> Iterator[str]:
    from django.test.utils import CaptureQueriesContext

    if keeps:
        with CaptureQueriesContext(connection) as caught:
            ask()
        asked = [query["sql"] for query in caught.captured_queries]
    else:
        asked = queries_of(ask)
    for sql in asked:
        yield from re.findall(r'(?:FROM|JOIN) "?(\w+)"?', sql)


def test_nobody_sees_the_name_or_the_token_of_somebody_else(as_head: Client, plan: SchoolPlan, head: User):
    secretary = a_user(plan.unit, Role.SECRETARY, "Quàng Thị Hiền")
    pieces.clear()
    first = as_head.get(at(plan)).content.decode()
    client = Client()
    client.force_login(secretary)
    second = client.get(at(plan)).content.decode()
    tokens = [set(re.findall(r'csrfmiddlewaretoken" value="(\w+)"', page)) for page in (first, second)]
    assert tokens[0] and tokens[1] and not tokens[0] & tokens[1]
    for page, own, other in ((first, head, secretary), (second, secretary, head)):
        assert f'data-name="{own}"' in page and f"{own}: tài khoản" in page
        assert f'data-name="{other}"' not in page and f"{other}: tài khoản" not in page


def test_who_lost_a_right_is_not_shown_what_it_opened(as_head: Client, plan: SchoolPlan, head: User):
    assert "Thêm mục" in as_head.get(at(plan)).content.decode()
    head.person.roles.update(role=Role.STAFF)
    page = as_head.get(at(plan)).content.decode()
    assert "Thêm mục" not in page and "Trình Hiệu trưởng" not in page


def test_what_a_refused_post_showed_is_not_kept(as_head: Client, plan: SchoolPlan):
    pieces.clear()
    as_head.post(at(plan, "buoc/lay-y-kien/"), {"until": ""})
    assert not [key for key in pieces._kept if isinstance(key, tuple) and key[0] == "plan_status"]


def test_triggers_that_a_migration_lost_are_laid_again(plan: SchoolPlan):
    before = stamp(plan)
    stamps.lift_before_migrations(plan=[object()])
    assert not stamps.is_laid() and stamp(plan) != before
    stamps.lay_after_migrations()
    before = stamp(plan)
    SchoolPlan.everywhere.filter(pk=plan.pk).update(closing="Khác")
    assert stamps.is_laid() and stamp(plan) != before


def test_pieces_are_bounded_and_the_least_asked_goes_first():
    store = Pieces(most=10)
    for key in ("a", "b"):
        store.keep(key, mark_safe("12345"))
    store.get("a")
    store.keep("c", mark_safe("123"))
    assert [store.get(key) for key in ("a", "b", "c")] == ["12345", None, "123"]
    assert store.keep("d", mark_safe("longer than all")) and store.get("d") is None
    assert Pieces(seconds=-1).keep("e", mark_safe("1")) and store.get("e") is None


def test_a_piece_is_told_plain_values_only(school: Unit):
    with pytest.raises(TypeError, match="plain values"):
        kept("ui/progress.html", {"done": school})
    same = [kept("ui/progress.html", {"done": done, "total": 1, "label": label}) for done, label in _likes()]
    assert len(set(same)) == 3


def _likes() -> list[tuple[Any, Any]]:
    return [(1, "<b>"), (True, "<b>"), (1, mark_safe("<b>"))]
