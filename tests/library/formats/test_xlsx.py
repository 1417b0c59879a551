"""A sheet comes out as Excel shows it: one table with its merged cells, lines around it, values as they are seen."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.styles import Border, Font, Side

from caitien.blocks import Document, Paragraph, Table
from caitien.formats import open_document
from caitien.formats.xlsx.shown import shown

HEADINGS = ["TT", "Tiêu chuẩn, tiêu chí", "Kết quả cần đạt", "Giải pháp"]


def opened(book: Workbook, tmp_path: Path) -> Document:
    path = tmp_path / "kế hoạch.xlsx"
    book.save(path)
    return open_document(path)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def plan(*, ruled: bool) -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["UBND XÃ ĐỒI CHÈ", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    sheet.append(["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC"])
    sheet.merge_cells("A2:D2")
    sheet["A2"].font = Font(bold=True)
    sheet.append([])
    sheet.append(HEADINGS)
    sheet.append(["Tiêu chuẩn 1"])
    sheet.merge_cells("A5:D5")
    sheet.append([1, "Tiêu chí 1.1", "Mức 2", "Sửa sân"])
    sheet.append([None, None, None, "Trồng cây"])
    for column in "ABC":
        sheet.merge_cells(f"{column}6:{column}7")
    sheet.append([2, "Tiêu chí 1.2", "Mức 2", "Họp"])
    sheet.append([])
    sheet.append(["Nơi nhận:", None, None, "HIỆU TRƯỞNG"])
    if ruled:
        line = Side(style="thin")
        for row in sheet["A4:D8"]:
            for cell in row:
                cell.border = Border(left=line, right=line, top=line, bottom=line)
    return book


@pytest.mark.parametrize("ruled", [True, False])
def test_title_table_and_closing_are_told_apart(ruled: bool, tmp_path: Path) -> None:
    found = opened(plan(ruled=ruled), tmp_path)
    head, table, closing = tables(found)
    assert not head.bordered and head.rows[0].texts[0] == "UBND XÃ ĐỒI CHÈ"
    assert texts(found) == ["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC"]
    assert table.rows[0].texts == tuple(HEADINGS)
    assert [(cell.text, cell.width) for cell in table.rows[1].cells] == [("Tiêu chuẩn 1", 4)]
    assert [(cell.text, cell.height) for cell in table.rows[2].cells] == [
        ("1", 2),
        ("Tiêu chí 1.1", 2),
        ("Mức 2", 2),
        ("Sửa sân", 1),
    ]
    assert [(cell.text, cell.column) for cell in table.rows[3].cells] == [("Trồng cây", 3)]
    assert len(table.rows) == 5
    assert closing.rows[0].texts[-1] == "HIỆU TRƯỞNG"
    position = table.rows[3].cells[0].position
    assert (position.page, position.table, position.row, position.column) == (1, 2, 7, 4)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (12500000, "#,##0", "12.500.000"),
        (12500000, '#,##0 "đồng"', "12.500.000 đồng"),
        (12500000, "#,##0\\ [$₫-42A]", "12.500.000 ₫"),
        (12500000, "General", "12500000"),
        (0, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "-"),
        (1500.5, "#,##0.00", "1.500,50"),
        (1.1, "0.00", "1.10"),
        (1.1, "0.0", "1.1"),
        (1.1, "General", "1.1"),
        (3, "00", "03"),
        (0.25, "0%", "25%"),
        (0.125, "0.0%", "12,5%"),
        (date(2025, 9, 5), "dd/mm/yyyy", "05/09/2025"),
        (date(2025, 9, 5), "mm-dd-yy", "05/09/2025"),
        (date(2025, 9, 1), "mm/yyyy", "09/2025"),
        (date(2025, 2, 1), "d.m", "1.2"),
        ("1.10", "@", "1.10"),
        (None, "General", ""),
    ],
)
def test_values_are_shown_as_excel_shows_them(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_hidden_sheets_and_rows_are_left_out_visibly(tmp_path: Path) -> None:
    book = plan(ruled=True)
    sheet = book.active
    assert sheet is not None
    sheet.row_dimensions[8].hidden = True
    secret = book.create_sheet("Nháp")
    secret.append(["bí mật"])
    secret.sheet_state = "hidden"
    found = opened(book, tmp_path)
    everything = " ".join(found.texts())
    assert "bí mật" not in everything and "Tiêu chí 1.2" not in everything
    assert [finding.name for finding in found.findings] == ["hidden-content-left-out"] * 2


def test_sheets_follow_each_other_with_their_numbers(tmp_path: Path) -> None:
    book = plan(ruled=True)
    second = book.create_sheet("Phụ lục")
    second.append(["a", "b", "c"])
    found = opened(book, tmp_path)
    assert found.pages == 2
    assert tables(found)[-1].position.page == 2 and tables(found)[-1].position.table == 4


def test_inline_strings_without_a_shared_table_are_read(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "inline.xlsx"
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    for row, values in enumerate((HEADINGS, ["1", "1.1", "Mức 2", "Sửa & dọn"])):
        sheet.write_row(row, 0, values)
    book.close()
    with ZipFile(path) as archive:
        assert b"inlineStr" in archive.read("xl/worksheets/sheet1.xml")
    assert tables(open_document(path))[0].rows[1].texts == ("1", "1.1", "Mức 2", "Sửa & dọn")


def test_a_sheet_that_claims_a_million_styled_rows_ends(tmp_path: Path) -> None:
    path = tmp_path / "lớn.xlsx"
    plan(ruled=True).save(path)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    empty = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (row, row) for row in range(20, 60_000))
    parts[name] = parts[name].replace(
        b"</sheetData>", empty + b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    )
    with ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    assert len(tables(open_document(path))[1].rows) == 5
