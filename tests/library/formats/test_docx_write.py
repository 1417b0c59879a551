"""A written Word file is an official document by Decree 30 that office programs open, and says what the blocks say."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from caitien.blocks import Cell, Document, Pair, Paragraph, Row, Style, Table
from caitien.formats import docx as reader
from caitien.formats.docx_write import write
from caitien.layouts.convert.marks import decide, verify
from library.formats.docx_samples import HEADINGS, official, table_of

LONG_SCHOOL = "TRƯỜNG TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG DÂN TỘC NỘI TRÚ THUNG LŨNG MÂY TRẮNG"
ODD = "a < b & c > d; “trích” #let {{truong}} ${x} \\n %s 'và' \"nữa\" ]]> <w:p/>"


def opened(document: Document) -> "docx.document.Document":
    return docx.Document(BytesIO(write(document)))


def read_back(document: Document, tmp_path: Path) -> Document:
    from caitien.formats import open_document

    path = tmp_path / "out.docx"
    path.write_bytes(write(document))
    return open_document(path)


def mm(length: "docx.shared.Length | None") -> float:
    assert length is not None
    return round(length.mm, 1)


def by_style(document: "docx.document.Document", name: str) -> "list[docx.text.paragraph.Paragraph]":
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    inside = [paragraph for cell in cells for paragraph in cell.paragraphs]
    return [p for p in [*document.paragraphs, *inside] if p.style is not None and p.style.name == name]


def test_page_by_the_decree() -> None:
    sections = list(opened(official()).sections)
    assert [section.orientation for section in sections] == [
        WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT,
    ]  # fmt: skip
    for section in sections:
        assert sorted((mm(section.page_width), mm(section.page_height))) == [210.0, 297.0]
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [mm(margin) for margin in margins] == [20.0, 20.0, 30.0, 15.0]


def test_page_number_from_the_second_page_only() -> None:
    sections = list(opened(official()).sections)
    assert [section.different_first_page_header_footer for section in sections] == [True, False, False]
    assert [section.header.is_linked_to_previous for section in sections] == [False, True, True]
    head = sections[0].header.paragraphs[0]
    assert "PAGE" in head._p.xml and head.style is not None and head.style.name == "Header"
    assert "PAGE" not in sections[0].first_page_header.paragraphs[0]._p.xml


@pytest.mark.parametrize(
    ("name", "size", "bold", "italic"),
    [
        ("Quốc hiệu", 12, True, None),
        ("Tiêu ngữ", 13, True, None),
        ("Cơ quan chủ quản", 12, None, None),
        ("Tên trường", 12, True, None),
        ("Số và ký hiệu", 13, None, None),
        ("Địa danh và ngày tháng", 13, None, True),
        ("Title", 14, True, None),
        ("Subtitle", 14, True, None),
        ("Căn cứ", 14, None, True),
        ("Heading 1", 14, True, None),
        ("Heading 2", 14, True, None),
        ("Đoạn văn", 14, None, None),
        ("Nơi nhận", 12, True, True),
        ("Danh sách nơi nhận", 11, None, None),
        ("Chức vụ người ký", 14, True, None),
        ("Họ tên người ký", 14, True, None),
        ("Ô bảng", 12, None, None),
    ],
)
def test_every_style_looks_as_the_decree_says(name: str, size: int, bold: bool | None, italic: bool | None) -> None:
    document = opened(official())
    style = document.styles[name]
    assert by_style(document, name), f"no paragraph of the document has the style {name}"
    assert (style.font.size.pt, style.font.bold, style.font.italic) == (size, bold, italic)


def test_running_text_is_justified_with_an_indented_first_line() -> None:
    form = opened(official()).styles["Đoạn văn"].paragraph_format
    assert (form.alignment, mm(form.first_line_indent), form.space_after.pt) == (3, 10.0, 6)


def test_font_and_language_of_everything() -> None:
    with ZipFile(BytesIO(write(official()))) as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
        document = archive.read("word/document.xml")
        assert not [name for name in archive.namelist() if name.endswith((".odttf", ".ttf"))]
        listed = etree.fromstring(archive.read("word/fontTable.xml"))
    assert [font.get(qn("w:name")) for font in listed] == ["Times New Roman"]
    (fonts,), (language,) = styles.iter(qn("w:rFonts")), styles.iter(qn("w:lang"))
    assert set(fonts.attrib.values()) == {"Times New Roman"}
    assert language.get(qn("w:val")) == "vi-VN"
    assert b"rFonts" not in document and b"w:lang" not in document


def test_properties() -> None:
    properties = opened(official()).core_properties
    assert properties.title == "Kế hoạch cải tiến chất lượng giáo dục năm học 2026 - 2027"
    assert properties.author == "TRƯỜNG TIỂU HỌC SÔNG XANH"
    assert properties.language == "vi-VN"
    assert properties.created == properties.modified


def test_head_rows_repeat_and_no_band_stands_alone() -> None:
    table = opened(official()).tables[1]
    marks = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert marks == [True] + [False] * (len(table.rows) - 1)
    for index in (1, 2):  # MỨC 1, 2, 3 and the first standard
        paragraphs = [p for cell in table.rows[index].cells for p in cell.paragraphs]
        assert {p.style.name for p in paragraphs if p.style is not None} == {"Hàng tiêu chuẩn"}
        assert not any("w:keepNext" in p._p.xml for p in paragraphs)
    style = opened(official()).styles["Hàng tiêu chuẩn"]
    assert style.paragraph_format.keep_with_next


def test_only_rows_that_are_short_are_kept_whole() -> None:
    rows = opened(official(solution="Việc phải làm trong năm học. " * 110)).tables[1].rows
    kept = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows]
    assert kept[:3] == [True, True, True]
    assert not any(kept[3:])


def rule_length(document: "docx.document.Document", column_mm: float, number: int) -> float:
    rule = by_style(document, "Kẻ ngang")[number]
    form = rule.paragraph_format
    return column_mm - mm(form.left_indent) - mm(form.right_indent)


def test_rules_are_as_long_as_the_decree_says() -> None:
    document = opened(official())
    rules = {"subject": 0, "school": 1, "motto": 2}
    motto = rule_length(document, 90.0, rules["motto"])
    assert motto == pytest.approx(56, abs=2)  # the motto in bold at 13 points, measured on paper
    school = rule_length(document, 73.0, rules["school"])
    assert 63.8 / 3 <= school <= 63.8 / 2
    subject = rule_length(document, 165.0, rules["subject"])
    assert 101 / 3 <= subject <= 101 / 2


def test_rule_of_a_name_that_fills_several_lines() -> None:
    document = opened(official(school=LONG_SCHOOL))
    assert 60 / 3 <= rule_length(document, 73.0, 1) <= 75 / 2


def test_a_long_name_is_broken_by_its_sense() -> None:
    for name, lines in (
        ("TRƯỜNG TRUNG HỌC CƠ SỞ ĐỒI SIM", ["TRƯỜNG TRUNG HỌC CƠ SỞ", "ĐỒI SIM"]),
        ("TRƯỜNG TIỂU HỌC RẠNG ĐÔNG SƠN B", ["TRƯỜNG TIỂU HỌC", "RẠNG ĐÔNG SƠN B"]),
    ):
        (paragraph,) = by_style(opened(official(school=name)), "Tên trường")
        assert paragraph.text.split("\n") == lines
    (paragraph,) = by_style(opened(official(school=LONG_SCHOOL)), "Tên trường")
    assert len(paragraph.text.split("\n")) == 4 and " ".join(paragraph.text.split()) == LONG_SCHOOL


def test_a_title_leaves_no_word_alone_on_its_last_line() -> None:
    """The title's lines are about as long as each other: measured by the room that its paragraph is given."""
    subject = "Cải tiến chất lượng giáo dục của nhà trường và các điểm trường lẻ năm học 2026 - 2027"
    document = Document((Paragraph(subject, style=Style.SUBJECT),), "plan")
    (paragraph,) = by_style(opened(document), "Subtitle")
    form = paragraph.paragraph_format
    room = 165 - mm(form.left_indent) - mm(form.right_indent)
    assert 85 <= room <= 120


