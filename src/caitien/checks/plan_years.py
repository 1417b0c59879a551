"""The school years that a plan covers, and how months of items are compared with them.

Months are ISO ("2024-09"); what the document gives by the year alone is compared by the year alone.
"""

import re

from caitien.plan import Item, Plan

DASH = r"\s*[-–—−/]\s*"
SCHOOL_YEAR = re.compile(rf"năm\s*học\s*:?\s*(?P<from>20\d\d){DASH}(?P<to>20\d\d|\d\d)(?!\d)", re.IGNORECASE)
STAGE = re.compile(
    r"giai\s*đoạn\s*:?\s*(?:từ\s*)?(?:năm\s*)?(?P<from>20\d\d)\s*(?:[-–—−]|đến)\s*(?:đến\s*)?(?:năm\s*)?(?P<to>20\d\d)(?!\d)",
    re.IGNORECASE,
)


def years_of(plan: Plan) -> range:
    """First years of the plan's school years; empty where the document names none."""
    period = plan.document.period
    return range(period.from_year, max(period.to_year, period.from_year + 1)) if period else range(0)


def covers_one_year(plan: Plan) -> bool:
    """Whether the plan is for exactly one school year."""
    return len(years_of(plan)) == 1


def first_month(plan: Plan) -> str | None:
    """September of the first school year."""
    years = years_of(plan)
    return f"{years[0]}-09" if years else None


def last_month(plan: Plan) -> str | None:
    """August after a single school year; December of a longer period's last year, which may be a calendar year."""
    years = years_of(plan)
    return (f"{years[-1] + 1}-08" if len(years) == 1 else f"{years[-1] + 1}-12") if years else None


def named(plan: Plan) -> str:
    """The plan's period in a message: "năm học 2024 - 2025" or "giai đoạn 2022 - 2027"."""
    years = years_of(plan)
    return f"{'năm học' if len(years) == 1 else 'giai đoạn'} {years[0]} - {years[-1] + 1}"


def is_after(iso: str, month: str) -> bool:
    """Whether a date lies after a month; a bare year only where the whole year does."""
    width = min(len(iso), 7)
    return iso[:width] > month[:width]


def is_before(iso: str, month: str) -> bool:
    """Whether a date lies before a month; a bare year only where the whole year does."""
    width = min(len(iso), 7)
    return iso[:width] < month[:width]


def is_one_moment(item: Item) -> bool:
    """Whether the time cell names one month or one day and nothing else."""
    return item.start is not None and item.start == item.end and len(item.start) > 4


def spoken(iso: str) -> str:
    """An ISO date as a message says it: "5/2025", "30/11/2022", "2024"."""
    return "/".join(part.lstrip("0") if len(part) == 2 else part for part in reversed(iso.split("-")))


def full_year(first: int, written: str) -> int:
    """The second year of a school year, from two or four figures."""
    return int(written) if len(written) == 4 else first // 100 * 100 + int(written)
