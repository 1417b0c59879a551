"""Write the generated pages of docs: `python scripts/make_docs.py`, or with --check only tell what is out of date.

docs/cli.md is the command's own help: the parsers are the only place where an option is described.
"""

import contextlib
import importlib
import io
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIDTH = "100"

COMMANDS_PAGE = """\
# The command line

<!-- Written by scripts/make_docs.py from the command's own help; change the help, not this page. -->

What `caitien` says when asked for help. Everything that a user sees is Vietnamese.

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
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is out of date: run python scripts/make_docs.py", file=sys.stderr)
        return bool(stale)
    for path in stale:
        path.write_text(pages()[path], "utf-8")
        print(f"Wrote {path.relative_to(ROOT)}")
    return 0


def pages() -> dict[Path, str]:
    """Every generated page: where it stands and what it says."""
    return {ROOT / "docs" / "cli.md": commands_page()}


def commands_page() -> str:
    from caitien.cli import COMMANDS

    sections = [COMMAND.format(name=name, purpose=purpose_of(name), help=said_by(name, "--help")) for name in COMMANDS]
    return COMMANDS_PAGE.format(overview=said_by("--help"), commands="".join(sections))


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


if __name__ == "__main__":
    sys.exit(main())
