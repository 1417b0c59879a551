"""`caitien check` on a folder: every plan is checked, what cannot be read is told, copies are found."""

import json
import random
from pathlib import Path

import pytest

from caitien.checks import duplicates
from caitien.checks.folder import each
from caitien.plan import from_json
from caitien.reading import read_plan
from library.checks.command import ROOT, SAMPLE, caitien, write_plan
from library.checks.faultless import changed

WEAK = {"weak_criteria": ["3.4", "5.1"]}
ONLY = ("--select", "S07")
SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.fixture
def folder(tmp_path):
    """Three plans, one of them in a folder below, a broken file and what is no document."""
    (tmp_path / "xã").mkdir()
    write_plan(tmp_path / "a.json", WEAK)
    write_plan(tmp_path / "xã" / "b.json")
    (tmp_path / "c.docx").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "hỏng.docx").write_bytes(b"PK\x03\x04 not a document")
    (tmp_path / "ảnh.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "~$c.docx").write_bytes(b"lock")
    return tmp_path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_every_plan_below_is_checked_and_the_unreadable_told(folder, jobs):
    done = caitien("check", folder, *ONLY, "--format", "json", "--jobs", jobs)
    told = {one["file"]: one for one in json.loads(done.stdout)}
    assert done.returncode == 1
    assert list(told) == ["a.json", "c.docx", "hỏng.docx", "xã/b.json"]
    assert [finding["code"] for finding in told["a.json"]["findings"]] == ["S07", "S07"]
    assert told["c.docx"]["findings"] == told["xã/b.json"]["findings"] == []
    assert "hỏng" in told["hỏng.docx"]["error"]


def test_the_text_ends_with_the_commonest_faults_the_files_and_the_sum(folder):
    done = caitien("check", folder, *ONLY)
    lines = done.stdout.splitlines()
    assert any(line.split()[:5] == ["S07", "✖", "lỗi", "1", "2"] for line in lines)
    assert any(line.split() == ["2", "0", "0", "0", "a.json"] for line in lines)
    assert any(line.strip().startswith("hỏng.docx: Tệp bị hỏng") for line in lines)
    assert lines[-1] == "3 kế hoạch: 2 lỗi, 0 cảnh báo, 0 gợi ý; 2 kế hoạch không có lỗi; 1 tệp không đọc được"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--fail-on", "never"], 0), (["--ignore", "S"], 1), (["--ignore", "S", "--fail-on", "never"], 0)],
)
def test_what_cannot_be_read_fails_unless_nothing_does(folder, arguments, code):
    assert caitien("check", folder, *ONLY, *arguments).returncode == code


def test_settings_and_what_is_set_aside_hold_for_the_files_beside_them(folder):
    (folder / "hỏng.docx").unlink()
    (folder / "xã" / "caitien.toml").write_text('ignore = ["S07"]\n', "utf-8")
    write_plan(folder / "xã" / "b.json", WEAK)
    (folder / "a.json.bo-qua.toml").write_text('[[bo-qua]]\nma = "S07"\nly-do = "Đã có."\n', "utf-8")
    done = caitien("check", folder, *ONLY)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].endswith("0 gợi ý; 3 kế hoạch không có lỗi; 2 chỗ đã bỏ qua có lý do")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "html"], "html"),
        (["--jobs", "0"], "--jobs"),
        (["--duplicates", "--threshold", "2"], "--threshold"),
        (["--select", "Q"], "“Q”"),
    ],
)
def test_wrong_requests_for_a_folder_are_refused_in_one_line(folder, arguments, said):
    done = caitien("check", folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert said in done.stderr


def test_a_folder_without_plans_is_refused(tmp_path):
    done = caitien("check", tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def mark(path: Path) -> None:
    """Leaves a mark beside the file: what is done with it in the test below."""
    path.with_suffix(".done").touch()


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_after_ctrl_c_what_is_not_begun_is_not_begun_any_more(tmp_path):
    paths = [tmp_path / f"{number}.json" for number in range(1000)]
    with pytest.raises(KeyboardInterrupt):
        each(mark, paths, jobs=2, progress=interrupt)
    assert 0 < len(list(tmp_path.iterdir())) < len(paths)


SYLLABLES = "an bình cao dũng em giang hà khang lan minh nam oanh phúc quý rồng sơn tâm uyên vân xuân yến"


def passage(seed: int, count: int = 40) -> str:
    """Words in a random order, the same for the same seed."""
    drawn = random.Random(seed)
    return " ".join(drawn.choice(SYLLABLES.split()) for _ in range(count))


def test_copies_are_listed_with_their_share_and_the_passage(tmp_path):
    shared = passage(1)
    write_plan(tmp_path / "a.json", {"items": [{"solution": f"{shared}. {passage(2)}"}]})
    write_plan(tmp_path / "b.json", {"items": [{"solution": f"{passage(3)}; {shared.upper()}!", "target_result": ""}]})
    write_plan(tmp_path / "c.json", {"items": [{"solution": passage(4), "weakness": "", "target_result": ""}]})
    found = json.loads(caitien("check", tmp_path, "--duplicates", "--format", "json").stdout)
    assert [pair["files"] for pair in found] == [["a.json", "b.json"]]
    assert found[0]["passages"][0] == {"text": shared, "words": 40}
    assert 0.3 <= found[0]["share"] <= 1
    text = caitien("check", tmp_path, "--duplicates").stdout
    assert "a.json – b.json" in text
    assert text.splitlines()[-1] == "3 kế hoạch, 1 cặp trùng nhau"
    assert (
        json.loads(caitien("check", tmp_path, "--duplicates", "--threshold", "0.95", "--format", "json").stdout) == []
    )


def texts(*parts: str) -> duplicates.Texts:
    items = [{"solution": part, "weakness": "", "target_result": "", "support_conditions": ""} for part in parts]
    return duplicates.texts_of(from_json(changed({"items": items})))


def test_many_plans_are_compared_by_minhash_with_the_same_result():
    plans = [texts(passage(number, 200), passage(1000 + number // 2, 200)) for number in range(20)]
    exact = duplicates.pairs(plans)
    assert [(pair.first, pair.second) for pair in sorted(exact, key=lambda pair: pair.first)] == [
        (number, number + 1) for number in range(0, 20, 2)
    ]
    assert duplicates.pairs(plans, few=1) == exact


@pytest.mark.needs_shared
def test_real_plans_from_one_template_are_found():
    found = duplicates.pairs([duplicates.texts_of(read_plan(path).plan) for path in sorted(SEEDS.glob("*.txt"))])
    assert [(pair.first, pair.second) for pair in found] == [(2, 4), (0, 2)]
