"""The first and the last day that an ISO date of any precision can mean, and which periods have not ended."""

from calendar import monthrange
from datetime import date


def first_day(text: str) -> date | None:
    """2026 → 2026-01-01, 2026-09 → 2026-09-01; None for an empty text."""
    numbers = [int(part) for part in text.split("-")] if text else []
    return date(*[*numbers, 1, 1][:3]) if numbers else None


def last_day(text: str) -> date | None:
    """2026 → 2026-12-31, 2026-02 → 2026-02-28; None for an empty text."""
    numbers = [int(part) for part in text.split("-")] if text else []
    if not numbers:
        return None
    year, month, *day = [*numbers, 12][:3] if len(numbers) == 1 else numbers
    return date(year, month, day[0] if day else monthrange(year, month)[1])


def last_year_open(on: date) -> int:
    """The least `to_year` of the plans whose period has not ended on a day: a school year ends with July."""
    return on.year + (on.month > 7)
