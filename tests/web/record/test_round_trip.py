"""A school's whole record goes out and comes back into another school: the same, but for its keys."""

import hashlib
import json
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from caitien_web.evidence.models import Evidence, EvidenceVersion
from caitien_web.history.models import Entry
from caitien_web.plans.actions.versions import adjust_plan
from caitien_web.plans.models import PlanItem, PlanVersion, SchoolPlan
from caitien_web.record.kinds import all_kinds
from caitien_web.schools.actions.accounts import accept_invitation, invite_person
from caitien_web.schools.models import Person, Role, User
from caitien_web.tenancy.files import path_of
from caitien_web.tenancy.models import Unit
from web.builders import NOW, a_commune, a_province, a_school, a_user
from web.laid_once import db, uncommitted
from web.record.builders import a_full_school, brought, packed, taken_in

__all__ = ["db", "uncommitted"]
OUTSIDER = "Đèo Văn Chựa"


@pytest.fixture(scope="module")
def laid(uncommitted: None) -> tuple[Unit, User]:
    """A full school and its head: to fill it takes longer than to ask what came of it."""
    school = a_school(a_commune(a_province()))
    head = a_user(school, Role.HEAD)
    return a_full_school(school, head), head


@pytest.fixture
def full(db: None, laid: tuple[Unit, User]) -> Unit:
    return deepcopy(laid[0])


@pytest.fixture
def head(db: None, laid: tuple[Unit, User]) -> User:
    return deepcopy(laid[1])


@pytest.fixture
def empty(full: Unit) -> Unit:
    assert full.parent
    return a_school(full.parent, "Trường Tiểu học Nà Hang", abbreviation="THNH")


def test_something_of_every_table_is_in_the_record(full: Unit, tmp_path: Path):
    """A new table of schools is in the record by itself, and in this test by an invented row."""
    with zipfile.ZipFile(packed(full, tmp_path)) as archive:
        counts = json.loads(archive.read("caitien-ban-ghi.json"))["rows"]
        lines = {kind.label: archive.read(f"du-lieu/{kind.label}.jsonl").count(b"\n") for kind in all_kinds()}
    assert counts == lines
    assert [label for label, count in counts.items() if not count] == []


def test_a_record_comes_back_the_same(full: Unit, empty: Unit, tmp_path: Path):
    out = packed(full, tmp_path, "a.zip")
    assert taken_in(empty, out).state == "done"
    empty.refresh_from_db()
    back = packed(empty, tmp_path, "b.zip")
    first, second = told(out), told(back)
    assert second["don-vi"] == first["don-vi"]
    for label in first:
        assert second[label] == first[label], label
    assert files(back) == files(out)


def test_on_another_site_the_keys_stay(empty: Unit, tmp_path: Path):
    """As if the school had never been here: its keys are free, and are taken over as they are."""
    with transaction.atomic():
        school = a_school(a_commune(a_province("Sở Giáo dục và Đào tạo tỉnh Khe Vắng"), "UBND xã Khe Vắng"))
        out = packed(a_full_school(school, a_user(school, Role.HEAD)), tmp_path)
        with zipfile.ZipFile(out) as archive:
            before = lines(archive, "plans.planitem")
        for version in EvidenceVersion.objects.of(school):
            path_of(version.stored).unlink(missing_ok=True)
        transaction.set_rollback(True)
    assert taken_in(empty, out).state == "done"
    assert {row["id"] for row in before} == {str(pk) for pk in PlanItem.objects.of(empty).values_list("pk", flat=True)}
    assert PlanVersion.objects.of(empty).get().rows == [row["id"] for row in before if row["plan"] == plan_of(empty)]


def plan_of(unit: Unit) -> str:
    return str(SchoolPlan.objects.of(unit).get(from_year=2026).pk)


def test_files_are_there_with_their_hashes_and_kinds(full: Unit, empty: Unit, tmp_path: Path):
    taken_in(empty, packed(full, tmp_path))
    for version in EvidenceVersion.objects.of(empty):
        data = path_of(version.stored).read_bytes()
        assert hashlib.sha256(data).hexdigest() == version.sha256
        assert version.stored.startswith(f"{empty.pk}/")
        assert (version.content_type, version.size) == ("application/pdf", len(data))
    assert Evidence.objects.of(empty).get(code="MC.1.3.02").withdrawn_because == "Nhầm năm học"


def test_frozen_rows_are_frozen_again(full: Unit, empty: Unit, tmp_path: Path):
    taken_in(empty, packed(full, tmp_path))
    tables = (Entry, {"action": "x"}), (EvidenceVersion, {"size": 1}), (PlanVersion, {"number": 9})
    for model, given in tables:
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            model.objects.of(empty).update(**given)


def test_people_come_back_and_accounts_do_not(full: Unit, empty: Unit, tmp_path: Path):
    out = packed(full, tmp_path)
    with zipfile.ZipFile(out) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for user in User.objects.filter(person__unit=full):
        assert user.password.encode() not in everything and user.username.encode() not in everything
    taken_in(empty, out)
    head = Person.objects.of(empty).get(full_name="Hà Thị Mận")
    assert not head.user.has_usable_password()
    assert {one.actor for one in Entry.objects.of(empty).filter(action="plans.plan.issued")} == {head.user}
    opened = accept_invitation(invite_person(head, by=None, at=NOW), password="Mật khẩu mới 2027", at=NOW)
    assert opened == head.user and opened.check_password("Mật khẩu mới 2027")


