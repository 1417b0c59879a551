"""Aims of the development strategy, and the items of plans that serve them."""

import re

import pytest
from django.utils import timezone

from caitien_web.plans.actions.draft_next import draft_from_plan
from caitien_web.plans.actions.strategy import note_aim, serve_aim
from caitien_web.plans.models import StrategyAim
from caitien_web.tenancy.models import Unit
from web.builders import NOW, a_plan, a_school
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year
STRATEGY = {"from_year": YEAR - 1, "to_year": YEAR + 4, "document": "12/CL-THSN"}
AIM = {"number": "2", "text": "Thư viện đạt Mức 2"} | STRATEGY


def at(unit: Unit, rest: str = "") -> str:
    return f"/don-vi/{unit.slug}/chien-luoc/{rest}"


def an_aim(unit: Unit, **given: object) -> StrategyAim:
    return note_aim(unit, by=None, at=NOW, **(AIM | given))


def test_an_aim_is_noted_corrected_and_served(school, as_head):
    plan = a_plan(school, from_year=YEAR)
    assert as_head.post(at(school, "moi/"), AIM).status_code == 302
    aim = StrategyAim.objects.of(school).get()
    assert "Chưa có nội dung cải tiến năm nay" in as_head.get(at(school)).content.decode()
    as_head.post(at(school, f"{aim.pk}/"), AIM | {"text": "Thư viện đạt Mức 2 trước năm 2029"})
    first, second = plan.items.all()[:2]
    as_head.post(at(school, f"{aim.pk}/noi-dung/"), {"items": [str(first.pk), str(second.pk)]})
    page = as_head.get(at(school)).content.decode()
    assert "Thư viện đạt Mức 2 trước năm 2029" in page
    assert str(first.pk) in page
    assert "Chưa có nội dung cải tiến năm nay" not in page
    as_head.post(at(school, f"{aim.pk}/noi-dung/"), {"items": [str(second.pk)]})
    assert list(aim.items.all()) == [second]


def test_links_of_ended_plans_stay_when_the_items_of_today_are_chosen(school, as_head):
    old, aim = a_plan(school, from_year=YEAR - 4).items.first(), an_aim(school)
    serve_aim(aim, [old], [old], by=None, at=NOW)
    as_head.post(at(school, f"{aim.pk}/noi-dung/"), {})
    assert list(aim.items.all()) == [old]


def test_items_carried_over_serve_the_same_aim(school, head):
    plan, aim = a_plan(school, from_year=2025), an_aim(school)
    item = plan.items.first()
    serve_aim(aim, [item], [item], by=head, at=NOW)
    way = {"edition": plan.edition, "form": plan.form, "years": (2026, 2027)}
    drafted = draft_from_plan(plan, [item], **way, by=head, at=NOW)
    assert [row.aims.get() for row in drafted.plan.items.all()] == [aim]


def test_an_aim_given_up_says_why_and_can_be_taken_up_again(school, as_head):
    aim = an_aim(school)
    as_head.post(at(school, f"{aim.pk}/thoi/"), {"because": "Sáp nhập trường"})
    assert "Sáp nhập trường" in as_head.get(at(school)).content.decode()
    as_head.post(at(school, f"{aim.pk}/thoi/"), {"because": ""})
    assert not StrategyAim.objects.of(school).get().given_up_because


def test_years_that_cannot_be_come_back_with_what_was_typed(school, as_head):
    answer = as_head.post(at(school, "moi/"), AIM | {"to_year": YEAR - 5})
    assert answer.status_code == 422
    assert "phải sau năm bắt đầu" in answer.content.decode()
    assert "12/CL-THSN" in answer.content.decode()


def test_items_of_another_school_cannot_be_chosen(school, as_head):
    other = a_plan(a_school(school.parent, "Trường Tiểu học Bến Lau"), from_year=YEAR).items.first()
    aim = an_aim(school)
    assert as_head.post(at(school, f"{aim.pk}/noi-dung/"), {"items": [str(other.pk)]}).status_code == 422
    assert not aim.items.exists()


def test_the_page_costs_the_same_for_any_number_of_aims(school, as_head):
    items = list(a_plan(school, from_year=YEAR).items.all())

    def more(count):
        for n in range(count):
            serve_aim(an_aim(school, number=str(n)), items, items, by=None, at=NOW)

    assert_constant_queries(more, lambda: as_head.get(at(school)))


def test_the_list_of_plans_leads_there(school, as_head):
    page = as_head.get(f"/don-vi/{school.slug}/ke-hoach/").content.decode()
    assert re.search(r"chien-luoc/.>Chiến lược phát triển", page)
