"""When a plan's item is done: the time cell read into a start, an end and a recurrence.

The conventions: a school year is September to May, semester I September to January, II January to May; a month or day
alone is start and end; "Hằng tháng" and the like have neither; "và những năm tiếp theo" leaves the end open.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from caitien.vietnamese.time_spans import SPANS, Context
from caitien.vietnamese.time_words import Token, read_tokens
from caitien.vietnamese.years import (
    school_year,
    touched_school_years,
)
from caitien.vietnamese.years import school_year_in as school_year_in
from caitien.vietnamese.years import school_years_in as school_years_in
from caitien.vietnamese.years import years_range_in as years_range_in

Recurrence = Literal["none", "monthly", "quarterly", "semester", "yearly", "ongoing"]

_EVERY: dict[str, Recurrence] = {
    "tuần": "ongoing", "ngày": "ongoing", "đợt": "ongoing", "tháng": "monthly", "quý": "quarterly",
    "học kỳ": "semester", "học kì": "semester", "kỳ": "semester", "kì": "semester",
    "năm học": "yearly", "năm": "yearly",
}  # fmt: skip
_ONGOING = re.compile(
    r"(?<!\w)(?:thường xuyên|xuyên suốt|liên tục|(?:những|các) năm (?:học )?tiếp theo)", re.IGNORECASE
)
_MONEY_WORDS = re.compile(
    r"(?:kinh phí|chi|ngân sách|nguồn|quỹ|đột xuất)\s+(?:\w+\s+)?(?:không )?thường xuyên|không thường xuyên", re.I
)
_LONGEST = 160  # characters of the longest time cells; what is longer is prose
_NUMBERED: dict[str, str] = {"month": "m", "semester": "sem", "quarter": "q"}
_POINTS = {"day", "month", "school-year", "semester", "quarter", "year", "years", "summer", "number"}


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """What a time cell says; ISO texts as precise as written, school years as "2024-2025".

    `understood` is False where words were left that may carry the time (weeks, "sau khi …"), or no time was found.
    """

    start: str | None = None
    end: str | None = None
    recurrence: Recurrence = "none"
    school_years: tuple[str, ...] = ()
    understood: bool = True


@dataclass(frozen=True, slots=True)
class _Point:
    """A token's place in the calendar; `year` None until it is taken from a neighbour or from the plan."""

    token: Token
    start: str | None = None
    end: str | None = None
    needs_year: bool = False


def read_period(text: str | None, *, plan_years: tuple[int, int] | None, note: str | None = None) -> PeriodReading:
    """The period of a time cell; `plan_years` (from, to) completes what names no year, `note` adds "thường xuyên"."""
    tokens = read_tokens(text or "")
    own = _own_years(plan_years)
    if not tokens:
        return PeriodReading(None, None, _noted(note, "none"), _school_years(own), understood=False)
    points = _resolve(_without_noise(tokens), plan_years)
    start, end = _bounds(points)
    recurrence = _recurrence(tokens, text or "")
    if any(token.kind == "open" for token in tokens):
        end, recurrence = None, "ongoing"
    dated = start is not None or end is not None
    touched = _touched(points, start, end, plan_years) if dated else own
    understood = (dated or recurrence != "none") and not any(token.kind == "week" for token in tokens)
    if not understood and not dated:
        start = end = None
    return PeriodReading(start, end, _noted(note, recurrence), _school_years(touched), understood)


@lru_cache(maxsize=4096)
def is_time_expression(text: str) -> bool:
    """Whether the whole text is a time expression of a plan's time column ("Hằng năm", "Từ tháng 9 đến tháng 12/2024").

    Notes such as "Thực hiện thường xuyên" and "Xuyên suốt trong năm học" are not, nor is a date without a year (7/5).
    """
    tokens = read_tokens(text) if len(text) <= _LONGEST else []
    if not tokens or any(token.kind in ("word", "number") for token in _joined_numbers(tokens)):
        return False
    if re.match(r"\s*(?:thực hiện thường|xuyên suốt|liên tục|suốt)", text.lower()):
        return False
    kinds = {token.kind for token in tokens}
    loose = all("d2" in token.parts for token in tokens if token.kind in _POINTS) and "day" in kinds
    return bool(kinds & (_POINTS | {"recurrence", "week"})) and not (loose and len(tokens) < 3)


def _own_years(plan_years: tuple[int, int] | None) -> list[int]:
    if plan_years is None:
        return []
    return list(range(plan_years[0], max(plan_years[1], plan_years[0] + 1)))


def _plan_year(plan_years: tuple[int, int] | None) -> int | None:
    """The first calendar year of a plan for one school year; a plan of several has none that could be meant."""
    return plan_years[0] if plan_years and plan_years[1] - plan_years[0] <= 1 else None


def _school_years(starts: list[int]) -> tuple[str, ...]:
    return tuple(school_year(start) for start in starts)


def _touched(points: list[_Point], start: str | None, end: str | None, plan: tuple[int, int] | None) -> list[int]:
    """School years between start and end; with an open end, those that are named."""
    if start and end:
        return touched_school_years(start, end, plan)
    named = [(p.start, p.end) for p in points if p.start or p.end]
    years = {year for first, last in named for year in touched_school_years(first, last, plan)}
    return sorted(years)


def _recurrence(tokens: list[Token], text: str) -> Recurrence:
    for token in tokens:
        if token.kind != "recurrence":
            continue
        unit = token.parts.get("every") or token.parts.get("times")
        if unit:
            return _EVERY[unit]
    plain = _MONEY_WORDS.sub("", text)
    return "ongoing" if _ONGOING.search(plain) else "none"


