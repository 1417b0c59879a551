"""Days, moments, sums and periods as the pages show them."""

from datetime import date, datetime

from django.utils import timezone

from caitien.vietnamese.dates import say_day
from caitien.vietnamese.years import say_years


def day(value: date | datetime | None) -> str:
    """05/9/2025, as Decree 30/2020 writes days: a leading zero for days below 10 and months below 3."""
    if value is None:
        return ""
    return say_day(timezone.localtime(value).date() if isinstance(value, datetime) else value)


def long_day(value: date) -> str:
    """ngày 05 tháng 9 năm 2025, as documents cite each other."""
    day_, month, year = day(value).split("/")
    return f"ngày {day_} tháng {month} năm {year}"


def moment(value: datetime | None) -> str:
    """14:05 ngày 05/9/2025, in the zone of Viet Nam."""
    return f"{timezone.localtime(value):%H:%M} ngày {day(value)}" if value else ""


def dong(value: int | None) -> str:
    """12.500.000 đ; a dash where the sum is unknown, 0 đ where it is none."""
    return "–" if value is None else f"{value:,} đ".replace(",", ".")


def number(value: int | None) -> str:
    """12.500"""
    return "" if value is None else f"{value:,}".replace(",", ".")


def period(value: str | None) -> str:
    """2025-2026 as 2025 - 2026."""
    return say_years(value or "")


def in_fours(value: str) -> str:
    """A secret as people copy it: JBSW Y3DP EHPK 3PXP."""
    return " ".join(value[i : i + 4] for i in range(0, len(value), 4))


def device(user_agent: str) -> str:
    """What a browser calls itself, in words: "Chrome trên Windows"."""
    browsers = {"Edg": "Edge", "OPR": "Opera", "coc_coc": "Cốc Cốc", "Firefox": "Firefox", "Chrome": "Chrome"}
    systems = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "máy Mac"}
    browser = next((name for sign, name in (browsers | {"Safari": "Safari"}).items() if sign in user_agent), "")
    system = next((name for sign, name in (systems | {"Linux": "Linux"}).items() if sign in user_agent), "")
    return f"{browser or 'Trình duyệt khác'} trên {system}" if system else browser or "Thiết bị khác"
