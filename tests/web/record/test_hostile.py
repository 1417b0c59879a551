"""Records that were made to do harm, or came to harm on their way: one clear sentence each, and nothing is written."""

import hashlib
import json
import stat
import struct
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from shutil import copy
from typing import Any, NamedTuple

import pytest
from django.test import Client

from caitien_web.monitoring.models import Submission
from caitien_web.record.actions.bringing import drop_record
from caitien_web.record.actions.taking_in import begin_writing, confirm_record
from caitien_web.record.kinds import all_kinds
from caitien_web.record.models import RecordImport
from caitien_web.record.places import unpacked
from caitien_web.schools.models import Role
from caitien_web.tenancy.files import files_folder
from caitien_web.tenancy.models import Unit
from web.builders import NOW, a_commune, a_province, a_school, a_user
from web.laid_once import db, uncommitted
from web.record.builders import a_full_school, again, brought, packed, taken_in

__all__ = ["db", "uncommitted"]
Entries = dict[str, bytes]
SUMS = "kiem-tra.sha256"
ABOUT = "caitien-ban-ghi.json"


class Laid(NamedTuple):
    commune: Unit
    full: Path
    bare: Path


@pytest.fixture(scope="module")
def laid(uncommitted: None, tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """Their commune, and the good records of a full school and of one without anything."""
    folder, commune = tmp_path_factory.mktemp("ho-so"), a_commune(a_province())
    school = a_school(commune)
    full = packed(a_full_school(school, a_user(school, Role.HEAD)), folder)
    bare = a_school(commune, "Trường Tiểu học Bản Khoang", abbreviation="THBK")
    return Laid(commune, full, packed(bare, folder, "truong-trong.zip"))


@pytest.fixture
def empty(db: None, laid: Laid) -> Unit:
    return a_school(deepcopy(laid.commune), "Trường Tiểu học Nà Hang", abbreviation="THNH")


@pytest.fixture
def record(laid: Laid, tmp_path: Path) -> Path:
    return Path(copy(laid.full, tmp_path))


@pytest.fixture
def small(laid: Laid, tmp_path: Path) -> Path:
    return Path(copy(laid.bare, tmp_path))


def entries_of(path: Path) -> Entries:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(path: Path, entries: Entries, *, sums: bool = True) -> Path:
    """A .zip of these entries; with `sums`, the list of hashes is made anew, as whoever forges a record would."""
    entries = dict(entries)
    if sums:
        lines = [f"{hashlib.sha256(data).hexdigest()}  {name}" for name, data in entries.items() if name != SUMS]
        entries[SUMS] = "\n".join(sorted(lines)).encode() + b"\n"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def forged(path: Path, **changes: Callable[[bytes], bytes]) -> Path:
    """The record with some entries changed and all hashes right again."""
    entries = entries_of(path)
    for name, change in changes.items():
        entries[name] = change(entries[name])
    return zipped(path.with_name("gia.zip"), entries)


def refused(unit: Unit, path: Path) -> str:
    """The words in which a record is refused; nothing of it is anywhere."""
    made = brought(unit, path)
    assert made.state == "failed"
    assert [kind.label for kind in all_kinds() if kind.label not in HERE and kind.of(unit).exists()] == []
    assert not unpacked(made).exists()
    assert not (files_folder() / str(unit.pk)).exists()
    faults = made.summary.get("faults", [])
    return " ".join([made.message, *faults])


HERE = {"tenancy.unitname", "history.entry"}


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/tuyet-doi",
        "du-lieu/../../x.jsonl",
        "tep/../../x",
        "van-ban/../x",
        "C:\\Windows\\x.dll",
        "van-ban/a\\..\\b",
        "tep/" + "0" * 64 + ".html/x",
        "chuong-trinh.exe",
        "van-ban/" + "a" * 300,
    ],
)
def test_a_name_that_leads_elsewhere(small: Path, empty: Unit, name: str, tmp_path: Path):
    words = refused(empty, zipped(tmp_path / "x.zip", entries_of(small) | {name: b"x"}))
    assert "mục lạ" in words
    assert not list(tmp_path.parent.rglob("passwd"))


