"""The recognitions that end soon, as an authority sees them; the charts of its first page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from caitien_web.assessment.actions import record_recognition
from caitien_web.schools.models import Role
from web.builders import NOW, a_commune, a_province, a_school, a_user
from web.queries import assert_constant_queries
from web.test_oversight import issued

pytestmark = pytest.mark.django_db


def recognised(school, ends_in: int, *, kind: str = "accreditation", degree: str = "Cấp độ 2", number: str = "12/QĐ"):
    until = timezone.localdate() + timedelta(days=ends_in)
    given = {"kind": kind, "degree": degree, "number": number, "issuer": "Sở"}
    decided = until - timedelta(days=5 * 365)
    return record_recognition(school, by=None, at=NOW, decided_on=decided, valid_until=until, **given)


def looking(unit, role=Role.OFFICER) -> Client:
    client = Client()
    client.force_login(a_user(unit, role, "Lò Văn Tếu"))
    return client


def at(unit, name="recognitions", *more) -> str:
    return reverse(name, args=[unit.slug, *more])


def test_what_ends_soon_is_listed_soonest_first_and_what_has_been_renewed_is_not(school):
    commune = school.parent
    other = a_school(commune, "Trường THCS Bến Lau", "lower_secondary")
    recognised(school, 40, number="40/QĐ")
    recognised(school, -12, kind="national_standard", degree="Mức độ 1", number="7/QĐ")
    recognised(other, 20, number="20/QĐ")
    recognised(other, 5 * 365, number="99/QĐ")
    page = looking(commune).get(at(commune)).content.decode()
    assert page.index("Đã hết hạn 12 ngày") < page.index("Còn 40 ngày")
    assert "20/QĐ" not in page and "99/QĐ" not in page
    only = looking(commune.parent).get(at(commune.parent), {"loai": "national_standard"}).content.decode()
    assert "7/QĐ" in only and "40/QĐ" not in only


def test_the_months_narrow_it_and_nonsense_shows_a_year(school):
    recognised(school, 300, number="300/QĐ")
    client = looking(school.parent)
    assert "300/QĐ" in client.get(at(school.parent)).content.decode()
    assert "300/QĐ" not in client.get(at(school.parent), {"thang": "6"}).content.decode()
    assert "300/QĐ" in client.get(at(school.parent), {"thang": "x", "loai": "y"}).content.decode()


def test_schools_elsewhere_are_not_listed(school):
    province = a_province("Sở Khe Vắng")
    recognised(a_school(a_commune(province, "UBND xã Khe Vắng"), "Trường Tiểu học Khe Vắng"), 30, number="30/QĐ")
    assert "30/QĐ" not in looking(school.parent.parent).get(at(school.parent.parent)).content.decode()


def test_the_list_as_a_file(school):
    recognised(school, 30, number="30/QĐ")
    told = looking(school.parent).get(at(school.parent, "recognitions-file", "csv"))
    assert "30/QĐ" in b"".join(told).decode("utf-8-sig")


def test_the_list_costs_the_same_for_any_number(school):
    client, made = looking(school.parent), [0]

    def more(number: int) -> None:
        for _ in range(number):
            made[0] += 1
            recognised(a_school(school.parent, f"Trường thêm {made[0]}"), 30 + made[0])

    assert_constant_queries(more, lambda: client.get(at(school.parent)))


def test_the_first_page_has_charts_told_in_words(school, head):
    for year in (2025, 2026):
        issued(school, head, 5_000_000, from_year=year)
    for unit in (school.parent, school.parent.parent):
        page = looking(unit).get(reverse("oversight", args=[unit.slug]), {"nam": "2026"}).content.decode()
        for title in ("Kế hoạch theo trạng thái", "Trường có kế hoạch qua các năm học"):
            assert f">{title}</title>" in page
        assert "<desc" in page and "Đã ban hành: 1/1 (100%)" in page


def test_the_chart_of_steps_counts_plans_among_plans_and_schools_among_schools(school, head):
    issued(school, head, 5_000_000, from_year=2026)
    issued(school, head, 5_000_000, from_year=2026, to_year=2030)
    a_school(school.parent, "Trường Tiểu học Nà Hang")
    page = looking(school.parent).get(reverse("oversight", args=[school.parent.slug]), {"nam": "2026"}).content.decode()
    assert "Đã ban hành: 2/2 (100%); " in page and "Trường chưa có kế hoạch đã trình: 1/2 (50%)." in page
