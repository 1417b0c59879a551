"""Who may import whom, what the library may never reach, and that importing it costs nothing."""

import ast
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import caitien
from house.repository import ROOT, python_files, tree

NETWORK = {"socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp"}
PRODUCT = {"django", "caitien_web"}
CLOCKS = ("date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time", "time.localtime")
HEAVY = {
    *("docx", "lxml", "numpy", "olefile", "openpyxl", "pdfplumber", "PIL"),
    *("pydantic", "pypdfium2", "rapidfuzz", "rich", "tesserocr"),
}


def test_the_import_contracts_are_kept():
    judged = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert judged.returncode == 0, judged.stdout + judged.stderr


LIBRARY = [path for path in python_files("src") if path.parts[1] == "caitien"]


def test_the_library_knows_neither_the_network_nor_the_product():
    found = {str(path): imported(path) & (NETWORK | PRODUCT) for path in LIBRARY}
    assert {path: names for path, names in found.items() if names} == {}


def test_the_library_has_no_clock_of_its_own():
    """The day is always passed in, so that a plan of last year is judged by the law of last year."""
    found = {
        str(path): call
        for path in LIBRARY
        for call in (ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
        if call.endswith(CLOCKS)
    }
    assert found == {}


@pytest.mark.parametrize(
    "statement", ["import caitien, caitien.cli, caitien.findings", "from caitien.cli import main; main(['--help'])"]
)
def test_starting_loads_no_heavy_package(statement):
    asked = f"{statement}; import json, sys; print(json.dumps(sorted(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout
    loaded = {name.partition(".")[0] for name in json.loads(out.splitlines()[-1])}
    assert "caitien" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize("name", caitien.__all__)
def test_every_front_door_opens_and_says_what_it_gives(name):
    assert getattr(caitien, name).__doc__


def test_an_unknown_front_door_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_door"):
        _ = caitien.no_such_door


def test_what_packages_offer_exists():
    packages = [".".join(path.parts[1:-1]) for path in LIBRARY if path.name == "__init__.py"]
    offered = {package: import_module(package) for package in packages}
    missing = [
        f"{package}.{name}"
        for package, module in offered.items()
        for name in getattr(module, "__all__", [])
        if not hasattr(module, name)
    ]
    assert missing == []


def imported(path: Path) -> set[str]:
    """The top-level packages that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found
