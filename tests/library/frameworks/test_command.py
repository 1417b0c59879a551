"""`caitien frameworks`, and the page made from the same data."""

import json
from pathlib import Path

import pytest

from caitien.cli import main
from caitien.frameworks import all_frameworks, framework_ids, load_framework
from caitien.frameworks.page import editions_page

ROOT = Path(__file__).parents[3]


def told(capsys, *arguments):
    code = main(["frameworks", *arguments])
    output = capsys.readouterr()
    return code, output.out, output.err


def test_without_an_id_all_editions_are_listed(capsys):
    code, out, _ = told(capsys)
    assert code == 0
    assert all(framework_id in out for framework_id in framework_ids())
    assert "chưa đối chiếu" in out
    assert "42/2012/TT-BGDĐT" in out


def test_the_list_as_json(capsys):
    _, out, _ = told(capsys, "--format", "json")
    by_id = {one["id"]: one for one in json.loads(out)}
    assert list(by_id) == list(framework_ids())
    assert by_id["TT57-2026-PT"]["valid_from"] == "2026-07-07"
    assert by_id["TT57-2026-PT"]["mandatory_criteria"] == 8
    assert by_id["TT18-2018"]["verified"] is False


@pytest.mark.parametrize("day", ["2025-09-01", "01/09/2025", "1/9/2025"])
def test_on_a_day_only_what_applies_is_listed(capsys, day):
    _, out, _ = told(capsys, "--on", day, "--format", "json")
    assert {one["id"].partition("+")[2] for one in json.loads(out)} == {"TT22-2024"}


def test_on_a_day_before_all_editions_the_list_says_so(capsys):
    code, out, _ = told(capsys, "--on", "2016-09-01")
    assert code == 0
    assert "Không có bộ tiêu chuẩn nào" in out
    assert "42/2012/TT-BGDĐT" in out


@pytest.mark.parametrize("framework", all_frameworks(), ids=lambda framework: framework.id)
def test_one_edition_shows_everything_it_holds(capsys, framework):
    code, out, _ = told(capsys, framework.id)
    flat = " ".join(out.split())
    assert code == 0
    wanted = [framework.document.full_title, *framework.open_points, *framework.sources]
    for criterion in framework.criteria:
        wanted += [f"{criterion.code} {criterion.title}", *criterion.evidence_hints]
        wanted += [criterion.note or "", *(one.label for one in criterion.quantities)]
        wanted += [one.name for one in criterion.thresholds]
        for indicator in (one for level in criterion.levels for one in level.indicators):
            wanted += [*(indicator.points or (indicator.summary,)), indicator.note or ""]
    wanted += [clause.summary for clause in framework.clauses]
    assert [text for text in wanted if " ".join(text.split()) not in flat] == []
    assert "Chưa đối chiếu văn bản gốc" in out


def test_one_edition_as_json_is_its_data_file(capsys):
    _, out, _ = told(capsys, "TT57-2026-MN", "--format", "json")
    data = json.loads(out)
    assert [len(standard["criteria"]) for standard in data["standards"]] == [4, 3, 5, 3]
    assert (data["valid_from"], data["valid_to"], data["verified"]) == ("2026-07-07", None, False)


def test_one_edition_on_a_day_says_whether_it_applies(capsys):
    assert "không áp dụng" in told(capsys, "TT18-2018", "--on", "2026-09-01")[1]
    assert json.loads(told(capsys, "TT18-2018", "--on", "2020-09-01", "--format", "json")[1])["in_force"] is True


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["TT-18-2018"], "có phải ý bạn là “TT18-2018”"),
        (["tt57-2026-pt"], "có phải ý bạn là “TT57-2026-PT”"),
        (["??"], "gõ “caitien frameworks”"),
        (["--on", "hôm nay"], "viết như 2026-09-01"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_one_line(capsys, arguments, words):
    code, out, err = told(capsys, *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err


def test_the_page_of_the_documentation_is_the_data():
    assert (ROOT / "docs" / "frameworks.md").read_text("utf-8") == editions_page() + "\n"


def test_the_rules_are_told_from_the_data(capsys):
    out = " ".join(told(capsys, "TT57-2026-PT")[1].split())
    assert "mọi tiêu chí bắt buộc đạt Mức 1; ít nhất 5 tiêu chí còn lại đạt Mức 1" in out
    none = load_framework("TT57-2026-GDTX").recognition.none_because
    assert none in " ".join(told(capsys, "TT57-2026-GDTX")[1].split())
