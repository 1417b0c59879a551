"""A written workbook: two sheets, one to work in and one to print, which our own reader takes for one plan."""

import os
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from caitien.blocks import Cell, Document, Pair, Paragraph, Row, Style, Table
from caitien.findings import CannotWrite
from caitien.formats import open_document
from caitien.formats.xlsx.page_breaks import ROOM, page_breaks
from caitien.formats.xlsx.shown import shown
from caitien.formats.xlsx.typed import typed
from caitien.formats.xlsx.write import write
from caitien.layouts.compose import compose
from caitien.plan import from_json, to_json
from caitien.reading import read_plan
from corpus.invent import invent_plan
from corpus.score import score
from library.layouts.plans import NINE

ITEMS = (
    (
        "",
        "Tiêu chí 1.1: Phương hướng",
        "Đạt Mức 2",
        "- Sửa cổng;\n- Trồng cây",
        "Hiệu trưởng",
        "30/11/2025",
        "12.500.000",
    ),
    ("", "Tiêu chí 1.10: An toàn", "Đạt Mức 2", "Lập tổ trực", "Bảo vệ", "11/2025", "Không"),
)
SCHOOL = "TRƯỜNG TIỂU HỌC ĐỒI CHÈ"
HARD = "=1+1 <b>&amp; #{{ten}} $x$ \"trích\" 'nháy' @SUM(A1) https://vi.du/ \\n"


def row(*texts: str, is_header: bool = False) -> Row:
    return Row(tuple(Cell(text, column) for column, text in enumerate(texts)), is_header=is_header)


def plan_table(*items: tuple[str, ...]) -> Table:
    band = Row((Cell("1", 0), Cell("Tiêu chuẩn 1: Tổ chức", 1, 8)), is_band=True)
    level = Row((Cell("MỨC 1, 2, 3", 0, 9),), is_band=True)
    nothing = Row((Cell("2", 0), Cell("Tiêu chuẩn 2: Đội ngũ", 1, 8)), is_band=True)
    rows = [row(*NINE, is_header=True), level, band, *(row(*item, *[""] * (9 - len(item))) for item in items)]
    return Table((*rows, nothing, row("", "Không có")), widths=(1, 4, 4, 6, 3, 3, 2, 3, 2), landscape=True)


