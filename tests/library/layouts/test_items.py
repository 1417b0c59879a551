"""Rows of the plan table become items: bands, placeholders, cut rows, merged or blank criteria, odd columns."""

from caitien.blocks import Cell, Document, Paragraph, Row, Table
from caitien.findings import Position, doubt
from caitien.layouts.interpret import interpret
from library.layouts.plans import HEAD, NINE, item_row, lines, read, table


def codes(found):
    return [item.criterion for item in found.plan.items]


def test_bands_and_placeholders_are_no_items():
    found = read(
        table(
            NINE,
            ("MỨC 1, 2, 3",),
            ("1", "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường", "", "", "", "", "", "", ""),
            item_row("Tiêu chí 1.9"),
            ("2", "Tiêu chuẩn 2: Cán bộ quản lý", "", "", "", "", "", "", ""),
            ("", "Không có", "", "", "", "", "", "", ""),
            ("Tiêu chuẩn 3: Cơ sở vật chất",),
            item_row("Tiêu chí 3.5: Thiết bị"),
        )
    )
    assert codes(found) == ["1.9", "3.5"]
    assert [item.standard for item in found.plan.items] == [1, 3]
    assert [item.criterion_title for item in found.plan.items] == [None, "Thiết bị"]


def test_the_criterion_is_trusted_before_the_standard_above_it_and_the_contradiction_is_said():
    found = read(table(NINE, ("Tiêu chuẩn 2: Cán bộ quản lý",), item_row("Tiêu chí 3.5")))
    assert found.plan.items[0].standard == 3
    assert [finding.name for finding in found.findings if finding.place.item == 0] == ["standard-contradicts-criterion"]


def test_rows_cut_by_a_page_are_joined_cell_by_cell_though_their_first_cells_were_lost():
    found = read(
        table(
            NINE,
            (
                "",
                "Tiêu chí 1.3: Tổ chức Đảng và",
                "Nâng tỷ lệ đảng viên",
                "Chi bộ tạo",
                "Hiệu trưởng",
                "Tháng 9/2025. Hoàn",
                "",
                "",
                "",
            ),
            ("đoàn thể trong trường", "lên 40%", "nguồn kết nạp.", "", "thành: tháng 5/2026", "", "", ""),
            ("Tiêu chí 1.6: Tài chính", "Hồ sơ đủ", "Rà soát hồ sơ.", "Kế toán", "Tháng 10/2025", "", "", ""),
            ragged=True,
        )
    )
    first, second = found.plan.items
    assert (first.criterion, first.criterion_title) == ("1.3", "Tổ chức Đảng và đoàn thể trong trường")
    assert first.target_result == "Nâng tỷ lệ đảng viên lên 40%"
    assert first.solution == "Chi bộ tạo nguồn kết nạp."
    assert (first.start, first.end) == ("2025-09", "2026-05")
    assert (second.criterion, second.owner_text) == ("1.6", "Kế toán")


def test_a_further_row_without_code_belongs_to_the_criterion_above():
    head = (
        "Tiêu chuẩn",
        "Tiêu chí",
        "Điểm yếu",
        "Công việc cần thực hiện",
        "Thời điểm thực hiện",
        "Cá nhân/Tổ chức thực hiện",
    )
    found = read(
        table(
            head,
            ("1", "1.10", "Cổng trường ùn tắc", "Phân luồng", "Hằng năm", "Bảo vệ"),
            ("", "", "Một số em chưa đội mũ", "Nhắc nhở", "Hằng tháng", "Tổng phụ trách Đội"),
            ("2", "2.1", "Thiếu phó hiệu trưởng", "Đề nghị bổ nhiệm", "Tháng 9/2025", "Hiệu trưởng"),
        )
    )
    assert codes(found) == ["1.10", "1.10", "2.1"]
    assert [item.recurrence for item in found.plan.items] == ["yearly", "monthly", "none"]


def test_a_criterion_merged_over_rows_counts_for_each():
    rows = (
        Row(tuple(Cell(text, i) for i, text in enumerate(NINE))),
        Row(
            (
                Cell("", 0, height=2),
                Cell("Tiêu chí 4.1", 1, height=2),
                *(Cell(t, i) for i, t in enumerate(item_row("")[2:], 2)),
            )
        ),
        Row(tuple(Cell(t, i) for i, t in enumerate(item_row("", "Họp đủ 3 kỳ")[2:], 2))),
    )
    assert codes(read(Table(rows))) == ["4.1", "4.1"]


