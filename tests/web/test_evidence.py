"""The evidence register: codes, files and versions, links, withdrawal, search; through the pages."""

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from caitien_web.evidence.actions import CannotKeepEvidence, Shows, add_evidence
from caitien_web.evidence.models import Evidence, EvidenceVersion
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.files import files_folder
from caitien_web.tenancy.models import Unit
from web.builders import NOW, a_school, a_user
from web.files import a_file, zipped
from web.monitoring.builders import a_running_plan
from web.queries import assert_constant_queries

EDITION = "TT57-2026-PT"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 100


def at(unit: Unit, rest: str = "") -> str:
    return f"/don-vi/{unit.slug}/minh-chung/{rest}"


def some_evidence(unit: Unit, by: User | None = None, title: str = "Biên bản họp", criterion: str = "1.3") -> Evidence:
    links = [Shows(EDITION, criterion)] if criterion else []
    return add_evidence(unit, a_file("bien-ban.pdf", PDF), title=title, links=links, by=by, at=NOW)


def test_a_photo_gets_its_code_and_comes_back_as_a_download(school: Unit, as_head: Client):
    given = {"title": "Ảnh thư viện", "criterion": "1.3", "file": a_file("IMG_1.jpg.html", PNG)}
    page = as_head.post(at(school, "them/"), given, follow=True)
    assert "MC.1.3.01" in page.content.decode()
    version = EvidenceVersion.objects.of(school).get()
    assert version.content_type == "image/png"
    answer = as_head.get(at(school, f"{version.evidence.pk}/tep/1/"))
    assert b"".join(answer.streaming_content) == PNG
    assert answer["Content-Disposition"].startswith("attachment")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")


def test_codes_go_on_even_after_those_withdrawn(school: Unit, head: User, as_head: Client):
    first = some_evidence(school, head)
    as_head.post(at(school, f"{first.pk}/rut/"), {"reason": "Nhầm năm học"})
    assert some_evidence(school, head).code == "MC.1.3.02"
    old = add_evidence(school, None, title="Sổ cũ", links=[Shows("TT17-2018", "1.3")], by=head, at=NOW)
    assert old.code == "H1-1.3-01"
    assert some_evidence(school, head, criterion="").code == ""


def test_a_code_is_given_once_and_well_formed(school: Unit, head: User, as_head: Client):
    some_evidence(school, head)
    for code, says in (("MC.1.3.01", "đã dùng"), ("M1", "không đúng dạng")):
        page = as_head.post(
            at(school, "them/"),
            {"title": "Khác", "code": code},
            follow=True,
            headers={"Referer": f"http://testserver{at(school, 'them/')}"},
        )
        assert says in page.content.decode()


def test_a_new_version_leaves_the_old_one_as_it_was(school: Unit, head: User, as_head: Client):
    evidence = some_evidence(school, head)
    as_head.post(at(school, f"{evidence.pk}/ban-moi/"), {"file": a_file("moi.pdf", PDF + b"%%EOF")})
    assert [one.number for one in evidence.versions.all()] == [2, 1]
    assert b"".join(as_head.get(at(school, f"{evidence.pk}/tep/1/")).streaming_content) == PDF
    same = as_head.post(
        at(school, f"{evidence.pk}/ban-moi/"),
        {"file": a_file("moi.pdf", PDF)},
        follow=True,
        headers={"Referer": f"http://testserver{at(school, f'{evidence.pk}/')}"},
    )
    assert "giống hệt" in same.content.decode()
    with pytest.raises(DatabaseError), transaction.atomic():
        EvidenceVersion.objects.of(school).delete()


