"""Any official paper, from values to files: what stands where, in which numbers, the same bytes always."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from lxml import etree

from caitien import CannotWrite, write_paper
from caitien.blocks import Pair, Paragraph, Style, Table
from caitien.formats import WRITERS
from caitien.layouts.paper import (
    Annex,
    Band,
    Column,
    Grid,
    Numbering,
    OfficialPaper,
    Picture,
    Points,
    Section,
    Signature,
    Text,
    compose_paper,
)
from library.formats.pdf_written import sizes_of_pages, text_of

CHART = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" font-family="Arial" font-size="14">
<rect x="60" y="20" width="200" height="30" fill="#22aa66" fill-opacity="0.5"/>
<text x="5" y="40">Đạt mức 3</text></svg>"""
GRID = Grid(
    (Column("TT", 1), Column("Việc", 6), Column("Tiến độ", 2)),
    (Band("Tiêu chuẩn 1: Việc chung"), ("1", "Mua <sách> & {{ vở }} #1", "50%"), ("2", "“Sửa” mái che", "100%")),
    caption="Bảng 1. Tiến độ từng việc",
    total=("", "Cộng", "75%"),
)
REPORT = OfficialPaper(
    "Báo cáo",
    "Kết quả thực hiện kế hoạch cải tiến chất lượng học kỳ I",
    "Trường Tiểu học Hoa Mai",
    (
        Section(
            "Tình hình chung", (Text("Nhà trường báo cáo như sau:"), Section("Thuận lợi", (Points(("Đủ người;",)),)))
        ),
        Section("Kết quả", (GRID, Picture(CHART, "Biểu đồ cột: đạt mức 3", "Hình 1. Kết quả", 120))),
        Section("Chi tiết", (replace(GRID, landscape=True, caption="Bảng 2"),)),
    ),
    governing_body="UBND phường An Bình",
    number="7/BC-THHM",
    place="An Bình",
    signed_on=date(2027, 1, 5),
    closing="Trên đây là báo cáo của nhà trường.",
    recipients=("UBND phường (để b/c)", "Lưu: VT"),
    signature=Signature("Phó Hiệu trưởng", "Lê Thị Mẫu"),
)

ANNEXED = replace(
    REPORT,
    annexes=(
        Annex("Danh sách tổ giám sát", (Section("Tổ trưởng", (Text("Lê Thị Mẫu."),)),)),
        Annex(
            "Bảng <chi tiết>", (replace(GRID, rows=GRID.rows * 20), Picture(CHART, "hình", "Hình 2")), landscape=True
        ),
    ),
)


def said(paper: OfficialPaper, *styles: Style) -> list[str]:
    """The texts of these styles in their order, of all styles where none is named."""
    paragraphs: list[Paragraph] = []
    for block in (block for part in compose_paper(paper).parts for block in part.blocks):
        if isinstance(block, Pair):
            paragraphs += (*block.left, *block.right)
        elif isinstance(block, Paragraph):
            paragraphs.append(block)
    return [paragraph.text for paragraph in paragraphs if not styles or paragraph.style in styles]


def paper(*content: Any, **more: Any) -> OfficialPaper:
    return replace(OfficialPaper("Thông báo", "Việc chung", "Trường Mầm non Hoa Mai", content), **more)


def test_the_head_is_that_of_the_decree():
    assert said(REPORT)[:8] == [
        "UBND PHƯỜNG AN BÌNH",
        "TRƯỜNG TIỂU HỌC HOA MAI",
        "Số: 07/BC-THHM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "An Bình, ngày 05 tháng 01 năm 2027",
        "BÁO CÁO",
        "Kết quả thực hiện kế hoạch cải tiến chất lượng học kỳ I",
    ]


def test_the_foot_is_that_of_the_decree():
    assert said(REPORT)[-7:] == [
        "Trên đây là báo cáo của nhà trường./.",
        "Nơi nhận:",
        "- UBND phường (để b/c);",
        "- Lưu: VT.",
        "KT. HIỆU TRƯỞNG",
        "PHÓ HIỆU TRƯỞNG",
        "Lê Thị Mẫu",
    ]


