"""The people of a unit: listed, added, changed, leaving; their roles."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from caitien_web.history.models import Entry
from caitien_web.schools.access import may
from caitien_web.schools.actions import add_person
from caitien_web.schools.models import Person, Role, RoleAssignment, User
from web.builders import NOW, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(school):
    return f"/don-vi/{school.slug}/nhan-su/"


def actions_of(school) -> list[str]:
    return list(Entry.objects.of(school).order_by("id").values_list("action", flat=True))


def test_people_are_found_without_marks_and_by_role(as_head, school, people):
    add_person(school, "Lò Văn Đếm", by=None, at=NOW, duty="Bảo vệ")
    page = as_head.get(people, {"tu": "lo van dem"}).content.decode()
    assert "Lò Văn Đếm" in page and "Hà Thị Mận" not in page.partition("<main")[2]
    by_role = as_head.get(people, {"vai_tro": "head"}).content.decode().partition("<main")[2]
    assert "Hà Thị Mận" in by_role and "Lò Văn Đếm" not in by_role
    without = as_head.get(people, {"vai_tro": "khong"}).content.decode().partition("<main")[2]
    assert "Lò Văn Đếm" in without and "Hà Thị Mận" not in without
    assert as_head.get(people, {"vai_tro": "khác", "trang": "x"}).status_code == 200


def test_the_list_asks_the_same_number_of_questions_for_any_number_of_people(as_head, school, people):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            as_head.get(people)
        return len(seen)

    as_head.get(people)
    few = queries()
    for number in range(30):
        person = a_user(school, Role.STAFF, f"Người {number}", f"nguoi{number}").person
        RoleAssignment.objects.create(person=person, unit=school, role=Role.MONITOR, since=date(2021, 1, 1))
    assert queries() == few <= 12


def test_a_person_is_added_with_a_role_and_changed(as_head, school, people):
    typed = {
        "full_name": "Cầm Thị Sen",
        "duty": "Kế toán",
        "group": "Tổ văn phòng",
        "email": "",
        "phone": "0912 345 678",
    }
    assert as_head.post(f"{people}them/", typed | {"role": "accountant"}).status_code == 302
    person = Person.objects.of(school).get(full_name="Cầm Thị Sen")
    assert person.roles.get().role == "accountant"
    assert as_head.post(f"{people}{person.pk}/sua/", typed | {"phone": "0912 345 679"}).status_code == 302
    entry = Entry.objects.of(school).get(action="schools.person.changed")
    assert entry.data["changes"] == {"phone": ["0912 345 678", "0912 345 679"]}
    wrong = as_head.post(f"{people}them/", typed | {"phone": "không có"})
    assert wrong.status_code == 422
    assert "Cầm Thị Sen" in wrong.content.decode()


def test_who_leaves_loses_the_roles_and_may_come_back(as_head, school, people):
    user = a_user(school, Role.SECRETARY, "Lò Thị Ín")
    today = timezone.localdate()
    assert as_head.post(f"{people}{user.person_id}/nghi/", {"on": today.isoformat()}).status_code == 302
    assert not may(User.objects.get(pk=user.pk), "unit.view", school)
    assert "Lò Thị Ín" not in as_head.get(people).content.decode().partition("<main")[2].partition("<table")[2]
    assert "Lò Thị Ín" in as_head.get(people, {"da_nghi": "on"}).content.decode()
    as_head.post(f"{people}{user.person_id}/tro-lai/")
    assert Person.objects.of(school).get(pk=user.person_id).left_on is None


def test_the_last_who_manages_people_stays(school, as_head, head, people):
    RoleAssignment.objects.exclude(person=head.person).delete()
    answer = as_head.post(f"{people}{head.person_id}/nghi/", {"on": "2026-01-01"}, follow=True)
    assert "phải còn ít nhất một quản trị hoặc hiệu trưởng" in answer.content.decode()
    assert may(User.objects.get(pk=head.pk), "people.manage", school)


def test_roles_are_given_and_ended(as_head, school, people):
    person = add_person(school, "Quàng Văn Pành", by=None, at=NOW)
    at = f"{people}{person.pk}/"
    typed = {"at_unit": school.slug, "role": "monitor", "field": "cơ sở vật chất", "since": "2026-09-01", "until": ""}
    assert as_head.post(f"{at}vai-tro/", typed).status_code == 302
    twice = as_head.post(f"{at}vai-tro/", typed, follow=True).content.decode()
    assert "đã có vai trò" in twice
    given = person.roles.get()
    assert "cơ sở vật chất" in as_head.get(at).content.decode()
    as_head.post(f"{at}vai-tro/{given.pk}/ket-thuc/", {"on": "2026-10-01"})
    given.refresh_from_db()
    assert given.until == date(2026, 10, 1)
    assert actions_of(school)[-2:] == ["schools.role.given", "schools.role.ended"]


def test_the_head_is_replaced_on_a_day(as_head, head, school, people):
    person = add_person(school, "Tòng Thị Xuân", by=None, at=NOW)
    given = {"at_unit": school.slug, "role": "head", "since": "2026-11-01", "until": "", "field": ""}
    refused = as_head.post(f"{people}{person.pk}/vai-tro/", given, follow=True).content.decode()
    assert "đang có hiệu trưởng" in refused
    assert as_head.post(f"{people}{person.pk}/hieu-truong/", {"on": "2026-11-01"}).status_code == 302
    heads = RoleAssignment.objects.filter(unit=school, role=Role.HEAD).order_by("since")
    assert [(one.person.full_name, one.until) for one in heads] == [
        (str(head), date(2026, 11, 1)),
        ("Tòng Thị Xuân", None),
    ]
    assert actions_of(school)[-1] == "schools.head.replaced"


def test_contact_data_is_shown_to_who_manages_only(school, as_head, people):
    person = add_person(school, "Bạc Văn Khặn", by=None, at=NOW, phone="0912 000 111")
    teacher = Client()
    teacher.force_login(a_user(school, Role.STAFF, "Giáo viên", "gv"))
    assert "0912 000 111" in as_head.get(f"{people}{person.pk}/").content.decode()
    assert "0912 000 111" not in teacher.get(f"{people}{person.pk}/").content.decode()


def test_one_person_has_roles_at_two_units(school):
    admin = a_user(school.parent, Role.ADMINISTRATOR, "Quản Trị Xã")
    client = Client()
    client.force_login(admin)
    at = f"/don-vi/{school.parent.slug}/nhan-su/{admin.person_id}/vai-tro/"
    typed = {"at_unit": school.slug, "role": "monitor", "since": "2026-01-01", "until": "", "field": ""}
    assert client.post(at, typed).status_code == 302
    mine = User.objects.get(pk=admin.pk)
    assert may(mine, "monitoring.write", school)
    assert "Quản Trị Xã" in client.get(f"/don-vi/{school.slug}/nhan-su/").content.decode()
