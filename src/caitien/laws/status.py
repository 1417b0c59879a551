"""What the registry says about a document on a day. The day is always given; nothing here reads the clock."""

from datetime import date, timedelta
from functools import lru_cache

from caitien.laws.model import Amendment, End, Law, LawStatus, Standing
from caitien.laws.registry import find_law, registry_day
from caitien.vietnamese.dates import say_day

# Where only the date of issue is known: by a year later a document has taken effect.
_SURELY_IN_EFFECT = timedelta(days=366)
_ORDER = (Standing.IN_FORCE, Standing.UNVERIFIED, Standing.NOT_YET, Standing.REPEALED)


@lru_cache(maxsize=4096)
def lookup(number: str, on: date, level: str | None = None) -> LawStatus:
    """The standing of document `number` on the day `on`, for one school level or for the best of all its levels.

    `number` may be typed in any common way (“thông tư số 18/2018/TT- BGD&ĐT”); a law may be named instead.
    """
    law = find_law(number)
    if law is None:
        text = f"Văn bản “{number.strip()}” chưa có trong danh mục của phần mềm; cần đối chiếu."
        return LawStatus(number, on, None, Standing.UNKNOWN, text)
    by_level = {one: _standing(law, on, law.end_for(one)) for one in law.school_levels}
    standing = by_level[level] if level in by_level else min(by_level.values(), key=_ORDER.index)
    end = _deciding_end(law, on, level, standing)
    amended_by = tuple(one for one in law.amended_by if one.since <= on)
    return LawStatus(
        asked=number,
        on=on,
        law=law,
        standing=standing,
        text=_text(law, on, standing, end, amended_by),
        in_force_for=tuple(one for one, own in by_level.items() if own is Standing.IN_FORCE),
        amended_by=amended_by,
        replaced_by=end.replaced_by if end else (),
        ended_on=end.after if end and end.after == end.by else None,
        school_levels=law.school_levels,
    )


def _standing(law: Law, on: date, end: End | None) -> Standing:
    if on < (law.effective or law.issued_from):
        return Standing.NOT_YET
    seen = law.in_force_as_of is not None and on >= registry_day()
    if end and on > end.after:
        return Standing.REPEALED if seen or (end.by and on > end.by) else Standing.UNVERIFIED
    if end is None and law.in_force_as_of is None:
        return Standing.UNVERIFIED
    if law.effective is None and on < law.issued_from + _SURELY_IN_EFFECT and not seen:
        return Standing.UNVERIFIED
    return Standing.IN_FORCE


def _deciding_end(law: Law, on: date, level: str | None, standing: Standing) -> End | None:
    """The end that has come, or may have, by the day; of several the last."""
    if standing not in (Standing.REPEALED, Standing.UNVERIFIED):
        return None
    own = [law.end_for(level)] if level in law.school_levels else sorted(law.ends, key=lambda end: end.after)
    return next((end for end in reversed(own) if end and on > end.after), None)


def _text(law: Law, on: date, standing: Standing, end: End | None, amended_by: tuple[Amendment, ...]) -> str:
    day = say_day(on)
    match standing:
        case Standing.NOT_YET:
            start = f" (hiệu lực từ {say_day(law.effective)})" if law.effective else ""
            said = f"chưa có hiệu lực vào ngày {day}{start}"
        case Standing.REPEALED:
            said = f"đã hết hiệu lực vào ngày {day}{_replaced(end)}"
        case Standing.UNVERIFIED:
            said = f"chưa rõ còn hiệu lực vào ngày {day} hay không{_replaced(end)}, cần đối chiếu"
        case _:
            said = f"còn hiệu lực vào ngày {day}"
            if on > registry_day():
                said += f" theo danh mục lập ngày {say_day(registry_day())}"
    changes = "".join(f"; sửa đổi bởi {one.number}" for one in amended_by)
    doubt = "" if law.verified else " (chưa đối chiếu văn bản gốc)"
    return f"{law.name} {said}{changes}{doubt}."


def _replaced(end: End | None) -> str:
    if end is None:
        return ""
    note = f" ({end.note})" if end.note else ""
    last = f", ngày cuối còn hiệu lực {say_day(end.after)}" if end.after == end.by else ""
    by = f", thay bởi {', '.join(end.replaced_by)}" if end.replaced_by else ""
    return note + last + by
