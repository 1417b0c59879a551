"""Case files: what a check must find and must leave alone, as the manual shows it.

## Có lỗi: <what is wrong>        (or "## Không lỗi: …")
```json   an overlay on the faultless plan
```text   lines of a document, read as the reader reads them (its wording)
```table  the plan table's standards and criteria as written: "1 | Tiêu chuẩn 1: …" (TT | title), "Tiêu chí 1.2: …",
           "Không có"
- <part> [mục n] [criterion] [field]: <message>      for each finding, in order
"""

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from caitien.blocks import Paragraph
from caitien.checks import check_plan
from caitien.findings import Finding
from caitien.layouts.interpret.outline import outline
from caitien.layouts.interpret.rows import RowReader
from caitien.layouts.interpret.wording import wording_of
from caitien.plan import from_json
from caitien.plan.wording import Wording, WrittenStandard
from library.checks.faultless import changed

FOLDER = Path(__file__).parent / "cases"
_CASE = re.compile(r"^## (?P<kind>Có lỗi|Không lỗi): (?P<title>.+)$", re.M)
_FENCE = re.compile(r"^```(?P<kind>json|text|table)(?: on=(?P<on>\S+))?\n(?P<body>.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Case:
    code: str
    title: str
    plan: dict[str, Any]
    wording: Wording
    on: date | None
    expected: tuple[str, ...]

    def found(self) -> tuple[str, ...]:
        plan = from_json(changed(self.plan))
        findings = check_plan(plan, wording=self.wording, on=self.on, select=[self.code])
        return tuple(described(finding) for finding in findings if finding.code == self.code)


def described(finding: Finding) -> str:
    """A finding as case files write it: "items mục 2 3.4 solution: <message>"."""
    place = finding.place
    item = f"mục {place.item + 1}" if place.item is not None else None
    where = " ".join(str(part) for part in (place.part, item, place.criterion, place.field) if part)
    return f"{where}: {finding.message}"


def read_cases(path: Path) -> list[Case]:
    """The cases of one file; its first heading is "# <code> <name>"."""
    text = path.read_text("utf-8")
    code = text.split()[1]
    starts = [match.start() for match in _CASE.finditer(text)] + [len(text)]
    return [_case(code, text[a:b]) for a, b in pairwise(starts)]


def _case(code: str, text: str) -> Case:
    head = _CASE.match(text)
    assert head
    overlay: dict[str, Any] = {}
    wording, on = Wording(), None
    for fence in _FENCE.finditer(text):
        on = date.fromisoformat(fence["on"]) if fence["on"] else on
        if fence["kind"] == "json":
            overlay = json.loads(fence["body"])
        elif fence["kind"] == "table":
            wording = with_table(wording, fence["body"])
        else:
            wording = wording_of_text(fence["body"])
    after = _FENCE.sub("", text)
    expected = tuple(re.findall(r"^- (.+)$", after, re.M))
    assert bool(expected) == (head["kind"] == "Có lỗi"), f"{code} {head['title']}: findings and heading disagree"
    return Case(code, head["title"], overlay, wording, on, expected)


def wording_of_text(text: str) -> Wording:
    """The wording that the reader finds in lines of a document."""
    parts = outline(tuple(Paragraph(line) for line in text.split("\n") if line.strip()))
    return wording_of(parts, [], RowReader(), text)


def with_table(wording: Wording, text: str) -> Wording:
    """The wording with the standards and criteria of a table as the case writes them."""
    standards: list[WrittenStandard] = []
    criteria: list[str] = []
    for line in filter(None, text.splitlines()):
        row_number, _, title = line.rpartition(" | ")
        number = re.match(r"Tiêu chuẩn (\d)", title)
        if number:
            standards.append(WrittenStandard(int(number[1]), title, row_number or None, len(criteria)))
        elif line == "Không có":
            standards[-1] = replace(standards[-1], says_nothing=True)
        else:
            criteria.append(line)
            if standards:
                standards[-1] = replace(standards[-1], items=standards[-1].items + 1)
    return replace(wording, standards=tuple(standards), criteria=tuple(criteria))
