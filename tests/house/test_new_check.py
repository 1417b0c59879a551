"""`make new-check` lays files that the tests of checks accept as far as anything is said in them."""

import json
import shutil
import subprocess
import sys

import pytest

from house.repository import ROOT

SCRIPT = ROOT / "scripts" / "new_check.py"


def new_check(root, *, name="owner-on-leave", family="items", code="I99"):
    command = [sys.executable, str(SCRIPT), "--name", name, "--family", family, "--code", code, "--root", str(root)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.fixture
def copy(tmp_path):
    """The repository as far as checks and their tests need it."""
    for folder in ("src", "tests"):
        ignored = shutil.ignore_patterns("__pycache__", "corpus", "house", "formats", "cases")
        shutil.copytree(
            ROOT / folder,
            tmp_path / folder,
            ignore=ignored if folder == "tests" else shutil.ignore_patterns("tessdata"),
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_a_new_check_is_found_explained_and_tested(copy):
    laid = new_check(copy)
    assert laid.returncode == 0, laid.stderr
    assert all(
        (copy / line.removeprefix("Wrote ")).exists() for line in laid.stdout.splitlines() if line[:5] == "Wrote"
    )
    lines = json.loads((copy / "src/caitien/checks/rules/items/catalogue.json").read_text("utf-8"))
    assert lines[-1]["name"] == "owner-on-leave"
    options = "-q -p no:cacheprovider -o addopts=--import-mode=importlib -k I99 tests/library/checks/test_cases.py"
    tests = [sys.executable, "-m", "pytest", *options.split()]
    ran = subprocess.run(
        tests, cwd=copy, check=False, capture_output=True, text=True, env={"PYTHONPATH": str(copy / "src")}
    )
    assert ran.returncode == 0, ran.stdout
    assert "3 passed" in ran.stdout


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": "Owner On Leave"}, "kebab-case"),
        ({"family": "item"}, "FAMILY"),
        ({"code": "I9"}, "CODE"),
        ({"code": "S07"}, "exists already"),
        ({"name": "weak-criterion-without-item"}, "exists already"),
    ],
)
def test_what_cannot_be_a_check_is_refused(tmp_path, given, said):
    refused = new_check(tmp_path, **given)
    assert (refused.returncode, list(tmp_path.iterdir())) == (2, [])
    assert said in refused.stderr
