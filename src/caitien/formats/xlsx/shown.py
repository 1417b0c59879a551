"""A cell's value as Excel shows it to a Vietnamese reader: dates, grouped money, codes such as 1.10."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

__all__ = ["shown"]

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.|([#0?.,]*[#0?][#0?.,]*)|(.)', re.DOTALL)


def shown(value: object, number_format: str) -> str:
    """The text of a value under a number format; "" for an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date | time):
        return _moment(value, number_format)
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, int | float):
        return _number(value, number_format or "General")
    return str(value)


def _moment(value: datetime | date | time, number_format: str) -> str:
    """By the parts that the format names: a day is dd/mm/yyyy, a month mm/yyyy; “d.m” is a code that Excel took for a
    date, and comes back as typed."""
    shape = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", number_format.lower())
    if isinstance(value, time):
        return f"{value:%H:%M}"
    has_day, has_year = "d" in shape, "y" in shape
    if re.fullmatch(r"d\.m[;@]*", shape):
        return f"{value.day}.{value.month}"
    if has_day and not has_year:
        return f"{value:%d/%m}"
    if not has_day and "m" in shape and has_year:
        return f"{value:%m}/{value.year}"
    if not has_day and has_year:
        return str(value.year)
    clock = f" {value:%H:%M}" if isinstance(value, datetime) and "h" in shape else ""
    return f"{value:%d/%m}/{value.year}{clock}"


def _number(value: float, number_format: str) -> str:
    sections = _sections(number_format)
    section, magnitude = sections[0], value
    if value < 0 and len(sections) > 1:
        section, magnitude = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    if section.strip().lower() in ("general", "@", "") or "E+" in section or "/" in section:
        return _plain(magnitude)
    percent = "%" in section
    parts, placed = [], False
    for quoted, escaped, currency, digits, other in _TOKEN.findall(section):
        if digits and not placed:
            parts.append(_digits(magnitude * 100 if percent else magnitude, digits, percent=percent))
            placed = True
        else:
            parts.append(quoted or escaped or currency or ("" if digits else other))
    text = re.sub(r"\s+", " ", "".join(parts)).strip()
    return text if placed or text else ""


@lru_cache(maxsize=256)
def _sections(number_format: str) -> tuple[str, ...]:
    return tuple(re.findall(r'(?:"[^"]*"|\\.|[^;"\\])+', number_format)) or ("General",)


def _digits(value: float, pattern: str, *, percent: bool) -> str:
    """Digits by a pattern: grouped numbers in the Vietnamese way (12.500.000,5), others with a point (1.10)."""
    scaled = pattern.rstrip(",")
    value /= 1000 ** (len(pattern) - len(scaled))
    whole, _, fraction = scaled.partition(".")
    text = f"{abs(value):,.{len(fraction)}f}"
    integer, _, decimals = text.partition(".")
    optional = len(fraction) - len(fraction.rstrip("#?"))
    while optional and decimals.endswith("0"):
        decimals, optional = decimals[:-1], optional - 1
    grouped = "," in whole
    integer = integer.replace(",", "." if grouped else "")
    integer = integer.zfill(whole.count("0")) if not grouped else integer
    comma = "," if grouped or percent else "."
    return ("-" if value < 0 else "") + integer + (f"{comma}{decimals}" if decimals else "")


def _plain(value: float) -> str:
    if float(value).is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}"