def test_number_and_date_share_a_line_below_names_of_any_length() -> None:
    head = opened(official(school=LONG_SCHOOL)).tables[0]
    assert [cell.text for cell in head.rows[1].cells] == ["Số: 05/KH-THSX", "Sông Xanh, ngày 05 tháng 9 năm 2026"]


def test_headings_stand_on_the_page_of_the_table_they_announce() -> None:
    document = opened(official())
    texts_of_sections: list[list[str]] = [[]]
    for node in document.element.body:
        text = "".join(run.text or "" for run in node.iter(qn("w:t")))
        texts_of_sections[-1].append(text)
        if node.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            texts_of_sections.append([])
    lying = [text for text in texts_of_sections[1] if text]
    assert lying[:2] == ["II. NỘI DUNG", "Nội dung cụ thể như sau:"]
    assert lying[2].startswith(HEADINGS[0])


def test_two_tables_on_their_side_share_a_section_with_the_heading_between_them() -> None:
    table = table_of()
    heading = Paragraph("V. THEO DÕI", style=Style.PART)
    sections = opened(Document((table, heading, table), "plan")).sections
    assert [section.orientation for section in sections] == [WD_ORIENT.LANDSCAPE]


def test_columns_fit_their_longest_word() -> None:
    table = opened(official()).tables[1]
    widths = [mm(column.width) for column in table.columns]
    assert sum(widths) == pytest.approx(252, abs=1)
    assert widths[HEADINGS.index("Dự kiến kinh phí")] >= 19  # "125.000.000" is not parted