def test_withdrawn_evidence_stays_with_its_reason(school: Unit, head: User, as_head: Client):
    evidence = some_evidence(school, head)
    as_head.post(at(school, f"{evidence.pk}/rut/"), {"reason": "Nhầm năm học"})
    page = as_head.get(at(school, f"{evidence.pk}/")).content.decode()
    assert "Nhầm năm học" in page and as_head.get(at(school, f"{evidence.pk}/tep/1/")).status_code == 200
    assert "MC.1.3.01" not in as_head.get(at(school)).content.decode()
    assert "MC.1.3.01" in as_head.get(at(school), {"tinh-trang": "withdrawn"}).content.decode()
    as_head.post(at(school, f"{evidence.pk}/khoi-phuc/"))
    assert "MC.1.3.01" in as_head.get(at(school)).content.decode()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("anh.png", b"MZ\x90\x00" + b"\x00" * 90, "chương trình"),
        ("bao-cao.pdf", b"<!DOCTYPE html><script>alert(1)</script>", "trang web"),
        ("hinh.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "hình vẽ"),
        ("la.bin", bytes(range(256)) * 4, "không rõ"),
    ],
)
def test_files_that_mean_harm_are_not_kept(school: Unit, as_head: Client, name: str, data: bytes, says: str):
    back = {"Referer": f"http://testserver{at(school, 'them/')}"}
    page = as_head.post(at(school, "them/"), {"title": "X", "file": a_file(name, data)}, follow=True, headers=back)
    assert says in page.content.decode()
    assert Evidence.objects.of(school).count() == 0


def test_a_zip_and_a_word_file_are_told_apart(school: Unit, head: User):
    kinds = {}
    for name, data in (("a.zip", zipped(a_txt=b"x")), ("b.docx", None)):
        made = add_evidence(school, a_file(name, data), title=name, links=[], by=head, at=NOW)
        kinds[name] = made.versions.get().content_type
    assert kinds["a.zip"] == "application/zip" and kinds["b.docx"].endswith("wordprocessingml.document")


def test_evidence_is_found_without_accents_and_by_criterion(school: Unit, head: User, as_head: Client):
    some_evidence(school, head, "Biên bản họp phụ huynh", "1.3")
    some_evidence(school, head, "Sổ theo dõi thiết bị", "3.4")
    found = as_head.get(at(school), {"tu": "bien ban phu huynh"}).content.decode()
    assert "Biên bản họp phụ huynh" in found and "Sổ theo dõi" not in found
    found = as_head.get(at(school), {"tieu-chi": "3.4"}).content.decode()
    assert "Sổ theo dõi" in found and "Biên bản" not in found


def test_links_are_added_once_and_taken_away(school: Unit, head: User, as_head: Client):
    evidence = some_evidence(school, head)
    for _ in range(2):
        as_head.post(at(school, f"{evidence.pk}/gan/"), {"criterion": "2.1", "indicator": "1a"})
    assert [str(link) for link in evidence.links.all()] == ["1.3", "2.11a"]
    link = evidence.links.get(criterion="2.1")
    as_head.post(at(school, f"{evidence.pk}/gan/{link.pk}/bo/"))
    assert evidence.links.count() == 1 and evidence.code == "MC.1.3.01"


def test_another_schools_evidence_does_not_exist(school: Unit, as_head: Client):
    assert school.parent
    other = some_evidence(a_school(school.parent, "Trường Tiểu học Nà Hang"))
    assert as_head.get(at(other.unit, f"{other.pk}/tep/1/")).status_code == 404
    assert as_head.get(at(school, f"{other.pk}/tep/1/")).status_code == 404


def test_a_teacher_adds_and_does_not_withdraw(school: Unit, head: User):
    client = Client()
    client.force_login(a_user(school, Role.STAFF))
    evidence = some_evidence(school, head)
    assert client.post(at(school, "them/"), {"title": "Ảnh lớp học"}).status_code == 302
    assert client.post(at(school, f"{evidence.pk}/rut/"), {"reason": "x"}).status_code == 403


def test_the_list_asks_as_often_for_many_as_for_few(school: Unit, head: User, as_head: Client):
    assert_constant_queries(
        lambda count: [some_evidence(school, head) for _ in range(count)], lambda: as_head.get(at(school))
    )


HOSTILE = {
    "page-as-pdf": ("bao-cao.pdf", b"\xef\xbb\xbf \r\n<HTML><body onload=alert(1)>", "trang web"),
    "drawing-as-picture": ("anh.jpg", b"<?xml version='1.0'?>\n<!-- x -->\n<svg onload='alert(1)'/>", "hình vẽ"),
    "program-as-pdf": ("bao-cao.pdf", b"MZ\x90\x00%PDF-1.7\n", "chương trình"),
    "script-as-text": ("doc.txt", b"#!/bin/sh\nrm -rf x\n", "chương trình"),
    "elf-as-picture": ("anh.png", b"\x7fELF\x02\x01" + b"\0" * 90, "chương trình"),
    "jar-as-zip": ("a.zip", zipped(**{"META-INF/MANIFEST_MF": b"x"}), "chương trình"),
    "nothing": ("rong.pdf", b"", "rỗng"),
}


