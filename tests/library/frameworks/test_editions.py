"""The editions as data: what they hold, when they apply, and that they say what is not verified."""

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.frameworks import (
    SCHOOL_LEVELS,
    CannotFindFramework,
    all_frameworks,
    criterion_titles,
    framework_for,
    framework_ids,
    load_framework,
)
from caitien.frameworks.model import CONFIDENCE

REGULATION = Path(__file__).parents[4] / "shared" / "regulation"

# Criteria per standard, criteria with Mức 3, indicators at Mức 1, 2, 3, clauses of level 4.
OLD = {
    "TT17-2018": ([10, 4, 6, 2, 5], 19, (81, 48, 24), 5),
    "TT18-2018": ([10, 4, 6, 2, 6], 20, (84, 45, 25), 6),
    "TT19-2018": ([10, 3, 6, 2, 4], 19, (75, 46, 25), 6),
}
EDITIONS = [framework.id for framework in all_frameworks()]


def test_the_editions_are_those_of_the_contract():
    assert set(framework_ids()) == {
        *OLD,
        *(f"{old}+TT22-2024" for old in OLD),
        "TT57-2026-MN",
        "TT57-2026-PT",
        "TT57-2026-GDTX",
    }


@pytest.mark.parametrize("framework_id", OLD)
def test_an_edition_of_2018_has_the_counts_of_its_circular(framework_id):
    per_standard, with_level_3, indicators, clauses = OLD[framework_id]
    framework = load_framework(framework_id)
    assert [len(standard.criteria) for standard in framework.standards] == per_standard
    assert sum(criterion.level(3) is not None for criterion in framework.criteria) == with_level_3
    found = Counter()
    for criterion in framework.criteria:
        for level in criterion.levels:
            found[level.number] += len(level.indicators)
    assert (found[1], found[2], found[3]) == indicators
    assert len(framework.clauses) == clauses


@pytest.mark.parametrize(
    ("framework_id", "per_standard"),
    [
        ("TT17-2018+TT22-2024", [10, 4, 3, 2, 5]),
        ("TT18-2018+TT22-2024", [10, 4, 3, 2, 6]),
        ("TT19-2018+TT22-2024", [10, 3, 3, 2, 4]),
    ],
)
def test_the_amended_editions_have_three_criteria_in_standard_3(framework_id, per_standard):
    assert [len(standard.criteria) for standard in load_framework(framework_id).standards] == per_standard


