"""Dates in every wording are read back as ISO, and what only looks like a date is none."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.vietnamese.dates import find_dates, read_date, say_day

DAY_WORDINGS = (
    "ngày {d} tháng {m} năm {y}",
    "{d:02} tháng {m:02} năm {y}",
    "Ngày  {d}  tháng   {m}   năm {y}",
    "{d}/{m}/{y}",
    "{d:02}/{m:02}/{y}",
    "{d:02}-{m:02}-{y}",
    "{d:02}.{m:02}.{y}",
    "{y}-{m:02}-{d:02}",
    "ngày {d:02}/{m}/{y}",
)
MONTH_WORDINGS = (
    "tháng {m}/{y}",
    "Tháng {m:02} năm {y}",
    "tháng  {m}  năm  {y}",
    "T{m}/{y}",
    "{m:02}/{y}",
    "tháng {m}-{y}",
)


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(DAY_WORDINGS))
def test_a_day_in_any_wording(day: datetime.date, wording: str) -> None:
    written = wording.format(d=day.day, m=day.month, y=day.year)
    assert read_date(written) == day.isoformat()
    (found,) = find_dates(f"Hòa An, {written}.")
    assert found.iso == day.isoformat()


@given(st.integers(1, 12), st.integers(1990, 2099), st.sampled_from(MONTH_WORDINGS))
def test_a_month_in_any_wording(month: int, year: int, wording: str) -> None:
    assert read_date(wording.format(m=month, y=year)) == f"{year}-{month:02}"


@pytest.mark.parametrize(
    "text",
    [
        "ngày … tháng … năm 2020",
        "ngày    tháng    năm 2025",
        "trường mầm non 8/3",
        "Số: 19/KH-TrMN 8/3",
        "đạt 25/25, tỉ lệ 100%",
        "31/2/2024",
        "ngày 30 tháng 2 năm 2024",
        "Thông tư số 17/2018/TT-BGDĐT",
        "Quyết định số 11/2020/QĐ-UBND",
        "năm học 2024-2025",
        "lớp 7A",
        "1.10",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_several_dates_in_reading_order() -> None:
    text = "Thông tư số 17/2018/TT-BGDĐT ngày 22/8/2018; họp ngày 23, 24/12/2023, tổng kết tháng năm năm 2024"
    assert [date.iso for date in find_dates(text)] == ["2018-08-22", "2023-12-23", "2023-12-24", "2024-05"]


@given(st.text())
def test_places_lie_in_the_text(text: str) -> None:
    assert all(0 <= date.start < date.end <= len(text) for date in find_dates(text))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (datetime.date(2025, 9, 5), "05/9/2025"),
        (datetime.date(2025, 2, 5), "05/02/2025"),
        (datetime.date(2025, 11, 27), "27/11/2025"),
    ],
)
def test_days_are_said_as_decree_30_writes_them(day: datetime.date, said: str) -> None:
    assert say_day(day) == said
    assert read_date(said) == day.isoformat()
