"""Lay the files of a new check: `python scripts/new_check.py --name owner-on-leave --family items --code I99`.

The class, its case file and its line in the catalogue; make_docs.py writes its page. What is still to be said is marked
"…", and the tests fail until it is.
"""

import argparse
import re
import sys
from pathlib import Path

from caitien.checks.catalogue import FAMILIES, catalogue

ROOT = Path(__file__).resolve().parent.parent
RULES = Path("src", "caitien", "checks", "rules")
CASES = Path("tests", "library", "checks", "cases")

CLASS = '''\
"""{code}: {words}."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.findings import Finding


class {title}(Check):
    """…

    Vì sao: …
    Căn cứ: …
    Không dùng khi: …
    """

    code = "{code}"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            if "…" in (item.solution or ""):
                yield self.found_at(subject, index, "solution", f"{{item_name(index, item)}}: …", "…")
'''
CASE = """\
# {code} {name}

## Có lỗi: …

```json
{{"items": [{{"solution": "…"}}]}}
```

- items mục 1 1.2 solution: Mục 1 (tiêu chí 1.2): …

## Không lỗi: …

```json
{{"items": [{{"solution": "Hiệu trưởng lập lịch họp."}}]}}
```
"""
LINE = ' {{"code": "{code}", "name": "{name}", "severity": "warning", "title": "…"}}'


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Lay the files of a new check.")
    for option, explained in (
        ("--name", "kebab-case, says the fault"),
        ("--family", f"one of {', '.join(FAMILIES)}"),
        ("--code", "a letter and two digits"),
    ):
        parser.add_argument(option, required=True, help=explained)
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    refusal = refused(options.name, options.family, options.code)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    for path in lay(options.root, options.name, options.family, options.code):
        print(f"Wrote {path}")
    print("Say what is marked “…”, then: make docs, make test")
    return 0


def refused(name: str, family: str, code: str) -> str | None:
    """Why there can be no such check; None where there can."""
    if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", name):
        return f"NAME “{name}” is not kebab-case, as in owner-missing."
    if family not in FAMILIES:
        return f"FAMILY “{family}” is none of {', '.join(FAMILIES)}."
    if not re.fullmatch(r"[A-Z]\d\d", code):
        return f"CODE “{code}” is not a letter and two digits, as in I99."
    taken = next((one for one in catalogue().values() if one.code == code or one.name == name), None)
    return f"{taken.code} {taken.name} exists already." if taken else None


def lay(root: Path, name: str, family: str, code: str) -> list[Path]:
    """Write the files below `root`; their paths."""
    words = name.replace("-", " ")
    module = root / RULES / family / f"{name.replace('-', '_')}.py"
    case = root / CASES / family / f"{name}.md"
    lines = root / RULES / family / "catalogue.json"
    title = "".join(word.capitalize() for word in name.split("-"))
    for path, text in ((module, CLASS), (case, CASE)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(code=code, name=name, words=words, title=title), "utf-8")
    before = lines.read_text("utf-8").rstrip().removesuffix("]").rstrip()
    comma = "," if before.endswith("}") else ""
    lines.write_text(f"{before}{comma}\n{LINE.format(code=code, name=name)}\n]\n", "utf-8")
    return [module, case, lines]


if __name__ == "__main__":
    sys.exit(main())