@pytest.mark.parametrize(
    ("numbering", "labels"),
    [
        (Numbering.PARTS, ["I. MỘT", "1. hai", "a) ba", "b) bốn", "II. NĂM", "1. sáu"]),
        (Numbering.POINTS, ["1. Một", "1.1. hai", "a) ba", "b) bốn", "2. Năm", "2.1. sáu"]),
        (Numbering.ARTICLES, ["Điều 1. Một", "1. hai", "a) ba", "b) bốn", "Điều 2. Năm", "1. sáu"]),
        (Numbering.NONE, ["Một", "hai", "ba", "bốn", "Năm", "sáu"]),
    ],
)
def test_sections_are_counted_without_gaps(numbering, labels):
    inner = Section("hai", (Section("ba"), Section("bốn")))
    given = paper(Section("Một", (inner,)), Text("chữ"), Section("Năm", (Section("sáu"),)), numbering=numbering)
    assert [text for text in said(given)[7:] if text != "chữ"][:6] == [*labels[:5], f"{labels[5]}./."]


def test_more_than_a_dozen_parts_are_counted_too():
    assert said(paper(*(Section("Phần") for _ in range(41))), Style.PART)[-2:] == ["XL. PHẦN", "XLI. PHẦN./."]


def test_an_article_without_title_begins_with_its_number_in_bold():
    given = paper(Section("", (Text("Thành lập tổ."),)), Section("", (Points(("a",)),)), numbering=Numbering.ARTICLES)
    blocks = [block for block in compose_paper(given).blocks if isinstance(block, Paragraph)][2:]
    assert [block.text for block in blocks] == ["Điều 1. Thành lập tổ.", "Điều 2.", "- a./."]
    assert blocks[0].text[: blocks[0].lead] == "Điều 1."
    word = docx.Document(BytesIO(write_paper(given, ".docx")))
    runs = next(one.runs for one in word.paragraphs if one.text.startswith("Điều 1."))
    assert [(run.text, bool(run.bold)) for run in runs] == [("Điều 1.", True), (" Thành lập tổ.", False)]
    assert "<b>Điều 1.</b> Thành lập tổ." in write_paper(given, ".html").decode()


def test_a_decision_names_who_decides_and_on_what_grounds():
    given = paper(
        Section("", (Text("Thành lập tổ."),)),
        authority="Hiệu trưởng Trường Mầm non Hoa Mai",
        bases=("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019", "Xét đề nghị của tổ."),
        resolves="Quyết định:",
        numbering=Numbering.ARTICLES,
    )
    assert said(given)[7:-1] == [
        "HIỆU TRƯỞNG TRƯỜNG MẦM NON HOA MAI",
        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
        "Xét đề nghị của tổ.",
        "QUYẾT ĐỊNH:",
    ]


def test_minutes_have_two_signatures_and_then_the_recipients():
    given = paper(
        Text("Họp."), signature=Signature("Chủ tọa", "Lê A"), second=Signature("Thư ký", "Lê B"), recipients=("Tổ",)
    )
    *_, signed, to = compose_paper(given).blocks
    assert isinstance(signed, Pair) and isinstance(to, Pair)
    assert [one.text for one in (*signed.left, *signed.right)] == ["THƯ KÝ", "Lê B", "CHỦ TỌA", "Lê A"]
    assert [one.text for one in to.left] == ["Nơi nhận:", "- Tổ;", "- Lưu: VT."]


def test_a_letter_says_below_its_number_what_it_is_about():
    given = paper(Text("Kính mong xem xét."), kind="", subject="Đề nghị hỗ trợ", addressees=("UBND phường An Bình",))
    assert said(given, Style.KIND, Style.SUBJECT, Style.REGARDING) == ["V/v đề nghị hỗ trợ"]
    assert said(given, Style.ADDRESSEE) == ["Kính gửi: UBND phường An Bình"]
    many = replace(given, addressees=("UBND phường", "Phòng Văn hóa"))
    assert said(many, Style.ADDRESSEE) == ["Kính gửi:\n- UBND phường;\n- Phòng Văn hóa."]


def test_a_paper_need_not_have_a_number_nor_a_foot():
    assert said(paper(Text("Việc."), number=None), Style.NUMBER) == []
    assert isinstance(compose_paper(paper(Text("Việc."))).blocks[-1], Paragraph)
    assert said(paper(Text("Việc."), number=None), Style.TEXT) == ["Việc."]  # only hung up, nobody signs it
    assert said(paper(), Style.NUMBER, Style.PLACE_DATE, Style.TEXT) == ["Số: …", "…, ngày … tháng … năm …", "./."]


