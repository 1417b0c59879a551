"""Write what is generated from the code: `python scripts/make_docs.py`, or with --check only tell what is out of date.

docs/cli.md is the command's own help, docs/frameworks.md comes from the data of the standards, docs/checks/ from the
checks and their cases (make_check_pages.py), the sample plan from make_sample.py, and pictures from what the command
prints for it (make_pictures.py). Pictures of documents (make_document_pictures.py) are only written where they are
missing, for two machines may pack the same picture differently; `make golden` draws them anew.
"""

import contextlib
import importlib
import io
import json
import os
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import make_check_pages
import make_document_pictures
import make_pictures
import make_rights_page
import make_sample

ROOT = Path(__file__).resolve().parent.parent
WIDTH = "100"

COMMANDS_PAGE = """\
# The command line

<!-- Written by scripts/make_docs.py from the command's own help; change the help, not this page. -->

What `caitien` says when asked for help. Everything that a user sees is Vietnamese. The faults that `caitien check`
finds have [pages of their own](checks/index.md).

```text
{overview}
```
{commands}
## Exit codes

| code | means |
|---|---|
| 0 | done |
| 1 | done, and something at or above the chosen severity was found (commands that judge a plan) |
| 2 | could not be done; one Vietnamese line on standard error says why, and nothing was written |

Results go to standard output, everything else to standard error, so that `caitien read … > plan.json` is always safe.
"""

COMMAND = """
## caitien {name}

{purpose}

```text
{help}
```
"""


def main() -> int:
    checking, stale = "--check" in sys.argv, 0
    generated = GENERATED | make_check_pages.pages()
    for path in sorted(set(make_check_pages.FOLDER.glob("*.md")) - set(generated)):
        stale += 1
        print(f"{path.relative_to(ROOT)} is of no check", file=sys.stderr)
        if not checking:
            path.unlink()
    for path, make in generated.items():
        if path.exists() and path.suffix == ".png":
            continue
        made = make()
        if path.exists() and contents(path.read_bytes()) == contents(made):
            continue
        stale += 1
        if checking:
            print(f"{path.relative_to(ROOT)} is out of date: run python scripts/make_docs.py", file=sys.stderr)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
            print(f"Wrote {path.relative_to(ROOT)}")
    return int(checking and stale > 0)


def contents(data: bytes) -> object:
    """What a file says: the parts of an archive, which two machines may pack differently, else its bytes."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sample() -> bytes:
    words = make_sample.SAMPLES / "ke-hoach-mau.json"
    return make_sample.draw(json.loads(words.read_text("utf-8")))


def commands_page() -> bytes:
    from caitien.cli import COMMANDS

    sections = [COMMAND.format(name=name, purpose=purpose_of(name), help=said_by(name, "--help")) for name in COMMANDS]
    return COMMANDS_PAGE.format(overview=said_by("--help"), commands="".join(sections)).encode()


def editions() -> bytes:
    from caitien.frameworks.page import editions_page

    return f"{editions_page()}\n".encode()


def purpose_of(command: str) -> str:
    """The first paragraph of the command's module, without the command line that it begins with."""
    text = importlib.import_module(f"caitien.cli.{command}").__doc__ or ""
    purpose = text.partition("\n\n")[0].partition(": ")[2] or text
    return purpose[0].upper() + " ".join(purpose.split())[1:]


def said_by(*arguments: str) -> str:
    """What the command prints, at a fixed width and without colours."""
    from caitien.cli import main as caitien

    os.environ |= {"COLUMNS": WIDTH, "NO_COLOR": "1", "PYTHON_COLORS": "0"}
    with contextlib.redirect_stdout(io.StringIO()) as out:
        caitien(list(arguments))
    return out.getvalue().rstrip()


# In this order: a picture shows what is read from the sample.
GENERATED: dict[Path, Callable[[], bytes]] = {
    ROOT / "samples" / "ke-hoach-mau.docx": sample,
    ROOT / "docs" / "images" / "read.svg": make_pictures.picture_of_reading,
    **{
        make_document_pictures.IMAGES / f"{name}.png": partial(make_document_pictures.picture, name)
        for name in make_document_pictures.PLANS
    },
    ROOT / "docs" / "cli.md": commands_page,
    ROOT / "docs" / "frameworks.md": editions,
    ROOT / "docs" / "rights.md": make_rights_page.page,
}

if __name__ == "__main__":
    sys.exit(main())
