"""The lock files: every dependency is pinned with hashes, and no address is written down."""

import json
import re
import tomllib

from house.repository import ROOT, files, texts

NAME = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^]]*\])?")
PINNED = re.compile(r"^[a-z0-9][a-z0-9.-]*==[^\s;]+( ; [^\\]+)?$")
HASH = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")


def test_every_requirement_is_pinned_with_hashes():
    for requirement in locked():
        pin, *hashes = requirement.split("  ")
        assert PINNED.match(pin), pin
        assert hashes, pin
        assert [text for text in hashes if not HASH.match(text)] == [], pin


def test_what_the_project_declares_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    declared = {distribution(line) for line in project["project"]["dependencies"] + project["dependency-groups"]["dev"]}
    assert declared - {distribution(requirement) for requirement in locked()} == set()


def test_npm_packages_are_pinned_with_hashes():
    declared = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    installed = {path.removeprefix("node_modules/"): package for path, package in packages.items() if path}
    assert {name: installed[name]["version"] for name in declared} == declared
    assert [name for name, package in installed.items() if not package["integrity"].startswith("sha512-")] == []


def test_no_lock_file_holds_an_address():
    locks = [path for path in files() if "lock" in path.name and path.suffix in (".lock", ".json", ".txt", ".toml")]
    assert len(locks) == 2, "requirements.lock and package-lock.json; no third one that a tool left behind"
    assert [str(path) for path in locks if "://" in texts()[path] or "resolved" in texts()[path]] == []


def locked() -> list[str]:
    """The requirements of the lock file, each one line: the pin and its hashes, parted by blanks."""
    return re.sub(r" *\\\n *", "  ", (ROOT / "requirements.lock").read_text("utf-8")).strip().split("\n")


def distribution(requirement: str) -> str:
    found = NAME.match(requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found.group(1)).lower()
