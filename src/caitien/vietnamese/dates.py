"""Dates as schools write them, as ISO texts that are as precise as what was written."""

import datetime
import re
from typing import NamedTuple

_WORD_MONTHS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)|" + "|".join(sorted(_WORD_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d{2}(?!\d)"
_OF_YEAR = rf"\s*(?:năm\s*|[/.–-]\s*)(?P<year>{_YEAR})"

_DAY_IN_WORDS = re.compile(rf"(?<![\d/])(?P<day>\d{{1,2}})\s*tháng\s*(?P<month>{_MONTH}|\d+){_OF_YEAR}", re.IGNORECASE)
_DAY_IN_NUMBERS = re.compile(
    rf"(?<![\d/.-])(?:(?P<before>\d{{1,2}})\s*(?:,|và|-|–)\s*)?"
    rf"(?P<day>\d{{1,2}})\s*(?P<mark>[/.–-])\s*(?P<month>\d{{1,2}})\s*(?P=mark)\s*(?P<year>{_YEAR})(?![/\d])"
)
_ISO_DAY = re.compile(rf"(?<![\d/-])(?P<year>{_YEAR})-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?![\d-])")
_MONTH_OF_YEAR = re.compile(
    rf"(?:(?<!\w)tháng\s*|(?<!\w)t\.?(?=\d))(?P<month>{_MONTH}){_OF_YEAR}(?![/\d])"
    rf"|(?<![\d/.–-])(?P<bare>0?[1-9]|1[0-2])/(?P<bare_year>{_YEAR})(?![/\d]|\s*[-–]\s*[A-ZĐ])",
    re.IGNORECASE,
)


_CITED = re.compile(r"(?:số|quyết định|nghị định|thông tư|công văn|hướng dẫn|QĐ|NĐ|TT|CV)\s*:?\s*$", re.IGNORECASE)


class FoundDate(NamedTuple):
    """A date in a text: ISO ("2024-05-17", "2024-05") and where it stands (text[start:end])."""

    iso: str
    start: int
    end: int


def month_number(word: str) -> int:
    """1 … 12 of a month in figures or in words ("5", "05", "năm", "mười hai"); ValueError otherwise."""
    return int(word) if word.isdigit() else _WORD_MONTHS[" ".join(word.lower().split())]


def say_day(day: datetime.date) -> str:
    """05/9/2025, 05/02/2025: a zero before days below 10 and months below 3, as Decree 30/2020 writes them."""
    month = f"{day.month:02}" if day.month < 3 else day.month
    return f"{day.day:02}/{month}/{day.year}"


def iso_day(year: int, month: int, day: int) -> str | None:
    """The day as ISO, None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def find_dates(text: str) -> list[FoundDate]:
    """All dates of a text in reading order; impossible days (31/2/2024), blanks (ngày … tháng …), bare years are none.

    A month without a day is found as "2024-05"; days that share month and year ("23, 24/12/2023") are found one by one.
    """
    found: list[FoundDate] = []
    taken: list[tuple[int, int]] = []
    for pattern in (_ISO_DAY, _DAY_IN_WORDS, _DAY_IN_NUMBERS, _MONTH_OF_YEAR):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken) or _is_number(text, match):
                continue
            taken.append(match.span())
            found.extend(_dates_in(match))
    return sorted(found, key=lambda date: date.start)


def _is_number(text: str, match: re.Match[str]) -> bool:
    """Whether a bare 01/2003 is the number of a document ("Quyết định 01/2003")."""
    return bool(match.groupdict().get("bare") and _CITED.search(text[: match.start()]))


def _dates_in(match: re.Match[str]) -> list[FoundDate]:
    parts = match.groupdict()
    if "bare" in parts:
        month, year = parts["month"] or parts["bare"], parts["year"] or parts["bare_year"]
        return [FoundDate(f"{year}-{month_number(month):02}", *match.span())]
    year, month = int(parts["year"]), month_number(parts["month"])
    days = [day for day in (parts.get("before"), parts["day"]) if day]
    return [FoundDate(iso, *match.span()) for day in days if (iso := iso_day(year, month, int(day)))]


def read_date(text: str) -> str | None:
    """The first date of the text as ISO ("2024-05-17", or "2024-05" where no day is written), or None."""
    return next((date.iso for date in find_dates(text)), None)
