"""`caitien check` as people and programs use it: findings, formats, exit codes, settings, what is set aside."""

import json

import pytest

from library.checks.command import SAMPLE, WEAK, caitien, write_plan

ONLY = ("--select", "S07")


@pytest.fixture
def weak(tmp_path):
    """A plan with exactly two errors among the checks selected by ONLY."""
    return write_plan(tmp_path / "ke-hoach.json", WEAK)


def test_the_findings_as_json_are_those_of_the_contract(weak):
    done = caitien("check", weak, *ONLY, "--format", "json")
    findings = json.loads(done.stdout)
    assert done.returncode == 1
    assert [finding["place"]["criterion"] for finding in findings] == ["3.4", "5.1"]
    first = findings[0]
    assert {key: first[key] for key in ("code", "name", "severity")} == {
        "code": "S07",
        "name": "weak-criterion-without-item",
        "severity": "error",
    }
    assert set(first["place"]) == {"part", "item", "criterion", "field", "quote"}
    assert first["message"].startswith("Tiêu chí 3.4")
    assert first["hint"]


def test_the_text_names_part_fault_and_hint_and_ends_with_the_counts(weak):
    lines = caitien("check", weak, *ONLY).stdout.splitlines()
    assert "Trường Tiểu học Suối Ngọc" in lines[1]
    assert "30/8/2024" in lines[2]
    assert "MỤC TIÊU, TIÊU CHÍ CẦN CẢI TIẾN" in lines
    assert any(line.startswith("  ✖ lỗi S07  Tiêu chí 3.4") for line in lines)
    assert lines[-1] == "2 lỗi"


def test_a_document_is_told_by_its_content(tmp_path):
    for name in ("ke-hoach.docx", "ten-sai.json"):
        copy = tmp_path / name
        copy.write_bytes(SAMPLE.read_bytes())
        done = caitien("check", copy, "--format", "json", "--fail-on", "never")
        assert (done.returncode, done.stderr) == (0, "")
        assert isinstance(json.loads(done.stdout), list)
    named_as_text = write_plan(tmp_path / "ke-hoach.txt", WEAK)
    assert len(json.loads(caitien("check", named_as_text, *ONLY, "--format", "json").stdout)) == 2


def test_doubts_of_reading_are_mentioned_and_are_no_findings(tmp_path):
    page = tmp_path / "ke-hoach.txt"
    page.write_text("TRƯỜNG TIỂU HỌC SUỐI NGỌC\nKẾ HOẠCH\nCải tiến chất lượng giáo dục năm học 2024 - 2025\n", "utf-8")
    done = caitien("check", page, "--fail-on", "never")
    assert "chỗ còn nghi ngờ khi đọc: xem caitien read." in done.stdout
    findings = json.loads(caitien("check", page, "--format", "json", "--fail-on", "never").stdout)
    assert not [finding for finding in findings if finding["code"].startswith("D")]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--fail-on", "hint"], 1),
        (["--fail-on", "never"], 0),
        (["--ignore", "S"], 0),
        (["--ignore", "weak-criterion-without-item"], 0),
    ],
)
def test_the_exit_code_says_whether_something_weighs_enough(weak, arguments, code):
    assert caitien("check", weak, *ONLY, *arguments).returncode == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Chưa chọn tệp"),
        (["khong-co.docx"], "Không tìm thấy"),
        (["ke-hoach.json", "--select", "S7O"], "có phải ý bạn là “S07”?"),
        (["ke-hoach.json", "--select", "weak-criterion-without-items"], "“weak-criterion-without-item”?"),
        (["ke-hoach.json", "--on", "hôm nay"], "Ngày “hôm nay” chưa đúng"),
        (["ke-hoach.json", "--format", "xml"], "không có lựa chọn"),
        (["ke-hoach.json", "--config", "thieu.toml"], "Không tìm thấy tệp “thieu.toml”"),
        (["hong.json"], "bị hỏng"),
        (["khac.json"], "không phải kế hoạch"),
        (["sai.json"], "sai ở: items.0.budget_vnd"),
        (["danh-sach.json"], "không phải kế hoạch"),
        (["rong.json"], "rỗng"),
    ],
)
def test_what_cannot_be_done_ends_in_one_vietnamese_line_and_code_2(tmp_path, arguments, said):
    write_plan(tmp_path / "ke-hoach.json")
    write_plan(tmp_path / "sai.json", {"items": [{"budget_vnd": "một trăm"}]})
    texts = {"hong": '{"schema": "caitien.plan/1", "items": [', "khac": "{}", "danh-sach": "[1, 2]", "rong": ""}
    for name, text in texts.items():
        (tmp_path / f"{name}.json").write_text(text, "utf-8")
    done = caitien("check", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert said in done.stderr
