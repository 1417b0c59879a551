"""The repository as the house tests look at it: its files, its Python modules, its words."""

import ast
import re
import subprocess
import unicodedata
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SOURCE = ROOT / "src" / "caitien"


@cache
def files() -> tuple[Path, ...]:
    """Every file that git tracks or would track, as paths below the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return tuple(Path(name) for name in sorted(set(listed.split("\0"))) if name and (ROOT / name).is_file())


@cache
def texts() -> dict[Path, str]:
    """The files that hold text, by path, as NFC."""
    found = {}
    for path in files():
        try:
            found[path] = unicodedata.normalize("NFC", (ROOT / path).read_text("utf-8"))
        except UnicodeDecodeError:
            continue
    return found


def python_files(*folders: str) -> list[Path]:
    """Python files in the folders given (src, tests, scripts)."""
    return [path for path in files() if path.suffix == ".py" and path.parts[0] in folders]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text("utf-8"), filename=str(path))


def words(text: str) -> list[str]:
    """The words of a text without case and punctuation."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
