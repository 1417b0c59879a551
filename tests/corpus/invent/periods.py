"""When a thing is done: the words of a time cell together with what they mean."""

from dataclasses import dataclass, field

from corpus.invent.random_choice import Choice


@dataclass(frozen=True)
class Period:
    """Words of a time cell and their meaning by the conventions of the gold data; `also`: other true readings."""

    text: str
    start: str | None
    end: str | None
    recurrence: str = "none"
    years: tuple[str, ...] = ()
    also: dict[str, list[str | None]] = field(default_factory=dict)


def school_year(year: int, choice: Choice) -> str:
    """`year` - `year + 1` in one of the spellings that schools use."""
    dash = choice.weighted({" - ": 6, "-": 3, " – ": 3, "– ": 1})
    return f"{year}{dash}{year + 1}"


def month(year: int, number: int, choice: Choice) -> str:
    shown = f"{number:02d}" if choice.chance(0.4) else str(number)
    return choice.weighted({f"Tháng {shown}/{year}": 6, f"tháng {shown}/{year}": 1, f"Tháng {shown} năm {year}": 2})


def _iso(year: int, number: int) -> str:
    return f"{year}-{number:02d}"


def _span(year: int) -> tuple[str, str]:
    return _iso(year, 9), _iso(year + 1, 5)


def _name(year: int) -> str:
    return f"{year}-{year + 1}"


def _month_of(year: int, choice: Choice) -> tuple[int, int]:
    """A month of the school year that begins in `year`, as (calendar year, month)."""
    number = choice.one((8, 9, 10, 11, 12, 1, 2, 3, 4))
    return (year if number >= 8 else year + 1), number


def single_month(year: int, choice: Choice) -> Period:
    at, number = _month_of(year, choice)
    iso = _iso(at, number)
    return Period(month(at, number, choice) + choice.weighted({"": 4, ".": 1}), iso, iso, years=(_name(year),))


def two_lines(year: int, choice: Choice) -> Period:
    first, last = choice.number(8, 10), choice.number(3, 5)
    text = f"Tháng {first} năm {year}\nTháng {last:02d} năm {year + 1}"
    return Period(text, _iso(year, first), _iso(year + 1, last), years=(_name(year),))


def labelled(year: int, choice: Choice) -> Period:
    first = choice.number(8, 11)
    begin = choice.one(("Thời gian thực hiện: ", "Thời gian bắt đầu: ", "", "Bắt đầu: "))
    gap = choice.one((" ", "\n"))
    start = month(year, first, choice)
    if choice.chance(0.5):
        words = choice.one(("Trong năm học ", "Năm học ", "năm học: ", "Cuối năm học ", "Hết năm học "))
        text = f"{begin}{start}.{gap}Thời gian hoàn thành: {words}{school_year(year, choice)}."
        return Period(text, _iso(year, first), _iso(year + 1, 5), years=(_name(year),))
    last = choice.number(1, 5)
    text = f"{begin}{start}.{gap}Thời gian hoàn thành: {month(year + 1, last, choice)}."
    return Period(text, _iso(year, first), _iso(year + 1, last), years=(_name(year),))


def only_end(year: int, choice: Choice) -> Period:
    if choice.chance(0.5):
        text = f"Thời gian hoàn thành: Trong năm học {school_year(year, choice)}."
        return Period(text, None, _iso(year + 1, 5), years=(_name(year),))
    last = choice.number(10, 12)
    words = choice.one(("Đến tháng", "Hoàn thành trước tháng", "Chậm nhất tháng", "Hoàn thành trong tháng"))
    if words == "Hoàn thành trước tháng":  # "before December" is over in November: the words alone leave it open
        return Period(
            f"{words} {last}/{year}", None, _iso(year, last), years=(_name(year),), also={"end": [_iso(year, last - 1)]}
        )
    start = [_iso(year, last)] if words == "Hoàn thành trong tháng" else []
    return Period(f"{words} {last}/{year}", None, _iso(year, last), years=(_name(year),), also={"start": list(start)})


def whole_year(year: int, choice: Choice) -> Period:
    start, end = _span(year)
    words = choice.one(("Năm học ", "Trong năm học ", "Thời gian thực hiện: Năm học ", "năm học: "))
    return Period(words + school_year(year, choice) + choice.one(("", ".")), start, end, years=(_name(year),))


