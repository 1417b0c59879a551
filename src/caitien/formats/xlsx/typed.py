"""A text that is a number, a sum or a day and nothing else → the value and number format that Excel shows just so."""

import re
from dataclasses import dataclass
from datetime import date

from caitien.formats.xlsx.shown import shown

__all__ = ["Typed", "typed"]

_COUNT = re.compile(r"0|[1-9]\d{0,8}")
_SUM = re.compile(r"([1-9]\d{0,2}(?:\.\d{3})+)(?: ?(đồng|đ))?")
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
_MONTH = re.compile(r"(\d\d)/(\d{4})")


@dataclass(frozen=True, slots=True)
class Typed:
    """A number or a day, and the number format under which it reads as the text that it came from."""

    value: int | date
    number_format: str


def typed(text: str) -> Typed | None:
    """The value of a text, None for any text that Excel would not show again letter by letter."""
    if len(text) > 40 or not text[:1].isdigit():
        return None
    found = _number(text) or _day(text)
    return found if found and shown(found.value, found.number_format) == text else None


def _number(text: str) -> Typed | None:
    if _COUNT.fullmatch(text):
        return Typed(int(text), "0")
    match = _SUM.fullmatch(text)
    if not match:
        return None
    unit = text[match.end(1) :]
    return Typed(int(match[1].replace(".", "")), f'#,##0"{unit}"' if unit else "#,##0")


def _day(text: str) -> Typed | None:
    whole, month = _DAY.fullmatch(text), _MONTH.fullmatch(text)
    try:
        if whole:
            value, form = date(int(whole[3]), int(whole[2]), int(whole[1])), "dd/mm/yyyy"
        elif month:
            value, form = date(int(month[2]), int(month[1]), 1), "mm/yyyy"
        else:
            return None
    except ValueError:
        return None
    return Typed(value, form) if value.year >= 1901 else None
