"""The term of an old item → a term in the school year of the new plan, where it is only the year that changes."""

import re
from dataclasses import replace
from datetime import date

from caitien.layouts.convert.marks import decide, lines, origin
from caitien.plan import Item
from caitien.vietnamese.periods import read_period
from caitien.vietnamese.years import touched_school_years

ONE_OFF = (None, "none")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# What is no plain year: "2025-26", the number of a document; and what a mark cannot hold.
_UNSURE = re.compile(r"20\d\d\s*[-–—/]\s*\d\d(?!\d)|\d/[^\W\d_]|[\[\]]")
_A_DAY = len("2025-10-15")


def is_over(item: Item, on: date) -> bool:
    """Whether the item's term ended before the day."""
    return bool(item.end) and str(item.end) < on.isoformat()[: len(item.end or "")]


def moved(item: Item, years: tuple[int, int], on: date) -> Item:
    """The item with a term that is not over: its own, or the same months of the school year `years`.

    A term that names a day, lies in more than one school year or would be over again must be set by somebody, and is
    marked so; where another year was put in, a mark of origin tells the old words.
    """
    if not is_over(item, on):
        return item
    new = _in_year(item, years)
    if new and not is_over(new, on):
        return new
    if item.recurrence not in ONE_OFF:
        return item
    mark = decide("thời hạn cũ đã qua; ấn định thời hạn mới")
    return replace(item, time_text=lines(item.time_text or item.end, mark), start=None, end=None, school_years=())


def _in_year(item: Item, years: tuple[int, int]) -> Item | None:
    """The item a number of years later; None where its words do not say clearly that this is the same term."""
    text, ends = item.time_text, (item.start, item.end)
    touched = touched_school_years(item.start, item.end, None)
    one_year = len(touched) == 1 and years[1] - years[0] == 1
    if not text or not one_year or _UNSURE.search(text) or any(len(day or "") == _A_DAY for day in ends):
        return None
    by = years[0] - touched[0]
    said = _YEAR.sub(lambda year: str(int(year[0]) + by), text)
    found = read_period(said, plan_years=years, note=item.note)
    if (found.start, found.end) != tuple(_later(day, by) for day in ends):
        return None
    told = lines(said, origin(f"kế hoạch cũ ghi “{' '.join(text.split())}”") if said != text else None)
    return replace(item, time_text=told, start=found.start, end=found.end, school_years=found.school_years)


def _later(day: str | None, by: int) -> str | None:
    return f"{int(day[:4]) + by}{day[4:]}" if day else None
