"""The sections of the page of other parts: what each holds, and what helps to fill it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from caitien.blocks.marks import DRAFT_MARK
from caitien.laws import Law, LawStatus, Standing, all_laws, lookup
from caitien_web.assessment.queries.outcome import last_levels
from caitien_web.plans.actions.parts import mark_of
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.standards import edition_of
from caitien_web.plans.sections import FIELDS_OF_ROWS, ROW_HEADINGS, Section, held, sections_of

LEVELS = ("1", "2", "3", "4")
BLANK_ROWS = 2
# The part of the document in which the checker finds what a section holds.
FOUND_UNDER = {
    "document": "header",
    "legal_bases": "bases",
    "purposes": "purposes",
    "prior_results": "results",
    "problems": "targets",
    "reviews": "organisation",
    "organisation": "organisation",
    "closing": "organisation",
    "recipients": "closing",
}


@dataclass(frozen=True, slots=True)
class Basis:
    """A base with what the registry says of it on the plan's day; `wrong` where it is not in force."""

    text: str
    status: LawStatus | None

    @property
    def wrong(self) -> bool:
        return self.status is not None and self.status.standing in (Standing.REPEALED, Standing.NOT_YET)


@dataclass(frozen=True, slots=True)
class Shown:
    """A section as its form shows it: `lines` for one a line, `cells` for rows, `value` for the rest."""

    section: Section
    value: Any
    base: str
    lines: str = ""
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[str, str], ...], ...] = ()
    extra: Any = None

    @property
    def marks(self) -> list[str]:
        """The draft's marks that still stand in it."""
        return marks_in(self.value)


def parts_shown(plan: SchoolPlan, *, on: date) -> list[Shown]:
    """All sections of the plan's form. One or two queries, for the counts of the last assessment."""
    return [shown_section(plan, section, held(plan, section), on=on) for section in sections_of(plan)]


def shown_section(plan: SchoolPlan, section: Section, value: Any, *, on: date) -> Shown:
    """One section with a value: what the plan holds, or what was typed and not taken."""
    base = mark_of(held(plan, section))
    if section.kind == "bases":
        return Shown(section, value, base, _lines(one["text"] for one in value or []), extra=_bases(plan, value, on))
    if section.kind == "lines":
        return Shown(section, value, base, _lines(value or []))
    if section.kind == "rows":
        return _rows(section, value or [], base)
    if section.kind == "codes":
        return Shown(section, value or [], base, extra=_criteria(plan, value or []))
    if section.kind == "results":
        return Shown(section, value or {}, base, extra=_levels(plan, value or {}))
    named = tuple((name, _label(name), value[name]) for name in section.fields)
    return Shown(section, value, base, extra=named)


def marks_in(value: Any) -> list[str]:
    """The draft's marks in a section's value, in its order."""
    if isinstance(value, dict):
        return [mark for one in value.values() for mark in marks_in(one)]
    if isinstance(value, list):
        return [mark for one in value for mark in marks_in(one)]
    return DRAFT_MARK.findall(value) if isinstance(value, str) else []


def sections_with_marks(plan: SchoolPlan, *, on: date) -> dict[str, list[Shown]]:
    """The sections that still hold marks of the draft, by the part of the document under which they are found."""
    found: dict[str, list[Shown]] = {}
    for section in sections_of(plan):
        if section.key in FOUND_UNDER and marks_in(value := held(plan, section)):
            shown = shown_section(plan, section, value, on=on)
            found.setdefault(FOUND_UNDER[section.key], []).append(shown)
    return found


def _label(name: str) -> str:
    return str(getattr(SchoolPlan._meta.get_field(name), "verbose_name", name))


def laws_offered(plan: SchoolPlan, on: date) -> list[tuple[Law, str]]:
    """The documents in force for the school on the day, with the text of a base, those not cited yet."""
    cited = {one.get("number") for one in plan.parts.get("legal_bases") or []}
    level = plan.unit.level or None
    fit = [law for law in all_laws() if not level or not law.school_levels or level in law.school_levels]
    return [
        (law, base_text(law))
        for law in fit
        if law.number not in cited and lookup(law.number, on, level).standing is Standing.IN_FORCE
    ]


def base_text(law: Law) -> str:
    """ "Thông tư số 57/2026/TT-BGDĐT ngày 07 tháng 7 năm 2026 của Bộ Giáo dục và Đào tạo …"."""
    year, month, day = [*law.issued.split("-"), "", ""][:3]
    when = f" ngày {day} tháng {int(month):02d} năm {year}" if day and int(month) < 3 else ""
    when = when or (f" ngày {day} tháng {int(month)} năm {year}" if day else "")
    if law.type == "Luật":
        return f"{law.title} số {law.number}{when} của {law.issuer}"
    return f"{law.type} số {law.number}{when} của {law.issuer} {law.full_title[:1].lower()}{law.full_title[1:]}"


def _lines(texts: Any) -> str:
    return "\n".join(texts)


def _bases(plan: SchoolPlan, value: Any, on: date) -> list[Basis]:
    level = plan.unit.level or None
    return [
        Basis(one["text"], lookup(one["number"], on, level) if one.get("number") and "20" in one["number"] else None)
        for one in value or []
    ]


def _rows(section: Section, value: list[dict[str, Any]], base: str) -> Shown:
    fields = FIELDS_OF_ROWS[section.key]
    rows = [*value, *({} for _ in range(BLANK_ROWS))]
    cells = tuple(tuple((name, _text(row.get(name))) for name in fields) for row in rows)
    return Shown(section, value, base, headings=tuple(ROW_HEADINGS[name] for name in fields), rows=cells)


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(value)
    return "" if value is None else str(value)


def _criteria(plan: SchoolPlan, chosen: list[str]) -> list[tuple[str, str, bool]]:
    edition = edition_of(plan.edition)
    known = [(one.code, one.title, one.code in chosen) for one in (edition.criteria if edition else ())]
    return [*known, *((code, "", True) for code in chosen if code not in {one[0] for one in known})]


def _levels(plan: SchoolPlan, value: dict[str, Any]) -> dict[str, Any]:
    """Counts by level as typed, and those of the last assessment to take over."""
    told = value.get("levels") or {}
    counts = [(level, *_count(told.get(level))) for level in LEVELS]
    from_assessment = last_levels(plan.unit, plan.edition)
    return {"counts": counts, "offered": from_assessment if from_assessment != told else None}


def _count(told: Any) -> tuple[Any, Any]:
    return (told.get("met", ""), told.get("total", "")) if isinstance(told, dict) else ("", "")