def test_a_link_instead_of_a_file(small: Path, empty: Unit, tmp_path: Path):
    entries = entries_of(small)
    path = zipped(tmp_path / "x.zip", entries)
    with zipfile.ZipFile(path, "a") as archive:
        info = zipfile.ZipInfo("van-ban/lien-ket")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    assert "là liên kết" in refused(empty, path)


def test_a_bomb(small: Path, empty: Unit, tmp_path: Path):
    assert "gấp hơn 250 lần" in refused(
        empty, zipped(tmp_path / "x.zip", entries_of(small) | {"van-ban/x.docx": b"\0" * 30_000_000})
    )


def test_a_bomb_that_lies_about_its_size(small: Path, empty: Unit, tmp_path: Path):
    """The head says 10 bytes, the data unpack to 30 MB: no more than 10 are taken, and they are not what was said."""
    path = zipped(tmp_path / "x.zip", entries_of(small) | {"van-ban/x.docx": b"\0" * 30_000_000})
    data = path.read_bytes()
    assert data.count(struct.pack("<I", 30_000_000)) == 2
    path.write_bytes(data.replace(struct.pack("<I", 30_000_000), struct.pack("<I", 10)))
    assert "không phải .zip lành lặn" in refused(empty, path) or "đã bị đổi" in refused(empty, path)


def test_too_many_entries(small: Path, empty: Unit, tmp_path: Path):
    path = zipped(tmp_path / "x.zip", entries_of(small))
    with zipfile.ZipFile(path, "a") as archive:
        for n in range(100_001):
            archive.writestr(f"van-ban/{n}", b"")
    assert "quá 100,000" in refused(empty, path)


def test_a_zip_in_the_zip_is_a_file_like_others(small: Path, empty: Unit, tmp_path: Path):
    assert "mục lạ" in refused(empty, zipped(tmp_path / "x.zip", {"ho-so.zip": small.read_bytes()}))


def test_any_other_zip(empty: Unit, tmp_path: Path):
    assert "không phải hồ sơ của trường" in refused(empty, zipped(tmp_path / "x.zip", {"index.html": b"x"}))


def test_a_record_cut_off(record: Path, empty: Unit):
    data = record.read_bytes()
    for part in (0.3, 0.6, 0.95, 0.999):
        record.write_bytes(data[: int(len(data) * part)])
        assert "cắt cụt" in refused(empty, record), part


def test_bytes_that_changed_on_the_way(record: Path, empty: Unit):
    data = bytearray(record.read_bytes())
    at = data.find(b"%PDF-1.7\n1 0 obj")
    data[at + 10] ^= 0xFF
    record.write_bytes(bytes(data))
    assert "không phải .zip lành lặn" in refused(empty, record)


def test_a_file_that_was_exchanged(record: Path, empty: Unit, tmp_path: Path):
    """The .zip is whole, the list of hashes is the old one."""
    entries = entries_of(record)
    name = next(name for name in entries if name.startswith("tep/") and name.endswith(".pdf"))
    words = refused(empty, zipped(tmp_path / "x.zip", entries | {name: b"%PDF-1.7 khac"}, sums=False))
    assert "đã bị đổi sau khi xuất" in words


def test_a_file_that_was_exchanged_with_its_hash(record: Path, empty: Unit, tmp_path: Path):
    """The list of hashes was made anew; the name of the file still tells."""
    entries = entries_of(record)
    name = next(name for name in entries if name.startswith("tep/") and name.endswith(".pdf"))
    assert "không đúng nội dung" in refused(empty, zipped(tmp_path / "x.zip", entries | {name: b"%PDF-1.7 khac"}))


def test_a_file_taken_away(record: Path, empty: Unit, tmp_path: Path):
    entries = entries_of(record)
    name = next(name for name in entries if name.startswith("tep/"))
    del entries[name]
    assert "thiếu 1 tệp" in refused(empty, zipped(tmp_path / "x.zip", entries, sums=False))
    assert f"thiếu tệp {name[4:16]}" in refused(empty, zipped(tmp_path / "y.zip", entries))


