"""A plan comes in as a file: through the pages, with real documents, and with files that mean harm."""

import io
import re
from pathlib import Path

import pytest
from django.test import Client

from caitien_web.history.models import Entry
from caitien_web.plans.models import PlanImport, SchoolPlan
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from web.builders import a_commune, a_province, a_school, a_user
from web.files import a_bomb, a_file, made, zipped
from web.imports import an_import
from web.queries import assert_constant_queries


def send(client: Client, unit: Unit, file: object) -> object:
    return client.post(f"/don-vi/{unit.slug}/ke-hoach/moi/tu-tep/", {"file": file}, follow=True)


def the_import(unit: Unit) -> PlanImport:
    return PlanImport.objects.of(unit).get()


def test_a_word_plan_is_read_corrected_and_becomes_a_plan(school: Unit, as_head: Client):
    page = send(as_head, school, a_file())
    assert "Đối chiếu bản đọc với bản gốc" in page.content.decode()
    imported = the_import(school)
    at = f"/don-vi/{school.slug}/ke-hoach/nhap/{imported.pk}/"
    assert SchoolPlan.objects.of(school).count() == 0

    cell = as_head.post(
        f"{at}o/", {"item": "0", "of": "7", "field": "owner_text", "text": "Phó hiệu trưởng; Tổ trưởng tổ 4"}
    )
    assert "Đã lưu" in cell.content.decode()
    as_head.post(f"{at}dau-van-ban/", {"field": "date", "text": "05/9/2025"})
    done = as_head.post(f"{at}xac-nhan/", {"from_year": "2025", "span": "1"}, follow=True)
    assert "Đã nhập" in done.content.decode()

    plan = SchoolPlan.objects.of(school).get()
    assert (plan.slug, plan.state, plan.item_count) == ("2025-2026", "draft", 7)
    first = plan.items.first()
    assert first.owner_text == "Phó hiệu trưởng; Tổ trưởng tổ 4"
    assert first.owners == ["Phó hiệu trưởng", "Tổ trưởng tổ 4"]
    assert the_import(school).plan == plan
    names = list(Entry.objects.of(school).values_list("action", flat=True))
    assert {"plans.import.received", "plans.import.read", "plans.import.corrected", "plans.import.confirmed"} <= set(
        names
    )
    assert plan.slug.replace("-", " - ") in as_head.get(f"/don-vi/{school.slug}/ke-hoach/").content.decode()


def test_the_pages_of_a_pdf_are_shown_with_the_places_of_its_cells(school: Unit, as_head: Client, tmp_path: Path):
    page = send(as_head, school, io.FileIO(made("pdf", 3, tmp_path))).content.decode()
    picture = re.search(r'src="(/don-vi/[^"]+/trang/1\.png)"', page)
    assert picture
    answer = as_head.get(picture[1])
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")
    places = set(re.findall(r'<rect data-place="([^"]+)"', page))
    read_from = set(re.findall(r'<form class="read-cell[^>]*data-place="([^"]+)"', page))
    assert len(read_from & places) >= 8


def test_a_cell_of_a_word_file_finds_its_place_in_the_original(school: Unit, as_head: Client):
    page = send(as_head, school, a_file()).content.decode()
    cells = set(re.findall(r'<td data-place="([^"]+)"', page))
    read_from = set(re.findall(r'<form class="read-cell[^>]*data-place="([^"]+)"', page))
    assert len(read_from & cells) > 50


def test_doubts_stand_at_their_cells_until_somebody_has_looked(school: Unit, as_head: Client, tmp_path: Path):
    page = send(as_head, school, io.FileIO(made("scan", 3, tmp_path))).content.decode()
    imported = the_import(school)
    assert imported.state == "read" and imported.format == "scan" and imported.pictures
    assert "Nhận dạng chữ chưa chắc chắn" in page or "nhận dạng chữ chưa chắc chắn" in page
    number = next(n for n, doubt in enumerate(imported.doubts) if doubt["place"].get("field"))
    at = f"/don-vi/{school.slug}/ke-hoach/nhap/{imported.pk}/"
    left = len(imported.doubts)
    assert f"{left} chỗ cần xem lại" in page and f'id="nghi-ngo-{number}"' in page
    answer = as_head.post(f"{at}nghi-ngo/", {"number": str(number)}, headers={"HX-Request": "true"}).content.decode()
    assert the_import(school).doubts[number]["settled"]
    assert f"{left - 1} chỗ cần xem lại" in answer, "the count above goes along"
    first = re.search(r'<a href="#(nghi-ngo-\d+)">', answer)
    assert first and f'id="{first[1]}"' in as_head.get(at).content.decode(), "it leads to the next"