def test_the_weakness_may_stand_in_the_criterions_cell():
    found = read(
        table(
            NINE,
            item_row("Điểm yếu Tiêu chí 3.6 Nhà vệ sinh xa lớp"),
            item_row("Tiêu chí 3.2: Phòng học. Điểm yếu: thiếu 2 phòng"),
        )
    )
    first, second = found.plan.items
    assert (first.criterion, first.criterion_title, first.weakness) == ("3.6", None, "Nhà vệ sinh xa lớp")
    assert (second.criterion_title, second.weakness) == ("Phòng học", "thiếu 2 phòng")


def test_columns_in_any_order_with_a_head_of_two_rows():
    head = Row(
        (
            Cell("Giải pháp", 0, height=2),
            Cell("Tiêu chí", 1, height=2),
            Cell("Người thực hiện", 2, width=2),
            Cell("Thời gian", 4, width=2),
        )
    )
    below = Row((Cell("Chủ trì", 2), Cell("Phối hợp", 3), Cell("Bắt đầu", 4), Cell("Hoàn thành", 5)))
    row = Row(
        tuple(
            Cell(t, i)
            for i, t in enumerate(("Mua tủ sách", "3.6", "Thư viện", "Kế toán", "Tháng 10/2025", "Tháng 12/2025"))
        )
    )
    (item,) = read(Table((head, below, row))).plan.items
    assert (item.solution, item.criterion) == ("Mua tủ sách", "3.6")
    assert (item.start, item.end) == ("2025-10", "2025-12")
    assert item.supporting == ("Kế toán",)


def test_a_column_of_unknown_heading_is_understood_by_its_cells_or_said_to_be_unknown():
    head = ("Tiêu chí", "Giải pháp", "Mục tiêu", "Chủ trì và phối hợp", "Ai biết", "Khi nào")
    found = read(
        table(
            head,
            ("1.1", "Họp", "Đủ 4 kỳ", "Hiệu trưởng", "xyz", "Tháng 9/2025"),
            ("1.2", "Ghi", "Đủ", "Văn thư", "abc", "Tháng 10/2025"),
        )
    )
    assert [item.start for item in found.plan.items] == ["2025-09", "2025-10"]
    said = [finding.message for finding in found.findings if finding.name == "unknown-column"]
    assert len(said) == 2
    assert any("“Ai biết”" in message and "chưa được lấy" in message for message in said)


def test_a_table_cut_in_two_goes_on_without_head():
    found = read(table(NINE, item_row("Tiêu chí 1.1")), table(item_row("Tiêu chí 1.2"), item_row("Tiêu chí 1.3")))
    assert codes(found) == ["1.1", "1.2", "1.3"]


def test_repeated_heads_and_column_numbers_are_left_out():
    numbers = tuple(f"({n})" for n in range(1, 10))
    found = read(table(NINE, numbers, item_row("Tiêu chí 1.1"), NINE, item_row("Tiêu chí 1.2")))
    assert codes(found) == ["1.1", "1.2"]


def test_a_heading_above_each_table_names_the_criterion_of_its_rows():
    head = NINE[2:]
    row = ("Đạt mức 2", "Họp", "Hiệu trưởng", "Tháng 9/2025", "", "", "")
    found = read(
        *lines("Tiêu chí 1.4: Tổ chuyên môn"), table(head, row), *lines("Tiêu chí 2.2: Giáo viên"), table(head, row)
    )
    assert codes(found) == ["1.4", "2.2"]


def test_a_cell_that_holds_another_field_is_doubted_and_stays_as_written():
    sentence = "Hiệu trưởng tăng cường kêu gọi các nguồn lực hợp pháp; khuyến khích giáo viên tự làm đồ dùng. " * 2
    found = read(table(NINE, item_row("Tiêu chí 3.5", who=sentence)))
    assert found.plan.items[0].owner_text == sentence.strip()
    assert "cell-holds-another-field" in {finding.name for finding in found.findings}


def test_every_value_knows_its_cell():
    document = table(NINE, item_row("Tiêu chí 1.1", work="Họp phụ huynh"))
    found = read(document)
    assert set(found.positions) >= {"items.0.solution", "items.0.owner_text", "items.0.time_text"}


def test_empty_cells_and_dashes_are_not_text():
    found = read(table(NINE, ("1", "Tiêu chí 1.1", "Đạt", "Họp", "Hiệu trưởng", "Tháng 9/2025", "-", "…", "")))
    item = found.plan.items[0]
    assert (item.budget_text, item.support_conditions, item.note, item.budget_vnd) == (None, None, None, None)


def test_a_total_row_is_left_out_and_said():
    found = read(table(NINE, item_row("Tiêu chí 1.1"), ("", "Tổng cộng", "", "", "", "", "12.000.000 đồng", "", "")))
    assert len(found.plan.items) == 1
    assert "row-left-out" in {finding.name for finding in found.findings}