def test_somebody_of_another_unit_is_kept_as_one_who_is_not_there(full: Unit, empty: Unit, tmp_path: Path):
    made = taken_in(empty, packed(full, tmp_path))
    outsider = Person.objects.of(empty).get(full_name=OUTSIDER)
    assert outsider.left_on and outsider.duty == "Người của UBND xã Suối Ngọc"
    assert made.summary["outsiders"] == [OUTSIDER]


def test_who_brings_it_in_is_joined_to_the_person_of_the_record(full: Unit, empty: Unit, tmp_path: Path):
    here = a_user(empty, Role.HEAD, "Hà Thị Mận")
    made = taken_in(empty, packed(full, tmp_path), here)
    assert made.summary["joined"] == ["Hà Thị Mận"]
    assert Person.objects.of(empty).filter(full_name="Hà Thị Mận").count() == 1
    assert here.check_password("Mật khẩu thử 2026")
    assert SchoolPlan.objects.of(empty).get(from_year=2026).versions.get().by == here


def test_another_head_in_office_stands_in_the_way(full: Unit, empty: Unit, tmp_path: Path):
    a_user(empty, Role.HEAD, "Quàng Thị Lả")
    made = brought(empty, packed(full, tmp_path))
    assert made.state == "failed" and "Hiệu trưởng Quàng Thị Lả" in made.summary["faults"][0]


def test_the_same_record_again_changes_nothing(full: Unit, empty: Unit, tmp_path: Path):
    out = packed(full, tmp_path)
    taken_in(empty, out)
    before = rows_in_the_database(empty)
    made = brought(empty, out)
    assert made.state == "failed" and "đã được nhập vào trường ngày" in made.message
    assert rows_in_the_database(empty) == before


def test_a_school_with_data_takes_nothing_in(full: Unit, tmp_path: Path):
    made = brought(full, packed(full, tmp_path))
    assert made.state == "failed" and "chỉ nhập được vào trường còn trống" in made.message


def test_a_school_of_another_level_takes_nothing_in(full: Unit, tmp_path: Path):
    assert full.parent
    other = a_school(full.parent, "Trường THCS Nà Hang", level="lower_secondary")
    made = brought(other, packed(full, tmp_path))
    assert "cấp Tiểu học, còn trường ở đây là cấp Trung học cơ sở" in made.summary["faults"][0]


def test_what_is_found_and_counted_is_found_and_counted_again(full: Unit, empty: Unit, head: User, tmp_path: Path):
    """Search and the authority's figures are no part of a record: they follow from the rows and the versions."""
    plan = SchoolPlan.objects.of(full).get(state="under_way")
    adjust_plan(plan, reason="Thiếu kinh phí", by=head, at=NOW)
    plan.items.update(folded="_moi")  # what is being written, unlike what is in force
    taken_in(empty, packed(full, tmp_path))
    with connection.cursor() as cursor:
        counted = {}
        for unit in (full, empty):
            key = unit.pk.hex if connection.vendor == "sqlite" else unit.pk
            cursor.execute(
                "SELECT count(*), s.frozen FROM plans_searchtext s JOIN plans_schoolplan p ON p.id = s.plan_id "
                "WHERE p.unit_id = %s GROUP BY s.frozen",
                [key],
            )
            counted[unit.pk] = sorted((count, sorted((terms or "").split())) for count, terms in cursor.fetchall())
        cursor.execute("SELECT unit_id, sum(items) FROM oversight_rollup GROUP BY unit_id")
        figures = {str(unit).replace("-", ""): count for unit, count in cursor.fetchall()}
    assert counted[full.pk] == counted[empty.pk] and len(counted[full.pk]) > 5
    assert figures[full.pk.hex] == figures[empty.pk.hex] > 0


def lines(archive: zipfile.ZipFile, label: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in archive.read(f"du-lieu/{label}.jsonl").splitlines()]


def files(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.startswith("tep/")}


def told(path: Path) -> dict[str, list[str]]:
    """All that a record tells, with words for keys: the number of a row in its table, the name of a person."""
    with zipfile.ZipFile(path) as archive:
        tables = {kind.label: lines(archive, kind.label) for kind in all_kinds()}
        outside = [json.loads(line) for line in archive.read("du-lieu/nguoi-ngoai.jsonl").splitlines()]
        unit = json.loads(archive.read("du-lieu/don-vi.json"))
    tables["history.entry"] = [row for row in tables["history.entry"] if not row["action"].startswith("record.")]
    words = {row["id"]: row["full_name"] for row in [*tables["schools.person"], *outside]} | {unit.pop("id"): "@"}
    tables["schools.person"] = [row for row in tables["schools.person"] if row["full_name"] != OUTSIDER]
    for label, rows in tables.items():
        words |= {row["id"]: f"{label} {n}" for n, row in enumerate(rows) if isinstance(row["id"], str)} | words
    found = {label: [text(row, words, n) for n, row in enumerate(rows)] for label, rows in tables.items()}
    found["schools.person"].sort()
    return found | {"don-vi": [text(unit, words, 0)]}


def text(row: dict[str, Any], words: dict[str, str], number: int) -> str:
    """A row as text, its own number and those of others in words."""
    row = row | ({"id": number} if isinstance(row.get("id"), int) else {})
    if row.get("subject_type"):
        row["subject_id"] = row["subject_id"] if not row["subject_id"].isdigit() else "a number"
    written = json.dumps(row, ensure_ascii=False, sort_keys=True)
    for key, word in words.items():
        written = written.replace(key, word)
    return written


def rows_in_the_database(unit: Unit) -> dict[str, int]:
    return {kind.label: kind.of(unit).count() for kind in all_kinds() if kind.label != "history.entry"}
