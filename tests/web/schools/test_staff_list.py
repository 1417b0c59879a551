"""A list of staff from Excel: looked at first, brought in on confirmation."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from caitien.formats.rows import read_rows, write_rows
from caitien_web.schools.models import Person, RoleAssignment

pytestmark = pytest.mark.django_db
HEADINGS = ("STT", "Họ tên", "Chức vụ", "Tổ chuyên môn", "Email", "SĐT", "Vai trò")
ROWS = [
    ("1", "Cầm Thị Sen", "Giáo viên", "Tổ 1", "sen@example.vn", "0912 345 678", "GV"),
    ("2", "Quàng  Văn Pành", "Tổ trưởng", "Tổ 2", "", "", "Thư ký hội đồng"),
    ("3", "", "Giáo viên", "", "", "", ""),
    ("4", "Hà Thị Mận", "Hiệu trưởng", "", "", "", ""),
    ("5", "Tòng Thị Xuân", "", "", "xuan@", "số nhà", "Phù thủy"),
]


def sheet(rows=ROWS, headings=HEADINGS) -> SimpleUploadedFile:
    return SimpleUploadedFile("danh-sach.xlsx", write_rows(headings, rows, title="Sheet1"))


@pytest.fixture
def at(school):
    return f"/don-vi/{school.slug}/nhan-su/nhap/"


def test_nothing_is_stored_until_it_is_confirmed(as_head, head, school, at):
    page = as_head.post(at, {"file": sheet()}).content.decode()
    assert Person.objects.of(school).count() == 1
    for told in (
        "2 trong 5 dòng sẽ được thêm",
        "thiếu họ và tên",
        "đã có trong danh sách",
        "thư điện tử chưa đúng",
        "số điện thoại chưa đúng",
        "không có vai trò “Phù thủy”",
        "Vai trò nhận được: Quản trị; Hiệu trưởng; Phó hiệu trưởng",
    ):
        assert told in page
    carried = html.unescape(re.search(r'name="dong" value="([^"]*)"', page)[1])
    assert as_head.post(f"{at}xac-nhan/", {"dong": carried}).status_code == 302
    assert set(Person.objects.of(school).values_list("full_name", flat=True)) == {
        "Hà Thị Mận",
        "Cầm Thị Sen",
        "Quàng Văn Pành",
    }
    roles = RoleAssignment.objects.exclude(person=head.person)
    assert set(roles.values_list("role", flat=True)) == {"staff", "secretary"}
    again = as_head.post(f"{at}xac-nhan/", {"dong": carried}, follow=True).content.decode()
    assert "Đã thêm 0 người" in again


def test_what_is_no_list_is_told(as_head, at):
    plain = SimpleUploadedFile("a.xlsx", b"ten;tuoi\n")
    for file, told in (
        (plain, "không phải bảng tính Excel"),
        (sheet([]), "chưa có người nào"),
        (sheet(headings=("A", "B", "C", "D", "E", "F", "G")), "Chưa thấy dòng tiêu đề"),
    ):
        answer = as_head.post(at, {"file": file})
        assert answer.status_code == 422
        assert told in answer.content.decode()


def test_what_the_browser_sends_back_is_judged_anew(as_head, school, at):
    for sent in ("", "[1]", '[{"number": 1, "full_name": {"a": 1}}]', '[{"number": 1, "quyen": "x"}]'):
        answer = as_head.post(f"{at}xac-nhan/", {"dong": sent}, follow=True)
        assert "Chọn lại tệp" in answer.content.decode()
    as_head.post(f"{at}xac-nhan/", {"dong": '[{"number": 2, "full_name": "Lò Thị Ín", "role": "officer"}]'})
    assert Person.objects.of(school).count() == 1


def test_the_template_reads_back(as_head, at):
    rows = read_rows(as_head.get(f"{at}tep-mau/").content)
    assert rows[0][0] == "Họ và tên"


def test_roles_are_known_by_the_words_that_schools_use(as_head, at):
    words = ("PHT", "Cha mẹ", "Tổ giám sát", "Quản trị viên")
    names = ("Cầm Thị Sen", "Tòng Thị Ín", "Lò Thị Pản", "Vì Thị Đôi")
    rows = [(str(n), name, "", "", "", "", role) for n, (name, role) in enumerate(zip(names, words, strict=True), 1)]
    page = as_head.post(at, {"file": sheet(rows)}).content.decode()
    assert "4 trong 4 dòng sẽ được thêm" in page and "Vai trò nhận được" not in page
