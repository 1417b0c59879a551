"""The first start on an empty database."""

import pytest
from django.test import Client

from caitien_web.history.models import Entry
from caitien_web.schools.access import may
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit

pytestmark = pytest.mark.django_db

CODE = "ABCD-2345"
TYPED = {
    "code": CODE.lower(),
    "kind": "school",
    "name": "Trường Tiểu học Suối Ngọc",
    "level": "primary",
    "edition": "",
    "abbreviation": "THSN",
    "place": "Suối Ngọc",
    "ownership": "public",
    "address": "Thôn 3, xã Suối Ngọc",
    "commune": "UBND xã Suối Ngọc",
    "province": "Sở Giáo dục và Đào tạo tỉnh Bến Nước",
    "full_name": "Hà Thị Mận",
    "is_head": "on",
    "email": "man@example.vn",
    "username": "Man.Ha",
    "password": "cây đa đầu làng 7",
    "again": "cây đa đầu làng 7",
}


@pytest.fixture(autouse=True)
def _code(settings):
    settings.SETUP_CODE = CODE


def test_an_empty_site_leads_to_setting_up():
    assert Client().get("/don-vi/bat-ky/").headers["Location"] == "/thiet-lap/"
    page = Client().get("/thiet-lap/", {"ma": CODE}).content.decode()
    assert f'value="{CODE}"' in page
    assert "Mầm non" in page


def test_setting_up_founds_the_units_and_signs_the_first_person_in():
    client = Client()
    assert client.post("/thiet-lap/", TYPED).headers["Location"] == "/"
    school = Unit.objects.get(kind="school")
    assert [school.parent.name, school.parent.parent.name] == [TYPED["commune"], TYPED["province"]]
    assert school.edition.startswith("TT57-2026")
    assert school.governing_body == TYPED["commune"]
    assert (school.ownership, school.address) == (TYPED["ownership"], TYPED["address"])
    user = User.objects.get()
    assert (user.username, user.email) == ("man.ha", "man@example.vn")
    assert may(user, "plan.issue", school) and may(user, "people.manage", school)
    page = client.get("/", follow=True)
    assert page.redirect_chain[-1][0] == f"/don-vi/{school.slug}/"
    told = set(Entry.everywhere.values_list("action", flat=True))
    assert told == {"schools.unit.founded", "schools.person.added", "schools.role.given"}


def test_a_school_below_the_province_and_an_authority_of_its_own():
    Client().post("/thiet-lap/", TYPED | {"kind": "province", "level": ""})
    assert Unit.objects.get().kind == "province"
    assert may(User.objects.get(), "units.found", Unit.objects.get())


def test_it_works_once():
    Client().post("/thiet-lap/", TYPED)
    assert Client().post("/thiet-lap/", TYPED | {"username": "khac"}).status_code == 404
    assert Client().get("/don-vi/x/").headers["Location"].startswith("/dang-nhap/")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"code": "ABCD-2346"}, "Mã chưa đúng"),
        ({"level": ""}, "Chọn cấp học của trường."),
        ({"again": "khác"}, "Hai lần nhập chưa giống nhau"),
        ({"password": "12345", "again": "12345"}, "Mật khẩu"),
        ({"username": "mận"}, "Chỉ dùng chữ không dấu"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(wrong, told):
    answer = Client().post("/thiet-lap/", TYPED | wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page
    assert "Hà Thị Mận" in page
    assert not User.objects.exists()


def test_without_a_code_nobody_sets_up(settings):
    settings.SETUP_CODE = ""
    assert Client().post("/thiet-lap/", TYPED | {"code": ""}).status_code == 422
    assert not User.objects.exists()
