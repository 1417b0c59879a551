"""Units moved, renamed and merged by date through the pages of the authority; old documents keep old names."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from caitien_web.history.models import Entry
from caitien_web.plans.convert import school_of
from caitien_web.schools.models import Role
from web.builders import a_commune, a_school, a_user
from web.monitoring.builders import a_running_plan
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db
ON = date(2026, 10, 1)


@pytest.fixture
def province(school):
    return school.parent.parent


@pytest.fixture
def client(province):
    client = Client()
    client.force_login(a_user(province, Role.ADMINISTRATOR, "Giàng A Sử"))
    return client


def at(name, province, below):
    return reverse(name, args=[province.slug, below.slug])


def test_a_school_goes_to_another_commune_on_a_day(school, province, client):
    old, new = school.parent, a_commune(province, "UBND xã Bến Lau")
    page = client.get(at("unit_move", province, school)).content.decode()
    assert "UBND xã Bến Lau" in page and f'value="{old.slug}"' not in page
    assert client.post(at("unit_move", province, school), {"to": new.slug, "on": "01/10/2026"}).status_code == 302
    school.refresh_from_db()
    assert school.parent == new and school.path.startswith(new.path)
    assert school_of(school, ON - timedelta(days=1)).governing_body == old.name
    assert school_of(school, ON).governing_body == new.name
    assert Entry.objects.of(school).get(action="schools.unit.moved").data["on"] == "01/10/2026"


def test_the_old_commune_sees_it_no_more_and_the_new_one_does(school, province, client, head):
    old, new = school.parent, a_commune(province, "UBND xã Bến Lau")
    before, after = a_user(old, Role.OFFICER), a_user(new, Role.OFFICER)
    plan = a_running_plan(school, head)
    client.post(at("unit_move", province, school), {"to": new.slug, "on": "01/10/2026"})
    for user, status in ((before, 404), (after, 200)):
        asking = Client()
        asking.force_login(user)
        assert asking.get(reverse("plan", args=[school.slug, plan.slug])).status_code == status
    assert plan.versions.get().data["school"]["governing_body"] == old.name


@pytest.mark.parametrize(
    ("to", "on", "says"),
    [
        ("", "01/10/2026", "Cơ quan quản lý mới"),
        ("khong-co", "01/10/2026", "Cơ quan quản lý mới"),
        ("ubnd-xa-ben-lau", "chiều nay", "Từ ngày"),
        ("ubnd-xa-ben-lau", "tomorrow", "chưa đến"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_moves(school, province, client, to, on, says):
    a_commune(province, "UBND xã Bến Lau")
    on = (timezone.localdate() + timedelta(days=1)).strftime("%d/%m/%Y") if on == "tomorrow" else on
    answer = client.post(at("unit_move", province, school), {"to": to, "on": on}, follow=True)
    assert says in answer.content.decode()
    before = school.path
    school.refresh_from_db()
    assert school.path == before


def test_nothing_moves_out_of_the_province(school, province, client):
    from web.builders import a_province

    elsewhere = a_commune(a_province("Sở Khe Vắng"), "UBND xã Khe Vắng")
    assert client.post(at("unit_move", province, school), {"to": elsewhere.slug, "on": "01/10/2026"}).status_code == 422
    assert client.get(at("unit_move", province, elsewhere)).status_code == 404


def test_two_communes_become_one(school, province, client):
    old, new = school.parent, a_commune(province, "UBND xã Suối Lau")
    client.post(at("unit_end", province, old), {"into": new.slug, "on": "01/10/2026"})
    school.refresh_from_db()
    old.refresh_from_db()
    assert school.parent == new and old.closed_on == ON and old.merged_into == new
    assert school_of(school, ON - timedelta(days=1)).governing_body == "UBND xã Suối Ngọc"
    assert school_of(school, ON).governing_body == "UBND xã Suối Lau"


def test_a_unit_below_is_renamed_by_date(school, province, client):
    given = {"name": "Trường TH Suối Ngọc A", "abbreviation": "THSNA", "governing_body": "", "place": "Suối Ngọc"}
    assert client.post(at("unit_below_rename", province, school), given | {"since": "01/10/2026"}).status_code == 302
    school.refresh_from_db()
    assert school_of(school, ON - timedelta(days=1)).name == "Trường Tiểu học Suối Ngọc"
    assert school_of(school, ON).name == "Trường TH Suối Ngọc A"


def test_many_authorities_are_searched_first(school, province, client, monkeypatch):
    monkeypatch.setattr("caitien_web.schools.views.units.MANY_PLACES", 1)
    for name in ("UBND xã Bến Lau", "UBND xã Khe Sim"):
        a_commune(province, name)
    page = client.get(at("unit_move", province, school), {"tu": "ben lau"}).content.decode()
    assert "Tìm cơ quan quản lý" in page and "UBND xã Khe Sim" not in page


def test_the_list_with_its_ways_costs_the_same(school, province, client):
    def more(number: int) -> None:
        for n in range(number):
            a_school(school.parent, f"Trường thêm {n}", abbreviation="T")

    assert_constant_queries(more, lambda: client.get(reverse("units", args=[province.slug])))