def document(*items: tuple[str, ...]) -> Document:
    def lines(*pairs: tuple[Style, str]) -> tuple[Paragraph, ...]:
        return tuple(Paragraph(text, style=style) for style, text in pairs)

    head = Pair(
        lines((Style.GOVERNING_BODY, "UBND XÃ ĐỒI CHÈ"), (Style.SCHOOL, SCHOOL), (Style.NUMBER, "Số: 41/KH-THĐC")),
        lines(
            (Style.NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            (Style.MOTTO, "Độc lập - Tự do - Hạnh phúc"),
            (Style.PLACE_DATE, "Đồi Chè, ngày 05 tháng 9 năm 2025"),
        ),
    )
    foot = Pair(
        lines(
            (Style.RECIPIENTS_TITLE, "Nơi nhận:"),
            (Style.RECIPIENT, "- Phòng VHXH xã;"),
            (Style.RECIPIENT, "- Lưu: VT."),
        ),
        lines((Style.SIGNER_TITLE, "HIỆU TRƯỞNG"), (Style.SIGNER_NAME, "Lò Thị Ngân")),
    )
    title = lines((Style.KIND, "KẾ HOẠCH"), (Style.SUBJECT, "Cải tiến chất lượng giáo dục năm học 2025 - 2026"))
    part = lines((Style.PART, "I. NỘI DUNG KẾ HOẠCH"))
    last = lines(
        (Style.PART, "II. TỔ CHỨC THỰC HIỆN"), (Style.POINT, "1. Hiệu trưởng"), (Style.LIST, "- Chỉ đạo chung.")
    )
    blocks = (head, *title, *part, plan_table(*(items or ITEMS)), *last, foot)
    return Document(blocks, "plan", title="Kế hoạch cải tiến")


def book_of(data: bytes) -> Any:
    return load_workbook(BytesIO(data))


def saved(data: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch.xlsx"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("form", ["cv5932-9", "cv5932-8", "weakness-10", "tt57-bieu2"])
@pytest.mark.parametrize("seed", [1, 4])
def test_a_plan_comes_back_whole(form: str, seed: int, tmp_path: Path) -> None:
    invented = invent_plan(seed, level="primary" if seed == 1 else "preschool", form=form)
    reading = read_plan(saved(write(compose(from_json(invented.plan))), tmp_path))
    found = score(invented.plan, to_json(reading.plan), invented.accept)
    assert found.all.f1 >= 0.995, found.errors
    assert not [finding for finding in reading.findings if finding.name == "hidden-content-left-out"]


def test_bytes_are_the_same_on_another_day_in_another_zone(tmp_path: Path) -> None:
    script = (
        "import sys, time; from datetime import datetime\n"
        "import datetime as module\n"
        "class Later(datetime):\n"
        "    @classmethod\n"
        "    def now(cls, tz=None): return cls(2031, 5, 6, 7, 8, 9, tzinfo=tz)\n"
        "    utcnow = now\n"
        "module.datetime = Later; time.time = lambda: 1936000000.0\n"
        "from formats_document import data; sys.stdout.buffer.write(data)\n"
    )
    source = (
        f"import importlib.util as u\ns = u.spec_from_file_location('t', {__file__!r})\nm = u.module_from_spec(s)\n"
    )
    (tmp_path / "formats_document.py").write_text(f"{source}s.loader.exec_module(m)\ndata = m.write(m.document())\n")
    paths = os.pathsep.join([str(tmp_path), *sys.path])
    there = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONPATH": paths, "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", script], env=there, capture_output=True, check=True)
    assert done.stdout == write(document())


def test_sheet_to_work_in_says_all_of_an_item_in_its_row() -> None:
    sheet = book_of(write(document()))["Kế hoạch"]
    headings = [cell.value for cell in sheet[2]]
    assert headings[:5] == ["TT", "Mức", "Tiêu chuẩn", "Tiêu chí", "Tên tiêu chí"]
    assert headings[-1] == "Mức độ thực hiện"
    rows = [[cell.value for cell in cells[:5]] for cells in sheet.iter_rows(min_row=3)]
    assert rows == [
        [1, "MỨC 1, 2, 3", "Tiêu chuẩn 1: Tổ chức", "1.1", "Phương hướng"],
        [2, "MỨC 1, 2, 3", "Tiêu chuẩn 1: Tổ chức", "1.10", "An toàn"],
    ]
    assert not sheet.merged_cells.ranges
    assert sheet.freeze_panes == "D3"
    assert sheet.auto_filter.ref == "A2:M4"


def test_form_2_names_criteria_in_the_sheet_to_work_in(tmp_path: Path) -> None:
    plan = from_json(invent_plan(2, level="primary", form="tt57-bieu2").plan)
    book = book_of(write(compose(plan)))
    sheet = book["Kế hoạch"]
    assert [cell.value for cell in sheet[2]][:4] == ["TT", "Tiêu chuẩn", "Tiêu chí", "Nội dung cải tiến"]
    named = [(cells[1].value, cells[2].value) for cells in sheet.iter_rows(min_row=3)]
    assert named == [(problem.standard, problem.criterion) for problem in plan.problems]
    solution = [cell.value for cell in sheet[2]].index("Hoạt động/giải pháp")
    sheet[3][solution].value = "Họp lại toàn trường"
    book.save(tmp_path / "sửa.xlsx")
    items = read_plan(tmp_path / "sửa.xlsx").plan.items
    assert items[0].solution == "Họp lại toàn trường"
    assert [item.criterion for item in items] == [problem.criterion for problem in plan.problems]


def test_days_and_sums_are_values_that_read_as_written() -> None:
    sheet = book_of(write(document()))["Kế hoạch"]
    headings = [cell.value for cell in sheet[2]]
    when, money = (headings.index(name) for name in ("Thời gian thực hiện và hoàn thành", "Dự kiến kinh phí"))
    assert [sheet[3][when].value.date(), sheet[4][when].value.date()] == [date(2025, 11, 30), date(2025, 11, 1)]
    assert [sheet[3][money].value, sheet[4][money].value] == [12_500_000, "Không"]
    assert shown(sheet[3][money].value, sheet[3][money].number_format) == "12.500.000"


def test_values_find_room_and_stay_text_on_paper() -> None:
    wide = (
        "",
        "Tiêu chí 1.1: Phương hướng",
        "Đạt Mức 2",
        "Lát sân",
        "Hiệu trưởng",
        "30/11/2025",
        "112.500.000.000 đồng",
    )
    book = book_of(write(document(wide)))
    work, paper = book["Kế hoạch"], book["Bản in"]
    money = next(cell for cell in work[3] if isinstance(cell.value, int) and cell.value > 9)
    assert work.column_dimensions[money.column_letter].width > len("112.500.000.000 đồng")
    assert "112.500.000.000 đồng" in [cell.value for cells in paper.iter_rows() for cell in cells]


@given(st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,3}){0,3}( đồng|đ|%)?|[0-9]{1,2}/[0-9]{1,2}(/[0-9]{1,5})?", fullmatch=True))
@settings(max_examples=300)
def test_a_value_is_made_only_where_it_reads_as_the_text(text: str) -> None:
    found = typed(text)
    assert found is None or shown(found.value, found.number_format) == text


@pytest.mark.parametrize("text", ["1.10", "01", "3.4", "31/02/2025", "9/2025", "0.500", "1.000.00", "Không", ""])
def test_codes_and_impossible_days_stay_text(text: str) -> None:
    assert typed(text) is None


def test_drop_downs_offer_levels_owners_and_states() -> None:
    book = book_of(write(document()))
    sheet, lists = book["Kế hoạch"], book["Danh mục"]
    assert lists.sheet_state == "hidden"
    offered = {}
    for rule in sheet.data_validations.dataValidation:
        column = rule.formula1.split("$")[1]
        offered[sheet[str(rule.sqref).split(":")[0][0] + "2"].value] = [
            cell.value for cell in lists[column][1:] if cell.value
        ]
    assert offered["Mức"] == ["MỨC 1, 2, 3"]
    assert offered["Chủ trì và phối hợp thực hiện"] == ["Bảo vệ", "Hiệu trưởng"]
    assert "Đang thực hiện" in offered["Mức độ thực hiện"]


def test_sheet_to_print_lies_on_a4_and_repeats_its_head() -> None:
    sheet = book_of(write(document()))["Bản in"]
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
    first = int(sheet.print_title_rows.split("$")[1].strip(":"))
    assert [cell.value for cell in sheet[first]][:2] == ["TT", "Tiêu chuẩn, tiêu chí"]
    assert sheet.HeaderFooter.differentFirst and "&P" in sheet.oddHeader.center.text
    assert sheet["A1"].font.name == "Times New Roman"


def test_a_changed_sheet_to_work_in_goes_before_the_printed_table(tmp_path: Path) -> None:
    plain = read_plan(saved(write(document()), tmp_path)).plan
    book = book_of(write(document()))
    sheet = book["Kế hoạch"]
    owner = [cell.value for cell in sheet[2]].index("Chủ trì và phối hợp thực hiện")
    sheet[4][owner].value = "Tổ văn phòng"
    sheet.append([3, "MỨC 1, 2, 3", "Tiêu chuẩn 2: Đội ngũ", "2.1", "Cán bộ", "Đạt Mức 1", "Cử đi học", "Hiệu trưởng"])
    sheet.row_dimensions[3].hidden = True  # what a filter does
    book.save(tmp_path / "sửa.xlsx")
    reading = read_plan(tmp_path / "sửa.xlsx")
    items = reading.plan.items
    assert [item.criterion for item in items] == ["1.1", "1.10", "2.1"]
    assert [item.owner_text for item in items] == ["Hiệu trưởng", "Tổ văn phòng", "Hiệu trưởng"]
    assert items[0] == plain.items[0]
    assert reading.plan.school == plain.school and reading.plan.signatory == plain.signatory
    assert any("đã được sửa" in finding.message for finding in reading.findings)


def test_saving_it_again_changes_nothing_and_the_sheet_to_work_in_stands_alone(tmp_path: Path) -> None:
    before = read_plan(saved(write(document()), tmp_path)).plan
    book = book_of(write(document()))
    book["Kế hoạch"].title = "Việc năm nay"  # Excel then mends the defined name; openpyxl leaves that to us
    named = book.defined_names["caitien_ke_hoach"]
    named.attr_text = named.attr_text.replace("Kế hoạch", "Việc năm nay")
    book.save(tmp_path / "lưu.xlsx")
    assert read_plan(tmp_path / "lưu.xlsx").plan.items == before.items
    book.remove(book["Bản in"])
    book.save(tmp_path / "một trang.xlsx")
    alone = read_plan(tmp_path / "một trang.xlsx").plan
    assert [item.solution for item in alone.items] == [item.solution for item in before.items]


def test_text_is_never_a_formula_nor_a_link(tmp_path: Path) -> None:
    data = write(document(("", "Tiêu chí 1.1: " + HARD, HARD, HARD * 2, "=cmd|' /C calc'!A0", "-1", "+1")))
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            assert not name.startswith("xl/worksheets/") or (b"<f>" not in content and b"<hyperlink" not in content)
    found = open_document(saved(data, tmp_path))
    assert "=cmd|' /C calc'!A0" in list(found.texts())


def test_a_cell_taller_than_a_row_of_excel_is_shown_whole(tmp_path: Path) -> None:
    long = "\n".join(f"- Việc thứ {number}: họp tổ, phân công, ghi biên bản." for number in range(1, 90))
    data = write(
        document(("", "Tiêu chí 1.1: Phương hướng", "Đạt Mức 2", long, "Hiệu trưởng", "Cả năm", "Không"), ITEMS[1])
    )
    sheet = book_of(data)["Bản in"]
    assert max(size.height or 0 for size in sheet.row_dimensions.values()) <= 409
    items = read_plan(saved(data, tmp_path)).plan.items
    assert [item.criterion for item in items] == ["1.1", "1.10"]
    assert items[0].solution == long and items[1].solution == ITEMS[1][3]


def test_a_text_that_no_cell_can_hold_is_refused_in_one_line() -> None:
    with pytest.raises(CannotWrite, match="32767") as refusal:
        write(document(("", "Tiêu chí 1.1: Phương hướng", "Đạt", "a" * 32_768)))
    assert "\n" not in str(refusal.value)
    write(document(("", "Tiêu chí 1.1: Phương hướng", "Đạt", "a" * 32_767)))


def test_a_document_without_table_is_written_too(tmp_path: Path) -> None:
    lines = Document((Paragraph("KẾ HOẠCH", style=Style.KIND), Paragraph("Cải tiến chất lượng giáo dục")), "plan")
    assert list(open_document(saved(write(lines), tmp_path)).texts()) == ["KẾ HOẠCH", "Cải tiến chất lượng giáo dục"]


@given(st.lists(st.tuples(st.floats(10, 400), st.booleans()), min_size=1, max_size=60), st.integers(0, 10))
def test_no_page_ends_with_a_row_that_belongs_to_the_next(rows: list[tuple[float, bool]], start: int) -> None:
    heights = [height for height, _ in rows]
    glued = {at for at, (_, sticks) in enumerate(rows) if sticks}
    head = range(start, start + 1) if start < len(rows) else range(0)
    repeated = sum(heights[row] for row in head)
    breaks = page_breaks(heights, glued, head)
    used, room = 0.0, ROOM
    for at, height in enumerate(heights):
        if at in breaks or (used and used + height > room):
            first = max((row + 1 for row in range(at) if row not in glued), default=0)
            last = min((row for row in range(at, len(heights)) if row not in glued), default=len(heights) - 1)
            assert first == at or sum(heights[first : last + 1]) > ROOM - repeated, "a chain that fits was cut"
            used, room = 0.0, ROOM - (repeated if head and at > head.start else 0)
        used += height


def test_a_band_at_the_foot_of_a_page_moves_to_the_next() -> None:
    heights = [100.0] * 4 + [20.0, 100.0]
    assert page_breaks(heights, {4}, range(0)) == [4]
    assert page_breaks(heights, set(), range(0)) == []
    sheet = book_of(
        write(document(*[("", f"Tiêu chí 1.{at}: Việc", "Đạt", "Làm " * 60, "Tổ") for at in range(1, 30)]))
    )["Bản in"]
    ends = [mark.id for mark in sheet.row_breaks.brk]
    assert all(not str(sheet.cell(end, 2).value).startswith("Tiêu chuẩn") for end in ends)
