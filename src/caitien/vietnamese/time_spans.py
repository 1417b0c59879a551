"""Points of time cells as spans of the calendar: first and last month or day, as ISO."""

from collections.abc import Callable

from caitien.vietnamese.dates import iso_day
from caitien.vietnamese.years import month_of_school_year

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
Span = tuple[str, str]
Context = tuple[str, int] | None
"""What a neighbour tells of the year: ("school", 2024) or ("calendar", 2024)."""


def _year_of_month(month: int, context: Context, plan: int | None) -> int | None:
    if context and context[0] == "calendar":
        return context[1]
    school = context[1] if context else plan
    return None if school is None else int(month_of_school_year(month, school)[:4])


def _day(parts: dict[str, str], context: Context, plan: int | None) -> Span | None:
    if "iy" in parts or "dy" in parts:
        year, month, day = (
            int(parts[a] if a in parts else parts[b]) for a, b in (("iy", "dy"), ("im", "dm"), ("id", "d"))
        )
    else:
        day, month = int(parts.get("d1") or parts["d2"]), int(parts.get("m1") or parts["m2"])
        found = _year_of_month(month, context, plan)
        if found is None:
            return None
        year = found
    iso = iso_day(year, month, day)
    return (iso, iso) if iso else None


def _month(parts: dict[str, str], context: Context, plan: int | None) -> Span | None:
    month = int(parts.get("m") or parts.get("bm") or parts["imm"])
    named = parts.get("my") or parts.get("by") or parts.get("iym")
    year = int(named) if named else _year_of_month(month, context, plan)
    return None if year is None else (f"{year}-{month:02}", f"{year}-{month:02}")


def _school_year(parts: dict[str, str], context: Context, plan: int | None) -> Span | None:
    if "sy1" in parts:
        first = int(parts["sy1"])
        last = int(parts["sy2"]) if len(parts["sy2"]) == 4 else first // 100 * 100 + int(parts["sy2"])
    else:
        year = context[1] if context and context[0] == "school" else plan
        if year is None:
            return None
        first, last = year, year + 1
    if last <= first:
        return None
    return _part(parts.get("sypart") or parts.get("ownpart"), (f"{first}-09", f"{last}-05"), f"{first + 1}-01")


def _semester(parts: dict[str, str], context: Context, plan: int | None) -> Span | None:
    year = plan
    if context:
        year = context[1] if context[0] == "school" else context[1] - (_ROMAN[parts["sem"]] == 2)
    if year is None:
        return None
    if _ROMAN[parts["sem"]] == 1:
        return _part(parts.get("sempart"), (f"{year}-09", f"{year + 1}-01"), f"{year}-11")
    return _part(parts.get("sempart"), (f"{year + 1}-01", f"{year + 1}-05"), f"{year + 1}-03")


def _quarter(parts: dict[str, str], context: Context, plan: int | None) -> Span | None:
    first = 3 * _ROMAN[parts["q"]] - 2
    year = int(parts["qy"]) if "qy" in parts else _year_of_month(first, context, plan)
    if year is None:
        return None
    return _part(parts.get("qpart"), (f"{year}-{first:02}", f"{year}-{first + 2:02}"), f"{year}-{first + 1:02}")


def _year(parts: dict[str, str], context: Context, plan: int | None) -> Span | None:
    year = parts["y"]
    if not parts.get("ypart") or parts["ypart"] == "hết":
        return (f"{year}-12", f"{year}-12") if parts.get("ypart") else (year, year)
    return _part(parts["ypart"], (f"{year}-01", f"{year}-12"), f"{year}-06")


def _years(parts: dict[str, str], context: Context, plan: int | None) -> Span | None:
    first, last = int(parts["y1"]), int(parts["y2"])
    if last <= first:
        return None
    bare_school_year = last == first + 1 and not parts.get("yk")
    return (f"{first}-09", f"{last}-05") if bare_school_year else (str(first), str(last))


def _summer(parts: dict[str, str], context: Context, plan: int | None) -> Span | None:
    named = int(parts["hy"]) if "hy" in parts else None
    if named is None and context:
        named = context[1] + (context[0] == "school")
    year = named or (plan + 1 if plan else None)
    return (f"{year}-06", f"{year}-08") if year else None


def _part(part: str | None, span: Span, middle: str) -> Span:
    """Only the beginning, the middle or the end of a stretch, where the words say so."""
    if part is None:
        return span
    chosen = {"đầu": span[0], "giữa": middle}.get(part, span[1])
    return chosen, chosen


SPANS: dict[str, Callable[[dict[str, str], Context, int | None], Span | None]] = {
    "day": _day, "month": _month, "school-year": _school_year, "semester": _semester, "quarter": _quarter,
    "year": _year, "years": _years, "summer": _summer,
}  # fmt: skip
"""For each kind of token: what it says in the calendar, None where no year is known or the calendar has no such day."""
