"""The documents that a plan rests on: each citation with number and date as cited, and the school's own reports."""

import re

from caitien.layouts.interpret.outline import Line
from caitien.plan import LegalBasis
from caitien.vietnamese.document_numbers import read_citations
from caitien.vietnamese.fold import fold

_LEAD_IN = re.compile(r"(nhu sau|sau day|cu the|gom)\s*[:.]?$")
_LIST_TITLE = re.compile(r"cac (van ban|thong tu|quy dinh|can cu)\b")
# A line ahead of the parts that is a basis only when it says so itself.
_SAYS_SO = re.compile(r"(-|\*|\+|\d+\.)?\s*(can cu|can|thuc hien|theo)\b")


def bases_in(lines: list[Line], header: list[Line]) -> tuple[LegalBasis, ...]:
    """The bases told in their own part, else in the paragraphs "Căn cứ …" ahead of the first part."""
    chosen = lines or [line for line in header if _SAYS_SO.match(fold(line.text)) and len(line.text) > 15]
    top = _top_marks(chosen)
    found: list[LegalBasis] = []
    for line in chosen:
        found += _bases_of(line, is_top=_mark(line) in top, seen=found)
    return tuple(found)


def _bases_of(line: Line, *, is_top: bool, seen: list[LegalBasis]) -> list[LegalBasis]:
    plain = fold(line.text)
    if _LEAD_IN.search(plain) and "so" not in plain.split()[:6]:
        return []
    citations = read_citations(line.text)
    numbered = [citation for citation in citations if citation.number]
    if numbered:
        known = {basis.number for basis in seen}
        return [LegalBasis(c.text, c.number, c.type, c.date) for c in numbered if c.number not in known]
    if not is_top or _LIST_TITLE.match(plain):
        return []
    kind = citations[0].type if citations else None
    return [LegalBasis(line.text, None, kind, citations[0].date if citations else None)]


def _mark(line: Line) -> str:
    """How a line is marked in its list: numbered, dashed, starred or plain."""
    return "number" if line.number else "bullet" if line.bullet else "plain"


def _top_marks(lines: list[Line]) -> set[str]:
    """The marks of the list's upper level: where lines are numbered, dashes below them are details of a number."""
    marks = {_mark(line) for line in lines}
    if "number" in marks:
        return {"number"} | ({"plain"} if lines and not lines[0].number else set())
    first = _mark(lines[0]) if lines else "plain"
    return {first, "plain"} if first != "plain" else {"plain", "bullet"}
