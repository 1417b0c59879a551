"""The periods in which an item is to be done: once for most, each month, quarter, semester or year for what recurs."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from caitien_web.plans.models import PlanItem


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One period: its name ("" for what is done once), its first and last day."""

    label: str
    starts_on: date
    due_on: date


def occurrences(item: PlanItem) -> list[Occurrence]:
    """The periods of an item within its own days, or where it names none, within the school years of its plan.

    A school year runs from 01/9 to 31/5; what is done all the time is looked at by semester.
    """
    plan = item.plan
    first = item.starts_on or date(plan.from_year, 9, 1)
    last = item.due_on or date(plan.to_year, 5, 31)
    last = max(first, last)
    periods = {
        "monthly": _months,
        "quarterly": _quarters,
        "semester": _semesters,
        "ongoing": _semesters,
        "yearly": _years,
    }
    if item.recurrence not in periods:
        return [Occurrence("", first, last)]
    last = min(last, date(plan.to_year, 5, 31)) if first < date(plan.to_year, 5, 31) else last
    cut = [
        Occurrence(label, max(start, first), min(end, last))
        for label, start, end in periods[item.recurrence](first, last)
        if start <= last and end >= first
    ]
    return cut or [Occurrence("", first, last)]


def _months(first: date, last: date) -> list[tuple[str, date, date]]:
    found, year, month = [], first.year, first.month
    while date(year, month, 1) <= last:
        found.append((f"Tháng {month}/{year}", date(year, month, 1), date(year, month, monthrange(year, month)[1])))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def _quarters(first: date, last: date) -> list[tuple[str, date, date]]:
    found = []
    for year in range(first.year, last.year + 1):
        for quarter, roman in enumerate(("I", "II", "III", "IV")):
            start = date(year, 3 * quarter + 1, 1)
            end = (date(year, 3 * quarter + 4, 1) if quarter < 3 else date(year + 1, 1, 1)) - timedelta(days=1)
            found.append((f"Quý {roman}/{year}", start, end))
    return found


def _semesters(first: date, last: date) -> list[tuple[str, date, date]]:
    found = []
    for year in range(first.year - 1, last.year + 1):
        years = f"{year} - {year + 1}"
        found.append((f"Học kỳ I, {years}", date(year, 9, 1), date(year + 1, 1, 15)))
        found.append((f"Học kỳ II, {years}", date(year + 1, 1, 16), date(year + 1, 5, 31)))
    return found


def _years(first: date, last: date) -> list[tuple[str, date, date]]:
    return [
        (f"Năm học {year} - {year + 1}", date(year, 9, 1), date(year + 1, 5, 31))
        for year in range(first.year - 1, last.year + 1)
    ]
