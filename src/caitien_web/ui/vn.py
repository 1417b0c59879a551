"""Days, moments, sums and periods as the pages show them."""

from datetime import date, datetime

from django.utils import timezone


def day(value: date | datetime | None) -> str:
    """05/9/2025, as Decree 30/2020 writes days: a leading zero for days below 10 and months below 3."""
    if value is None:
        return ""
    value = timezone.localtime(value).date() if isinstance(value, datetime) else value
    month = f"{value.month:02d}" if value.month < 3 else str(value.month)
    return f"{value.day:02d}/{month}/{value.year}"


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
    return (value or "").replace("-", " - ")
