"""The bases of an old plan → those of a new one: what has ceased is replaced, what is not sure says so.

That our entry of a document was not held beside the original is nothing for the school to decide, and makes no mark.
"""

import re
from datetime import date

from caitien.frameworks.model import Framework
from caitien.laws.model import Law, LawStatus, Standing
from caitien.laws.numbers import number_key
from caitien.laws.registry import find_law
from caitien.laws.status import lookup
from caitien.layouts.convert.marks import decide, verify
from caitien.plan import LegalBasis, Plan
from caitien.vietnamese.fold import fold

_DOCUMENT = re.compile(
    r"\d|\b(bao cao|ket qua|ke hoach|quyet dinh|nghi quyet|bien ban|huong dan|cong van|thong bao|van ban|phieu)\b"
)


def new_bases(plan: Plan, target: Framework, on: date) -> tuple[tuple[LegalBasis, ...], tuple[str, ...]]:
    """The bases of the new plan, each document once, the target's circular first; and what became of the others."""
    circular = find_law(target.document.number)
    bases = [_basis(circular)] if circular else []
    notes: list[str] = []
    for old in plan.legal_bases:
        found, note = _renewed(old, on, plan.school.level)
        bases += found
        notes += [note] if note else []
    once: dict[str, LegalBasis] = {}
    for basis in bases:
        once.setdefault(number_key(basis.number or "") or basis.text, basis)
    return tuple(once.values()), tuple(notes)


def unverified_in(bases: tuple[LegalBasis, ...]) -> tuple[str, ...]:
    """The documents of the registry among the bases whose entries nobody has held beside the original yet."""
    known = [find_law(basis.number) for basis in bases if basis.number]
    return tuple(law.name for law in known if law and not law.verified)


def _renewed(old: LegalBasis, on: date, level: str | None) -> tuple[list[LegalBasis], str]:
    """What stands for a base of the old plan on the day, and what to say about it."""
    text = old.text.rstrip(" ;.,")
    if not old.number:
        mark = decide("văn bản của kế hoạch cũ; thay bằng văn bản của năm học mới")
        return [LegalBasis(f"{text} {mark}") if _DOCUMENT.search(fold(text)) else old], ""
    status = lookup(old.number, on, level)
    if status.standing is Standing.REPEALED:
        return _replaced(old, status, level)
    if status.standing is Standing.IN_FORCE:
        return [old], ""
    return [LegalBasis(f"{text} {verify(status.text.rstrip('.'))}", old.number, old.type, old.date)], ""


def _replaced(old: LegalBasis, status: LawStatus, level: str | None) -> tuple[list[LegalBasis], str]:
    laws = _successors(status, level)
    if not laws:
        return [], f"Bỏ căn cứ {old.number}: {status.text}"
    names = ", ".join(law.name for law in laws)
    return [_basis(law) for law in laws], f"Thay căn cứ {old.number} bằng {names}: {status.text}"


def _successors(status: LawStatus, level: str | None, depth: int = 5) -> list[Law]:
    """What replaces a document on the day, through documents that were replaced themselves."""
    found: list[Law] = []
    for number in status.replaced_by if depth else ():
        after = lookup(number, status.on, level)
        if after.standing is Standing.REPEALED:
            found += _successors(after, level, depth - 1)
        elif after.law:
            found.append(after.law)
    return found


def _basis(law: Law) -> LegalBasis:
    """A base as the decree has it cited: kind, number, day, who issued it, what it is about."""
    day = _day(law.issued)
    title = law.full_title[:1].lower() + law.full_title[1:]
    cited = f"{law.title} {day}" if law.type == "Luật" else f"{law.type} số {law.number} {day} của {law.issuer} {title}"
    return LegalBasis(cited, law.number, law.type, law.issued if len(law.issued) == 10 else None)


def _day(issued: str) -> str:
    """ "ngày 07 tháng 7 năm 2026": a zero before days below ten and before months 1 and 2."""
    if len(issued) < 10:
        return f"năm {issued[:4]}"
    year, month, day = issued.split("-")
    return f"ngày {day} tháng {month if month in ('01', '02') else int(month)} năm {year}"
