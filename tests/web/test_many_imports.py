"""An authority brings in the plans of many schools at once."""

import io
import unicodedata
import zipfile

import pytest
from django.test import Client

from caitien_web.plans.models import PlanImport, SchoolPlan
from caitien_web.schools.models import Role
from caitien_web.tenancy.models import Unit
from web.builders import a_school, a_user
from web.files import a_file, sample_word
from web.queries import assert_constant_queries


@pytest.fixture
def officer(school: Unit) -> Client:
    assert school.parent
    client = Client()
    client.force_login(a_user(school.parent, Role.OFFICER, "Lò Văn Chiến"))
    return client


def at(unit: Unit | None, rest: str = "") -> str:
    assert unit
    return f"/don-vi/{unit.slug}/nhap-nhieu/{rest}"


def a_zip(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def test_a_folder_is_read_matched_and_confirmed_together(school: Unit, officer: Client):
    a_school(school.parent, "Trường Tiểu học Nà Hang")
    folder = a_zip(
        ("Ke hoach/Suoi Ngoc.docx", sample_word()),
        ("__MACOSX/._Suoi Ngoc.docx", b"x"),
        ("Ke hoach/ghi chu.docx", b"khong phai ke hoach"),
    )
    page = officer.post(at(school.parent), {"plans": [a_file("xa.zip", folder)]}, follow=True).content.decode()
    rows = {row.name: row for row in PlanImport.objects.of(school.parent)}
    assert {name: row.state for name, row in rows.items()} == {"Suoi Ngoc.docx": "read", "ghi chu.docx": "failed"}
    assert rows["Suoi Ngoc.docx"].school == school
    assert "Nhập 1 kế hoạch" in page and SchoolPlan.objects.of(school).count() == 0
    officer.post(at(school.parent, "xac-nhan/"))
    plan = SchoolPlan.objects.of(school).get()
    assert (plan.slug, plan.item_count) == ("2026-2027", 7)
    again = officer.post(at(school.parent), {"plans": [a_file("xa.zip", folder)]}, follow=True)
    assert again.status_code == 200
    told = officer.post(at(school.parent, "xac-nhan/"), follow=True).content.decode()
    assert "đã có kế hoạch" in told


def test_somebody_chooses_where_the_name_tells_nothing(school: Unit, officer: Client):
    other = a_school(school.parent, "Trường Trung học cơ sở Bản Pha", "lower_secondary")
    officer.post(at(school.parent), {"plans": [a_file("a.docx")]})
    imported = PlanImport.objects.of(school.parent).get()
    officer.post(at(school.parent, f"{imported.pk}/truong/"), {"school": other.slug})
    imported.refresh_from_db()
    assert (imported.school, imported.likeness) == (other, 100)
    page = officer.get(f"/don-vi/{school.parent.slug}/ke-hoach/nhap/{imported.pk}/").content.decode()
    assert "khác với Trường Trung học cơ sở Bản Pha" in page


def test_names_in_a_zip_lead_nowhere_and_too_many_files_are_refused(school: Unit, officer: Client):
    officer.post(at(school.parent), {"plans": [a_file("x.zip", a_zip(("../../etc/passwd.docx", b"x y z")))]})
    assert PlanImport.objects.of(school.parent).get().name == "passwd.docx"
    many = a_zip(*((f"{n}.txt", b"x") for n in range(301)))
    page = officer.post(at(school.parent), {"plans": [a_file("n.zip", many)]}, follow=True).content.decode()
    assert "nhiều hơn 300" in page
    assert PlanImport.objects.of(school.parent).count() == 1


def test_a_folder_that_unpacks_too_far_is_cut_off(school: Unit, officer: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("caitien_web.plans.actions.many_imports.MOST_UNPACKED", 1_000_000)
    bomb = a_zip(("a.txt", b" " * 5_000_000))
    page = officer.post(at(school.parent), {"plans": [a_file("b.zip", bomb)]}, follow=True).content.decode()
    assert "quá lớn" in page and PlanImport.objects.of(school.parent).count() == 0


def test_the_page_asks_as_often_for_many_files_as_for_few(school: Unit, officer: Client):
    from caitien_web.plans.actions.many_imports import receive_many
    from caitien_web.schools.models import User
    from web.builders import NOW

    by = User.objects.get(username=f"{school.parent.slug}-officer")

    def build(count: int) -> None:
        receive_many(school.parent, [a_file(f"{n}.docx") for n in range(count)], by=by, at=NOW)

    assert_constant_queries(build, lambda: officer.get(at(school.parent)))


def test_one_bad_file_among_many_is_told_in_the_table_and_keeps_nobody_out(school: Unit, officer: Client):
    sent = [a_file("Suoi Ngoc.docx"), a_file("rong.docx", b""), a_file("bai.exe", b"MZ\x90\x00" + b"\x00\xff" * 500)]
    sent += [a_file("~$nhap.docx", b"x"), a_file("cut.docx", sample_word()[:20_000])]
    sent.append(a_file("bai.pptx", a_zip(("ppt/presentation.xml", b"<x/>"))))
    page = officer.post(at(school.parent), {"plans": sent}, follow=True).content.decode()
    rows = {row.name: row for row in PlanImport.objects.of(school.parent)}
    assert {name: row.state for name, row in rows.items()} == {
        "Suoi Ngoc.docx": "read",
        "rong.docx": "failed",
        "bai.exe": "failed",
        "cut.docx": "failed",
        "bai.pptx": "failed",
    }
    assert "Đã nhận 5 tệp" in page and "Có 4 tệp không đọc được" in page
    assert "Tệp rỗng" in page and "một chương trình" in page
    assert "Cùng nội dung" not in page and "PowerPoint" in page and "tải về chưa trọn" in page
    page = officer.post(at(school.parent, "bo-tep-hong/"), follow=True).content.decode()
    assert "Đã bỏ 4 tệp không đọc được" in page and "rong.docx" not in page.split("cac-tep")[1]


def test_a_damaged_member_of_a_folder_keeps_no_other_out(school: Unit, officer: Client):
    folder = a_zip(("a.docx", sample_word()), ("b.txt", b"Kinh gui cac thay co " * 50), ("c.docx", sample_word()))
    where = folder.index(b"b.txt") + len(b"b.txt") + 5
    damaged = folder[:where] + b"\xff\xff\xff" + folder[where + 3 :]
    officer.post(at(school.parent), {"plans": [a_file("x.zip", damaged)]})
    states = {row.name: row.state for row in PlanImport.objects.of(school.parent)}
    assert states == {"a.docx": "read", "b.txt": "failed", "c.docx": "read"}


def test_names_of_a_folder_packed_on_a_mac_keep_their_letters(school: Unit, officer: Client):
    name = "Kế hoạch Suối Ngọc.docx"
    raw = unicodedata.normalize("NFD", name).encode()
    stand_in = "x" * len(raw)
    packed = a_zip((stand_in, sample_word())).replace(stand_in.encode(), raw)  # and no word that it is UTF-8
    officer.post(at(school.parent), {"plans": [a_file("mac.zip", packed)]})
    assert PlanImport.objects.of(school.parent).get().name == name


def test_a_file_sent_twice_under_two_names_is_told(school: Unit, officer: Client):
    sent = [a_file("b.docx"), a_file("a.docx"), a_file("khac.txt", "Kính gửi các thầy cô.".encode())]
    page = officer.post(at(school.parent), {"plans": sent}, follow=True).content.decode()
    assert page.count("Cùng nội dung với tệp") == 1 and "Cùng nội dung với tệp a.docx" in page
