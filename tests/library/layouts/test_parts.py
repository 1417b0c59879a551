"""The parts around the table: head, bases, purposes, results, targets, organisation, foot; and TT57's small tables."""

import pytest

from caitien.blocks import Cell, Document, Paragraph, Row, Table
from caitien.findings import CannotRead
from caitien.layouts.interpret import interpret
from library.layouts.plans import HEAD, NINE, item_row, lines, read, table

PLAN_TABLE = table(NINE, item_row("Tiêu chí 1.1"))


def test_the_head_gives_school_number_date_and_years():
    plan = read(PLAN_TABLE).plan
    assert plan.school.name == "Trường Tiểu học Suối Ngọc"
    assert (plan.school.level, plan.school.governing_body, plan.school.place) == (
        "primary",
        "UBND xã Suối Ngọc",
        "Suối Ngọc",
    )
    assert (plan.document.number, plan.document.date, plan.document.school_year) == (
        "41/KH-THSN",
        "2025-09-05",
        "2025-2026",
    )
    assert plan.document.subject == "Cải tiến chất lượng giáo dục"


def test_a_head_of_two_sides_is_read_from_a_table_or_from_tabs():
    left = "UBND XÃ ĐỒI CAO\nTRƯỜNG MẦM NON HOA SIM\nSố: 07/KH-MNHS"
    right = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐồi Cao, ngày 06 tháng 9 năm 2025"
    framed = Table((Row((Cell(left, 0), Cell(right, 1))),), bordered=False)
    tabbed = lines(*("\t".join(pair) for pair in zip(left.split("\n"), right.split("\n"), strict=True)))
    title = lines("KẾ HOẠCH", "CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", "Năm học 2025 - 2026")
    for head in ([framed], tabbed):
        plan = interpret(Document((*head, *title, PLAN_TABLE), "test")).plan
        assert (plan.school.name, plan.school.level) == ("Trường Mầm non Hoa Sim", "preschool")
        assert (plan.document.number, plan.document.date) == ("07/KH-MNHS", "2025-09-06")


def test_the_schools_name_is_taken_as_running_text_spells_it_and_the_difference_is_said():
    found = read(*lines("I. MỤC ĐÍCH", "Nâng chất lượng của Trường Tiểu học Suối Ngóc trong năm."), PLAN_TABLE)
    assert found.plan.school.name == "Trường Tiểu học Suối Ngóc"
    assert found.plan.school.name_as_written[0] == "TRƯỜNG TIỂU HỌC SUỐI NGỌC"
    assert "name-spelt-differently" in {finding.name for finding in found.findings}


@pytest.mark.parametrize("rest", ["20/11", "SỐ 2 ĐỒI THÔNG"])
def test_a_name_that_a_narrow_column_broke_is_whole(rest):
    head = ["UBND XÃ SUỐI NGỌC", "TRƯỜNG TRUNG HỌC PHỔ THÔNG", rest, "Số: 05/KH-THPT", *HEAD[4:]]
    found = interpret(Document((*lines(*head), PLAN_TABLE), "test")).plan
    assert found.school.name_as_written[0] == f"TRƯỜNG TRUNG HỌC PHỔ THÔNG {rest}"
    assert found.document.number == "05/KH-THPT"


def test_a_plan_over_several_years_has_no_school_year():
    head = [*HEAD[:4], "KẾ HOẠCH", "Cải tiến chất lượng giáo dục giai đoạn 2025 - 2030"]
    document = interpret(Document((*lines(*head), PLAN_TABLE), "test")).plan.document
    assert document.school_year is None
    assert document.period is not None
    assert (document.period.from_year, document.period.to_year) == (2025, 2030)


