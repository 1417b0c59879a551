"""Numbers, days and school years in the wording of Decree 30/2020/NĐ-CP, Annex I."""

import re

from caitien.plan import DocumentInfo, Plan
from caitien.vietnamese.dates import read_date

_DAY = re.compile(r"(ngày\s+)(\d{1,2})(\s+tháng\s+)(\d{1,2})(\s+năm\s+\d{4})")


def number_text(number: str | None) -> str:
    """The document's number with a leading zero below ten; the sign behind it as written. "" for None."""
    return re.sub(r"^([1-9])(?=\s*/)", r"0\1", number or "")


def place_and_date(plan: Plan) -> str:
    """ "Phú An, ngày 05 tháng 9 năm 2026": the document's own words where it has them, dots where it says nothing."""
    info, text = plan.document, plan.document.date_text
    if text and (info.date is None or read_date(text) in (info.date, None)):
        return _DAY.sub(lambda found: "".join((found[1], _day(found[2]), found[3], _month(found[4]), found[5])), text)
    return f"{plan.school.place or '…'}, {_date(info)}"


def _date(info: DocumentInfo) -> str:
    year, month, day = _steps(info.date)
    year = year or (str(info.period.from_year) if info.period else "…")
    return f"ngày {_day(day) if day else '…'} tháng {_month(month) if month else '…'} năm {year}"


def _steps(day: str | None) -> tuple[str, str, str]:
    """Year, month and day of an ISO text, "" for those that it does not give."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", day or "")
    return (found[1], found[2] or "", found[3] or "") if found else ("", "", "")


def _day(day: str) -> str:
    return f"{int(day):02}"


def _month(month: str) -> str:
    """Only the first two months have a zero, so that no 1 can be put before them."""
    return f"{int(month):02}" if int(month) <= 2 else str(int(month))


def years_text(info: DocumentInfo) -> str:
    """ "năm học 2026 - 2027", "giai đoạn 2022 - 2027", or "" where the plan names no years."""
    if info.school_year:
        return f"năm học {info.school_year.replace('-', ' - ')}"
    if info.period:
        return f"giai đoạn {info.period.from_year} - {info.period.to_year}"
    return ""


def month_text(day: str | None) -> str:
    """ "2026-09" → "tháng 9/2026", "2026-09-05" → "05/9/2026"; "" for None."""
    year, month, date = _steps(day)
    if date:
        return f"{_day(date)}/{_month(month)}/{year}"
    if month:
        return f"tháng {_month(month)}/{year}"
    return f"năm {year}" if year else ""
