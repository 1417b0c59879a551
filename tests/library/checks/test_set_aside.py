"""What a school sets aside with a reason stays in every report and weighs nothing; wrong entries are refused."""

import json

import pytest

from library.checks.command import caitien, write_plan

ONLY = ("--select", "S07")
WEAK = {"weak_criteria": ["3.4", "5.1"]}
REASON = "Sân tập do xã xây trong năm sau."


def beside(path, text):
    path.with_name(f"{path.name}.bo-qua.toml").write_text(text, "utf-8")


def reasons(path):
    """The criterion of each finding with the reason why it is set aside, and the exit code."""
    done = caitien("check", path, *ONLY, "--format", "json")
    found = json.loads(done.stdout)
    return {one["place"]["criterion"]: one["set_aside"] for one in found}, done.returncode


def test_an_entry_beside_the_document_sets_its_findings_aside(tmp_path):
    path = write_plan(tmp_path / "a.json", WEAK)
    beside(path, f'[[bo-qua]]\nma = "S07"\ntieu-chi = "3.4"\nly-do = "{REASON}"\n')
    assert reasons(path) == ({"3.4": REASON, "5.1": None}, 1)
    beside(path, f'[[bo-qua]]\nma = "weak-criterion-without-item"\nly-do = "{REASON}"\n')
    assert reasons(path) == ({"3.4": REASON, "5.1": REASON}, 0)


def test_an_entry_in_the_plans_data_does_the_same(tmp_path):
    entry = {"code": "S07", "quote": "tieu chi 5.1", "reason": REASON}
    path = write_plan(tmp_path / "a.json", WEAK | {"set_aside": [entry]})
    assert reasons(path) == ({"3.4": None, "5.1": REASON}, 1)


def test_what_is_set_aside_stays_visible_and_entries_without_effect_are_named(tmp_path):
    path = write_plan(tmp_path / "a.json", WEAK)
    beside(path, f'[[bo-qua]]\nma = "S07"\nly-do = "{REASON}"\n[[bo-qua]]\nma = "P02"\nmuc = 3\nly-do = "Cũ."\n')
    lines = caitien("check", path, *ONLY).stdout.splitlines()
    assert "ĐÃ BỎ QUA CÓ LÝ DO" in lines
    assert sum(REASON in line for line in lines) == 2
    assert any("không khớp" in line and "P02, mục 3" in line for line in lines)
    assert lines[-1].endswith("; 2 đã bỏ qua có lý do")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[bo-qua]]\nma = "S07"\n', "chưa ghi lý do"),
        ('[[bo-qua]]\nma = "S07"\nly-do = "  "\n', "chưa ghi lý do"),
        ('[[bo-qua]]\nly-do = "Vì thế."\n', "chưa ghi mã"),
        ('[[bo-qua]]\nma = "S07"\nly_do = "Vì thế."\n', "có phải ý bạn là “ly-do”?"),
        ('[[bo-qua]]\nma = "S07"\nmuc = "3"\nly-do = "Vì thế."\n', "“muc” phải là số"),
        ('[[bo-qua]]\nma = "S07"\nmuc = 0\nly-do = "Vì thế."\n', "“muc” phải là số, đếm từ 1"),
        ('[bo-qua]\nma = "S07"\n', "[[bo-qua]]"),
        ('[[boqua]]\nma = "S07"\n', "“bo-qua”"),
        ("ma S07", "sai cú pháp TOML ở dòng 1"),
    ],
)
def test_a_wrong_entry_is_refused_in_one_line(tmp_path, text, said):
    path = write_plan(tmp_path / "a.json", WEAK)
    beside(path, text)
    done = caitien("check", path, *ONLY)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert said in done.stderr


@pytest.mark.parametrize("entries", [{"code": "S07"}, ["S07"], [{"code": "S07"}], [{"code": 7, "reason": "a"}]])
def test_a_wrong_entry_in_the_plans_data_is_refused_too(tmp_path, entries):
    done = caitien("check", write_plan(tmp_path / "a.json", WEAK | {"set_aside": entries}), *ONLY)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