@pytest.mark.parametrize(
    ("office", "lines"),
    [
        ("Hiệu trưởng", ["HIỆU TRƯỞNG"]),
        ("Chủ tịch Hội đồng tự đánh giá", ["TM. HỘI ĐỒNG TỰ ĐÁNH GIÁ", "CHỦ TỊCH"]),
        ("TM. Tổ giám sát\nTổ trưởng", ["TM. TỔ GIÁM SÁT", "TỔ TRƯỞNG"]),
    ],
)
def test_offices_take_the_decrees_lines(office, lines):
    assert said(paper(Text("Việc."), signature=Signature(office)), Style.SIGNER_TITLE) == lines


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="2 cells"):
        Grid((Column("TT"),), (("1", "2"),))


# Annexes


def test_annexes_stand_behind_the_signature_and_say_what_they_go_with():
    texts = said(ANNEXED)
    assert texts[texts.index("Lê Thị Mẫu") + 1 :] == [
        "Phụ lục I",
        "DANH SÁCH TỔ GIÁM SÁT",
        "(Kèm theo Báo cáo số 07/BC-THHM ngày 05 tháng 01 năm 2027 của Trường Tiểu học Hoa Mai)",
        "I. TỔ TRƯỞNG",
        "Lê Thị Mẫu./.",
        "Phụ lục II",
        "BẢNG <CHI TIẾT>",
        "(Kèm theo Báo cáo số 07/BC-THHM ngày 05 tháng 01 năm 2027 của Trường Tiểu học Hoa Mai)",
        "Bảng 1. Tiến độ từng việc",
        "Hình 2",
    ]


def test_one_annex_alone_has_no_number():
    given = paper(Text("Việc."), annexes=(Annex(" ", ()),), number=None, authority="Hiệu trưởng\nTrường Hoa Mai")
    assert said(given, Style.ANNEX, Style.ANNEX_TITLE, Style.ANNEX_OF) == [
        "Phụ lục",
        "(Kèm theo Thông báo ngày … tháng … năm … của Hiệu trưởng Trường Hoa Mai)",
    ]
    letter = paper(Text("Việc."), annexes=(Annex("Dự toán", ()),), kind="")
    assert said(letter, Style.ANNEX_OF)[0].startswith("(Kèm theo Công văn số … ngày")


def test_each_annex_begins_a_page_whose_number_is_one():
    data = write_paper(ANNEXED, ".pdf")
    assert sizes_of_pages(data)[-4:] == [(210, 297), (297, 210), (297, 210), (297, 210)]
    with pypdfium2.PdfDocument(data) as file:
        tops = [page.get_textpage().get_text_bounded(bottom=page.get_height() - 56).strip() for page in file]
    assert tops == ["", "2", "", "", "2", "3"]  # never on the first


def test_word_counts_the_pages_of_each_annex_anew():
    body = docx.Document(BytesIO(write_paper(ANNEXED, ".docx"))).element.body
    sections = [[child.tag.rpartition("}")[2] for child in one] for one in body.iter("{*}sectPr")]
    assert [("titlePg" in one, "pgNumType" in one) for one in sections] == [
        (True, False),
        (False, False),
        (False, False),
        (True, True),
        (True, True),
    ]
    assert [section.orientation for section in docx.Document(BytesIO(write_paper(ANNEXED, ".docx"))).sections][-2:] == [
        0,
        1,
    ]


def test_web_page_markdown_and_workbook_begin_annexes_apart():
    page = write_paper(ANNEXED, ".html").decode()
    assert page.count('<section class="annex-pages') == 2 and "BẢNG &lt;CHI TIẾT&gt;" in page
    assert write_paper(ANNEXED, ".md").decode().count("\n---\n") == 2
    with ZipFile(BytesIO(write_paper(ANNEXED, ".xlsx"))) as book:
        breaks = etree.fromstring(book.read("xl/worksheets/sheet2.xml")).findall("{*}rowBreaks/{*}brk")
    assert len(breaks) >= 2


# Files


@pytest.mark.parametrize("suffix", WRITERS)
def test_it_is_written_in_every_format_with_all_its_words(suffix):
    assert len(write_paper(REPORT, suffix)) > 1000