def test_a_row_left_out_takes_its_doubts_and_places_along(school: Unit, as_head: Client):
    send(as_head, school, a_file())
    imported = the_import(school)
    second = imported.data["items"][1]["improvement"]
    at = f"/don-vi/{school.slug}/ke-hoach/nhap/{imported.pk}/dong/"
    as_head.post(at, {"what": "bo", "item": "0", "of": "7"})
    after = the_import(school)
    assert len(after.data["items"]) == 6 and after.data["items"][0]["improvement"] == second
    assert after.positions["items.0.solution"] == imported.positions["items.1.solution"]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("rong.docx", b"", "rỗng"),
        (
            "trang-web.docx",
            b"<html><script>alert(1)</script><body>xin ch\xc3\xa0o</body></html>",
            "Không tìm thấy kế hoạch",
        ),
        ("nen.docx", zipped(a_txt=b"x"), "giải nén"),
        ("hong.pdf", b"%PDF-1.7\nhong", "hỏng"),
        ("chuong-trinh.pdf", b"MZ\x90\x00" + b"\x00\xff" * 500, "chương trình"),
        ("khoa.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "hỏng"),
        ("thu.txt", "Kính gửi các thầy cô, mời họp lúc 8 giờ.".encode(), "Không tìm thấy kế hoạch"),
    ],
    ids=["empty", "page", "zip", "broken", "program", "locked", "letter"],
)
def test_what_is_no_plan_is_answered_on_the_page(school: Unit, as_head: Client, name: str, data: bytes, says: str):
    page = send(as_head, school, a_file(name, data))
    assert says in page.content.decode()
    assert "<script>alert" not in page.content.decode()
    assert SchoolPlan.objects.of(school).count() == 0


def test_a_bomb_is_refused_within_its_process(school: Unit, as_head: Client):
    page = send(as_head, school, a_file("bom.docx", a_bomb())).content.decode()
    assert the_import(school).state == "failed"
    assert "quá lớn" in page


def test_a_file_beyond_the_limit_is_refused(school: Unit, as_head: Client):
    page = send(as_head, school, a_file("nang.docx", b"PK\x03\x04" + b"\x00" * 25_000_001))
    assert page.status_code == 422 and "nặng" in page.content.decode()
    assert PlanImport.objects.of(school).count() == 0