def test_what_means_harm_is_refused_whatever_it_is_called(school: Unit, as_head: Client):
    back = {"Referer": f"http://testserver{at(school, 'them/')}"}
    for case, (name, data, says) in HOSTILE.items():
        page = as_head.post(at(school, "them/"), {"title": "X", "file": a_file(name, data)}, follow=True, headers=back)
        assert "Chưa nhận tệp" in page.content.decode() or case == "nothing", case
        assert says in page.content.decode() and Evidence.objects.of(school).count() == 0, case


def test_what_is_two_things_at_once_is_only_ever_a_download(school: Unit, as_head: Client):
    """A PDF that is a page as well, a picture with a page behind it: kept, and never shown by the browser."""
    page = b"<!DOCTYPE html><script>alert(1)</script>"
    for name, data in (("a.html", PDF + page), ("b.htm", PNG + page), ("c.svg", b"GIF89a" + page)):
        as_head.post(at(school, "them/"), {"title": name, "file": a_file(name, data)})
    assert EvidenceVersion.objects.of(school).count() == 3
    for version in EvidenceVersion.objects.of(school):
        answer = as_head.get(at(school, f"{version.evidence.pk}/tep/1/"))
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../bi-mat/ho-so.pdf", "ho-so.pdf"),
        ("C:\\Windows\\ho-so.pdf", "ho-so.pdf"),
        ("hoa-don\u202efdp.exe", "hoa-donfdp.exe"),
        ("a\u2066\u200f\u0007b.pdf", "ab.pdf"),
        ('x"; filename=ác.html', "x; filename=ác.html"),
        ("ă" * 400 + ".pdf", "ă" * 180 + ".pdf"),
        (".pdf", ".pdf"),
    ],
)
def test_a_name_is_a_name_and_nothing_else(school: Unit, head: User, as_head: Client, name: str, kept: str):
    """No folder, no sign that turns the writing round, no longer than a name needs be; the file lies by its hash."""
    file = a_file("a.pdf", PDF)
    file._name = name  # a browser's own request may say anything; Django's test client would put it right
    version = add_evidence(school, file, title="X", links=[], by=head, at=NOW).versions.get()
    assert version.name == kept
    assert version.stored == f"{school.pk}/{version.sha256[:2]}/{version.sha256}"
    shown = as_head.get(at(school, f"{version.evidence.pk}/tep/1/"))["Content-Disposition"]
    assert shown.isascii() and "\n" not in shown and '"' not in shown


def test_a_file_too_large_leaves_nothing(school: Unit, head: User, as_head: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("caitien_web.evidence.actions.MOST_BYTES", 1_000_000)
    with pytest.raises(CannotKeepEvidence, match="nặng quá 1 MB"):
        add_evidence(school, a_file("a.pdf", PDF + b"x" * 1_000_000), title="X", links=[], by=head, at=NOW)
    assert Evidence.objects.of(school).count() == 0
    assert not any(path.is_file() for path in (files_folder() / str(school.pk)).rglob("*"))


def test_many_pieces_cost_no_page_more_queries(school: Unit, head: User, as_head: Client):
    """The list, a search, a criterion, one piece, and the plan whose items are shown by them."""
    plan = a_running_plan(school, head)
    item = plan.items.first()
    assert item is not None
    first = some_evidence(school, head)

    def more(count: int) -> None:
        for _ in range(count):
            add_evidence(school, None, title="Họp", links=[Shows(EDITION, "1.3", item=item.pk)], by=head, at=NOW)

    pages = ("minh-chung/?tu=hop", "minh-chung/?tieu-chi=1.3", f"minh-chung/{first.pk}/", "ke-hoach/2026-2027/")
    for page in pages:
        assert_constant_queries(more, lambda page=page: as_head.get(f"/don-vi/{school.slug}/{page}"))