def test_a_paragraph_between_tables_does_not_end_the_plan():
    found = read(table(NINE, item_row("Tiêu chí 1.1")), Paragraph("(tiếp theo)"), table(NINE, item_row("Tiêu chí 1.2")))
    assert codes(found) == ["1.1", "1.2"]


def test_a_doubt_about_a_cell_is_told_of_its_item_and_cut_cells_as_one():
    rows = [Row(tuple(Cell(text, i) for i, text in enumerate(NINE)))]
    spots = [Position(page=2, table=1, row=5, column=column + 1) for column in range(9)]
    rows.append(Row(tuple(Cell(t, i, position=spots[i]) for i, t in enumerate(item_row("Tiêu chí 1.1")))))
    cut = tuple(doubt("row-cut-by-page", "Ô này bị ngắt.", position=spots[i]) for i in (2, 3))
    letters = doubt("letters-uncertain", "Chữ chưa chắc.", position=spots[4])
    document = Document((*lines(*HEAD), Table(tuple(rows))), "test", findings=(*cut, letters))
    told = [(f.name, f.place.item, f.place.field) for f in interpret(document).findings if f.place.part == "items"]
    assert told == [("letters-uncertain", 0, "owner_text"), ("row-cut-by-page", 0, "target_result")]


def test_a_small_table_for_each_criterion_is_read_by_its_first_column():
    def card(code, work):
        rows = (
            ("Tiêu chí", code),
            ("Mục tiêu", "Đạt mức 2"),
            ("Biện pháp", work),
            ("Người thực hiện", "Kế toán"),
            ("Thời gian", "Tháng 9/2025"),
        )
        return table(*rows)

    found = read(card("1.6", "Kiểm kê tài sản"), card("3.5: Thiết bị", "Mua máy chiếu"))
    assert [(item.criterion, item.solution) for item in found.plan.items] == [
        ("1.6", "Kiểm kê tài sản"),
        ("3.5", "Mua máy chiếu"),
    ]
    assert [item.start for item in found.plan.items] == ["2025-09", "2025-09"]


def test_without_any_table_labelled_paragraphs_are_items():
    found = read(
        *lines(
            "III. NỘI DUNG KẾ HOẠCH CẢI TIẾN",
            "1. Tiêu chí 1.1: Phương hướng",
            "- Mục tiêu: Rà soát chiến lược mỗi năm.",
            "- Biện pháp: Họp lấy ý kiến;",
            "công khai trên bảng tin.",
            "- Người thực hiện: Hiệu trưởng",
            "- Thời gian: Tháng 10/2025",
            "2. Tiêu chí 3.6: Thư viện",
            "- Giải pháp: Mua 200 cuốn sách",
            "- Phụ trách: Thư viện",
            "- Thời gian: Hằng năm",
            "IV. TỔ CHỨC THỰC HIỆN",
            "1. Hiệu trưởng",
            "- Chỉ đạo chung.",
        )
    )
    first, second = found.plan.items
    assert (first.criterion, first.target_result, first.start) == ("1.1", "Rà soát chiến lược mỗi năm.", "2025-10")
    assert first.solution == "Họp lấy ý kiến;\ncông khai trên bảng tin."
    assert (second.criterion, second.solution, second.recurrence) == ("3.6", "Mua 200 cuốn sách", "yearly")


def test_a_row_that_names_no_criterion_is_doubted_only_where_the_table_has_a_column_for_it():
    found = read(table(NINE, item_row("Hồ sơ của trường")))
    assert found.plan.items[0].criterion_title == "Hồ sơ của trường"
    assert [finding.name for finding in found.findings if finding.place.item == 0] == ["row-without-criterion"]
    tt57 = ("TT", "Nội dung cải tiến", "Mục tiêu cải tiến", "Hoạt động/giải pháp", "Phụ trách")
    assert not [
        f for f in read(table(tt57, ("1", "Dữ liệu", "Đúng hạn", "Tập huấn", "Văn thư"))).findings if f.place.item == 0
    ]


def test_a_criterion_named_by_its_title_only_gets_the_code_of_the_edition_and_this_is_said():
    basis = lines("Căn cứ Thông tư số 17/2018/TT-BGDĐT ngày 22/8/2018;")
    found = read(*basis, table(NINE, item_row("Thực hiện quy chế dân chủ"), item_row("Ban đại diện cha mẹ học sinh")))
    assert codes(found) == ["1.9", "4.1"]
    assert sum(finding.name == "row-without-criterion" for finding in found.findings) == 2
