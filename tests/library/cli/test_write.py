"""`caitien write` as a program uses it: a file and nothing printed, or one Vietnamese line and no file at all."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from caitien import read_plan
from corpus.invent import invent_plan

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "samples" / "ke-hoach-mau.docx"


def caitien(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "caitien", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return saved(tmp_path / "ke-hoach.json", invent_plan(3, level="primary", form="cv5932-9", count=3).plan)


def saved(path: Path, data: Any) -> Path:
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return path


def test_data_becomes_a_document_and_nothing_is_printed(plan, tmp_path):
    done = caitien("write", plan, "-o", tmp_path / "ke-hoach.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(read_plan(tmp_path / "ke-hoach.html").plan.items) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ke-hoach.html", "ke-hoach.json"]


def test_a_document_is_told_by_its_content_and_laid_in_the_form_asked_for(tmp_path):
    source = tmp_path / "ke-hoach.json"
    source.write_bytes(SAMPLE.read_bytes())
    done = caitien("write", source, "-o", tmp_path / "KE-HOACH.MD", "--form", "cv5932-8")
    assert (done.returncode, done.stdout) == (0, "")
    got = read_plan(tmp_path / "KE-HOACH.MD").plan
    assert got.form == "cv5932-8"
    assert got.items[0].solution == read_plan(SAMPLE).plan.items[0].solution


def test_what_the_form_has_no_room_for_is_said_beside(plan, tmp_path):
    done = caitien("write", plan, "-o", tmp_path / "a.html", "--form", "weakness-10")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Biểu mẫu không có chỗ cho “Kết quả cần đạt" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["khong-co.json", "-o", "a.html"], "Không tìm thấy tệp"),
        (["ke-hoach.json"], "thiếu -o"),
        (["ke-hoach.json", "-o", "a.odt"], ".docx, .pdf, .xlsx, .html, .md"),
        (["ke-hoach.json", "-o", "a"], ".docx, .pdf, .xlsx, .html, .md"),
        (["ke-hoach.json", "-o", "a.html", "--form", "la"], "không có lựa chọn"),
        (["ke-hoach.json", "-o", "khong/co/a.html"], "không có thư mục đó"),
        (["ke-hoach.json", "-o", "thu-muc.html"], "đó là một thư mục"),
        (["ke-hoach.json", "-o", "dài" * 200 + ".html"], "tên tệp quá dài"),
    ],
)
def test_what_cannot_be_done_ends_in_one_vietnamese_line_and_no_file(arguments, said, plan, tmp_path):
    (tmp_path / "thu-muc.html").mkdir()
    before = sorted(tmp_path.iterdir())
    done = caitien("write", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert said in done.stderr
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"items": [{"criterion": "1.2", "budget_vnd": "một trăm"}]}, "items.0.budget_vnd phải là số nguyên"),
        ({"items": [{"criterion": "chín"}]}, "items.0.criterion phải là mã tiêu chí như 1.2, không phải “chín”"),
        ({"items": [{"standard": 1}]}, "items.0.criterion bị thiếu"),
        ({"items": [{"criterion": None, "owners": "Hiệu trưởng"}]}, "items.0.owners phải là một danh sách"),
        ({"items": [{"criterion": None, "start": "tháng 9"}]}, "items.0.start phải là ngày dạng"),
        ({"school": {"name": "Trường Mẫu", "level": "college"}}, "school.level phải là một trong: 'preschool'"),
        ({"school": {}}, "school.name bị thiếu"),
        ({"document": None}, "document phải là một đối tượng"),
        ({"document": {"school_year": "2026"}}, "document.school_year phải là năm học dạng 2026-2027"),
        ({"legal_bases": [{}], "purposes": [3]}, "legal_bases.0.text bị thiếu; purposes.0 phải là chữ"),
    ],
)
def test_data_that_breaks_the_contract_is_named_field_by_field(change, said, plan, tmp_path):
    saved(plan, json.loads(plan.read_text("utf-8")) | change)
    done = caitien("write", plan, "-o", tmp_path / "a.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert said in done.stderr
    assert not (tmp_path / "a.html").exists()


def test_a_full_disk_leaves_the_old_file_whole_and_no_half_one(plan, tmp_path):
    output = tmp_path / "ke-hoach.html"
    output.write_text("bản cũ", "utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    done = caitien(
        "write", plan, "-o", output, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900))
    )
    assert done.returncode == 2
    assert "Không ghi được tệp" in done.stderr and "Traceback" not in done.stderr
    assert output.read_text("utf-8") == "bản cũ"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_what_is_no_file_is_not_replaced_by_one(plan, tmp_path):
    pipe = tmp_path / "ong.html"
    os.mkfifo(pipe)
    done = caitien("write", plan, "-o", pipe)
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)
    assert "không phải tệp" in done.stderr
    assert pipe.is_fifo()


def test_the_plan_itself_is_never_overwritten(tmp_path):
    source = tmp_path / "ke-hoach.docx"
    source.write_bytes(SAMPLE.read_bytes())
    done = caitien("write", "ke-hoach.docx", "-o", source, cwd=tmp_path)
    assert done.returncode == 2 and "ghi đè" in done.stderr
    assert source.read_bytes() == SAMPLE.read_bytes()


def test_a_link_is_followed_and_rights_are_kept(plan, tmp_path):
    real, link = tmp_path / "that.html", tmp_path / "lien-ket.html"
    real.write_text("cũ", "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    assert caitien("write", plan, "-o", link).returncode == 0
    assert link.is_symlink() and real.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert real.stat().st_mode & 0o777 == 0o640


def test_every_plan_below_a_folder_gets_its_document(plan, tmp_path):
    source, output = tmp_path / "cu", tmp_path / "moi"
    (source / "xa").mkdir(parents=True)
    for name in ("mot.json", "xa/hai.json"):
        (source / name).write_bytes(plan.read_bytes())
    (source / "mot.docx").write_bytes(SAMPLE.read_bytes())
    done = caitien("write", source, "-o", output, "--format", "html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = sorted(path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    assert written == ["mot.docx.html", "mot.json.html", "xa/hai.html"]
    caitien("write", plan, "-o", tmp_path / "mot.html")
    assert (output / "mot.json.html").read_bytes() == (tmp_path / "mot.html").read_bytes()


def test_pdfs_of_a_folder_are_those_that_one_call_each_gives(tmp_path):
    source, output = tmp_path / "cu", tmp_path / "moi"
    source.mkdir()
    for seed in range(6):
        saved(source / f"{seed}.json", invent_plan(seed, count=2).plan)
    saved(source / "hong.json", {"schema": "caitien.plan/1"})
    done = caitien("write", source, "-o", output, "--format", "pdf", "--jobs", "3")
    assert done.returncode == 1 and "hong.json: " in done.stderr
    assert sorted(path.name for path in output.iterdir()) == [f"{seed}.pdf" for seed in range(6)]
    for seed in (0, 5):
        caitien("write", source / f"{seed}.json", "-o", tmp_path / "mot.pdf")
        assert (output / f"{seed}.pdf").read_bytes() == (tmp_path / "mot.pdf").read_bytes()


def test_a_plan_that_cannot_be_written_does_not_stop_the_others(plan, tmp_path):
    source = tmp_path / "cu"
    source.mkdir()
    (source / "tot.json").write_bytes(plan.read_bytes())
    (source / "hong.json").write_text('{"schema": "caitien.plan/1"}', "utf-8")
    done = caitien("write", source, "-o", tmp_path / "moi", "--format", "md")
    assert done.returncode == 1
    assert done.stderr.startswith("hong.json: ") and "bị thiếu" in done.stderr
    assert [path.name for path in (tmp_path / "moi").iterdir()] == ["tot.md"]
    (source / "tot.json").unlink()
    assert caitien("write", source, "-o", tmp_path / "khac").returncode == 2


def test_a_folder_is_never_written_into_itself(plan, tmp_path):
    for output in (tmp_path, tmp_path / "moi"):
        done = caitien("write", tmp_path, "-o", output)
        assert (done.returncode, done.stdout) == (2, "")
        assert "nằm ngoài thư mục" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["ke-hoach.json"]
