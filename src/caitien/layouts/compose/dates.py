"""Numbers, days and school years in the wording of Decree 30/2020/NĐ-CP, Annex I."""

import re

from caitien.layouts.paper.head import day_number, month_number
from caitien.plan import DocumentInfo, Plan
from caitien.vietnamese.dates import read_date
from caitien.vietnamese.years import say_years

_DAY = re.compile(r"(ngày\s+)(\d{1,2})(\s+tháng\s+)(\d{1,2})(\s+năm\s+\d{4})")


def place_and_date(plan: Plan) -> str:
    """ "Phú An, ngày 05 tháng 9 năm 2026": the document's own words where it has them, dots where it says nothing."""
    info, text = plan.document, plan.document.date_text
    if text and (info.date is None or read_date(text) in (info.date, None)):
        return _DAY.sub(_with_noughts, text)
    return f"{plan.school.place or '…'}, {_date(info)}"


def _with_noughts(found: re.Match[str]) -> str:
    return "".join((found[1], day_number(found[2]), found[3], month_number(found[4]), found[5]))


def _date(info: DocumentInfo) -> str:
    year, month, day = _steps(info.date)
    year = year or (str(info.period.from_year) if info.period else "…")
    return f"ngày {day_number(day) if day else '…'} tháng {month_number(month) if month else '…'} năm {year}"


def _steps(day: str | None) -> tuple[str, str, str]:
    """Year, month and day of an ISO text, "" for those that it does not give."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", day or "")
    return (found[1], found[2] or "", found[3] or "") if found else ("", "", "")


def years_text(info: DocumentInfo) -> str:
    """ "năm học 2026 - 2027", "giai đoạn 2022 - 2027", or "" where the plan names no years."""
    if info.school_year:
        return f"năm học {say_years(info.school_year)}"
    if info.period:
        return f"giai đoạn {info.period.from_year} - {info.period.to_year}"
    return ""


def month_text(day: str | None) -> str:
    """ "2026-09" → "tháng 9/2026", "2026-09-05" → "05/9/2026"; "" for None."""
    year, month, date = _steps(day)
    if date:
        return f"{day_number(date)}/{month_number(month)}/{year}"
    if month:
        return f"tháng {month_number(month)}/{year}"
    return f"năm {year}" if year else ""
