"""The head of a document as written: its lines above the title "Kế hoạch", and those with number and motto."""

import re
from collections.abc import Iterable

from caitien.checks.check import Subject
from caitien.plan.wording import WrittenLine
from caitien.vietnamese.fold import fold

MOTTO = "Độc lập - Tự do - Hạnh phúc"
_MOTTO = re.compile(r"doc lap\W*tu do\W*hanh phuc")
_MOTTO_AS_WRITTEN = re.compile(r"\S+\s+lập\W*\S+\s+do\W*\S+\s+phúc", re.IGNORECASE)


def head_lines(subject: Subject) -> tuple[WrittenLine, ...]:
    """The lines of the head; empty for a plan that comes as data."""
    return subject.wording.part("header")


def line_with(lines: Iterable[WrittenLine], pattern: str) -> WrittenLine | None:
    """The first line whose folded text holds the pattern."""
    return next((line for line in lines if re.search(pattern, fold(line.text))), None)


def motto_line(subject: Subject) -> tuple[WrittenLine, str] | None:
    """The line of the motto and the motto as written."""
    for line in head_lines(subject):
        if _MOTTO.search(fold(line.text)):
            written = _MOTTO_AS_WRITTEN.search(line.text)
            return line, written[0] if written else line.text
    return None


def number_line(subject: Subject) -> WrittenLine | None:
    """The line "Số: …" of the head."""
    return line_with(head_lines(subject), r"^so\s*:|^so\s*[\d.…_]")
