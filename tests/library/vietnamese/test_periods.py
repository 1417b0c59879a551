"""Time cells are read into start, end and recurrence by the conventions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.vietnamese.periods import (
    PeriodReading,
    is_time_expression,
    read_period,
    school_year_in,
    years_range_in,
)

YEAR = (2024, 2025)
OWN = ("2024-2025",)

months = st.tuples(st.integers(2020, 2035), st.integers(1, 12))
MONTH_WORDINGS = ("Tháng {m}/{y}", "tháng {m:02} năm {y}", "T{m}/{y}", "{m:02}/{y}", "Tháng  {m}  năm {y}")
RANGES = (
    "{a} đến {b}",
    "Từ {a} đến {b}",
    "từ {a} đến hết {b}",
    "{a} - {b}",
    "{a} – {b}",
    "{a}\n{b}",
    "Thời gian thực hiện: {a}. Thời gian hoàn thành: {b}.",
    "Thời gian bắt đầu: {a}.\nThời gian hoàn thành: {b}",
    "Bắt đầu: {a}; Kết thúc: {b}",
)


@given(
    months, st.sampled_from(MONTH_WORDINGS), st.sampled_from(["{}", "Trong {}", "Thời gian thực hiện: {}.", "Cuối {}"])
)
def test_one_month_is_start_and_end(month: tuple[int, int], wording: str, frame: str) -> None:
    year, number = month
    text = frame.format(wording.format(y=year, m=number))
    reading = read_period(text, plan_years=YEAR)
    assert (reading.start, reading.end) == (f"{year}-{number:02}",) * 2
    assert (reading.recurrence, reading.understood) == ("none", True)
    assert is_time_expression(text)


@given(st.tuples(months, months).map(sorted), st.sampled_from(MONTH_WORDINGS), st.sampled_from(RANGES))
def test_two_months_are_start_and_end(pair: list[tuple[int, int]], wording: str, frame: str) -> None:
    (y1, m1), (y2, m2) = pair
    text = frame.format(a=wording.format(y=y1, m=m1), b=wording.format(y=y2, m=m2))
    reading = read_period(text, plan_years=None)
    assert (reading.start, reading.end) == (f"{y1}-{m1:02}", f"{y2}-{m2:02}")
    assert is_time_expression(text)


@given(
    st.integers(2015, 2040),
    st.sampled_from(["-", " - ", "– ", " – ", "-\n", " -"]),
    st.sampled_from(["Năm học {}", "năm học: {}.", "Trong năm học {}", "Thời gian thực hiện: Năm học {}."]),
)
def test_a_school_year_is_september_to_may(year: int, dash: str, frame: str) -> None:
    text = frame.format(f"{year}{dash}{year + 1}")
    expected = PeriodReading(f"{year}-09", f"{year + 1}-05", "none", (f"{year}-{year + 1}",))
    assert read_period(text, plan_years=YEAR) == expected
    assert school_year_in(text) == f"{year}-{year + 1}"


@pytest.mark.parametrize(
    ("text", "start", "end", "recurrence"),
    [
        ("Trong năm học", "2024-09", "2025-05", "none"),
        ("Cả năm học", "2024-09", "2025-05", "none"),
        ("Đầu năm học", "2024-09", "2024-09", "none"),
        ("Cuối năm học", "2025-05", "2025-05", "none"),
        ("Học kỳ I", "2024-09", "2025-01", "none"),
        ("HKI", "2024-09", "2025-01", "none"),
        ("Học kì 2", "2025-01", "2025-05", "none"),
        ("HK II năm học 2025 - 2026", "2026-01", "2026-05", "none"),
        ("Cuối học kỳ I", "2025-01", "2025-01", "none"),
        ("Học kỳ I, II", "2024-09", "2025-05", "none"),
        ("Quý I/2025", "2025-01", "2025-03", "none"),
        ("Quý I - III/2025", "2025-01", "2025-09", "none"),
        ("Quý II, III năm 2025", "2025-04", "2025-09", "none"),
        ("Quý IV", "2024-10", "2024-12", "none"),
        ("Hè 2025", "2025-06", "2025-08", "none"),
        ("Tháng 9", "2024-09", "2024-09", "none"),
        ("Tháng 3", "2025-03", "2025-03", "none"),
        ("Từ tháng 9 đến tháng 12/2024", "2024-09", "2024-12", "none"),
        ("Từ tháng 9 đến tháng 5/2025", "2024-09", "2025-05", "none"),
        ("Tháng 9, 10/2024", "2024-09", "2024-10", "none"),
        ("Tháng 9 - 12/2024", "2024-09", "2024-12", "none"),
        ("T9-T12/2024", "2024-09", "2024-12", "none"),
        ("Tháng 10 năm học 2025-2026", "2025-10", "2025-10", "none"),
        ("Tháng 01/2025 đến hết năm học 2024 - 2025", "2025-01", "2025-05", "none"),
        ("Thời gian hoàn thành: Trong năm học 2024 - 2025.", None, "2025-05", "none"),
        (
            "Thời gian thực hiện: Từ Tháng 6/2024.\nThời gian hoàn thành: Năm học 2024 - 2025",
            "2024-06",
            "2025-05",
            "none",
        ),
        ("Thời gian bắt đầu: Tháng 9/2024", "2024-09", None, "none"),
        ("Năm học 2024 - 2026", "2024-09", "2026-05", "none"),
        ("từ 05/9/2025 đến 31/5/2026", "2025-09-05", "2026-05-31", "none"),
        ("Từ 05/9 đến 31/5/2026", "2025-09-05", "2026-05-31", "none"),
        ("Từ ngày 05 tháng 9 năm 2025 đến ngày 31/5/2026", "2025-09-05", "2026-05-31", "none"),
        ("2026-09-01 - 2026-12-20", "2026-09-01", "2026-12-20", "none"),
        ("Trước 30/6/2025", None, "2025-06-30", "none"),
        ("Hoàn thành trước tháng 12/2024", None, "2024-12", "none"),
        ("Đến hết tháng 12/2024", None, "2024-12", "none"),
        ("2024", "2024", "2024", "none"),
        ("Năm 2025", "2025", "2025", "none"),
        ("Từ năm 2024 đến năm 2026", "2024", "2026", "none"),
        ("Giai đoạn 2024 - 2026", "2024", "2026", "none"),
        ("Tháng 9/2024, năm học 2024 - 2025 và những năm tiếp theo", "2024-09", None, "ongoing"),
        ("Từ tháng 9/2024 trở đi", "2024-09", None, "ongoing"),
        ("Hằng năm", None, None, "yearly"),
        ("Hàng tháng", None, None, "monthly"),
        ("Mỗi quý", None, None, "quarterly"),
        ("Hằng kỳ", None, None, "semester"),
        ("Cuối mỗi học kỳ", None, None, "semester"),
        ("1 lần/tháng", None, None, "monthly"),
        ("Hằng tuần", None, None, "ongoing"),
        ("Thường xuyên", None, None, "ongoing"),
        ("Thường xuyên trong năm học", "2024-09", "2025-05", "ongoing"),
    ],
)
def test_wordings_in_a_plan_for_2024_2025(text: str, start: str | None, end: str | None, recurrence: str) -> None:
    reading = read_period(text, plan_years=YEAR)
    assert (reading.start, reading.end, reading.recurrence, reading.understood) == (start, end, recurrence, True)
    assert is_time_expression(text)


@pytest.mark.parametrize("text", ["Tuần 3 - 5", "Sau mỗi hoạt động", "Theo kế hoạch", "31/2/2025", "", "Không"])
def test_what_is_not_understood_invents_nothing(text: str) -> None:
    reading = read_period(text, plan_years=YEAR)
    assert reading == PeriodReading(None, None, "none", OWN, understood=False)


def test_a_plan_of_several_years_has_no_own_school_year() -> None:
    reading = read_period("Trong năm học", plan_years=(2022, 2027))
    assert (reading.start, reading.end, reading.understood) == (None, None, False)
    assert read_period("Hằng năm", plan_years=(2022, 2024)).school_years == ("2022-2023", "2023-2024")


@pytest.mark.parametrize(
    ("note", "recurrence"),
    [
        ("Thực hiện thường xuyên", "ongoing"),
        ("Xuyên suốt trong năm học", "ongoing"),
        ("Kinh phí thường xuyên", "none"),
        ("Kinh phí không thường xuyên", "none"),
        ("Chi thường xuyên", "none"),
        (None, "none"),
    ],
)
def test_the_note_may_say_that_it_goes_on(note: str | None, recurrence: str) -> None:
    reading = read_period("Tháng 9/2024", plan_years=YEAR, note=note)
    assert (reading.start, reading.end, reading.recurrence) == ("2024-09", "2024-09", recurrence)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Tháng 8/2024 đến tháng 5/2025", ("2024-2025",)),
        ("Tháng 9/2024 đến tháng 12/2025", ("2024-2025", "2025-2026")),
        ("Năm học 2024-2025, 2025-2026", ("2024-2025", "2025-2026")),
        ("Tháng 3/2026", ("2025-2026",)),
        ("2024", OWN),
        ("Hằng năm", OWN),
    ],
)
def test_the_school_years_touched(text: str, years: tuple[str, ...]) -> None:
    assert read_period(text, plan_years=YEAR).school_years == years


@pytest.mark.parametrize(
    "text",
    ["Thực hiện thường xuyên", "Xuyên suốt trong năm học", "Kinh phí thường xuyên", "Hiệu trưởng", "7/5", "1.10",
    "Mức 2",  "3.000.000 đồng", "5 năm", "Kế hoạch năm học 2024-2025", "Rà soát hằng năm", ""],
)  # fmt: skip
def test_what_is_not_wholly_a_time(text: str) -> None:
    assert not is_time_expression(text)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("năm học 2024-2025của trường", "2024-2025"),
        ("Năm học 2020– 2021", "2020-2021"),
        ("NĂM HỌC: 2023 – 2024", "2023-2024"),
        ("giai đoạn 2022 - 2027, năm học 2023-2024", "2023-2024"),
        ("Năm học 2024 - 2026", None),
        ("giai đoạn 2024 - 2025", None),
        ("25/25", None),
    ],
)
def test_the_school_year_in_a_text(text: str, year: str | None) -> None:
    assert school_year_in(text) == year


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("giai đoạn 2022 - 2027", (2022, 2027)),
        ("giai đoạn từ năm 2016 đến năm 2020", (2016, 2020)),
        ("Khóa học 2017 đến 2022", (2017, 2022)),
        ("từ năm 2021-đến 2026", (2021, 2026)),
        ("năm 2024", None),
        ("2030 - 2020", None),
    ],
)
def test_the_years_of_a_period(text: str, years: tuple[int, int] | None) -> None:
    assert years_range_in(text) == years


@given(st.text(), st.none() | st.just(YEAR))
def test_any_text_gives_a_reading(text: str, plan: tuple[int, int] | None) -> None:
    reading = read_period(text, plan_years=plan)
    assert reading.understood or (reading.start, reading.end) == (None, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Học kì I, năm học 2024 - 2025", "2024-09", "2025-01"),
        ("HKII, năm học 2024-2025", "2025-01", "2025-05"),
        ("Năm học 2024-2025, năm học 2025-2026", "2024-09", "2026-05"),
    ],
)
def test_a_comma_before_the_school_year_parts_nothing(text: str, start: str, end: str) -> None:
    reading = read_period(text, plan_years=YEAR)
    assert (reading.start, reading.end) == (start, end)