def test_a_file_slipped_in(record: Path, empty: Unit, tmp_path: Path):
    entries = entries_of(record) | {"van-ban/them.pdf": b"%PDF-1.7"}
    assert "thêm vào sau khi xuất" in refused(empty, zipped(tmp_path / "x.zip", entries, sums=False))


HARM = {
    "là trang web": b"<!DOCTYPE html><script>alert(1)</script>",
    "là hình vẽ có thể chứa lệnh": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "là chương trình chạy được": b"MZ\x90\x00" + b"\x00" * 90,
}


def test_evidence_that_means_harm(record: Path, empty: Unit, tmp_path: Path):
    """A page, a drawing with commands, a program under the name and hash of a PDF, with every hash right."""
    for says, data in HARM.items():
        entries, sha = entries_of(record), hashlib.sha256(data).hexdigest()
        rows = rows_in(entries, "evidence.evidenceversion")
        rows[0] |= {"sha256": sha, "size": len(data), "name": "bien-ban.pdf"}
        entries |= {f"tep/{sha}.pdf": data, "du-lieu/evidence.evidenceversion.jsonl": as_lines(rows)}
        assert says in refused(empty, zipped(tmp_path / "x.zip", entries))


def test_a_newer_form(small: Path, empty: Unit):
    newer = forged(small, **{ABOUT: lambda raw: json.dumps(json.loads(raw) | {"edition": 2}).encode()})
    assert "bản phần mềm mới hơn" in refused(empty, newer)


@pytest.mark.parametrize("raw", [b"[]", b"{", b'{"format":"khac","edition":1}', b"[" * 100_000, b"\xff\xfe"])
def test_a_head_that_is_none(small: Path, empty: Unit, raw: bytes):
    words = refused(empty, forged(small, **{ABOUT: lambda _: raw}))
    assert "không đúng dạng" in words or "bị hỏng" in words or "không phải hồ sơ" in words


def rows_in(entries: Entries, label: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in entries[f"du-lieu/{label}.jsonl"].splitlines()]


