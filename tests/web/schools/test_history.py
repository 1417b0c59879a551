"""The history of a unit through its page, and the first page of a unit."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from caitien.formats.rows import read_rows
from caitien_web.history.record import record
from caitien_web.schools.actions import add_person, change_person, leave_unit
from caitien_web.schools.models import Role
from web.builders import NOW, a_plan, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(school):
    return f"/don-vi/{school.slug}/nhat-ky/"


def main_of(client, address, **asked) -> str:
    return client.get(address, asked).content.decode().partition("<main")[2]


def test_it_tells_who_did_what_and_what_changed(as_head, head, school, at):
    person = add_person(school, "Lò Văn Đếm", by=head, at=NOW, duty="Bảo vệ")
    change_person(person, by=head, at=NOW, duty="Giáo viên")
    page = main_of(as_head, at)
    assert "Hà Thị Mận thêm Lò Văn Đếm vào danh sách." in page
    assert "Chức vụ, nhiệm vụ" in page and "<del>Bảo vệ</del>" in page
    about = main_of(as_head, f"/don-vi/{school.slug}/nhan-su/{person.pk}/")
    assert "Hà Thị Mận sửa thông tin của Lò Văn Đếm." in about


def test_a_sentence_ends_once(as_head, school, at):
    for title in ("Sai số liệu.", "Sai số liệu"):
        record("monitoring.paper.deleted", unit=school, by=None, at=NOW, kind="báo cáo", title=title)
    page = main_of(as_head, at)
    assert page.count("Hệ thống xóa dự thảo báo cáo: Sai số liệu.") == 2
    assert ".." not in page


def test_it_is_narrowed_by_who_what_and_when(as_head, head, school, at):
    a_plan(school, head)
    later = NOW + timedelta(days=40)
    leave_unit(add_person(school, "Lò Văn Đếm", by=None, at=NOW), on=later.date(), by=head, at=later)
    assert "tạo kế hoạch" in main_of(as_head, at, viec="plans.")
    assert "Lò Văn Đếm" not in main_of(as_head, at, viec="plans.")
    assert "ghi Lò Văn Đếm nghỉ" in main_of(as_head, at, ai="mận", tu=later.date().isoformat())
    assert "ghi Lò Văn Đếm nghỉ" not in main_of(as_head, at, den=NOW.date().isoformat())
    assert as_head.get(at, {"tu": "hôm qua", "viec": "khác", "trang": "x"}).status_code == 200


def test_it_is_taken_along_as_a_file(as_head, head, school, at):
    person = add_person(school, "Lò Văn Đếm", by=head, at=NOW)
    change_person(person, by=head, at=NOW, duty="=HYPERLINK()")
    rows = read_rows(as_head.get(f"{at}nhat-ky.xlsx", {"ai": "mận"}).content)
    assert rows[0] == ("Lúc", "Ai", "Việc", "Trước và sau")
    assert rows[1][1:] == (
        "Hà Thị Mận",
        "Hà Thị Mận sửa thông tin của Lò Văn Đếm.",
        "Chức vụ, nhiệm vụ: – → =HYPERLINK()",
    )
    text = as_head.get(f"{at}nhat-ky.csv").content.decode("utf-8-sig")
    assert text.startswith("Lúc,Ai,Việc,Trước và sau\r\n")


def test_it_asks_the_same_number_of_questions_for_any_number_of_entries(as_head, school, at):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            as_head.get(at)
        return len(seen)

    as_head.get(at)
    few = queries()
    for number in range(30):
        add_person(school, f"Người {number}", by=None, at=datetime.now(NOW.tzinfo))
    assert queries() == few <= 9


def test_the_first_page_says_what_comes_next(as_head, head, school):
    at = f"/don-vi/{school.slug}/"
    first = main_of(as_head, at)
    assert "Chưa có kế hoạch cho năm học này" in first
    assert "Đưa mọi người vào" in first
    plan = a_plan(school, head)
    a_user(school, Role.STAFF, "Lò Thị Ín", "in")
    page = main_of(as_head, at)
    assert f"Kế hoạch {plan.period_words}" in page
    assert "chưa trình Hiệu trưởng" in page
    assert "Đưa mọi người vào" not in page


def test_an_authority_sees_its_schools_first(school):
    client = Client()
    client.force_login(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    page = main_of(client, f"/don-vi/{school.parent.slug}/")
    assert "1 trường chưa có" in page
