"""Owner cells are read into parties by their proper names; things and deeds are no parties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.vietnamese.parties import (
    is_party_expression,
    read_parties,
    read_support_parties,
    starts_with_role,
    starts_with_verb,
)

PROPER = {
    "HT": "Hiệu trưởng",
    "hiệu trưởng": "Hiệu trưởng",
    "Hiệu trưởng nhà trường": "Hiệu trưởng",
    "PHT": "Phó hiệu trưởng",
    "P.HT": "Phó hiệu trưởng",
    "Phó Hiệu trưởng": "Phó hiệu trưởng",
    "CBQL": "Cán bộ quản lý",
    "GVCN": "Giáo viên chủ nhiệm",
    "giáo viên chủ nhiệm các lớp": "Giáo viên chủ nhiệm",
    "GVBM": "Giáo viên bộ môn",
    "TTCM": "Tổ trưởng chuyên môn",
    "các tổ trưởng chuyên môn": "Tổ trưởng chuyên môn",
    "TPCM": "Tổ phó chuyên môn",
    "TPT Đội": "Tổng phụ trách Đội",
    "giáo viên Tổng phụ trách Đội": "Tổng phụ trách Đội",
    "CTCĐ": "Chủ tịch Công đoàn",
    "Chủ tịch CĐ": "Chủ tịch Công đoàn",
    "Bí thư chi bộ": "Bí thư chi bộ",
    "Bí thư Chi đoàn": "Bí thư Chi đoàn",
    "BĐD CMHS": "Ban đại diện cha mẹ học sinh",
    "Ban TTND": "Ban thanh tra nhân dân",
    "HĐ TĐG": "Hội đồng tự đánh giá",
    "các thành viên Hội đồng trường": "Hội đồng trường",
    "Phòng GD & ĐT": "Phòng Giáo dục và Đào tạo",
    "PGDĐT": "Phòng Giáo dục và Đào tạo",
    "Sở GD&ĐT": "Sở Giáo dục và Đào tạo",
    "Ủy ban nhân dân Huyện": "UBND huyện",
    "UBND Phường Hòa An": "UBND phường Hòa An",
    "Hội đồng Thi đua, khen thưởng": "Hội đồng thi đua, khen thưởng",
    "Ban Chỉ đạo công tác phòng cháy, chữa cháy của Nhà trường": "Ban Chỉ đạo phòng cháy, chữa cháy",
    "viên chức Văn thư": "Văn thư",
    "viên chức phụ trách Thư viện": "Viên chức phụ trách thư viện",
    "Phó hiệu trưởng phụ trách CSVC": "Phó hiệu trưởng phụ trách CSVC",
    "Phó hiệu trưởng (phụ trách chuyên môn)": "Phó hiệu trưởng phụ trách chuyên môn",
    "kế toán nhà trường": "Kế toán",
    "thủ quỹ": "Thủ quỹ",
    "cấp dưỡng": "Cấp dưỡng",
    "Nhân viên y tế": "Nhân viên y tế",
    "giáo vụ": "Giáo vụ",
    "bảo vệ": "Bảo vệ",
    "Tổ trưởng tổ 1": "Tổ trưởng tổ 1",
    "Khối trưởng khối 3": "Khối trưởng khối 3",
    "tổ văn phòng": "Tổ văn phòng",
    "tổ cốt cán": "Tổ cốt cán",
    "Ban nền nếp": "Ban nền nếp",
    "nhóm thư ký": "Nhóm thư ký",
    "Ban kiểm tra nội bộ": "Ban kiểm tra nội bộ",
    "Giáo viên lớp 5 tuổi": "Giáo viên lớp 5 tuổi",
    "Đ/c Lê Văn Bình": "Lê Văn Bình",
    "cô Trần Thị Hoa": "Trần Thị Hoa",
    "Công an xã Hòa An": "Công an xã Hòa An",
    "Trạm y tế xã": "Trạm y tế xã",
}
DISTINCT = [written for i, written in enumerate(PROPER) if PROPER[written] not in list(PROPER.values())[:i]]
JOINTS = [", ", "; ", " + ", "\n- ", " và "]


@pytest.mark.parametrize(("written", "proper"), PROPER.items())
def test_one_party_by_its_proper_name(written: str, proper: str) -> None:
    parties = read_parties(f"{written}.")
    assert [name.casefold() for name in parties.owners] == [proper.casefold()]
    assert parties.understood
    assert is_party_expression(written)


@given(st.lists(st.sampled_from(DISTINCT), min_size=2, max_size=5, unique=True), st.sampled_from(JOINTS))
def test_lists_in_any_joint(written: list[str], joint: str) -> None:
    start = "- " if joint.startswith("\n") else ""
    parties = read_parties(start + joint.join(written))
    assert [name.casefold() for name in parties.owners] == [PROPER[one].casefold() for one in written]
    assert parties.supporting == ()


WITH = [
    "{a} phối hợp với {b}",
    "Chủ trì: {a}; Phối hợp: {b}",
    "{a} chủ trì, phối hợp với {b}",
    "{a} (chủ trì), {b} (phối hợp)",
]


@given(st.lists(st.sampled_from(DISTINCT), min_size=2, max_size=4, unique=True), st.sampled_from(WITH))
def test_who_leads_and_who_helps(written: list[str], frame: str) -> None:
    lead, *helping = written
    parties = read_parties(frame.format(a=lead, b=", ".join(helping)))
    assert [name.casefold() for name in parties.owners] == [PROPER[lead].casefold()]
    assert [name.casefold() for name in parties.supporting] == [PROPER[one].casefold() for one in helping]


@pytest.mark.parametrize(
    ("text", "owners", "supporting"),
    [
        ("Tất cả CB, GV, NV trong nhà trường", ("Cán bộ", "Giáo viên", "Nhân viên"), ()),
        ("CBGV-NV", ("Cán bộ", "Giáo viên", "Nhân viên"), ()),
        ("CB-GV-NV nhà trường", ("Cán bộ", "Giáo viên", "Nhân viên"), ()),
        ("Giáo viên, CNV.", ("Giáo viên", "Nhân viên"), ()),
        ("Chủ tịch, Thư kí Hội đồng trường", ("Chủ tịch Hội đồng trường", "Thư ký Hội đồng trường"), ()),
        ("Tổ trưởng, tổ phó chuyên môn", ("Tổ trưởng chuyên môn", "Tổ phó chuyên môn"), ()),
        ("HT giao PHT phối hợp với GVCN thực hiện", ("Hiệu trưởng", "Phó hiệu trưởng"), ("Giáo viên chủ nhiệm",)),
        ("Hiệu trưởng chỉ đạo GVCN, Kế toán phối hợp thực hiện", ("Hiệu trưởng", "Giáo viên chủ nhiệm", "Kế toán"), ()),
        ("Hiệu trưởng phân công Kế toán lập dự toán", ("Hiệu trưởng", "Kế toán"), ()),
        ("Hiệu trưởng xây dựng kế hoạch, tổ chức tập huấn và kiểm tra", ("Hiệu trưởng",), ()),
        ("Hiệu trưởng chủ trì; giáo viên, nhân viên phối hợp", ("Hiệu trưởng",), ("Giáo viên", "Nhân viên")),
        ("-Phòng GD & ĐT - Hiệu trưởng - Kế toán", ("Phòng Giáo dục và Đào tạo", "Hiệu trưởng", "Kế toán"), ()),
        (
            "Ban đại diện cha mẹ học sinh trường, lớp + GVCN",
            ("Ban đại diện cha mẹ học sinh", "Giáo viên chủ nhiệm"),
            (),
        ),
        ("Ban kiểm định và đảm bảo chất lượng", ("Ban kiểm định và đảm bảo chất lượng",), ()),
        ("Hiệu\ntrưởng, Kế\ntoán", ("Hiệu trưởng", "Kế toán"), ()),
        ("Hiệu trưởng, hiệu trưởng, HT", ("Hiệu trưởng",), ()),
        (
            "Chủ trì: HT. Phối hợp: TPT Đội;\nKế toán;\nVăn thư",
            ("Hiệu trưởng",),
            ("Tổng phụ trách Đội", "Kế toán", "Văn thư"),
        ),
        ("HT phối hợp với GVCN\n+ Kế toán\n+ Văn thư", ("Hiệu trưởng",), ("Giáo viên chủ nhiệm", "Kế toán", "Văn thư")),
        ("HT phối hợp với GVCN;\nChủ trì: Kế toán", ("Hiệu trưởng", "Kế toán"), ("Giáo viên chủ nhiệm",)),
        ("- HT phối hợp với GVCN;\n- Kế toán", ("Hiệu trưởng", "Kế toán"), ("Giáo viên chủ nhiệm",)),
        ("HT phối hợp với GVCN\nKế toán", ("Hiệu trưởng", "Kế toán"), ("Giáo viên chủ nhiệm",)),
    ],
)
def test_chains_and_common_parts(text: str, owners: tuple[str, ...], supporting: tuple[str, ...]) -> None:
    parties = read_parties(text)
    assert (parties.owners, parties.supporting, parties.understood) == (owners, supporting, True)


def test_an_unknown_party_is_kept_and_told() -> None:
    parties = read_parties("Hiệu trưởng, Xưởng mộc")
    assert parties.owners == ("Hiệu trưởng", "Xưởng mộc")
    assert not parties.understood
    assert read_parties(None).understood


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Các văn bản hướng dẫn về thi đua", ()),
        ("Cơ sở vật chất, trang thiết bị", ()),
        ("Kinh phí của nhà trường", ()),
        ("Hội trường, phòng học, bàn ghế", ()),
        ("Tổ chức tập huấn; máy tính", ()),
        ("Không", ()),
        (None, ()),
        ("GV, CNV", ("Giáo viên", "Nhân viên")),
        ("Giáo viên phối hợp với gia đình", ("Giáo viên", "Gia đình học sinh")),
        ("Lãnh đạo, chính quyền địa phương", ("Lãnh đạo địa phương", "Chính quyền địa phương")),
        ("Sự hỗ trợ của phụ huynh và UBND xã", ("Phụ huynh", "UBND xã")),
        ("Mời cơ quan phòng cháy, y tế đến tập huấn", ("Cơ quan phòng cháy chữa cháy", "Cơ quan y tế")),
        ("Các mạnh thường quân; Hội Khuyến học xã", ("Các mạnh thường quân", "Hội Khuyến học xã")),
        ("Các tổ chức đoàn thể, Trạm y tế", ("Các tổ chức đoàn thể", "Trạm y tế")),
    ],
)
def test_only_parties_of_the_conditions(text: str | None, parties: tuple[str, ...]) -> None:
    assert read_support_parties(text) == parties


@pytest.mark.parametrize(
    "text",
    [
        "Hiệu trưởng tiếp tục triển khai quy chế dân chủ",
        "Tổ chức tập huấn cho giáo viên",
        "Tháng 9/2024",
        "Các văn bản",
        "Không",
        "",
    ],
)
def test_what_is_not_wholly_parties(text: str) -> None:
    assert not is_party_expression(text)


def test_how_cells_begin() -> None:
    assert starts_with_role("Tất cả CB, GV, NV")
    assert starts_with_role("- P.HT phụ trách chuyên môn")
    assert not starts_with_role("Hội trường xuống cấp")
    assert not starts_with_role("Tổ chức hội thảo")
    assert starts_with_verb("- Tổ chức hội thảo")
    assert starts_with_verb("1. Rà soát, bổ sung")
    assert not starts_with_verb("Báo cáo kết quả")
    assert not starts_with_verb("Hiệu trưởng")


@given(st.text())
def test_any_text_gives_parties(text: str) -> None:
    parties = read_parties(text)
    assert not set(parties.owners) & set(parties.supporting)
    assert all(name.strip() == name and name for name in parties.owners + parties.supporting)
