"""Sentences beside the table: the new school year stands in for the old one, or somebody must look at them."""

import re
from dataclasses import replace

from caitien.layouts.convert.marks import decide
from caitien.plan import Plan
from caitien.vietnamese.years import say_years

_OF_ITS_TIME = re.compile(r"\b20\d\d\b|\d+/\d{4}/|\bmức\s*(?:độ\s*)?[1-4]\b", re.I)


def in_new_year(plan: Plan, new: str | None, *, marks_all: bool) -> tuple[Plan, tuple[str, ...]]:
    """The plan with purposes, duties and closing of the school year `new` (None: of several); and what was changed.

    A sentence that names no number but the old plan's year takes the new one. One that has other numbers beside it is
    marked and left as it is; `marks_all`: so is one that names another year, a document or a level.
    """
    old = plan.document.school_year
    before, after = (say_years(year or "") for year in (old, new))
    changed: list[str] = []

    def renewed(text: str) -> str:
        year = _year(old) if old else None
        if year and year.search(text):
            said = year.sub(after, text) if new else text
            if new and not re.search(r"\d", year.sub("", text)):
                changed.append(said)
                return said
        elif not (marks_all and _OF_ITS_TIME.search(text)):
            return text
        return f"{text.removesuffix('./.')} {decide('câu này nhắc năm, văn bản hoặc mức của kế hoạch cũ')}"

    made = replace(
        plan,
        purposes=tuple(map(renewed, plan.purposes)),
        organisation=tuple(replace(part, duties=tuple(map(renewed, part.duties))) for part in plan.organisation),
        closing=renewed(plan.closing) if plan.closing else None,
    )
    if not changed:
        return made, ()
    said = f"Đổi năm học {before} thành {after} trong {len(changed)} câu ngoài bảng, như “{changed[0]}”."
    return made, (said,)


def _year(school_year: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d){school_year[:4]}\s*(?:-|–|—|−|đến)\s*{school_year[-4:]}(?!\d)")
