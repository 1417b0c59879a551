"""School years and runs of years in a text, and the months that belong to a school year (September to May)."""

import re

_DASH = r"\s*(?:-|–|—|−|/|đến)\s*"
_SCHOOL_YEAR = rf"(?P<from>20\d{{2}}){_DASH}(?P<to>20\d{{2}}|\d{{2}})(?!\d|/\d)"
_NAMED = re.compile(rf"(?:năm\s*học|(?<!\w)nh)\s*:?\s*(?:từ\s*)?{_SCHOOL_YEAR}", re.IGNORECASE)
_BARE = re.compile(
    rf"(?<![\d/.])(?P<kind>giai\s*đoạn\s*|nhiệm\s*kỳ\s*|khóa\s*|từ năm\s*)?{_SCHOOL_YEAR}", re.IGNORECASE
)
_RANGE = re.compile(
    r"(?P<named>giai\s*đoạn\s*:?\s*|nhiệm\s*k[ỳì]\s*|kh[óo][áa]?\s*học\s*)?(?:từ\s*)?(?:năm\s*)?"
    r"(?<![\d/])(?P<from>(?:19|20)\d{2})\s*(?:-|–|—|−|đến|tới)\s*(?:đến\s*)?(?:hết\s*)?(?:năm\s*)?(?P<to>(?:19"
    r"|20)\d{2})(?!\d)",
    re.IGNORECASE,
)


def school_year(start: int) -> str:
    """ "2024-2025" for the school year that begins in 2024."""
    return f"{start}-{start + 1}"


def say_years(years: str) -> str:
    """ "2024 - 2025", as documents write the school year or the years "2024-2025"."""
    return years.replace("-", " - ")


def school_years_in(text: str) -> list[str]:
    """All school years of a text, those named "năm học" or, where none is, pairs of following years."""
    named = [_pair(match) for match in _NAMED.finditer(text)]
    bare = [_pair(match) for match in _BARE.finditer(text) if not match["kind"]]
    pairs = named if any(named) else bare
    return [school_year(pair[0]) for pair in pairs if pair and pair[1] == pair[0] + 1]


def school_year_in(text: str) -> str | None:
    """The first school year of a text as "2024-2025"; a pair of years further apart is none."""
    return next(iter(school_years_in(text)), None)


def _pair(match: re.Match[str]) -> tuple[int, int] | None:
    start = int(match["from"])
    end = int(match["to"]) if len(match["to"]) == 4 else start // 100 * 100 + int(match["to"])
    return (start, end) if end > start else None


def years_range_in(text: str) -> tuple[int, int] | None:
    """The years of a period ("giai đoạn 2022 - 2027", "từ năm 2016 đến năm 2020"), one named giai đoạn first."""
    found = [m for m in _RANGE.finditer(text) if int(m["from"]) < int(m["to"]) <= int(m["from"]) + 30]
    if not found:
        return None
    best = next((match for match in found if match["named"]), found[0])
    return int(best["from"]), int(best["to"])


def month_of_school_year(month: int, start: int) -> str:
    """The ISO month with that number in the school year beginning in `start` (8 … 12 in its first calendar year)."""
    return f"{start if month >= 8 else start + 1}-{month:02}"


def touched_school_years(start: str | None, end: str | None, own: tuple[int, int] | None) -> list[int]:
    """First years of the school years between two ISO dates; summer months go with the year that follows (or ended).

    Bare years touch the plan's own school years (`own`: from, to) where these lie in them.
    """
    low, high = _first_year(start or end or "", is_end=False), _first_year(end or start or "", is_end=True)
    if start == end and len(start or "") == 4:
        low, high = low - 1, high + 1
    touched = list(range(low, max(low, high) + 1))
    if own and (len(start or "") == 4 or len(end or "") == 4):
        inside = [year for year in touched if own[0] <= year < max(own[1], own[0] + 1)]
        return inside or touched
    return touched


def _first_year(iso: str, *, is_end: bool) -> int:
    year = int(iso[:4])
    if len(iso) == 4:
        return year - 1 if is_end else year
    turn = 9 if is_end else 6
    return year if int(iso[5:7]) >= turn else year - 1