def from_to(year: int, choice: Choice) -> Period:
    first, last = choice.number(8, 10), choice.number(1, 5)
    forms = (
        f"Từ tháng {first}/{year} đến tháng {last}/{year + 1}",
        f"Tháng {first:02d}/{year} - Tháng {last:02d}/{year + 1}",
        f"Tháng {first}/{year} đến {last}/{year + 1}",
        f"Từ {first:02d}/{year} đến {last:02d}/{year + 1}",
        f"Từ tháng {first} năm {year} đến hết tháng {last} năm {year + 1}",
        f"{first:02d}/{year} – {last:02d}/{year + 1}",
    )
    return Period(choice.one(forms), _iso(year, first), _iso(year + 1, last), years=(_name(year),))


def within_calendar_year(year: int, choice: Choice) -> Period:
    first, last = choice.number(8, 9), choice.number(10, 12)
    text = choice.one((f"Từ tháng {first} đến tháng {last}/{year}", f"Tháng {first} - {last}/{year}"))
    return Period(text, _iso(year, first), _iso(year, last), years=(_name(year),))


def to_end_of_year(year: int, choice: Choice) -> Period:
    at, number = _month_of(year, choice)
    words = choice.one(("đến hết năm học", "đến cuối năm học", "đến hết năm học:"))
    text = f"{month(at, number, choice)} {words} {school_year(year, choice)}"
    return Period(text, _iso(at, number), _iso(year + 1, 5), years=(_name(year),))


def semester(year: int, choice: Choice) -> Period:
    first = choice.chance(0.5)
    name = (
        choice.one(("Học kỳ I", "Học kì I", "HKI", "HK I", "Học kỳ 1"))
        if first
        else choice.one(("Học kỳ II", "HKII", "HK II", "Học kỳ 2"))
    )
    tail = choice.one((f" năm học {school_year(year, choice)}", "", f", năm học {school_year(year, choice)}"))
    start, end = (_iso(year, 9), _iso(year + 1, 1)) if first else (_iso(year + 1, 1), _iso(year + 1, 5))
    return Period(name + tail, start, end, years=(_name(year),))


def quarter(year: int, choice: Choice) -> Period:
    number, at = choice.one(((4, year), (1, year + 1), (2, year + 1)))
    roman = {1: "I", 2: "II", 4: "IV"}[number]
    text = choice.one((f"Quý {roman}/{at}", f"Quý {roman} năm {at}", f"quý {number}/{at}"))
    return Period(text, _iso(at, number * 3 - 2), _iso(at, number * 3), years=(_name(year),))


def days(year: int, choice: Choice) -> Period:
    first, last = choice.number(1, 28), choice.number(1, 28)
    begin, end = choice.number(8, 10), choice.number(1, 5)
    plain = f"{first:02d}/{begin}/{year}", f"{last:02d}/{end}/{year + 1}"
    text = choice.one(
        (f"Từ {plain[0]} đến {plain[1]}", f"Từ ngày {plain[0]} đến ngày {plain[1]}", f"{plain[0]} - {plain[1]}")
    )
    return Period(text, f"{year}-{begin:02d}-{first:02d}", f"{year + 1}-{end:02d}-{last:02d}", years=(_name(year),))


def before_day(year: int, choice: Choice) -> Period:
    day, number = choice.number(1, 28), choice.number(9, 12)
    text = choice.one(
        (
            f"Trước {day:02d}/{number}/{year}",
            f"Hoàn thành trước ngày {day:02d}/{number}/{year}",
            f"Đến ngày {day:02d}/{number}/{year}",
        )
    )
    return Period(text, None, f"{year}-{number:02d}-{day:02d}", years=(_name(year),))


def recurring(year: int, choice: Choice) -> Period:
    text, kind = choice.one(
        (
            ("Hằng năm", "yearly"),
            ("Hàng năm", "yearly"),
            ("Hằng tháng", "monthly"),
            ("Hàng tháng", "monthly"),
            ("Hằng quý", "quarterly"),
            ("Mỗi học kỳ", "semester"),
        )
    )
    return Period(text, None, None, kind, (_name(year),))


def all_year_long(year: int, choice: Choice) -> Period:
    start, end = _span(year)
    text = choice.one(
        ("Thường xuyên trong năm học", "Xuyên suốt năm học", f"Thường xuyên, năm học {school_year(year, choice)}")
    )
    return Period(text, start, end, "ongoing", (_name(year),))


