"""caitien.toml: found beside the plan or above, changes what is checked and how, and says what is wrong in it."""

import json

import pytest

from caitien.checks.catalogue import catalogue, load_check
from library.checks.command import caitien, write_plan

ITEMS = [{"criterion": f"1.{number}"} for number in range(1, 7)]  # one person leads all six


@pytest.fixture
def plan(tmp_path):
    (tmp_path / "2024").mkdir()
    return write_plan(tmp_path / "2024" / "ke-hoach.json", {"items": ITEMS, "weak_criteria": ["3.4"]})


def codes(plan, *arguments):
    found = json.loads(caitien("check", plan, "--format", "json", "--select", "I15,S07", *arguments).stdout)
    return [finding["code"] for finding in found]


def test_options_of_a_check_count_by_its_name_and_its_code(plan):
    assert codes(plan) == ["S07", "I15"]
    for table in ("[checks.one-leads-all]\nleast_items = 7", "[checks.I15]\nleast-items = 7"):
        plan.with_name("caitien.toml").write_text(table, "utf-8")
        assert codes(plan) == ["S07"]


def test_the_nearest_file_counts_and_another_may_be_named(plan, tmp_path):
    (tmp_path / "caitien.toml").write_text('ignore = ["S07"]\n', "utf-8")
    assert codes(plan) == ["I15"]
    plan.with_name("caitien.toml").write_text('ignore = "I"\n', "utf-8")
    assert codes(plan) == ["S07"]
    assert codes(plan, "--config", tmp_path / "caitien.toml") == ["I15"]


def test_the_call_goes_before_the_file(plan):
    plan.with_name("caitien.toml").write_text('select = ["I"]\nfail-on = "never"\n', "utf-8")
    assert caitien("check", plan).returncode == 0
    assert caitien("check", plan, "--select", "S07").returncode == 0
    assert caitien("check", plan, "--select", "S07", "--fail-on", "error").returncode == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('ignor = ["W"]', "có phải ý bạn là “ignore”?"),
        ('ignore = ["W"', "sai cú pháp TOML ở"),
        ("ignore = 3", "“ignore” phải là danh sách mã"),
        ('select = ["Q99"]', "“Q99”"),
        ('fail-on = "warnings"', "error, warning, hint, never"),
        ("[checks.one-lead-all]\nshare = 0.5", "có phải ý bạn là “one-leads-all”?"),
        ("[checks.one-leads-all]\nshares = 0.5", "có phải ý bạn là “share”?"),
        ('[checks.one-leads-all]\nshare = "0,5"', "“share” phải là số"),
        ("[checks.one-leads-all]\nleast_items = true", "“least_items” phải là số nguyên"),
        ("[checks.weak-criterion-without-item]\nshare = 1", "không có thiết lập nào"),
        ("checks = 3", "[checks.tên-lỗi]"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(plan, text, said):
    plan.with_name("caitien.toml").write_text(text, "utf-8")
    done = caitien("check", plan)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert said in done.stderr


@pytest.mark.parametrize("code", list(catalogue()))
def test_every_check_is_explained_by_code_and_by_name(code, capsys):
    from caitien.cli import main

    assert main(["check", "--explain", code]) == 0
    by_code = capsys.readouterr().out
    assert main(["check", "--explain", catalogue()[code].name]) == 0
    assert capsys.readouterr().out == by_code
    for words in (code, catalogue()[code].title, "Vì sao:", "Căn cứ:", "Không dùng khi:", *load_check(code).options):
        assert words in by_code


def test_an_unknown_check_is_not_explained(tmp_path):
    done = caitien("check", "--explain", "one-lead-all")
    assert (done.returncode, done.stdout) == (2, "")
    assert "có phải ý bạn là “one-leads-all”?" in done.stderr
