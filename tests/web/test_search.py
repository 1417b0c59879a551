"""Search: what is found, by whom, and that the index follows every change by itself."""

import re
from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from django.test import Client
from django.utils.html import strip_tags

from caitien.plan import DocumentInfo, Item
from caitien_web.plans.actions.restoring import drop_adjustment
from caitien_web.plans.actions.versions import adjust_plan, take_over_plan
from caitien_web.plans.convert import read_again
from caitien_web.plans.models import PLAN_PARTS, PlanItem, SchoolPlan, SearchText
from caitien_web.plans.search_index import is_laid, lay_after_migrations, lift, lift_before_migrations, rebuild
from caitien_web.schools.models import Role
from caitien_web.tenancy.actions import move_unit
from web.builders import NOW, a_commune, a_plan, a_province, a_school, a_user, sample
from web.monitoring.builders import SIGNING
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db


def items(*texts: str, **given):
    """A plan that says nothing beside its items."""
    rows = tuple(Item(criterion="4.1", standard=4, solution=text, **given) for text in texts)
    silent = dict.fromkeys(PLAN_PARTS, ()) | {"document": DocumentInfo(), "signatory": None}
    return replace(sample(), items=rows, closing=None, **(silent | {"prior_results": None}))


def ask(client: Client, unit, **query) -> str:
    answer = client.get(f"/don-vi/{unit.slug}/tim/", query)
    assert answer.status_code == 200
    return answer.content.decode()


def hits(client: Client, unit, **query) -> int:
    told = re.search(r'role="status">(\d*)', ask(client, unit, **query))
    return int(told[1] or 0) if told else -1


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def plan(school, head) -> SchoolPlan:
    return a_plan(
        school,
        head,
        value=items("Sửa thư viện xanh", "Viện trợ thêm sách giáo khoa, thu gọn kho", "Trồng cây", owners=("Kế toán",)),
    )


def open_up(plan: SchoolPlan, state: str = "issued") -> None:
    for step in ("submitted", "approved", "issued"):
        if plan.state == state:
            return
        plan.state, plan.signed_on = step, date(2026, 9, 5)
        plan.save()


def test_words_are_found_with_and_without_marks(as_head, school, plan):
    assert hits(as_head, school) == -1
    assert hits(as_head, school, q="thư viện") == hits(as_head, school, q="THU VIEN") == 2
    assert hits(as_head, school, q='"thư viện"') == 1
    assert hits(as_head, school, q="giao kho*") == 1
    assert hits(as_head, school, q="bể bơi") == 0
    assert hits(as_head, school, q="tro") == hits(as_head, school, q="tron*") == 1  # not finished: as a beginning


def test_the_closest_hit_stands_first_and_its_words_are_marked(as_head, school, plan):
    page = ask(as_head, school, q="thu vien")
    assert page.index("Sửa ") < page.index("trợ thêm")
    assert "<mark>thư</mark> <mark>viện</mark>" in page
    item = plan.items.get(solution="Sửa thư viện xanh")
    assert f"/don-vi/{school.slug}/ke-hoach/2026-2027/#muc-{item.pk}" in page


def test_what_is_typed_is_never_mark_up_nor_query_language(as_head, school, plan):
    for typed in ('<script>alert("x")</script>', "a' OR 1=1", '"', "* - ( AND NOT", "=utruong", "x" * 300, "%s \\"):
        page = ask(as_head, school, q=typed)
        assert "<script>alert" not in page
    assert hits(as_head, school, q=f"=u{school.slug}") == 0


def test_filters(as_head, school, plan):
    assert hits(as_head, school, tieu_chuan="4") == 3
    assert hits(as_head, school, tieu_chuan="5") == 0
    assert hits(as_head, school, tieu_chi="4.1", nam="2026", trang_thai="draft", nguoi="kế toán") == 3
    assert hits(as_head, school, nam="2025") == hits(as_head, school, q="cây", nguoi="hiệu trưởng") == 0
    assert hits(as_head, school, kinh_phi="1") == 0
    item = plan.items.first()
    item.budget_text = "50 triệu đồng"
    read_again(item, "budget_text")
    item.save()
    assert hits(as_head, school, kinh_phi="10") == 1
    assert hits(as_head, school, kinh_phi="100") == 0