def test_a_web_page_is_never_handed_out_as_one(school: Unit, as_head: Client):
    imported = an_import(school, a_file("ke-hoach.html", b"<html><body><script>alert(1)</script></body></html>"))
    answer = as_head.get(f"/don-vi/{school.slug}/ke-hoach/nhap/{imported.pk}/tep/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_somebody_in_haste_is_told_to_wait(school: Unit, as_head: Client, head: User, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("caitien_web.plans.actions.imports.MOST_AN_HOUR", 1)
    send(as_head, school, a_file())
    assert "trong một giờ" in send(as_head, school, a_file()).content.decode()


def test_another_units_file_does_not_exist(school: Unit, as_head: Client):
    other = a_school(
        a_commune(a_province("Sở Giáo dục và Đào tạo tỉnh Khe Vắng"), "UBND xã Khe Vắng"), "Trường Tiểu học Khe Vắng"
    )
    imported = an_import(other, a_file())
    assert as_head.get(f"/don-vi/{other.slug}/ke-hoach/nhap/{imported.pk}/").status_code == 404
    assert as_head.get(f"/don-vi/{school.slug}/ke-hoach/nhap/{imported.pk}/").status_code == 404


def test_another_schools_name_warns(school: Unit, as_head: Client):
    imported = an_import(school, a_file())
    imported.data["school"]["name"] = "Trường Mầm non Hoa Gạo"
    imported.save()
    page = as_head.get(f"/don-vi/{school.slug}/ke-hoach/nhap/{imported.pk}/").content.decode()
    assert "khác với Trường Tiểu học Suối Ngọc" in page


def test_a_dropped_file_leaves_no_plan(school: Unit, as_head: Client):
    imported = an_import(school, a_file())
    as_head.post(f"/don-vi/{school.slug}/ke-hoach/nhap/{imported.pk}/bo/")
    assert the_import(school).state == "dropped"
    again = as_head.post(
        f"/don-vi/{school.slug}/ke-hoach/nhap/{imported.pk}/xac-nhan/", {"from_year": "2025", "span": "1"}
    )
    assert again.status_code == 302 and SchoolPlan.objects.of(school).count() == 0


def test_who_waits_sees_how_far_the_reading_is(school: Unit, as_head: Client):
    imported = an_import(school, a_file())
    imported.state, imported.progress = "reading", 40
    imported.save()
    at = f"/don-vi/{school.slug}/ke-hoach/nhap/{imported.pk}/"
    assert "40 %" in as_head.get(at).content.decode()
    assert "40 %" in as_head.get(f"{at}tien-do/").content.decode()
    imported.state = "read"
    imported.save()
    assert as_head.get(f"{at}tien-do/")["HX-Refresh"] == "true"


def test_the_list_asks_as_often_for_many_plans_as_for_few(school: Unit, as_head: Client, head: User):
    from web.builders import a_plan

    years = iter(range(2000, 2100))

    def build(count: int) -> None:
        for _ in range(count):
            a_plan(school, head, from_year=next(years))
            an_import(school, a_file(), head)

    assert_constant_queries(build, lambda: as_head.get(f"/don-vi/{school.slug}/ke-hoach/"))


def test_a_staff_member_sees_the_list_and_cannot_bring_in_files(school: Unit):
    client = Client()
    client.force_login(a_user(school, Role.STAFF))
    page = client.get(f"/don-vi/{school.slug}/ke-hoach/")
    assert page.status_code == 200 and "Kế hoạch mới" not in page.content.decode()
    assert client.get(f"/don-vi/{school.slug}/ke-hoach/moi/tu-tep/").status_code == 403


def test_an_old_plan_on_paper_is_kept_as_issued_with_its_original(
    school: Unit, as_head: Client, tmp_path: Path, settings: object
):
    send(as_head, school, io.FileIO(made("pdf", 3, tmp_path)))
    imported = the_import(school)
    at = f"/don-vi/{school.slug}/ke-hoach/nhap/{imported.pk}/"
    for field, text in (("number", "12/KH-THSN"), ("date", "05/9/2024")):
        as_head.post(f"{at}dau-van-ban/", {"field": field, "text": text})
    row = the_import(school)
    row.data["signatory"] = {"title": "HIỆU TRƯỞNG", "name": "Hà Thị Mận"}
    row.save()
    page = as_head.get(at).content.decode()
    assert "Ghi nhận là văn bản đã ký" in page
    given = {"from_year": "2024", "span": "1", "edition": "TT17-2018", "archived": "on"}
    as_head.post(f"{at}xac-nhan/", given, headers={"Referer": f"http://testserver{at}"})
    plan = SchoolPlan.objects.of(school).get()
    assert (plan.state, plan.number) == ("issued", "12/KH-THSN")
    signed = plan.versions.get().files.get()
    assert (signed.sha256, signed.content_type) == (imported.sha256, "application/pdf")


def test_weaknesses_of_the_file_join_those_of_the_school(school: Unit, as_head: Client):
    from caitien_web.assessment.models import Weakness

    imported = an_import(school, a_file())
    at = f"/don-vi/{school.slug}/ke-hoach/nhap/{imported.pk}/"
    as_head.post(f"{at}xac-nhan/", {"from_year": "2025", "span": "1", "weaknesses": "on"})
    assert Weakness.objects.of(school).count() == 7
