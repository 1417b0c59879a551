"""The documents that a plan rests on: each citation with number and date as cited, and the school's own reports."""

import re

from caitien.layouts.interpret.lines import Line
from caitien.plan import LegalBasis
from caitien.vietnamese.document_numbers import read_citations
from caitien.vietnamese.fold import fold

_LEAD_IN = re.compile(r"(nhu sau|sau day|duoi day|cu the|gom)\s*[:.]?$")
_NO_BASIS = re.compile(r"cac (van ban|thong tu|quy dinh|can cu)\b|muc [1-4]\b|tong so\b")
# A line ahead of the parts that is a basis only when it says so itself.
_SAYS_SO = re.compile(r"(-|\*|\+|\d+\.)?\s*(can cu|can|thuc hien|theo)\b")


def bases_in(lines: list[Line], header: list[Line]) -> tuple[LegalBasis, ...]:
    """The bases told in their own part, else in the paragraphs "Căn cứ …" ahead of the first part."""
    chosen = lines or [line for line in header if _SAYS_SO.match(fold(line.text)) and len(line.text) > 15]
    found: list[LegalBasis] = []
    for line, is_top in _with_level(chosen):
        found += _bases_of(line, is_top=is_top, seen=found)
    return tuple(found)


def _with_level(lines: list[Line]) -> list[tuple[Line, bool]]:
    """Each line with whether it stands on the list's upper level.

    Under numbered lines all others are details; under dashes those of another mark are.
    """
    first_number = next((i for i, line in enumerate(lines) if line.number), len(lines))
    first_mark = lines[0].bullet if lines else False
    return [
        (line, bool(line.number) or (i < first_number and (line.bullet == first_mark or not line.bullet)))
        for i, line in enumerate(lines)
    ]


def _bases_of(line: Line, *, is_top: bool, seen: list[LegalBasis]) -> list[LegalBasis]:
    plain = fold(line.text)
    if _LEAD_IN.search(plain) and "so" not in plain.split()[:6]:
        return []
    numbered = [citation for citation in read_citations(line.text) if citation.number]
    if numbered:
        known = {basis.number for basis in seen}
        return [LegalBasis(c.text, c.number, c.type, c.date) for c in numbered if c.number not in known]
    told = next(iter(read_citations(line.text)), None)
    marked = line.number or line.bullet
    if told is None and line.text.endswith(":"):
        return []
    if not is_top or _NO_BASIS.match(plain) or not (marked or told or _SAYS_SO.match(plain)):
        return []
    return [LegalBasis(line.text, None, told.type if told else None, told.date if told else None)]