def test_read_back(tmp_path: Path) -> None:
    document = official()
    back = read_back(document, tmp_path)
    head, table, _ = (block for block in back.blocks if isinstance(block, Table))
    assert not head.bordered and table.bordered
    wanted = next(block for block in document.blocks if isinstance(block, Table))
    assert shape(table) == shape(wanted)
    levels = [(block.text, block.level) for block in back.blocks if isinstance(block, Paragraph) and block.level]
    assert levels == [
        ("I. MỤC ĐÍCH, YÊU CẦU", 1),
        ("1. Mục đích", 2),
        ("II. NỘI DUNG", 1),
        ("III. TỔ CHỨC THỰC HIỆN", 1),
    ]
    assert not back.findings


def shape(table: Table) -> list[tuple[bool, list[tuple[str, int, int, int]]]]:
    return [(row.is_header, [(c.text, c.column, c.width, c.height) for c in row.cells]) for row in table.rows]


def test_text_is_never_markup(tmp_path: Path) -> None:
    document = official(solution=ODD)
    back = read_back(
        replace(document, title=ODD, blocks=(Paragraph(ODD, style=Style.TEXT), *document.blocks)), tmp_path
    )
    assert back.title == ODD
    assert back.blocks[0] == replace(back.blocks[0], text=ODD)
    assert ODD in list(back.texts())


def test_marks_of_open_decisions_stand_out(tmp_path: Path) -> None:
    text = f"Sửa mái {decide('chọn tiêu chí 1.2 hoặc 3.1')} và {verify('số văn bản')}\nrồi [ghi] lại"
    document = Document((Paragraph(text, style=Style.TEXT), table_of(1, text)), "plan")
    made = opened(document)
    for paragraph in (made.paragraphs[0], made.tables[0].rows[-1].cells[3].paragraphs[0]):
        coloured = [run.text for run in paragraph.runs if run.font.highlight_color is not None]
        assert coloured == [decide("chọn tiêu chí 1.2 hoặc 3.1"), verify("số văn bản")]
    assert next(read_back(document, tmp_path).texts()) == text


def test_letters_that_xml_cannot_hold_become_blanks(tmp_path: Path) -> None:
    back = read_back(
        Document((Paragraph("một\x00hai\ud800ba\x1bbốn\ufffenăm"),), "plan", title="a\x00b\ud800"), tmp_path
    )
    assert list(back.texts()) == ["một hai ba bốn năm"]


def test_empty_parts_leave_nothing_behind(tmp_path: Path) -> None:
    assert opened(Document((), "plan")).tables == []
    only = Paragraph("có chữ")
    blocks = (Table(()), Pair((), ()), Paragraph(""), Table((Row((Cell("", 0),)),)), only)
    assert list(filter(None, read_back(Document(blocks, "plan"), tmp_path).texts())) == ["có chữ"]


LINE = st.lists(
    st.sampled_from(
        ["trường", "lớp", "Hiệu", "tiêu", "1.2", "(để", "t/h);", "<", "&", '"a"', "125.000.000", "-", "Đạt", "ữ"]
    ),
    max_size=4,
)
WORDS = st.lists(LINE.map(" ".join), max_size=3).map(lambda lines: "\n".join(line for line in lines if line))