def test_bases_are_numbered_texts_and_the_schools_own_reports_but_not_their_details():
    plan = read(
        *lines(
            "II. CĂN CỨ XÂY DỰNG KẾ HOẠCH",
            "1. Báo cáo tự đánh giá năm học 2024 - 2025.",
            "2. Các văn bản hướng dẫn:",
            "- Căn cứ Thông tư số 17/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018; "
            "Căn cứ Công văn số 5932/BGDĐT-QLCL ngày 28/12/2018;",
            "3. Kết quả thực hiện cải tiến năm học 2024 - 2025",
            "- Mức 1: Tổng số 27 tiêu chí, đạt 27/27, tỉ lệ 100%",
            "III. NỘI DUNG",
        ),
        PLAN_TABLE,
    ).plan
    assert [basis.number for basis in plan.legal_bases] == [None, "17/2018/TT-BGDĐT", "5932/BGDĐT-QLCL", None]
    assert [basis.date for basis in plan.legal_bases] == [None, "2018-08-22", "2018-12-28", None]
    assert plan.prior_results is not None
    assert plan.prior_results.levels == {"1": {"met": 27, "total": 27}}


def test_bases_ahead_of_the_first_part_are_read_too():
    plan = read(
        *lines("Căn cứ Luật Giáo dục số 43/2019/QH14 ngày 14/6/2019;", "I. MỤC ĐÍCH", "Nâng chất lượng."), PLAN_TABLE
    ).plan
    assert [basis.number for basis in plan.legal_bases] == ["43/2019/QH14"]
    assert plan.purposes == ("Nâng chất lượng.",)


def test_weak_and_target_criteria_come_from_their_own_parts():
    plan = read(
        *lines(
            "II. NHỮNG KẾT QUẢ ĐẠT ĐƯỢC NĂM HỌC 2024 - 2025",
            "1. Ưu điểm: Tiêu chí 5.1 đạt tốt.",
            "2. Tồn tại:",
            "Tiêu chí 1.2: Hội đồng trường;",
            "Tiêu chí 1.10. An toàn trường học;",
            "III. CHỈ TIÊU PHẤN ĐẤU",
            "Tiêu chí 1.2: Hội đồng trường.",
        ),
        PLAN_TABLE,
    ).plan
    assert (plan.weak_criteria, plan.target_criteria) == (("1.2", "1.10"), ("1.2",))


def test_organisation_names_parties_sub_parties_and_duties():
    parts = read(
        PLAN_TABLE,
        *lines(
            "VI. TỔ CHỨC THỰC HIỆN",
            "1. Hiệu trưởng - Chủ tịch Hội đồng tự đánh giá",
            "- Chỉ đạo chung.",
            "2. Các thành viên của Hội đồng tự đánh giá",
            "2.1. Đối với phó hiệu trưởng",
            "Phụ trách chuyên môn.",
            "3. Tổ Giám sát kế hoạch (báo cáo định kỳ và kiến nghị theo kết quả giám sát).",
            "Báo cáo hằng tháng.",
            "Trên đây là Kế hoạch cải tiến chất lượng của trường./.",
        ),
    ).plan
    told = [(part.party, part.parent, part.duties) for part in parts.organisation]
    assert told == [
        ("Hiệu trưởng - Chủ tịch Hội đồng tự đánh giá", None, ("Chỉ đạo chung.",)),
        ("Các thành viên của Hội đồng tự đánh giá", None, ()),
        ("Phó hiệu trưởng", "Các thành viên của Hội đồng tự đánh giá", ("Phụ trách chuyên môn.",)),
        ("Tổ Giám sát kế hoạch", None, ("báo cáo định kỳ và kiến nghị theo kết quả giám sát", "Báo cáo hằng tháng.")),
    ]
    assert parts.closing == "Trên đây là Kế hoạch cải tiến chất lượng của trường./."


def test_the_foot_gives_recipients_and_signatory_on_either_side():
    foot = Table(
        (
            Row(
                (
                    Cell("Nơi nhận:\n- UBND xã (để b/c);\n- Lưu: VT.", 0),
                    Cell("KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n\nLò Thị Mây Xanh", 1),
                )
            ),
        )
    )
    plan = read(PLAN_TABLE, foot).plan
    assert plan.recipients == ("UBND xã (để b/c)", "Lưu: VT")
    assert plan.signatory is not None
    assert (plan.signatory.title, plan.signatory.name) == ("Phó hiệu trưởng", "Lò Thị Mây Xanh")