def test_the_word_file_holds_its_tables_and_its_picture():
    data = write_paper(REPORT, ".docx")
    word = docx.Document(BytesIO(data))
    rows = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]
    assert rows.count(["2", "“Sửa” mái che", "100%"]) == 2
    assert [section.orientation for section in word.sections] == [0, 1, 0]
    ((picture,),) = [word.inline_shapes]
    assert round(picture.width.mm) == 120 and round(picture.height.mm) == 30
    with ZipFile(BytesIO(data)) as archive:
        assert archive.read("word/media/hinh1.svg").decode() == CHART
        assert archive.read("word/media/hinh1.png").startswith(b"\x89PNG")
        xml = etree.fromstring(archive.read("word/document.xml"))
    assert xml.xpath("//*[local-name()='docPr']/@descr") == ["Biểu đồ cột: đạt mức 3"]


def test_the_pdf_holds_the_drawing_with_its_words_and_lies_where_asked():
    data = write_paper(REPORT, ".pdf")
    assert sizes_of_pages(data)[:2] == [(210, 297), (297, 210)]
    text = text_of(data)
    assert "Đạtmức3" in text and "“Sửa”máiche" in text and "Mua<sách>&{{vở}}#1" in text
    assert b"pdfuaid" in data and b"pdfaid" in data
    with pypdfium2.PdfDocument(data) as file:
        assert file.get_metadata_value("Title").startswith("Báo cáo kết quả")


def test_the_page_shows_the_drawing_as_an_image_that_runs_nothing():
    page = write_paper(REPORT, ".html").decode()
    assert '<img src="data:image/svg+xml;base64,' in page and 'alt="Biểu đồ cột: đạt mức 3"' in page
    assert "<svg" not in page


@pytest.mark.parametrize(
    "svg",
    [
        "không phải hình",
        "<html/>",
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><use href="https://example.org/a.svg#b"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><rect style="fill:url(https://example.org/a)"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><style>@import "a.css";</style></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>',
    ],
)
@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html"])
def test_a_drawing_that_fetches_or_runs_something_is_refused(svg, suffix):
    with pytest.raises(CannotWrite, match="Hình vẽ"):
        write_paper(paper(Picture(svg, "hình")), suffix)


def test_a_picture_is_never_larger_than_the_page():
    tall = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="1000"><rect width="10" height="1000"/></svg>'
    for wide in (CHART, tall):
        data = write_paper(paper(Picture(wide, "hình", "Hình 1", 900), Text("Sau hình.")), ".docx")
        ((shape,),) = [docx.Document(BytesIO(data)).inline_shapes]
        assert shape.width.mm <= 165 and shape.height.mm <= 220
    assert len(sizes_of_pages(write_paper(paper(Picture(tall, "hình", "Hình 1", 900)), ".pdf"))) == 2


def test_captions_of_lying_pictures_lie_with_them():
    lines = tuple(Text("Dòng.") for _ in range(40))
    given = paper(*lines[:25], Picture(CHART, "hình", "Hình 1", landscape=True), *lines)
    assert sizes_of_pages(write_paper(given, ".pdf"))[:3] == [(210, 297), (297, 210), (210, 297)]
    body = docx.Document(BytesIO(write_paper(given, ".docx"))).element.body
    ends = [one for one in body.iterchildren("{*}p") if one.find("./{*}pPr/{*}sectPr") is not None]
    assert ["".join(one.itertext("{*}t")) for one in ends] == ["Dòng.", "Hình 1"]


SAME = """
import hashlib, sys
from caitien import write_paper
from library.layouts.test_paper import ANNEXED
print(*(hashlib.sha256(write_paper(ANNEXED, suffix)).hexdigest() for suffix in sys.argv[1:]))
"""


def test_the_same_paper_gives_the_same_bytes_elsewhere():
    here = [hashlib.sha256(write_paper(ANNEXED, suffix)).hexdigest() for suffix in WRITERS]
    env = os.environ | {"TZ": "America/Anchorage", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    env["PYTHONPATH"] = os.pathsep.join(sys.path)
    ran = subprocess.run([sys.executable, "-c", SAME, *WRITERS], check=True, capture_output=True, text=True, env=env)
    assert ran.stdout.split() == here


def test_a_table_of_blocks_is_taken_as_it_is():
    table = compose_paper(REPORT).blocks[9]
    assert isinstance(table, Table)
    assert table in compose_paper(paper(table)).blocks
