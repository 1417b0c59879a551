"""What several checks of the laws ask about a plan's bases: where they stand, what the registry knows of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from caitien.checks.check import PLACES, Subject, shortened
from caitien.findings import Place, Position
from caitien.laws.model import Law
from caitien.laws.registry import all_laws, find_law
from caitien.plan import LegalBasis
from caitien.plan.wording import WrittenLine
from caitien.vietnamese.document_numbers import Citation, read_citations

SELF_ASSESSMENT = "Báo cáo tự đánh giá"
EXTERNAL_ASSESSMENT = "Báo cáo đánh giá ngoài"
_HAS_NUMBER = re.compile(r"\d\s?[a-z]?\s?/\s?\S")
_SAYS_SO = re.compile(r"(?:[-*+]\s*)?(?:Căn|Thực hiện|Theo|Dựa)\b")
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document cited by its number, wherever in the plan it is."""

    text: str
    number: str
    type: str | None
    date: str | None
    place: Place
    position: Position | None = None


def basis_place(basis: LegalBasis, quote: str | None = None) -> Place:
    """The place of a basis, its words as the quote."""
    return Place("bases", quote=quote or shortened(basis.text))


def line_of(subject: Subject, basis: LegalBasis) -> WrittenLine | None:
    """The document's line that holds the basis, None where the plan came as data."""
    start = basis.text[:60]
    return next((line for line in subject.wording.lines if start in line.text), None)


def position_of(subject: Subject, basis: LegalBasis) -> Position | None:
    """Where the basis stands in the file."""
    line = line_of(subject, basis)
    return line.position if line else None


def numbered_bases(subject: Subject) -> Iterator[tuple[LegalBasis, str, Law | None]]:
    """Each basis with a number, and what the registry knows by it."""
    for basis in subject.plan.legal_bases:
        if basis.number:
            yield basis, basis.number, find_law(basis.number)


def all_cited(subject: Subject) -> Iterator[Cited]:
    """Every citation with a number outside the table: of the document's lines, or of the bases of a plan as data."""
    if not subject.wording.lines:
        for basis, number, _ in numbered_bases(subject):
            yield Cited(basis.text, number, basis.type, basis.date, basis_place(basis))
    for line in subject.wording.lines:
        if (line.part != "header" or is_basis_line(line)) and _HAS_NUMBER.search(line.text):
            for one in _citations(line.text):
                if one.number:
                    place = Place(part_of(line), quote=shortened(one.text))
                    yield Cited(one.text, one.number, one.type, one.date, place, line.position)


@lru_cache(maxsize=256)
def _citations(text: str) -> tuple[Citation, ...]:
    """The citations of a line; several checks of one plan ask for them."""
    return tuple(read_citations(text))


def is_basis_line(line: WrittenLine) -> bool:
    """Whether a line belongs to the bases: one of their part, or "Căn cứ …" ahead of the first part."""
    return not line.opens and (line.part == "bases" or (line.part == "header" and bool(_SAYS_SO.match(line.text))))


def part_of(line: WrittenLine) -> str:
    """The part of a place that a line outside the table is in."""
    return "bases" if is_basis_line(line) else PLACES.get(line.part, "text")


def day_of(text: str | None) -> date | None:
    """A full ISO day as a date; None for a month, a year or nothing."""
    return date.fromisoformat(text) if text and _FULL_DAY.fullmatch(text) else None


def last_day(subject: Subject) -> date | None:
    """The last day of the plan's period: the end of its last school year."""
    period = subject.plan.document.period
    return date(period.to_year, 5, 31) if period else None


def first_year(subject: Subject) -> int | None:
    """The calendar year in which the plan's first school year begins."""
    period = subject.plan.document.period
    return period.from_year if period else subject.on.year if subject.on else None


@cache
def guidance_letters() -> tuple[Law, ...]:
    """The ministry's letters that guide self-assessment, as the registry has them."""
    return tuple(law for law in all_laws() if law.type == "Công văn" and law.title.startswith("Hướng dẫn tự đánh giá"))
