"""Units: particulars, names by date, the units of an authority."""

import re
from datetime import date

import pytest
from django.test import Client

from caitien_web.history.models import Entry
from caitien_web.schools.models import Role
from caitien_web.tenancy.models import Unit
from web.builders import a_commune, a_plan, a_school, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_admin(school):
    client = Client()
    client.force_login(a_user(school.parent, Role.ADMINISTRATOR, "Quản Trị Xã"))
    return client


def test_a_school_is_renamed_by_date(as_head, school):
    at = f"/don-vi/{school.slug}/thong-tin/"
    typed = {"name": "Trường Tiểu học Số 1 Suối Ngọc", "abbreviation": "TH1SN", "governing_body": "UBND xã Suối Ngọc"}
    typed |= {"place": "Suối Ngọc", "since": "2026-10-01"}
    assert as_head.post(f"{at}doi-ten/", typed).status_code == 302
    school.refresh_from_db()
    assert school.name == typed["name"]
    assert school.name_on(date(2026, 9, 30)).name == "Trường Tiểu học Suối Ngọc"
    assert school.name_on(date(2026, 10, 1)).abbreviation == "TH1SN"
    page = as_head.get(at).content.decode()
    assert "Trường Tiểu học Suối Ngọc" in page and "trước 01/10/2026" in page
    early = as_head.post(f"{at}doi-ten/", typed | {"name": "Khác", "since": "2026-01-01"}, follow=True)
    assert "tên mới phải từ ngày đó trở về sau" in early.content.decode()
    entry = Entry.objects.of(school).get(action="schools.unit.renamed")
    assert entry.data["changes"]["abbreviation"] == ["THSN", "TH1SN"]


def test_particulars_are_changed_and_recorded(as_head, school):
    typed = {"level": "primary", "edition": "TT57-2026-PT", "website": "https://example.vn"}
    typed |= {"ownership": "public", "address": "Thôn 3, xã Suối Ngọc"}
    assert as_head.post(f"/don-vi/{school.slug}/thong-tin/sua/", typed).status_code == 302
    assert Entry.objects.of(school).get(action="schools.unit.changed").data["changes"] == {
        "ownership": ["", "public"],
        "address": ["", "Thôn 3, xã Suối Ngọc"],
        "website": ["", "https://example.vn"],
    }
    page = as_head.get(f"/don-vi/{school.slug}/thong-tin/").content.decode()
    assert "Công lập" in page and "Thôn 3, xã Suối Ngọc" in page


def test_ownership_and_address_are_printed_on_the_schools_plan(as_head, school):
    plan = a_plan(school)
    missing, of_plan = "chưa ghi loại hình và địa chỉ", f"/don-vi/{school.slug}/ke-hoach/{plan.slug}/"
    assert missing in as_head.get(f"{of_plan}kiem-tra/").content.decode()
    before = as_head.get(of_plan).content.decode()
    at = f"{of_plan}xem-truoc/"
    assert "2. Loại hình: …" in as_head.get(at).content.decode()
    as_head.post(
        f"/don-vi/{school.slug}/thong-tin/sua/",
        {"level": "primary", "edition": "TT57-2026-PT", "ownership": "private", "address": "Thôn 3, xã Suối Ngọc"},
    )
    page = as_head.get(at).content.decode()
    assert "2. Loại hình: Tư thục" in page and "3. Địa chỉ: Thôn 3, xã Suối Ngọc" in page
    assert missing not in as_head.get(f"{of_plan}kiem-tra/").content.decode()
    counts = re.compile(r'id="dem-loi"[^>]*>([^<]*)')
    assert counts.findall(before) != counts.findall(as_head.get(of_plan).content.decode())


def test_an_authority_founds_a_school(as_admin, school):
    at = f"/don-vi/{school.parent.slug}/truc-thuoc/"
    typed = {"kind": "school", "name": "Trường Mầm non Hoa Ban", "level": "preschool", "abbreviation": "", "place": ""}
    assert f'href="{at}">Đơn vị trực thuộc</a>' in as_admin.get(f"{at}lap/").content.decode()
    made = as_admin.post(f"{at}lap/", typed)
    unit = Unit.objects.get(name="Trường Mầm non Hoa Ban")
    assert made.headers["Location"] == f"/don-vi/{unit.slug}/nhan-su/them/"
    assert (unit.parent, unit.edition) == (school.parent, "TT57-2026-MN")
    assert as_admin.get(made.headers["Location"]).status_code == 200
    assert as_admin.post(f"{at}lap/", typed | {"level": ""}).status_code == 422
    assert "đã có đơn vị tên" in as_admin.post(f"{at}lap/", typed, follow=True).content.decode()


def test_schools_are_merged_and_their_plans_stay(as_admin, school):
    other = a_school(school.parent, "Trường Tiểu học Bến Lau", abbreviation="THBL")
    a_plan(other)
    at = f"/don-vi/{school.parent.slug}/truc-thuoc/{other.slug}/ket-thuc/"
    assert as_admin.post(at, {"into": school.slug, "on": "2026-07-01"}).status_code == 302
    other.refresh_from_db()
    assert (other.merged_into, other.closed_on) == (school, date(2026, 7, 1))
    assert other.plans.count() == 1
    units = f"/don-vi/{school.parent.slug}/truc-thuoc/"
    as_admin.get(units)  # with the message
    assert "Bến Lau" not in as_admin.get(units).content.decode()
    assert "Bến Lau" in as_admin.get(units, {"da-ngung": "1"}).content.decode()
    again = as_admin.post(at, {"into": "", "on": "2026-08-01"}, follow=True).content.decode()
    assert "đã ngừng hoạt động từ ngày" in again


def test_an_authority_with_schools_is_not_closed(school):
    province, commune = school.parent.parent, school.parent
    a_commune(province, "UBND xã Bến Lau")
    client = Client()
    client.force_login(a_user(province, Role.ADMINISTRATOR, "Quản Trị Sở"))
    at = f"/don-vi/{province.slug}/truc-thuoc/{commune.slug}/ket-thuc/"
    assert "còn đơn vị trực thuộc" in client.post(at, {"into": "", "on": "2026-07-01"}, follow=True).content.decode()
    client.post(at, {"into": "ubnd-xa-ben-lau", "on": "2026-07-01"})
    school.refresh_from_db()
    assert school.parent.name == "UBND xã Bến Lau"
    assert school.path.startswith(school.parent.path)


def test_the_list_of_units_is_searched_without_marks_and_asks_little(as_admin, school, django_assert_max_num_queries):
    for number in range(40):
        a_school(school.parent, f"Trường Tiểu học Bản {number}", abbreviation=f"TH{number}")
    with django_assert_max_num_queries(12):
        page = as_admin.get(f"/don-vi/{school.parent.slug}/truc-thuoc/", {"tu": "suoi ngoc"}).content.decode()
    assert "Trường Tiểu học Suối Ngọc" in page and "Bản 7" not in page.partition("<main")[2]
