"""The running text of a plan: the document's lines, or what a plan that comes as data says in their place."""

import re
from collections.abc import Iterator

from caitien.checks.check import Subject
from caitien.plan.wording import WrittenLine

_SENTENCE = re.compile(r"[^.;!?]*(?:(?<=\d)\.(?=\d)[^.;!?]*)*[.;!?]?")


def statements(subject: Subject, *parts: str) -> Iterator[WrittenLine]:
    """The lines of these parts of the document, in its order."""
    if subject.wording.lines:
        yield from subject.wording.part(*parts)
        return
    for line in subject.once(_lines_told):
        if line.part in parts:
            yield line


def _lines_told(subject: Subject) -> tuple[WrittenLine, ...]:
    return tuple(_told(subject))


def _told(subject: Subject) -> Iterator[WrittenLine]:
    plan = subject.plan
    yield from (WrittenLine(text, "purposes") for text in plan.purposes)
    yield from (WrittenLine(basis.text, "bases") for basis in plan.legal_bases)
    if plan.prior_results and plan.prior_results.text:
        yield from (WrittenLine(text, "results") for text in plan.prior_results.text.splitlines() if text.strip())
    for party in plan.organisation:
        yield from (WrittenLine(duty, "organisation") for duty in party.duties)
    if plan.closing:
        yield WrittenLine(plan.closing, "organisation")


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after text[start:end] in its sentence; stops inside figures and brackets do not end it."""
    for match in _SENTENCE.finditer(text):
        if match.start() <= start < match.end():
            return text[match.start() : start], text[end : max(end, match.end())]
    return text[:start], text[end:]
