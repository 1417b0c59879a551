"""The document as it was typed, before any repair: where something in it belongs in the plan."""

from bisect import bisect_right

from caitien.checks.check import PLACES, Check, Subject
from caitien.checks.passages import found_on, passage_at, whole
from caitien.findings import Finding, Place, Position, Severity


def as_typed(subject: Subject) -> str:
    """The document before any repair; as it was read where its format does not keep that (PDF, scans)."""
    return subject.wording.raw or (whole(subject) if subject.wording.lines else "")


def line_number(raw: str, start: int) -> int:
    """The 1-based number of the line that holds raw[start]."""
    return raw.count("\n", 0, start) + 1


def place_of(subject: Subject, line: int, quote: str) -> Place:
    """The place of a line of the file: the item, band or part of the text that begins last before it.

    Known where the reader gave line numbers (text files); "text" for other formats.
    """
    marks = sorted(_marks(subject), key=lambda mark: mark[0])
    at = bisect_right([mark[0] for mark in marks], line)
    if not at:
        return Place("text", quote=quote)
    part, index = marks[at - 1][1:]
    criterion = subject.plan.items[index].criterion if index is not None else None
    return Place(part, index, criterion, None, quote)


def _marks(subject: Subject) -> list[tuple[int, str, int | None]]:
    marks: list[tuple[int, str, int | None]] = []
    first: dict[int, int] = {}
    for path, position in subject.positions.items():
        if path.startswith("items.") and position.line:
            index = int(path.split(".")[1])
            first[index] = min(first.get(index, position.line), position.line)
    marks += [(line, "items", index) for index, line in first.items()]
    marks += [(band.position.line, "items", None) for band in subject.wording.standards if band.position.line]
    marks += [
        (line.position.line, PLACES.get(line.part, "text"), None)
        for line in subject.wording.lines
        if line.position.line
    ]
    return marks


def found_raw(
    check: Check, subject: Subject, start: int, message: str, hint: str, quote: str, severity: Severity | None = None
) -> Finding:
    """A finding on words of the text as typed (`as_typed`)."""
    if not subject.wording.raw:
        return found_on(check, subject, passage_at(subject, start), message, hint, quote, severity)
    line = line_number(subject.wording.raw, start)
    place = place_of(subject, line, quote)
    position = Position(line=line) if place.part != "text" else None
    return check.found(message, hint, place, position=position, severity=severity)
