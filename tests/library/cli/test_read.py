"""`caitien read` as a program uses it: JSON on standard output, doubts beside it, one line and code 2 for bad input."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "samples" / "ke-hoach-mau.docx"


def caitien(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "caitien", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_plan_is_printed_as_json_and_nothing_else():
    done = caitien("read", SAMPLE)
    assert done.returncode == 0
    plan = json.loads(done.stdout)
    assert plan["schema"] == "caitien.plan/1"
    assert plan["source"] == "ke-hoach-mau.docx"
    assert plan["items"]


def test_doubts_and_positions_go_to_files_when_asked(tmp_path):
    doubts, places = tmp_path / "doubts.json", tmp_path / "places.json"
    done = caitien("read", SAMPLE, "--findings", doubts, "--positions", places)
    assert (done.returncode, done.stderr) == (0, "")
    assert isinstance(json.loads(doubts.read_text("utf-8")), list)
    assert json.loads(places.read_text("utf-8"))["items.0.solution"]["row"] >= 1


def test_the_table_for_people_names_the_school_and_every_item():
    done = caitien("read", SAMPLE, "--format", "table")
    assert done.returncode == 0
    plan = json.loads(caitien("read", SAMPLE).stdout)
    assert plan["school"]["name"] in done.stdout
    assert f"{len(plan['items'])} nội dung cải tiến" in done.stdout


@pytest.mark.parametrize("arguments", [["read"], ["read", "--format", "xml", "a"], ["doc"], ["read", "khong-co.docx"]])
def test_what_cannot_be_done_ends_in_one_vietnamese_line_and_code_2(arguments):
    done = caitien(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_an_unwritable_place_for_doubts_is_said(tmp_path):
    done = caitien("read", SAMPLE, "--findings", tmp_path / "khong" / "co.json")
    assert done.returncode == 2
    assert "Không ghi được" in done.stderr


def test_help_names_every_command():
    done = caitien("--help")
    assert done.returncode == 0
    assert "read" in done.stdout
    assert "frameworks" in done.stdout
