"""Text PDFs, made by typst and LibreOffice, read back cell by cell."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx import Document as WordFile
from docx.shared import Cm

from caitien.blocks import Paragraph
from caitien.findings import CannotRead
from caitien.formats import pdf
from library.formats.pdf_samples import (
    HEAD,
    HEADINGS,
    TAIL,
    cells,
    converted,
    items,
    paragraphs,
    plan_pdf,
    read,
    ruled,
    tables,
    typeset,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pdf")


@pytest.fixture(scope="module")
def plan(folder: Path) -> bytes:
    return plan_pdf(items(17), folder)


def test_a_table_over_pages_is_one_table_with_its_headings_once(plan: bytes) -> None:
    document = read(pdf, plan)
    assert document.pages is not None and document.pages >= 3
    (table,) = ruled(document)
    assert cells(table) == [HEADINGS, *([row] if isinstance(row, str) else row for row in items(17))]
    assert [row.is_header for row in table.rows[:3]] == [True, False, False]
    pages = [row.page or 0 for row in table.rows]
    assert pages == sorted(pages) and len(set(pages)) >= 3


def test_band_rows_are_cells_over_all_columns(plan: bytes) -> None:
    (table,) = ruled(read(pdf, plan))
    bands = [row.cells[0] for row in table.rows if len(row.cells) == 1]
    assert len(bands) == 4
    assert all((band.column, band.width, band.bold) == (0, 7, True) for band in bands)


def test_rows_cut_by_a_page_are_named_in_the_findings(plan: bytes) -> None:
    found = [finding for finding in read(pdf, plan).findings if finding.name == "row-cut-by-page"]
    assert found
    assert all(finding.position and finding.position.row and finding.position.page for finding in found)


def test_head_and_foot_are_tables_of_two_columns(plan: bytes) -> None:
    first, *_, last = tables(read(pdf, plan))
    assert not first.bordered and not last.bordered
    assert cells(first) == [
        [
            "UBND PHƯỜNG AN BÌNH\nTRƯỜNG TIỂU HỌC HOA MAI\nSố: 12/KH-THHM",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Bình, ngày 05 tháng 9 năm 2025",
        ]
    ]
    assert cells(last) == [["Nơi nhận:\n- Phòng Giáo dục và Đào tạo;\n- Lưu: VT.", "HIỆU TRƯỞNG\nLê Thị Mẫu"]]


def test_paragraphs_are_whole_and_page_numbers_gone(plan: bytes) -> None:
    document = read(pdf, plan)
    assert paragraphs(document) == [
        "KẾ HOẠCH",
        "Cải tiến chất lượng giáo dục năm học 2025 - 2026",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Nhà trường khắc phục những điểm yếu đã nêu trong báo cáo tự đánh giá, phát huy điểm mạnh, từng bước nâng cao "
        "chất lượng chăm sóc và giáo dục học sinh của nhà trường trong năm học này.",
        "Kế hoạch được phổ biến đến toàn thể cán bộ, giáo viên và nhân viên để cùng thực hiện.",
        "III. NỘI DUNG KẾ HOẠCH",
    ]
    title = next(block for block in document.blocks if isinstance(block, Paragraph))
    assert title.bold and title.align == "center"


def test_merged_cells_and_two_heading_rows(folder: Path) -> None:
    source = """
#set page(paper: "a4", margin: 2cm)
#set text(font: "Tinos", size: 12pt)
#table(columns: (1fr, 2fr, 2fr, 2fr),
  table.cell(rowspan: 2)[Tiêu chuẩn], table.cell(colspan: 2)[Thời gian], table.cell(rowspan: 2)[Ghi chú],
  [Bắt đầu], [Kết thúc],
  table.cell(rowspan: 2)[1], [Tháng 9/2025], [Tháng 12/2025], [],
  [Tháng 01/2026], [Tháng 5/2026], [xong])
"""
    (table,) = ruled(read(pdf, typeset(source, None, folder)))
    shape = [[(cell.text, cell.column, cell.width, cell.height) for cell in row.cells] for row in table.rows]
    assert shape == [
        [("Tiêu chuẩn", 0, 1, 2), ("Thời gian", 1, 2, 1), ("Ghi chú", 3, 1, 2)],
        [("Bắt đầu", 1, 1, 1), ("Kết thúc", 2, 1, 1)],
        [("1", 0, 1, 2), ("Tháng 9/2025", 1, 1, 1), ("Tháng 12/2025", 2, 1, 1), ("", 3, 1, 1)],
        [("Tháng 01/2026", 1, 1, 1), ("Tháng 5/2026", 2, 1, 1), ("xong", 3, 1, 1)],
    ]


def test_a_word_file_through_libreoffice_with_torn_words(tmp_path: Path) -> None:
    rows = [row for row in items(12) if not isinstance(row, str)]
    word = WordFile()
    word.sections[0].left_margin = word.sections[0].right_margin = Cm(2)
    table = word.add_table(0, len(HEADINGS), style="Table Grid")
    table.autofit = False
    widths = (0.8, 3, 2.2, 4.8, 2.4, 2.4, 1.2)  # the last too narrow for its sums: LibreOffice tears them
    for texts in [HEADINGS, *rows]:
        for cell, text, width in zip(table.add_row().cells, texts, widths, strict=True):
            cell.width = Cm(width)
            first, *more = text.split("\n")
            cell.paragraphs[0].text = first
            for part in more:
                cell.add_paragraph(part)
    packed = BytesIO()
    word.save(packed)
    document = read(pdf, converted(packed.getvalue(), tmp_path))
    (got,) = ruled(document)
    assert document.pages is not None and document.pages > 1
    assert [[" ".join(text.split()) for text in row] for row in cells(got)] == [
        [" ".join(text.split()) for text in row] for row in [HEADINGS, *rows]
    ]


def test_a_column_too_narrow_for_its_number(folder: Path) -> None:
    source = """
