"""`caitien convert`: an old plan's file in, a draft in the new form out, what changed said on standard error."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from caitien.formats import open_document
from corpus.invent import invent_plan

PLAN = invent_plan(3, level="primary", form="cv5932-9").plan


def caitien(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "caitien", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env={**os.environ, **environment}, check=False
    )


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "cũ.json"
    path.write_text(json.dumps(PLAN, ensure_ascii=False), "utf-8")
    return path


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_a_draft_is_written_with_its_marks(suffix: str, old: Path, tmp_path: Path) -> None:
    new = tmp_path / f"mới{suffix}"
    done = caitien("convert", old, "--to", "TT57-2026-PT", "-o", new)
    assert (done.returncode, done.stdout) == (0, "")
    count = len(PLAN["items"])
    assert f"Đã chuyển {count}/{count} mục" in done.stderr
    written = " ".join(open_document(new).texts())
    assert written.count("[Nguồn: tiêu chí") == count
    assert "[Cần quyết định: xác nhận tiêu chí" in written and "Đề xuất của phần mềm" in written


def test_the_same_plan_gives_the_same_bytes_elsewhere(old: Path, tmp_path: Path) -> None:
    outputs = []
    for zone in ("Asia/Ho_Chi_Minh", "America/Lima"):
        new = tmp_path / zone.replace("/", "-") / "mới.docx"
        new.parent.mkdir()
        assert caitien("convert", old, "--to", "TT57-2026-PT", "-o", new, TZ=zone).returncode == 0
        outputs.append(new.read_bytes())
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize(
    ("to", "name", "why"),
    [
        ("TT57-2026-MN", "mới.docx", "TT57-2026-PT"),
        ("TT99", "mới.docx", "TT99"),
        ("TT57-2026-PT", "mới.txt", ".docx"),
        ("TT57-2026-PT", "cũ.json", "cũ.json"),
    ],
)
def test_what_cannot_be_done_ends_in_one_line_and_writes_nothing(
    to: str, name: str, why: str, old: Path, tmp_path: Path
) -> None:
    before = old.read_bytes()
    done = caitien("convert", old, "--to", to, "-o", tmp_path / name)
    assert done.returncode == 2
    assert why in done.stderr and len(done.stderr.strip().splitlines()) == 1
    assert old.read_bytes() == before and [path.name for path in tmp_path.iterdir()] == ["cũ.json"]
