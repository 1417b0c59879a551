"""The registry by number and day: known, in force, not yet, repealed, amended, for whom, not known, not verified."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.laws import Standing, all_laws, lookup, number_key, registry_day

LEVELS = {"preschool", "primary", "lower_secondary", "upper_secondary", "multi_level", "continuing"}
TT18 = "18/2018/TT-BGDĐT"


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2018, 8, 21), Standing.NOT_YET),
        (date(2018, 10, 9), Standing.NOT_YET),
        (date(2018, 10, 10), Standing.IN_FORCE),
        (date(2026, 7, 6), Standing.IN_FORCE),
        (date(2026, 7, 7), Standing.REPEALED),
    ],
)
def test_a_circular_through_its_life(on, standing):
    assert lookup(TT18, on=on).standing is standing


def test_a_repealed_document_says_by_what_and_when():
    status = lookup(TT18, on=date(2026, 9, 1))
    assert status.replaced_by == ("57/2026/TT-BGDĐT",)
    assert status.ended_on == date(2026, 7, 6)
    assert "đã hết hiệu lực" in status.text
    assert "57/2026/TT-BGDĐT" in status.text


def test_an_amendment_counts_from_the_day_it_takes_effect():
    assert lookup(TT18, on=date(2025, 1, 24)).amended_by == ()
    (amendment,) = lookup(TT18, on=date(2025, 1, 25)).amended_by
    assert (amendment.number, amendment.since) == ("22/2024/TT-BGDĐT", date(2025, 1, 25))


def test_it_says_for_which_school_levels():
    assert lookup(TT18, on=date(2024, 1, 1)).school_levels == ("lower_secondary", "upper_secondary", "multi_level")
    assert lookup("19/2018/TT-BGDĐT", on=date(2024, 1, 1)).in_force_for == ("preschool",)


def test_a_document_may_have_ceased_for_some_levels_only():
    number, day = "42/2012/TT-BGDĐT", date(2020, 1, 1)
    assert lookup(number, on=day).in_force_for == ("continuing",)
    assert lookup(number, on=day, level="continuing").standing is Standing.IN_FORCE
    primary = lookup(number, on=day, level="primary")
    assert (primary.standing, primary.replaced_by) == (
        Standing.REPEALED,
        ("17/2018/TT-BGDĐT", "18/2018/TT-BGDĐT"),
    )
    assert lookup(number, on=date(2026, 7, 7)).standing is Standing.REPEALED


@pytest.mark.parametrize("number", ["123/KH-THCS", "Luật Giáo dục đại học", "Luật Giáo dục năm 2005", "", "18/2018"])
def test_what_is_not_in_the_registry_is_not_known_rather_than_wrong(number):
    status = lookup(number, on=date(2024, 1, 1))
    assert (status.standing, status.known, status.verified) == (Standing.UNKNOWN, False, False)
    assert "cần đối chiếu" in status.text


def test_a_law_is_found_by_its_name_since_plans_cite_it_without_number():
    assert lookup("Luật Giáo dục ngày 14 tháng 6 năm 2019", on=date(2024, 1, 1)).law.number == "43/2019/QH14"


@pytest.mark.parametrize(
    ("number", "on"),
    [
        ("24/2021/NĐ-CP", date(2025, 1, 1)),  # nobody could tell whether it is still in force
        ("28/2020/TT-BGDĐT", date(2026, 5, 1)),  # between its successor's issue and an effect that is not known
        ("15/2026/TT-BGDĐT", date(2026, 4, 1)),
        ("4555/BGDĐT-GDPT", date(2026, 7, 1)),  # for a school year whose end is not a day
    ],
)
def test_a_validity_that_is_not_known_asks_to_be_checked(number, on):
    status = lookup(number, on=on)
    assert status.standing is Standing.UNVERIFIED
    assert "cần đối chiếu" in status.text


def test_after_the_day_of_the_registry_the_answer_says_how_old_it_is():
    later = registry_day() + timedelta(days=30)
    assert f"theo danh mục lập ngày {registry_day():%d/%m/%Y}" in lookup("57/2026/TT-BGDĐT", on=later).text
    assert lookup("28/2020/TT-BGDĐT", on=later).standing is Standing.REPEALED


@pytest.mark.parametrize(
    "typed",
    [
        "18/2018/TT- BGDĐT",
        "18/2018/TT –BGDĐT",
        "18/2018/TT‑BGDÐT",
        "18 / 2018 / tt-bgdđt",
        "18/2018/TT-BGDDT",
        "18/2018/TT-BGD&ĐT",
        "18/2018/TT BGDĐT",
        "018/2018/TT-BGDĐT,",
        "Thông tư số 18/2018/TT-BGDĐT ngày 22/8/2018 của Bộ Giáo dục và Đào tạo",
    ],
)
def test_a_number_may_be_typed_in_any_common_way(typed):
    assert lookup(typed, on=date(2024, 1, 1)).law.number == TT18


def test_namesakes_are_kept_apart():
    assert number_key("5555/BGDĐT-GDPT") != number_key("5555/BGDĐT-GDTrH")
    assert number_key("13/2020/TT-BGDĐT") != number_key("13/2020/NĐ-CP")
    assert len({number_key(law.number) for law in all_laws()}) == len(all_laws())


@given(
    law=st.sampled_from(all_laws()),
    dash=st.sampled_from(["-", " - ", "–", "‑", "- ", " —"]),
    upper=st.booleans(),
    eth=st.booleans(),
    before=st.sampled_from(["", "số ", "theo văn bản số: "]),
    after=st.sampled_from(["", " ngày 01/01/2020", ";", " về việc hướng dẫn"]),
)
def test_every_number_of_the_registry_is_found_however_it_is_typed(law, dash, upper, eth, before, after):
    typed = law.number.replace("-", dash)
    typed = typed.upper() if upper else typed.lower()
    typed = typed.replace("Đ", "Ð").replace("đ", "ð") if eth else typed
    assert lookup(f"{before}{typed}{after}", on=date(2024, 1, 1)).law is law


@given(law=st.sampled_from(all_laws()), first=st.dates(date(2000, 1, 1), date(2030, 1, 1)), days=st.integers(0, 4000))
def test_a_document_never_returns_once_it_has_ceased_nor_leaves_before_it_began(law, first, days):
    order = [Standing.NOT_YET, Standing.IN_FORCE, Standing.REPEALED]
    early, late = (lookup(law.number, on=day).standing for day in (first, first + timedelta(days)))
    if Standing.UNVERIFIED not in (early, late):
        assert order.index(early) <= order.index(late)


@pytest.mark.parametrize("law", all_laws(), ids=lambda law: law.number)
def test_every_entry_is_whole_and_says_where_it_comes_from(law):
    assert set(law.school_levels) <= LEVELS
    assert law.school_levels
    assert law.source
    assert law.confidence in {"high", "medium-high", "medium", "low-medium", "low"}
    assert not law.verified
    assert "chưa đối chiếu văn bản gốc" in lookup(law.number, on=date(2024, 1, 1)).text
    assert bool(law.ends) == (law.in_force_as_of is False)
    assert all(end.by is None or end.after <= end.by for end in law.ends)
    assert law.effective is None or law.issued_from <= law.effective


def test_whatever_the_registry_says_replaces_another_is_named_there_too():
    known = {law.number: law for law in all_laws()}
    for law in all_laws():
        for number in law.replaces:
            if number in known:
                assert any(law.number in end.replaced_by for end in known[number].ends), number