@st.composite
def grids(draw: st.DrawFn) -> Table:
    """Any table of merged cells: rectangles cut out of a grid of at most four by five."""
    height, width = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    taken: set[tuple[int, int]] = set()
    rows: list[list[Cell]] = [[] for _ in range(height)]
    for top in range(height):
        for left in range(width):
            if (top, left) in taken:
                continue
            right = left + 1
            while right < width and (top, right) not in taken and draw(st.booleans()):
                right += 1
            bottom = draw(st.integers(top + 1, height))
            taken |= {(row, column) for row in range(top, bottom) for column in range(left, right)}
            rows[top].append(Cell(draw(WORDS), left, right - left, bottom - top))
    return Table(tuple(Row(tuple(cells)) for cells in rows))


@settings(max_examples=60, deadline=None)
@given(grids())
def test_any_grid_is_read_back_cell_by_cell(table: Table) -> None:
    from caitien.formats import Limits

    back = reader.read(write(Document((Paragraph("Bảng"), table), "plan")), limits=Limits(), progress=lambda *_: None)
    (found,) = (block for block in back.blocks if isinstance(block, Table))
    assert filled(found) == filled(table)


def filled(table: Table) -> list[tuple[int, int, str]]:
    """Row, height and text of every cell that says something."""
    cells = ((number, cell) for number, row in enumerate(table.rows) for cell in row.cells)
    return [(number, cell.height, cell.text) for number, cell in cells if cell.text]


ORDER = {  # the sequence that the schema (ECMA-376, part 1) asks of what we write
    "pPr": "pStyle keepNext keepLines pBdr shd tabs spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rFonts b bCs i iCs color sz szCs highlight lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge shd tcMar vAlign",
    "sectPr": "headerReference type pgSz pgMar titlePg",
    "style": "name basedOn next uiPriority qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
}


def test_elements_stand_in_the_order_of_the_schema() -> None:
    with ZipFile(BytesIO(write(official()))) as archive:
        roots = [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.startswith("word/")]
    for root in roots:
        for node in root.iter():
            order = ORDER.get(etree.QName(node).localname)
            if order is not None:
                places = [order.split().index(etree.QName(child).localname) for child in node]
                assert places == sorted(places), etree.tostring(node)[:300]
        for cell in root.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")


SAME = """
import sys
from caitien.formats.docx_write import write
from caitien.layouts.convert.marks import decide, verify
from library.formats.docx_samples import official
sys.stdout.buffer.write(write(official()))
"""


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Anchorage"])
def test_same_bytes_in_another_zone_and_process(zone: str) -> None:
    paths = os.pathsep.join([*(str(Path(__file__).parents[depth]) for depth in (2, 3)), *sys.path])
    surroundings = os.environ | {"TZ": zone, "PYTHONPATH": paths, "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    again = subprocess.run([sys.executable, "-c", SAME], env=surroundings, capture_output=True, check=True).stdout
    assert again == write(official())


def test_same_bytes_on_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    today = write(official())
    later = time.gmtime(2_000_000_000)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    monkeypatch.setattr(time, "gmtime", lambda *_: later)
    assert write(official()) == today
    with ZipFile(BytesIO(today)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_libreoffice_lays_it_out(tmp_path: Path) -> None:
    """Numbers from page 2, the table's head on each of its pages, a band never last on a page, all letters there."""
    (tmp_path / "out.docx").write_bytes(write(official(rows=30)))
    soffice = shutil.which("soffice")
    assert soffice and shutil.which("pdftotext"), "LibreOffice and poppler-utils are part of the tests' surroundings"
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(tmp_path / "out.docx")], check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "out.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    pages = [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]
    assert [page[0] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]
    assert pages[0][0].startswith("UBND XÃ SÔNG XANH")
    lying = [page for page in pages if any(line.startswith("TT") for line in page)]
    assert len(lying) > 2 and lying == pages[1:-1]
    assert not any(page[-1].endswith("Tiêu chuẩn") or "Tiêu chuẩn " in page[-1] for page in lying)
    assert any("Nguyễn Thị Ánh Dương" in line for line in pages[-1])