def test_texts_beside_the_table_are_found(as_head, school, plan):
    plan.parts |= {"purposes": ["Nâng cao văn hóa đọc của học sinh"]}
    plan.save(update_fields=["parts"])
    page = ask(as_head, school, q="văn hóa đọc")
    assert "Các phần ngoài bảng" in page and "<mark>hóa</mark>" in page


def test_the_index_follows_changes_removals_and_bulk_writes(as_head, school, plan):
    row = plan.items.get(solution="Trồng cây")
    row.solution = "Đào giếng"
    read_again(row, "solution")
    PlanItem.everywhere.bulk_update([row], ["solution", "folded"])
    assert hits(as_head, school, q="trồng cây") == 0
    assert hits(as_head, school, q="giếng") == 1
    row.removed_at = NOW
    row.save(update_fields=["removed_at"])
    assert hits(as_head, school, q="giếng") == 0
    row.removed_at = None
    row.save()
    assert hits(as_head, school, q="giếng") == 1
    plan.items.all().delete()
    assert hits(as_head, school, q="giếng") == hits(as_head, school, q="thư viện") == 0
    plan.delete()
    assert SearchText.everywhere.count() == 0


def test_drafts_are_found_by_the_schools_own_people_only(school, plan, as_head):
    officer = signed_in(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    parent = signed_in(a_user(school, Role.PARENT, "Vừ Thị Mai"))
    for client, unit in ((officer, school.parent), (officer, school), (parent, school)):
        assert hits(client, unit, q="thư viện") == 0
    open_up(plan, "submitted")
    for client, unit in ((officer, school.parent), (officer, school), (parent, school)):
        assert hits(client, unit, q="thư viện") == 2


def an_old_plan(unit, by, *texts: str) -> SchoolPlan:
    """Issued as it came in on paper."""
    plan = a_plan(unit, by, value=items(*texts))
    take_over_plan(plan, SIGNING, by=by, at=NOW)
    return plan


@pytest.fixture
def adjusted(as_head, head, school) -> SchoolPlan:
    """An issued plan whose next version is being written: one row changed, one new, one taken out."""
    plan = an_old_plan(school, head, "Sửa thư viện xanh", "Trồng cây")
    adjust_plan(plan, reason="Thiếu kinh phí", by=head, at=NOW)
    changed, gone = plan.items.order_by("place")
    changed.solution, gone.removed_at = "Mua máy tính cho thư viện", NOW
    read_again(changed, "solution")
    changed.save()
    gone.save()
    new = PlanItem(plan=plan, place=9000, standard=4, criterion="4.1", solution="Lát sân trường")
    read_again(new, "solution")
    new.save()
    plan.parts |= {"purposes": ["Nâng cao văn hóa đọc"]}
    plan.save()
    return plan


def test_readers_find_the_version_in_force_while_the_next_is_written(school, as_head, head, adjusted):
    officer = signed_in(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    teacher = signed_in(a_user(school, Role.STAFF, "Vừ Thị Mai"))
    words = ("thư viện xanh", "máy tính", "trồng cây", "lát sân", "văn hóa đọc")

    def found(client: Client, unit) -> list[int]:
        return [hits(client, unit, q=f'"{one}"') for one in words]

    in_force, written = [1, 0, 1, 0, 0], [0, 1, 0, 1, 1]
    assert found(as_head, school) == written
    assert found(officer, school.parent) == found(officer, school) == found(teacher, school) == in_force
    page = ask(officer, school.parent, q='"thư viện"')
    assert "<mark>thư</mark> <mark>viện</mark> xanh" in page and "máy tính" not in page
    rebuild()
    assert (found(as_head, school), found(officer, school.parent)) == (written, in_force)
    drop_adjustment(SchoolPlan.everywhere.get(pk=adjusted.pk), by=head, at=NOW)
    assert found(as_head, school) == found(officer, school.parent) == in_force


def test_no_query_more_for_each_plan_under_adjustment(school):
    client = signed_in(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    names = count(1)

    def more(number: int) -> None:
        for _ in range(number):
            one = a_school(school.parent, f"Trường Tiểu học Bản {next(names)}")
            head = a_user(one, Role.HEAD, "Sùng A Dơ", one.slug)
            plan = an_old_plan(one, head, "Sửa thư viện")
            adjust_plan(plan, reason="Thiếu kinh phí", by=head, at=NOW)

    assert_constant_queries(more, lambda: ask(client, school.parent, q="thư viện"))


def test_triggers_of_an_older_edition_do_not_outlive_migrations(as_head, school, plan):
    lift_before_migrations(plan=["anything"])
    assert not is_laid()
    lay_after_migrations()
    assert is_laid() and hits(as_head, school, q="thư viện") == 2


def test_nobody_searches_where_one_may_not_see(school, plan):
    open_up(plan)
    other = a_commune(a_province("Sở Giáo dục và Đào tạo tỉnh Khác"), "UBND xã Khác")
    officer = signed_in(a_user(other, Role.OFFICER, "Lò Văn Tếu"))
    assert officer.get(f"/don-vi/{school.slug}/tim/?q=thu").status_code == 404
    assert hits(officer, other, q="thư viện") == 0
    administrator = signed_in(a_user(school.parent, Role.ADMINISTRATOR, "Giàng A Sử"))
    assert administrator.get(f"/don-vi/{school.parent.slug}/tim/?q=thu").status_code == 403


def test_a_school_that_moves_is_found_at_its_new_authority(school, plan):
    open_up(plan)
    old = school.parent
    new = a_commune(old.parent, "UBND xã Bến Lau")
    before, after = (signed_in(a_user(unit, Role.READER, "Lò Văn Tếu", unit.slug)) for unit in (old, new))
    assert (hits(before, old, q="thư viện"), hits(after, new, q="thư viện")) == (2, 0)
    move_unit(school, to=new)
    assert (hits(before, old, q="thư viện"), hits(after, new, q="thư viện")) == (0, 2)


def test_an_index_made_anew_finds_the_same(as_head, school, plan):
    lift()
    plan.items.filter(solution="Trồng cây").update(folded="dao gieng _dao_gieng")
    rebuild()
    assert hits(as_head, school, q="thư viện") == 2
    assert hits(as_head, school, q="đào giếng") == 1
    assert SearchText.everywhere.count() == 4


def test_an_authority_narrows_to_a_unit(school, plan):
    open_up(plan)
    province = school.parent.parent
    client = signed_in(a_user(province, Role.OFFICER, "Lò Văn Tếu"))
    other = a_commune(province, "UBND xã Bến Lau")
    assert hits(client, province, q="thư viện", don_vi=school.parent.slug) == 2
    assert hits(client, province, q="thư viện", don_vi=other.slug) == 0
    assert school.name in strip_tags(ask(client, province, q="thư viện"))


def test_pages_of_hits_and_their_number_of_queries(school):
    client = signed_in(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    names = count(1)

    def more(number: int) -> None:
        for n in range(number):
            one = a_school(school.parent, f"Trường Tiểu học Bản {next(names)}")
            open_up(a_plan(one, value=items(*[f"Thư viện {n}" for n in range(10)])))

    assert_constant_queries(more, lambda: ask(client, school.parent, q="thư viện"))
    assert hits(client, school.parent, q="thư viện") == 70
    assert ask(client, school.parent, q="thư viện", trang="4").count("<li>") >= 10
