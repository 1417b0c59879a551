"""Numbers of documents, legal bases, and the names of schools."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.vietnamese.document_numbers import (
    Citation,
    document_number_in,
    find_document_numbers,
    own_number,
    read_citations,
)
from caitien.vietnamese.names import capitalise_body, school_level_in

NUMBERS = [
    "17/2018/TT-BGDĐT", "5932/BGDĐT-QLCL", "2461/QĐ-SGDĐT", "43/2019/QH14", "220a/QĐ-THHM", "09-QĐ/ĐU", "29-NQ/TW",
    "130/VBHN-BGDĐT", "24/2021/NĐ-CP", "12/KH-TrMN", "3106/HD-SGDĐT", "16/2006/QĐ-BGDĐT",
]  # fmt: skip


@given(st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=4))
def test_numbers_in_running_text(numbers: list[str]) -> None:
    text = "; ".join(f"Căn cứ Văn bản số {number} ngày 22/8/2018 của cơ quan A" for number in numbers)
    assert find_document_numbers(text) == numbers


def test_blanks_inside_a_number_are_dropped() -> None:
    assert document_number_in("Quyết định số 2461/QĐ- SGDĐT ngày") == "2461/QĐ-SGDĐT"
    assert document_number_in("Thông tư 17/2018/TT-\nBGDĐT") == "17/2018/TT-BGDĐT"
    assert document_number_in("số 17/2018/TT-BGDĐT - Quy định") == "17/2018/TT-BGDĐT"


@pytest.mark.parametrize(
    "text", ["25/25", "22/8/2018", "năm học 2024/2025", "lớp 5/1", "mầm non 8/3", "tỉ lệ 24/24 HS"]
)
def test_what_is_no_number(text: str) -> None:
    assert document_number_in(text) is None


@pytest.mark.parametrize(
    ("line", "number", "blank"),
    [
        ("Số :…/KH-THHM", "…/KH-THHM", True),
        ("Số:      /KH-THHM", "…/KH-THHM", True),
        ("Số: .../KH-MN  Hòa An, ngày ... tháng ... năm 2025", "…/KH-MN", True),
        ("Số: 94/KH LTT", "94/KH LTT", False),
        ("Số: 9/KH-TrMN 8/3", "9/KH-TrMN 8/3", False),
        ("Số: 67/KH-THHM      Hòa An, ngày 29 tháng 11 năm 2022", "67/KH-THHM", False),
        ("Số 12/KH-THHM Hòa An, ngày 3 tháng 5 năm 2025", "12/KH-THHM", False),
        ("Số lượng: 5", None, False),
        ("Số học sinh đạt 25/25", None, False),
        ("KẾ HOẠCH", None, False),
    ],
)
def test_the_own_number(line: str, number: str | None, blank: bool) -> None:
    assert own_number(line) == (number, blank)


def test_one_basis() -> None:
    text = "Căn cứ Thông tư số 17/2018/TT-BGDĐT, ngày 22 tháng 8 năm 2018 của Bộ trưởng về kiểm định;"
    assert read_citations(f"- {text}") == [Citation(text, "17/2018/TT-BGDĐT", "Thông tư", "2018-08-22")]


def test_several_bases_in_one_paragraph() -> None:
    text = (
        "Căn cứ Luật Giáo dục số 43/2019/QH14 ngày 14/6/2019; Căn cứ Quyết định số 01/2003/QĐ-BGDĐT ngày 02/01/2003 "
        "của Bộ về thư viện và Quyết định số 01/2004/QĐ-BGDĐT ngày 29/01/2004 sửa đổi Quyết định số 01/2003/QĐ-BGDĐT; "
        "Căn cứ hướng dẫn số 31/HD-SGDĐT của Sở theo Thông tư số 17/2018/TT-BGDĐT ngày 22/8/2018"
    )
    assert [(c.number, c.type, c.date) for c in read_citations(text)] == [
        ("43/2019/QH14", "Luật", "2019-06-14"),
        ("01/2003/QĐ-BGDĐT", "Quyết định", "2003-01-02"),
        ("01/2004/QĐ-BGDĐT", "Quyết định", "2004-01-29"),
        ("31/HD-SGDĐT", "Hướng dẫn", None),
    ]


def test_a_wrong_date_is_given_as_cited() -> None:
    (basis,) = read_citations("Thông tư số 13/2020/TT-BGDĐT ngày 27/5/2020")
    assert basis.date == "2020-05-27"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Báo cáo tự đánh giá năm học 2023 - 2024 của nhà trường", "Báo cáo tự đánh giá"),
        ("2. Báo cáo đánh giá ngoài.", "Báo cáo đánh giá ngoài"),
        ("Kết quả cải tiến chất lượng đã đạt được trong năm học 2022 – 2023;", "Kết quả năm học trước"),
        ("Chủ trương, định hướng của địa phương", "Chủ trương, định hướng"),
        ("Căn cứ Luật Giáo dục ngày 14/6/2019;", "Luật"),
    ],
)
def test_bases_without_a_number(text: str, kind: str) -> None:
    (basis,) = read_citations(text)
    assert (basis.number, basis.type) == (None, kind)


def test_a_heading_is_no_basis() -> None:
    assert read_citations("3. Các văn bản quy phạm pháp luật, văn bản hướng dẫn hiện hành.") == []


@pytest.mark.parametrize(
    ("capitals", "name", "level"),
    [
        ("TRƯỜNG TIỂU HỌC BÌNH MINH", "Trường Tiểu học Bình Minh", "primary"),
        ("TRƯỜNG THCS HÒA AN", "Trường THCS Hòa An", "lower_secondary"),
        ("TRƯỜNG THPT CHUYÊN HÒA AN", "Trường THPT Chuyên Hòa An", "upper_secondary"),
        ("TRƯỜNG MẦM NON 8/3", "Trường Mầm non 8/3", "preschool"),
        ("TRƯỜNG MẪU GIÁO HOA SEN", "Trường Mẫu giáo Hoa Sen", "preschool"),
        ("TRƯỜNG TH&THCS AN BÌNH", "Trường TH&THCS An Bình", "multi_level"),
        ("TRƯỜNG TIỂU HỌC VÀ THCS HÒA BÌNH", "Trường Tiểu học và THCS Hòa Bình", "multi_level"),
        ("TRƯỜNG PTDTBT TIỂU HỌC NÀ PHÒN", "Trường PTDTBT Tiểu học Nà Phòn", "primary"),
        ("TRUNG TÂM GDNN-GDTX HUYỆN HÒA AN", "Trung tâm GDNN-GDTX huyện Hòa An", "continuing"),
        ("UBND HUYỆN HÒA AN", "UBND huyện Hòa An", None),
        ("UBND Quận Hòa An", "UBND quận Hòa An", None),
        ("ỦY BAN NHÂN DÂN PHƯỜNG AN PHÚ", "Ủy ban nhân dân phường An Phú", None),
        ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "Phòng Giáo dục và Đào tạo", None),
        ("Trường mầm non  Hoa Sen", "Trường mầm non Hoa Sen", "preschool"),
    ],
)
def test_names_of_bodies(capitals: str, name: str, level: str | None) -> None:
    assert capitalise_body(capitals) == name
    assert school_level_in(name) == school_level_in(capitals) == level
    assert capitalise_body(name) == name
