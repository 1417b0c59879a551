"""Headings are known in many wordings, and an unknown one is told by its words or by its cells."""

import pytest

from caitien.layouts.columns import PLAN_COLUMNS, PROBLEM_COLUMNS, REVIEW_COLUMNS, assign, field_by_sign, match_heading


@pytest.mark.parametrize("columns", [PLAN_COLUMNS, PROBLEM_COLUMNS, REVIEW_COLUMNS])
def test_every_known_heading_means_its_own_field(columns):
    for column in columns:
        for heading in column.headings:
            match = match_heading(heading.upper() + " (7)", columns)
            assert match is not None
            assert match.field == column.field, heading


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Tiểu chuẩn", "standard"),
        ("Công việc/ giải\npháp cần thực hiện", "solution"),
        ("Kết quả cần đạt (so với hiện trạng)", "target_result"),
        ("Dự kiến nguồn kinh phí", "funding_source"),
        ("Nội dung cần cải tiến theo khuyến nghị của Đoàn đánh giá ngoài", "weakness"),
    ],
)
def test_headings_with_slips_and_additions_are_known(heading, field):
    match = match_heading(heading)
    assert match is not None
    assert match.field == field


@pytest.mark.parametrize("text", ["Hiệu trưởng", "Tháng 9/2025", "", "(1)", "Suối Ngọc, ngày 05 tháng 9 năm 2025"])
def test_what_is_no_heading_means_no_field(text):
    assert match_heading(text) is None


def test_no_field_is_given_to_two_columns():
    fields = [match and match.field for match in assign(("Mục tiêu", "Kết quả cần đạt", "Giải pháp"))]
    assert fields.count("target_result") == 1
    assert fields[2] == "solution"


def test_an_unknown_heading_is_told_by_its_words_unless_the_table_has_that_field():
    assert field_by_sign("Bộ phận phụ trách chính", set()) == "owner_text"
    assert field_by_sign("Bộ phận phụ trách chính", {"owner_text"}) is None
    assert field_by_sign("Lý do", set()) is None