def as_lines(rows: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def with_row(record: Path, label: str, change: Callable[[dict[str, Any]], Any]) -> Path:
    """The record with its first row of a table changed, and every hash right."""
    entries = entries_of(record)
    rows = rows_in(entries, label)
    change(rows[0])
    return zipped(record.with_name("gia.zip"), entries | {f"du-lieu/{label}.jsonl": as_lines(rows)})


ROWS: list[tuple[str, str, Any, str]] = [
    ("plans.schoolplan", "unit", {"don_vi": "truong-khac"}, "thuộc đơn vị khác"),
    ("plans.schoolplan", "la", 1, "cột lạ “la”"),
    ("plans.schoolplan", "from_year", "2026", "sai kiểu"),
    ("plans.schoolplan", "from_year", 10**30, "không hợp lệ"),
    ("plans.schoolplan", "state", "xong", "giá trị lạ"),
    ("plans.schoolplan", "id", "khong-phai-khoa", "không hợp lệ"),
    ("plans.schoolplan", "parts", {"problems": 3}, "nội dung không đúng dạng"),
    ("plans.planitem", "plan", "0197c0de-0000-7000-8000-000000000000", "không có trong hồ sơ"),
    ("plans.planitem", "solution", None, "để trống"),
    ("plans.planitem", "weaknesses", "x", "sai kiểu"),
    ("plans.planversion", "reason", "a" * 10, ""),
    ("plans.planversion", "data", {}, "nội dung không đúng dạng"),
    ("plans.planversion", "sha256", "0" * 64, "không khớp mã SHA-256"),
    ("monitoring.paper", "content", {"is": "Popen"}, "nội dung không đúng dạng"),
    ("monitoring.paper", "sha256", "0" * 64, "không khớp mã SHA-256"),
    ("evidence.evidence", "link", "javascript:alert(1)", "không hợp lệ"),
    ("evidence.evidence", "by", {"nguoi": "ai-do"}, ""),
    ("evidence.evidence", "at", "2026-01-01T00:00:00", "thiếu múi giờ"),
    ("evidence.evidence", "title", "a" * 301, "không hợp lệ"),
    ("evidence.evidenceversion", "sha256", "0" * 64, "thiếu tệp"),
    ("monitoring.submission", "to", {"don_vi": "so-khac"}, ""),
    ("history.entry", "data", [], "nội dung không đúng dạng"),
    ("plans.comment", "by", None, "để trống"),
    ("plans.comment", "by", 1, "sai kiểu"),
]


def test_rows_that_no_school_has(record: Path, empty: Unit):
    """One world for all of them: to fill a school takes longer than to refuse it. Without words: harmless."""
    for label, field, value, says in ROWS:
        path = with_row(record, label, lambda row, field=field, value=value: row.update({field: value}))
        if says:
            assert says in refused(empty, path), (label, field)
        else:  # what is not here is left empty, and told
            made = brought(empty, path)
            assert (made.state, made.summary["faults"]) == ("read", []), (label, field)
            drop_record(made, by=None, at=NOW)


def test_half_a_sign_and_no_sign(record: Path, empty: Unit):
    for text in ("\ud800", "a\0b"):
        path = with_row(record, "evidence.evidence", lambda row, text=text: row.update(title=text))
        words = refused(empty, path)
        assert "bị hỏng" in words or "không đúng dạng" in words


def test_two_rows_of_one_key(record: Path, empty: Unit, tmp_path: Path):
    entries = entries_of(record)
    rows = rows_in(entries, "evidence.evidence")
    entries["du-lieu/evidence.evidence.jsonl"] = as_lines([*rows, rows[0]])
    assert "khóa trùng" in refused(empty, zipped(tmp_path / "x.zip", entries))


def test_a_table_that_nobody_knows(record: Path, empty: Unit, tmp_path: Path):
    entries = entries_of(record) | {"du-lieu/schools.user.jsonl": b'{"id":1,"password":"x"}\n'}
    assert "schools.user.jsonl” mà phần mềm ở đây không biết" in refused(empty, zipped(tmp_path / "x.zip", entries))


def test_rows_that_contradict_one_another_are_not_half_written(record: Path, empty: Unit, tmp_path: Path):
    """Two pieces of evidence of one code: only the database sees it, and nothing of the record stays."""

    def same_code(row: dict[str, Any]) -> None:
        row["code"] = "MC.1.3.02"

    made = brought(empty, with_row(record, "evidence.evidence", same_code))
    assert made.state == "read"
    confirm_record(made, by=None, at=NOW)
    begin_writing(made)
    made = again(made)
    assert made.state == "failed" and "mâu thuẫn" in made.message
    assert [kind.label for kind in all_kinds() if kind.label not in HERE and kind.of(empty).exists()] == []
    assert not any(path.is_file() for path in (files_folder() / str(empty.pk)).rglob("*"))
    empty.refresh_from_db()
    assert empty.name == "Trường Tiểu học Nà Hang"


def test_a_submission_goes_to_no_strange_authority(record: Path, empty: Unit):
    """Only authorities above the school are looked up by name: nobody else's inbox can be reached."""
    taken_in(empty, with_row(record, "monitoring.submission", lambda row: row.update(to={"don_vi": empty.slug})))
    assert Submission.objects.of(empty).get().to is None


def test_a_page_says_what_is_wrong(record: Path, empty: Unit):
    path = with_row(record, "plans.schoolplan", lambda row: row.update(state="xong"))
    client = Client()
    client.force_login(a_user(empty, Role.ADMINISTRATOR))
    with path.open("rb") as file:
        page = client.post(f"/don-vi/{empty.slug}/nhap-ho-so/", {"file": file}, follow=True).content.decode()
    assert "plans.schoolplan, dòng 1: cột “state”: giá trị lạ “xong”." in page
    assert "Bỏ tệp này" in page and "Nhập hồ sơ vào trường</button>" not in page
    assert RecordImport.objects.of(empty).get().state == "failed"
