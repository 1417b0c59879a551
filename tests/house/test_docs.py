"""The documents tell the truth: links lead somewhere, files named exist, commands shown print what is shown."""

import doctest
import os
import re
import subprocess
import sys
import tomllib
import unicodedata
from pathlib import Path

import pytest

from caitien.cli import COMMANDS
from caitien.findings import READING_DOUBTS
from house.repository import ROOT, SHARED, files, texts

PAGES = [path for path in files() if path.suffix == ".md" and path.parts[0] != "tests"]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
NAMED_FILE = re.compile(r"`((?:src|tests|scripts|docs|samples|\.ci)/[\w./-]+)`")
NOT_RUN = "<!-- not run here: "
SHELLS = {"console", "sh", "bash", "shell"}


def test_links_lead_somewhere():
    broken = [
        f"{page}: {target}"
        for page in PAGES
        for target in LINK.findall(prose(page))
        if not re.match(r"[a-z]+:", target) and not leads_somewhere(page, target)
    ]
    assert broken == []


def test_files_that_pages_name_exist():
    missing = [
        f"{page}: {name}"
        for page in PAGES
        if page.name != "CHANGELOG.md"
        for name in NAMED_FILE.findall(prose(page))
        if not (ROOT / name).exists()
    ]
    assert missing == []


def test_every_page_is_reached_from_the_readme():
    reached, new = set(), {Path("README.md")}
    while new:
        reached |= new
        targets = {(page, target.partition("#")[0]) for page in new for target in LINK.findall(prose(page))}
        new = {(ROOT / page.parent / target).resolve() for page, target in targets if target.endswith(".md")}
        new = {path.relative_to(ROOT) for path in new} - reached
    assert {str(page) for page in PAGES} - {str(page) for page in reached} == set()


def consoles() -> list:
    """Each command of a console block, with what the page shows that it prints."""
    found = []
    for page in PAGES:
        for block in FENCE.finditer(text := texts()[page]):
            before = text[: block.start()].rstrip().splitlines()[-1:] or [""]
            if block.group(1) in SHELLS and not before[0].startswith(NOT_RUN):
                assert block.group(1) == "console", f"{page}: show commands in a console block, so that they are run"
                for command, shown in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block.group(2), re.MULTILINE):
                    found.append(pytest.param(command, shown, id=f"{page}: {command}"))
    return found


@pytest.mark.parametrize(("command", "shown"), consoles())
def test_commands_print_what_the_pages_show(command, shown, tmp_path):
    """`...` in a page stands for any output; everything else must be as shown."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    environment |= {"COLUMNS": "100", "NO_COLOR": "1", "TMPDIR": str(tmp_path), "LC_ALL": "C.UTF-8"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, check=False, capture_output=True, text=True
    )
    printed = "\n".join(line.rstrip() for line in (ran.stderr + ran.stdout).splitlines()) + "\n"
    assert doctest.OutputChecker().check_output(shown.strip("\n") + "\n", printed, doctest.ELLIPSIS), printed


PYTHON = {page: "\n".join(code for kind, code in FENCE.findall(texts()[page]) if kind == "pycon") for page in PAGES}


@pytest.mark.parametrize("page", [page for page, code in PYTHON.items() if code], ids=str)
def test_python_prints_what_the_page_shows(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(PYTHON[page], {}, str(page), str(page), 0)
    said: list[str] = []
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append).failed == 0, "".join(said)


def test_generated_pages_are_those_of_the_code():
    made = [sys.executable, "scripts/make_docs.py", "--check"]
    checked = subprocess.run(made, cwd=ROOT, check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr


def test_every_command_has_its_module_and_its_section():
    modules = {path.stem for path in files() if path.parent == Path("src/caitien/cli")}
    sections = re.findall(r"^## caitien (\w+)$", texts()[Path("docs/cli.md")], re.MULTILINE)
    assert set(COMMANDS) <= modules
    assert sections == list(COMMANDS)


def test_every_doubt_of_reading_is_explained():
    rows = re.findall(r"^\| (\w+) \| `([\w-]+)` \| (\w+) \| .+ \|$", texts()[Path("docs/reading.md")], re.MULTILINE)
    assert [row for row in rows if row[1] in READING_DOUBTS] == [
        (code, name, severity.value) for name, (code, severity) in READING_DOUBTS.items()
    ]


@pytest.mark.needs_shared
def test_no_code_of_a_doubt_is_the_code_of_a_fault():
    faults = set(re.findall(r'"code":\s*"(\w+)"', (SHARED / "rules" / "catalogue.json").read_text("utf-8")))
    assert len(faults) > 100
    assert {code for code, _ in READING_DOUBTS.values()} & faults == set()


def test_decisions_are_numbered_listed_and_of_one_shape():
    pages = sorted(page for page in PAGES if page.parent == Path("docs/decisions") and page.name != "README.md")
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    listed = texts()[Path("docs/decisions/README.md")]
    for number, page in enumerate(pages, 1):
        headings = re.findall(r"^#+ (.+)$", texts()[page], re.MULTILINE)
        title = headings[0].removeprefix(f"{number}. ")
        assert headings[1:] == ["Context", "Decision", "Consequences"], page
        assert page.stem[5:] == slug(title), page
        assert f"[{headings[0]}]({page.name})" in listed


def test_pictures_need_nothing_from_outside():
    pictures = [path for path in files() if path.suffix == ".svg"]
    outside = re.compile(r"(?:href|src|url)\s*[=(]\s*[\"']?(?!#|data:)[^\s\"')]+|@import|@font-face")
    assert {str(path): hit.group() for path in pictures if (hit := outside.search(texts()[path]))} == {}


def test_the_change_log_knows_the_version():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert re.search(rf"^## (Unreleased|{re.escape(version)}\b)", texts()[Path("CHANGELOG.md")], re.MULTILINE)


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return FENCE.sub("", texts()[page])


def leads_somewhere(page: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    place = (ROOT / page.parent / name).resolve() if name else ROOT / page
    if not place.exists() or not place.is_relative_to(ROOT):
        return False
    return not anchor or anchor in {slug(title) for title in re.findall(r"^#+ (.+)$", place.read_text("utf-8"), re.M)}


def slug(title: str) -> str:
    """A heading's anchor as Git forges make it."""
    kept = "".join(
        letter for letter in unicodedata.normalize("NFC", title).lower() if letter.isalnum() or letter in " -_"
    )
    return kept.strip().replace(" ", "-")