def test_the_tables_of_tt57_go_to_problems_items_and_reviews():
    problems = table(
        ("TT", "Tiêu chuẩn", "Tiêu chí", "Đánh giá hiện trạng", "Điểm hạn chế", "Nguyên nhân của hạn chế"),
        ("1", "1", "1.3", "Có dữ liệu", "Cập nhật chậm", "Thiếu người"),
    )
    plan_table = table(
        (
            "TT",
            "Nội dung cải tiến",
            "Mục tiêu cải tiến",
            "Hoạt động/giải pháp",
            "Chỉ số đánh giá kết quả",
            "Thời gian thực hiện",
            "Phụ trách",
            "Nguồn lực bảo đảm",
            "Minh chứng dự kiến",
            "Mức độ thực hiện",
        ),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"),
        (
            "1",
            "Dữ liệu",
            "Đúng hạn",
            "Tập huấn",
            "95% hồ sơ",
            "Tháng 9/2026",
            "Văn thư",
            "Máy tính",
            "Biên bản; ảnh",
            "Đang thực hiện",
        ),
    )
    reviews = table(
        ("TT", "Thời điểm", "Nội dung", "Kết quả", "Điều chỉnh", "Người đánh giá"),
        ("1", "Cuối học kỳ I", "Tiến độ", "", "", "Hiệu trưởng"),
        ("2", "Cuối năm học", "Kết quả", "", "", "Hội đồng"),
    )
    plan = read(problems, plan_table, reviews).plan
    assert plan.form == "tt57-bieu2"
    assert (plan.problems[0].criterion, plan.problems[0].limitation, plan.problems[0].cause) == (
        "1.3",
        "Cập nhật chậm",
        "Thiếu người",
    )
    item = plan.items[0]
    assert (item.improvement, item.indicators, item.resources, item.progress) == (
        "Dữ liệu",
        "95% hồ sơ",
        "Máy tính",
        "Đang thực hiện",
    )
    assert (item.criterion, item.weakness, item.evidence_outputs) == (None, None, ("Biên bản", "ảnh"))
    assert [review.when for review in plan.reviews] == ["Cuối học kỳ I", "Cuối năm học"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("KẾ HOẠCH ĐẢM BẢO CHẤT LƯỢNG GIÁO DỤC NĂM HỌC 2025 - 2026", "Kế hoạch đảm bảo chất lượng"),
        ("BÁO CÁO TỰ ĐÁNH GIÁ", "Báo cáo tự đánh giá"),
        ("KẾ HOẠCH TỰ ĐÁNH GIÁ NĂM HỌC 2025 - 2026", "Kế hoạch tự đánh giá"),
        ("BIÊN BẢN HỌP HỘI ĐỒNG", "Biên bản"),
    ],
)
def test_a_document_of_another_kind_is_refused_by_its_name(title, kind):
    with pytest.raises(CannotRead, match=kind):
        interpret(Document(tuple(lines(*HEAD[:4], title, "Nội dung gì đó của tài liệu này.")), "test"))


def test_text_that_is_no_plan_is_refused():
    with pytest.raises(CannotRead, match="Không tìm thấy kế hoạch"):
        interpret(Document((Paragraph("Danh sách học sinh lớp 5A"),), "test"))


def test_the_edition_is_the_cited_one_else_that_of_the_day():
    cited = read(*lines("Căn cứ Thông tư số 17/2018/TT-BGDĐT ngày 22/8/2018;"), PLAN_TABLE).plan
    assert cited.framework is not None
    assert cited.framework.startswith("TT17-2018")
    found = read(PLAN_TABLE)
    assert found.plan.framework is not None
    assert "framework-uncertain" in {finding.name for finding in found.findings}


@pytest.mark.parametrize(
    ("number", "abbreviation"), [("41/KH-THSN", "THSN"), ("94/KH LTK", "LTK"), ("…/KH-TTH", "TTH")]
)
def test_the_abbreviation_is_what_follows_the_kind_of_document(number, abbreviation):
    head = [f"Số: {number}" if text.startswith("Số") else text for text in HEAD]
    plan = interpret(Document((*lines(*head), PLAN_TABLE), "test")).plan
    assert plan.school.abbreviation == abbreviation
    assert plan.document.number_is_blank == number.startswith("…")