#set page(paper: "a4", margin: 2cm)
#set text(font: "Tinos", size: 12pt)
#table(columns: (2.2cm, 2.2cm, 6cm), [Số], [Năm], [Tên], [18/2018/TT- \\ BGDĐT], [2025 - \\ 2026], [Thông tư])
"""
    (table,) = ruled(read(pdf, typeset(source, None, folder)))
    assert cells(table)[1] == ["18/2018/TT-BGDĐT", "2025 - 2026", "Thông tư"]


def test_a_frame_around_text_is_no_table(folder: Path) -> None:
    source = '#set text(font: "Tinos")\n#rect(width: 100%, height: 40%)[Kế hoạch năm học] \n\nPhần tiếp theo.'
    document = read(pdf, typeset(source, None, folder))
    assert tables(document) == []
    assert paragraphs(document) == ["Kế hoạch năm học", "Phần tiếp theo."]


UNRULED = """
#set page(paper: "a4", margin: 2cm)
#set text(font: "Tinos", size: 12pt)
Bảng theo dõi công việc của nhà trường trong năm học này, do bộ phận văn thư lập và cập nhật sau mỗi buổi họp.

#table(columns: (2cm, 7cm, 4cm, 3cm), stroke: %s, row-gutter: %s, ..json("data.json").flatten())

Bảng này được gửi kèm kế hoạch.
"""
UNRULED_ROWS = [
    ["Số TT", "Công việc cần thực hiện", "Người phụ trách", "Thời gian"],
    ["1", "Rà soát quy hoạch phát triển nhà trường và niêm yết công khai", "Hiệu trưởng", "Tháng 9"],
    ["2", "Bổ sung sách cho thư viện", "Nhân viên thư viện", "Tháng 10"],
    ["3", "Sửa khu vệ sinh", "Kế toán", "Tháng 11"],
]


@pytest.mark.parametrize(("stroke", "gutter"), [("none", "6pt"), ("(x: none, y: 0.5pt)", "0pt")])
def test_a_table_without_vertical_rules(stroke: str, gutter: str, folder: Path) -> None:
    document = read(pdf, typeset(UNRULED % (stroke, gutter), UNRULED_ROWS, folder))
    (table,) = tables(document)
    assert cells(table) == UNRULED_ROWS
    assert not table.bordered
    assert len(paragraphs(document)) == 2


@pytest.mark.parametrize(
    ("options", "refused"),
    [
        ({"EncryptFile": "true", "DocumentOpenPassword": "bi-mat"}, True),
        ({"RestrictPermissions": "true", "PermissionPassword": "chu-tep"}, False),
    ],
)
def test_a_password_for_opening_is_refused_one_for_changing_is_no_hindrance(
    options: dict[str, str], refused: bool, tmp_path: Path
) -> None:
    word = WordFile()
    word.add_paragraph("Kế hoạch cải tiến chất lượng")
    packed = BytesIO()
    word.save(packed)
    locked = converted(packed.getvalue(), tmp_path, options)
    if refused:
        with pytest.raises(CannotRead, match="mật khẩu"):
            read(pdf, locked)
    else:
        assert paragraphs(read(pdf, locked)) == ["Kế hoạch cải tiến chất lượng"]


def test_too_many_pages_name_the_limit_and_the_way_out(plan: bytes) -> None:
    with pytest.raises(CannotRead, match=r"quá giới hạn 2 trang.*--max-pages"):
        read(pdf, plan, pages=2)


@pytest.mark.parametrize("keep", [40, 400, 4000])
def test_a_cut_file_is_refused_or_read_but_never_a_traceback(plan: bytes, keep: int) -> None:
    with pytest.raises(CannotRead, match="hỏng"):
        read(pdf, plan[:keep])


def test_a_page_without_anything_gives_no_blocks(folder: Path) -> None:
    assert read(pdf, typeset("#pagebreak()", None, folder)).blocks == ()


def test_a_page_turned_in_the_viewer_is_read_as_it_was_set(plan: bytes) -> None:
    document = pypdfium2.PdfDocument(plan)
    for page in document:
        page.set_rotation(90)
    turned = BytesIO()
    document.save(turned)
    assert cells(ruled(read(pdf, turned.getvalue()))[0]) == cells(ruled(read(pdf, plan))[0])


@pytest.mark.parametrize("angle", [-90, 90, 180])
def test_text_set_sideways_is_read_upright(angle: int, folder: Path) -> None:
    source = f"""
#set page(paper: "a4", margin: 2cm)
#set text(font: "Tinos", size: 12pt)
#rotate({angle}deg, reflow: true, table(columns: (4cm, 4cm), [Tiêu chí], [Giải pháp], [1.1], [Rà soát quy hoạch]))
"""
    (table,) = ruled(read(pdf, typeset(source, None, folder)))
    assert cells(table) == [["Tiêu chí", "Giải pháp"], ["1.1", "Rà soát quy hoạch"]]


def test_head_without_table(folder: Path) -> None:
    first, last = tables(read(pdf, typeset(HEAD + TAIL, None, folder)))
    assert cells(first)[0][0].startswith("UBND PHƯỜNG AN BÌNH")
    assert cells(last)[0][1] == "HIỆU TRƯỞNG\nLê Thị Mẫu"
