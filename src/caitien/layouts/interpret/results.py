"""Last year's results, weak criteria and the criteria aimed at."""

import re

from caitien.layouts.interpret.codes import find_codes
from caitien.layouts.interpret.lines import Line
from caitien.plan import PriorResults
from caitien.vietnamese.dates import read_date
from caitien.vietnamese.fold import fold
from caitien.vietnamese.periods import school_year_in

_WEAK = re.compile(r"(ton tai|han che|diem yeu|con yeu|chua vung|chua dat|khong dat)\b")
_STRONG = re.compile(r"(uu diem|diem manh|ket qua dat duoc|thuan loi)\b")
_COUNTS = re.compile(r"muc (?P<level>[1-4])\b.{0,120}?(?P<met>\d{1,2})\s*/\s*(?P<total>\d{1,2})", re.S)
_AS_OF = re.compile(r"tại thời điểm\s+(.{6,30})", re.I)
_TITLE = re.compile(r"ket qua .{0,60}(nam hoc|da dat duoc)|ket qua dat duoc")


def weak_criteria_in(lines: list[Line]) -> tuple[str, ...]:
    """The criteria named as weak in the part on last year's results: those after "Tồn tại", "Hạn chế"."""
    codes: list[str] = []
    weak = False
    for line in lines:
        plain = fold(line.text)
        if _STRONG.search(plain):
            weak = False
        if _WEAK.search(plain):
            weak = True
        if weak and "tieu chi" in plain:
            codes += find_codes(line.text)
    return tuple(dict.fromkeys(codes))


def criteria_named_in(lines: list[Line]) -> tuple[str, ...]:
    """Every criterion that the lines name as such, in order."""
    named = (code for line in lines if "tieu chi" in fold(line.text) for code in find_codes(line.text))
    return tuple(dict.fromkeys(named))


def prior_results_in(results: list[Line], title: list[Line], bases: list[Line]) -> PriorResults | None:
    """Last year's results from their own part, or from the point of the bases that tells them; None where untold."""
    if results:
        year = next((y for line in [*title, *results] if (y := school_year_in(line.text))), None)
        return _results(results, year)
    at = next((i for i, line in enumerate(bases) if _TITLE.match(fold(line.text))), None)
    if at is None:
        return None
    below = bases[at + 1 :]
    end = next((i for i, line in enumerate(below) if line.number), len(below))
    return _results(below[:end], school_year_in(bases[at].text), bases[at].text)


def _results(lines: list[Line], year: str | None, title: str = "") -> PriorResults:
    text = "\n".join(line.whole for line in lines)
    levels = {m["level"]: {"met": int(m["met"]), "total": int(m["total"])} for m in _COUNTS.finditer(fold(text))}
    as_of = _AS_OF.search(title) or _AS_OF.search(text)
    return PriorResults(year, read_date(as_of[1]) if as_of else None, levels, text or None)