def _noted(note: str | None, recurrence: Recurrence) -> Recurrence:
    if recurrence == "none" and note and _ONGOING.search(_MONEY_WORDS.sub("", note)):
        return "ongoing"
    return recurrence


def _joined_numbers(tokens: list[Token]) -> list[Token]:
    """Numbers that go on a list or range of months, semesters or quarters ("Tháng 9, 10/2024") as such tokens."""
    result: list[Token] = []
    for token in tokens:
        lead = next((t for t in reversed(result) if t.kind not in ("and", "to")), None)
        joined = bool(result) and result[-1].kind in ("and", "to")
        if token.kind == "number" and joined and lead and _counts_on(lead, token):
            parts = {k: v for k, v in token.parts.items() if k == "qy"}
            number = token.parts.get("n") or token.parts["roman"]
            result.append(Token(lead.kind, token.text, parts | {_NUMBERED[lead.kind]: number}))
        else:
            result.append(token)
    return result


def _counts_on(lead: Token, number: Token) -> bool:
    """Whether the number can be another month, semester or quarter after the one before it."""
    written = number.parts.get("n") or number.parts["roman"]
    allowed = {"semester": ("1", "2", "i", "ii"), "quarter": ("1", "2", "3", "4", "i", "ii", "iii", "iv")}
    return lead.kind in _NUMBERED and written in allowed.get(lead.kind, (written if written.isdigit() else "",))


def _without_noise(tokens: list[Token]) -> list[Token]:
    """Only the points and what joins them."""
    kinds = _POINTS - {"number"} | {"to", "from", "and", "start-label", "end-label"}
    kept = [token for token in _joined_numbers(tokens) if token.kind in kinds]
    return [token for i, token in enumerate(kept) if not _is_comma_before_year(kept, i)]


def _is_comma_before_year(tokens: list[Token], i: int) -> bool:
    """The comma of "Học kỳ I, năm học 2024-2025": the year behind it belongs to what stands before it."""
    inside = tokens[i].kind == "and" and 0 < i < len(tokens) - 1
    return inside and _lacks_year(tokens[i - 1]) and "sy1" in tokens[i + 1].parts


def _resolve(tokens: list[Token], plan_years: tuple[int, int] | None) -> list[_Point]:
    """Points with their years: their own, a later point's, or the plan's; connectors stay as points without dates."""
    points: list[_Point] = []
    context: Context = None
    plan_year = _plan_year(plan_years)
    for token, before in zip_longest(reversed(tokens), reversed(tokens[:-1])):
        if token.kind not in _POINTS:
            points.append(_Point(token))
            continue
        qualifies = before is not None and _lacks_year(before) and _names_year(token)
        if qualifies:
            context = _context(token)
            continue
        following = next((p for p in reversed(points) if p.start), None)
        point = _place(token, context, following, plan_year)
        points.append(point)
        if _names_year(token):
            context = _context(token)
    return points[::-1]


def _lacks_year(token: Token) -> bool:
    return token.kind in ("month", "semester", "quarter", "summer", "day") and not _names_year(token)


def _names_year(token: Token) -> bool:
    return any(name in token.parts for name in ("iy", "dy", "sy1", "qy", "my", "by", "iym", "hy", "y1", "y"))


def _context(token: Token) -> tuple[str, int]:
    """What a year-bearing point tells its neighbours: ("school", 2024) or ("calendar", 2024)."""
    parts = token.parts
    if "sy1" in parts:
        return "school", int(parts["sy1"])
    if token.kind == "years" and int(parts["y2"]) == int(parts["y1"]) + 1:
        return "school", int(parts["y1"])
    name = next(name for name in ("iy", "dy", "qy", "my", "by", "iym", "hy", "y", "y1") if name in parts)
    return "calendar", int(parts[name])


def _place(token: Token, context: Context, following: _Point | None, plan: int | None) -> _Point:
    span = SPANS[token.kind](token.parts, context, plan)
    if span is None:
        return _Point(token)
    start, end = span
    borrowed = _lacks_year(token) and token.kind in ("month", "day") and context and context[0] == "calendar"
    if borrowed and following and following.start and start[: len(following.start)] > following.start[: len(start)]:
        start, end = _year_before(start), _year_before(end)
    return _Point(token, start, end)


def _year_before(iso: str) -> str:
    return f"{int(iso[:4]) - 1}{iso[4:]}"


def _bounds(points: list[_Point]) -> tuple[str | None, str | None]:
    """Start and end of the cell: what labels and the words từ, đến, trước say, else the first and the last point."""
    start: str | None = None
    end: str | None = None
    role: str | None = None
    for point in points:
        kind = point.token.kind
        if kind in ("from", "start-label"):
            role = "start"
        elif kind in ("to", "end-label"):
            limit = "limit" in point.token.parts or kind == "end-label"
            role = "end" if limit or start or end or point.token.text not in "-–—" else role
        elif kind == "and":
            role = None if role == "start" else role
        elif point.start:
            start, end, role = _widen(start, end, role, point)
    return start, end


def _widen(
    start: str | None, end: str | None, role: str | None, point: _Point
) -> tuple[str | None, str | None, str | None]:
    if role == "start":
        return start or point.start, end, None
    if role == "end":
        return start, point.end, None
    return start or point.start, point.end if end is None or (point.end or "") > end else end, None