def in_the_year(year: int, choice: Choice) -> Period:
    start, end = _span(year)
    return Period(choice.one(("Trong năm học", "Trong năm học.", "Cả năm học")), start, end, years=(_name(year),))


def open_end(year: int, choice: Choice) -> Period:
    if choice.chance(0.5):
        text = f"Từ năm học {school_year(year, choice)} và những năm tiếp theo"
        return Period(text, _iso(year, 9), None, "ongoing", (_name(year),))
    named = f"năm học {school_year(year, choice)} và những năm tiếp theo"
    text = f"Thời gian bắt đầu: Tháng 9/{year}. Thời gian hoàn thành: {named}."
    return Period(text, _iso(year, 9), None, "ongoing", (_name(year),))


def calendar_year(year: int, choice: Choice) -> Period:
    text = choice.one((str(year), f"Năm {year}", f"Trong năm {year}"))
    return Period(
        text, str(year), str(year), years=(_name(year),), also={"start": [f"{year}-01"], "end": [f"{year}-12"]}
    )


def open_start(year: int, choice: Choice) -> Period:
    number = choice.number(6, 11)
    return Period(
        f"Từ tháng {number}/{year}" + choice.one(("", ".")),
        _iso(year, number),
        None,
        years=(_name(year),),
        also={"recurrence": ["ongoing"]},
    )


WORDINGS = {
    single_month: 8,
    two_lines: 3,
    labelled: 5,
    only_end: 2,
    whole_year: 5,
    from_to: 7,
    within_calendar_year: 2,
    to_end_of_year: 4,
    semester: 3,
    quarter: 2,
    days: 2,
    before_day: 1,
    recurring: 2,
    all_year_long: 2,
    in_the_year: 2,
    open_end: 2,
    calendar_year: 1,
    open_start: 1,
}


def short_months(year: int, choice: Choice) -> Period:
    first, last = choice.number(8, 10), choice.number(1, 5)
    text = choice.one((f"T{first}/{year} - T{last}/{year + 1}", f"{first}/{year}-{last}/{year + 1}"))
    return Period(text, _iso(year, first), _iso(year + 1, last), years=(_name(year),))


def part_of_month(year: int, choice: Choice) -> Period:
    at, number = _month_of(year, choice)
    text = choice.one((f"Cuối tháng {number}/{at}", f"Tuần 3 tháng {number}/{at}", f"Đầu tháng {number} năm {at}"))
    return Period(text, _iso(at, number), _iso(at, number), years=(_name(year),))


def quarters(year: int, choice: Choice) -> Period:
    text = choice.one((f"Quý IV/{year} đến Quý I/{year + 1}", f"Từ quý IV/{year} đến hết quý I/{year + 1}"))
    return Period(text, _iso(year, 10), _iso(year + 1, 3), years=(_name(year),))


def one_day(year: int, choice: Choice) -> Period:
    day, number = choice.number(1, 28), choice.number(9, 12)
    iso = f"{year}-{number:02d}-{day:02d}"
    text = choice.one((f"Ngày {day:02d}/{number}/{year}", f"{day:02d}/{number}/{year}"))
    return Period(text, iso, iso, years=(_name(year),))


def until_end_of_month(year: int, choice: Choice) -> Period:
    number = choice.number(1, 4)
    return Period(f"Hết tháng {number}/{year + 1}", None, _iso(year + 1, number), years=(_name(year),))


LATE_WORDINGS = {short_months: 3, part_of_month: 2, quarters: 1, one_day: 1, until_end_of_month: 1}


def invent_period(first_year: int, last_year: int, choice: Choice, *, late: bool = False) -> Period:
    """A period in one of the school years from `first_year` up to (not including) `last_year`."""
    bare = last_year - first_year > 1
    while True:
        wording = choice.weighted(LATE_WORDINGS if late and choice.chance(0.4) else WORDINGS)
        period = wording(choice.number(first_year, last_year - 1), choice)
        # In a plan over several years, words that mean "the plan's own year" would mean several things.
        if (
            not bare
            or any(mark in period.text for mark in map(str, range(first_year, last_year + 1)))
            or period.recurrence in ("yearly", "monthly", "quarterly", "semester")
        ):
            return period