@pytest.mark.parametrize(("annex", "items"), [("MN", 31), ("PT", 37), ("GDTX", 34)])
def test_tt57_has_4_standards_15_criteria_8_of_them_mandatory(annex, items):
    framework = load_framework(f"TT57-2026-{annex}")
    assert [len(standard.criteria) for standard in framework.standards] == [4, 3, 5, 3]
    mandatory = [criterion.code for criterion in framework.criteria if criterion.mandatory]
    assert mandatory == ["1.3", "1.4", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2"]
    assert all([level.number for level in criterion.levels] == [1, 2] for criterion in framework.criteria)
    assert sum(len(criterion.quantities) for criterion in framework.criteria) == items
    assert all(criterion.evidence_hints for criterion in framework.criteria)


def test_titles_come_by_code_in_the_order_of_the_circular():
    titles = criterion_titles(load_framework("TT18-2018"))
    assert list(titles)[8:11] == ["1.9", "1.10", "2.1"]
    assert titles["3.3"] == "Khối hành chính - quản trị"
    assert load_framework("TT18-2018").criterion("3.7") is None


def test_preschool_2_2_lost_the_indicators_that_tt22_repealed():
    before, after = (load_framework(one).criterion("2.2") for one in ("TT19-2018", "TT19-2018+TT22-2024"))
    assert (before.level(2).letters, after.level(2).letters) == (("a", "b", "c"), ("b", "c"))
    assert (before.level(3).letters, after.level(3).letters) == (("a", "b"), ("b",))
    assert any("trên chuẩn" in threshold.name for threshold in before.thresholds)
    assert not any("trên chuẩn" in threshold.name for threshold in after.thresholds)


def test_a_level_without_a_source_says_that_it_is_not_known():
    framework = load_framework("TT18-2018+TT22-2024")
    unknown = [one.code for one in framework.criteria if not all(level.known for level in one.levels)]
    assert unknown == ["3.1", "3.2", "3.3"]


@pytest.mark.parametrize("framework_id", EDITIONS)
def test_every_edition_owns_up_to_what_is_not_verified(framework_id):
    framework = load_framework(framework_id)
    assert not framework.verified
    assert not any(criterion.verified for criterion in framework.criteria)
    assert framework.sources
    assert any("Chưa đối chiếu" in point for point in framework.open_points)
    grades = [*framework.confidence.values(), *(criterion.confidence for criterion in framework.criteria)]
    assert set(grades) <= set(CONFIDENCE)


@pytest.mark.parametrize("framework_id", EDITIONS)
def test_codes_and_letters_are_in_order_and_thresholds_point_at_indicators(framework_id):
    framework = load_framework(framework_id)
    for standard in framework.standards:
        ranks = range(1, len(standard.criteria) + 1)
        assert [one.code for one in standard.criteria] == [f"{standard.number}.{rank}" for rank in ranks]
    for criterion in framework.criteria:
        letters = {(level.number, one.letter) for level in criterion.levels for one in level.indicators}
        assert all((one.level, one.letter) in letters for one in criterion.thresholds), criterion.code
        assert all(one.summary for level in criterion.levels for one in level.indicators)


@pytest.mark.parametrize(
    ("level", "on", "framework_id"),
    [
        ("primary", date(2018, 10, 10), "TT17-2018"),
        ("lower_secondary", date(2025, 1, 24), "TT18-2018"),
        ("lower_secondary", date(2025, 1, 25), "TT18-2018+TT22-2024"),
        ("multi_level", date(2026, 7, 6), "TT18-2018+TT22-2024"),
        ("multi_level", date(2026, 7, 7), "TT57-2026-PT"),
        ("primary", date(2026, 7, 7), "TT57-2026-PT"),
        ("preschool", date(2023, 9, 6), "TT19-2018"),
        ("preschool", date(2040, 1, 1), "TT57-2026-MN"),
        ("continuing", date(2026, 7, 7), "TT57-2026-GDTX"),
    ],
)
def test_the_edition_in_force_on_a_day(level, on, framework_id):
    assert framework_for(level, on).id == framework_id


@given(
    level=st.sampled_from([level for level in SCHOOL_LEVELS if level != "continuing"]),
    days=st.integers(min_value=0, max_value=6000),
)
def test_from_october_2018_on_exactly_one_edition_applies_to_each_level(level, days):
    day = date(2018, 10, 10) + timedelta(days)
    applying = [one.id for one in all_frameworks() if level in one.school_levels and one.in_force(day)]
    assert applying == [framework_for(level, day).id]


@pytest.mark.parametrize(
    ("level", "on", "words"),
    [
        ("continuing", date(2024, 9, 1), "Thông tư 42/2012/TT-BGDĐT (độ tin cậy thấp đến trung bình"),
        ("primary", date(2018, 10, 9), "Thông tư 42/2012/TT-BGDĐT"),
        ("preschool", date(2000, 1, 1), "Chưa có bộ tiêu chuẩn cho mầm non áp dụng vào ngày 01/01/2000."),
        ("kindergarten", date(2024, 1, 1), "Không có cấp học “kindergarten”"),
    ],
)
def test_where_nothing_applies_the_refusal_says_so_in_vietnamese(level, on, words):
    with pytest.raises(CannotFindFramework) as refusal:
        framework_for(level, on)
    assert words in str(refusal.value)


@pytest.mark.parametrize("framework_id", ["TT18_2018", "tt18-2018", "../earlier", "", "TT99"])
def test_an_unknown_id_is_refused_in_one_line(framework_id):
    with pytest.raises(CannotFindFramework) as refusal:
        load_framework(framework_id)
    assert "\n" not in str(refusal.value)
    if "18" in framework_id:
        assert "có phải ý bạn là “TT18-2018”" in str(refusal.value)


@pytest.mark.needs_shared
def test_titles_agree_with_the_reference_material():
    """The 2018 circulars by frameworks.json; TT57 by tt57_data.json, which goes before it."""
    given_editions = json.loads((REGULATION / "frameworks.json").read_text("utf-8"))["frameworks"]
    given_editions += json.loads((REGULATION / "tt57_data.json").read_text("utf-8"))["editions"]
    for edition in given_editions:
        titles = {one["code"]: one["title"] for standard in edition["standards"] for one in standard["criteria"]}
        ours = load_framework(edition["id"].replace("_", "-"))
        assert criterion_titles(ours) == titles
        assert [one.title for one in ours.standards] == [one["title"] for one in edition["standards"]]
