"""The courses that a matter takes in the running year, seen from today: what its time is, what is reported of it."""

from caitien_web.demo.days import Days

# course → the months of its time, counted from today's; those before the plan's issue mean the month of the issue
TIMES: dict[str, tuple[int, int]] = {
    "confirmed": (-12, -1),
    "done": (-12, -1),
    "late": (-12, -1),
    "not_met": (-12, -1),
    "waiting": (-12, 3),
    "answered": (-12, 2),
    "under_way": (-12, 2),
    "not_started": (1, 3),
    "carried": (-1, 3),
    "dropped": (-1, 2),
}


def time_of(course: str, days: Days) -> str:
    """The time of an item that takes this course, as a plan writes it."""
    if course == "monthly":
        return f"Hằng tháng, từ tháng {days.month(-9)} đến tháng 5/{days.year + 1}"
    return _between(*TIMES[course], days)


def time_to_come(number: int, days: Days) -> str:
    """The time of the item so far down a plan that has not begun: from next month on."""
    return _between(1, 2 + number % 4, days)


def _between(first_offset: int, last_offset: int, days: Days) -> str:
    first, last = days.month(first_offset), days.month(last_offset)
    return f"Tháng {first}" if first == last else f"Từ tháng {first} đến tháng {last}"
