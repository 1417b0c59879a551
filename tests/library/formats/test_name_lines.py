"""Long names in the head are broken by their sense."""

import pytest

from caitien.formats.docx_write.letters import width_of
from caitien.formats.name_lines import broken


def laid(name: str) -> list[str]:
    return broken(name, lambda words: width_of(words, 12, bold=True) / 20, 203).split("\n")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("TRƯỜNG MẦM NON MÂY", ["TRƯỜNG MẦM NON MÂY"]),
        ("TRƯỜNG TRUNG HỌC CƠ SỞ ĐỒI SIM", ["TRƯỜNG TRUNG HỌC CƠ SỞ", "ĐỒI SIM"]),
        ("TRƯỜNG TRUNG HỌC PHỔ THÔNG SỐ 2 ĐỒI MƠ", ["TRƯỜNG TRUNG HỌC", "PHỔ THÔNG SỐ 2 ĐỒI MƠ"]),
        ("A" * 300, ["A" * 300]),
        ("TRƯỜNG\nĐỒI SIM", ["TRƯỜNG", "ĐỒI SIM"]),
    ],
)
def test_names_are_broken_by_their_sense(name: str, lines: list[str]) -> None:
    assert laid(name) == lines


def test_a_name_of_eighty_letters_keeps_what_belongs_together() -> None:
    name = "TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ ĐỒI HOA MAI SỐ BA MƯƠI HAI"
    lines = laid(name)
    assert " ".join(lines) == name and len(lines) <= 4
    for pair in ("PHỔ THÔNG", "DÂN TỘC", "BÁN TRÚ", "TIỂU HỌC", "VÀ TRUNG HỌC", "CƠ SỞ", "SỐ BA"):
        assert any(pair in line for line in lines)
