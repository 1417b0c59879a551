"""Every text of a plan with its place: the lines outside the table, the headings of its columns, the cells of items."""

import re
from collections.abc import Collection, Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple

from caitien.checks.check import Check, Subject
from caitien.checks.sieves import Sieve, bits_in
from caitien.checks.statements import statements
from caitien.findings import Finding, Place, Position, Severity
from caitien.plan import Item
from caitien.plan.wording import WrittenLine

_FIELDS = (
    "criterion_title",
    "weakness",
    "improvement",
    "target_result",
    "task",
    "solution",
    "indicators",
    "owner_text",
    "time_text",
    "budget_text",
    "funding_source",
    "support_conditions",
    "resources",
    "progress",
    "note",
)
_PARTS = (
    "header",
    "general",
    "bases",
    "purposes",
    "results",
    "targets",
    "problems",
    "content",
    "reviews",
    "organisation",
    "mechanism",
    "closing",
)


class Passage(NamedTuple):
    """A text of the document: of a field of an item (0-based), of a line, or (neither) of the table's headings."""

    text: str
    item: int | None = None
    field: str | None = None
    line: WrittenLine | None = None
    position: Position | None = None


def passages(subject: Subject) -> tuple[Passage, ...]:
    """The texts in order: lines outside the table, the table's headings and bands, problems, items."""
    return subject.once(_all)


def whole(subject: Subject) -> str:
    """All texts together, a line each."""
    return subject.once(_joined)


def passage_at(subject: Subject, start: int) -> Passage:
    """The text that holds the letter at `start` of them all together (`whole`)."""
    for passage in passages(subject):
        if start <= len(passage.text):
            return passage
        start -= len(passage.text) + 1
    raise IndexError(start)


def stopped_by(sieve: Sieve, subject: Subject) -> list[Passage]:
    """The texts of the document that a sieve stops."""
    every, each = subject.once(_looked_at)
    return [passage for passage, bits in each if bits & sieve.bit] if every & sieve.bit else []


def cells_stopped_by(sieve: Sieve, subject: Subject, fields: Collection[str]) -> Iterator[tuple[int, str, str]]:
    """The cells of these fields that a sieve stops: item, field, text; item by item, in the order of all fields."""
    for passage in stopped_by(sieve, subject):
        if passage.item is not None and passage.field and passage.field in fields:
            yield passage.item, passage.field, passage.text


def items_stopped_by(sieve: Sieve, subject: Subject, fields: Collection[str]) -> Iterator[tuple[int, Item]]:
    """The items with a cell of these fields that a sieve stops."""
    for index in sorted({index for index, _, _ in cells_stopped_by(sieve, subject, fields)}):
        yield index, subject.plan.items[index]


def _looked_at(subject: Subject) -> tuple[int, list[tuple[Passage, int]]]:
    """What the sieves find in all texts together, and in each."""
    each = [(passage, bits_in(passage.text)) for passage in passages(subject)]
    return reduce(or_, (bits for _, bits in each), 0), [one for one in each if one[1]]


def _joined(subject: Subject) -> str:
    return "\n".join([passage.text for passage in passages(subject)])


def _all(subject: Subject) -> tuple[Passage, ...]:
    return tuple(_each(subject))


def _each(subject: Subject) -> Iterator[Passage]:
    for line in statements(subject, *_PARTS):
        yield Passage(line.text, line=line)
    for heading in subject.wording.columns:
        yield Passage(heading)
    for standard in subject.wording.standards:
        yield Passage(standard.title, position=standard.position)
    for problem in subject.plan.problems:
        for text in (problem.current_state, problem.limitation, problem.cause):
            if text:
                yield Passage(text, line=WrittenLine(text, "problems"))
    yield from item_passages(subject)


def item_passages(subject: Subject) -> Iterator[Passage]:
    """The cells of the items."""
    for index, item in subject.items:
        for field in _FIELDS:
            if text := getattr(item, field):
                yield Passage(text, index, field)
        for text in item.evidence_outputs:
            yield Passage(text, index, "evidence_outputs")


def found_on(
    check: Check,
    subject: Subject,
    passage: Passage,
    message: str,
    hint: str,
    quote: str,
    severity: Severity | None = None,
) -> Finding:
    """A finding of `check` on words of a passage."""
    if passage.item is not None and passage.field:
        return check.found_at(subject, passage.item, passage.field, message, hint, quote=quote, severity=severity)
    if passage.line is not None:
        return check.found_in(passage.line, message, hint, quote=quote, severity=severity)
    return check.found(message, hint, Place("items", quote=quote), position=passage.position, severity=severity)


def around(text: str, start: int, end: int, words: int = 2) -> str:
    """The words text[start:end] with a few words before and after them, on one line: what a reader searches for."""
    before = re.findall(r"\S+\s*", text[:start].rpartition("\n")[2])[-words:]
    after = re.findall(r"\s*\S+", text[end:].partition("\n")[0])[:words]
    return " ".join(("".join(before) + text[start:end] + "".join(after)).split())
