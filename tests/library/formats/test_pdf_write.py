"""The PDF that is signed and sent: as Decree 30/2020/NĐ-CP asks, readable by machine, the same bytes always."""

import hashlib
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caitien.blocks import Cell, Document, Pair, Paragraph, Row, Style, Table, WrappedText
from caitien.formats import pdf, pdf_write
from library.formats.pdf_samples import read, ruled
from library.formats.pdf_written import (
    LETTERS,
    WORKS,
    Piece,
    band,
    foot,
    head,
    pieces,
    plan,
    plan_table,
    row,
    said,
    sizes_of_pages,
    text_of,
)

TESTS = Path(__file__).resolve().parents[2]
MM = 72 / 25.4


@pytest.fixture(scope="module")
def written() -> bytes:
    return pdf_write.write(plan(30))


@pytest.fixture(scope="module")
def found(written: bytes) -> list[Piece]:
    return pieces(written)


def of_blocks(*blocks: Paragraph | Pair | Table | WrappedText) -> Document:
    return Document(blocks, "plan")


def squeezed(text: str) -> str:
    return "".join(text.split())


# What stands in it


@pytest.mark.parametrize("items", [1, 30, 60])
def test_it_reads_back_cell_by_cell(items: int) -> None:
    document = plan(items)
    (table,) = ruled(read(pdf, pdf_write.write(document)))
    (source,) = (block for block in document.blocks if isinstance(block, Table))
    assert [row.texts for row in table.rows] == [row.texts for row in source.rows]


def test_its_paragraphs_read_back(written: bytes) -> None:
    back = [block.text for block in read(pdf, written).blocks if isinstance(block, Paragraph)]
    assert back == [block.text for block in plan(30).blocks if isinstance(block, Paragraph)]


def test_paragraphs_that_wrap_read_back_whatever_word_begins_their_second_line() -> None:
    words = "Tổ giám sát kế hoạch họp mỗi tháng một lần, ghi biên bản, báo cáo Hội đồng, đề nghị Hiệu trưởng giải quyết"
    texts = [" ".join(f"{words} và {words}".split()[start : start + 30]) + "." for start in range(14)]
    back = read(pdf, pdf_write.write(of_blocks(*(said(f"- {text}", Style.LIST) for text in texts)))).blocks
    assert [block.text for block in back if isinstance(block, Paragraph)] == [f"- {text}" for text in texts]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.text(st.sampled_from("ab Ế#$*_`@<>&{}[]()\\/\"'“”=-+~.:;|%^!?0"), min_size=1), min_size=1, max_size=6)
)
def test_no_text_is_taken_for_mark_up(texts: list[str]) -> None:
    cells = Row(tuple(Cell(text, at) for at, text in enumerate(texts)))
    document = of_blocks(*(said(text, Style.PART) for text in texts), Table((cells,)), *map(said, texts))
    shown = text_of(pdf_write.write(document)).replace("-", "")  # pdfium drops some hyphens at the ends of lines
    assert shown == squeezed("".join(texts) * 3).replace("-", "")


@pytest.mark.parametrize(
    "text",
    ['#read("/etc/passwd")', '#include "document.typ"', "#pagebreak()", "{{ khóa }}", "$x^2$", "// thôi", "\\u{41}"],
)
def test_what_looks_like_a_command_is_printed(text: str) -> None:
    assert squeezed(text) in text_of(pdf_write.write(of_blocks(said(text))))


@pytest.mark.parametrize("word", ["x" * 3000, "Hoamai.example/" + "a/" * 400, "Ế" * 200], ids=["x", "address", "Ế"])
def test_a_word_without_end_stays_in_its_column(word: str) -> None:
    written = pdf_write.write(of_blocks(Table((row("1", word, "|bên"),), widths=(1, 3, 2), landscape=True)))
    (beside,) = (piece for piece in pieces(written) if piece.text.startswith("|"))
    of_word = [piece for piece in pieces(written) if piece.left < beside.left and piece.bottom > 20 * MM]
    assert max(piece.right for piece in of_word) < beside.left
    assert text_of(written).count(word[0]) == word.count(word[0])


def test_a_word_without_end_stays_between_the_margins() -> None:
    written = pdf_write.write(of_blocks(said("Ế" * 3000)))
    assert max(piece.right for piece in pieces(written)) < (210 - 14.9) * MM


def test_a_cell_of_three_thousand_letters_goes_over_pages_whole() -> None:
    long = " ".join(f"việc thứ {n} của tổ chuyên môn," for n in range(100))
    table = Table((row("TT", "Việc"), row("1", long), row("2", "ngắn")), widths=(8, 1), landscape=True)
    written = pdf_write.write(of_blocks(table))
    assert len(sizes_of_pages(written)) > 3
    assert [cells.texts for cells in ruled(read(pdf, written))[0].rows] == [("TT", "Việc"), ("1", long), ("2", "ngắn")]


@pytest.mark.parametrize("word", ["HĐTĐG,", "PTDTBTTHCS", "NGUYỄN", "WWWWWWWW", "mmmmmmmm", "QĐ-UBND", "1.100.000.000"])
def test_words_stay_in_narrow_columns(word: str) -> None:
    cells = row("1", word, "|bên", *["Việc chung của nhà trường"] * 6)
    written = pdf_write.write(of_blocks(Table((cells,), widths=(4, 5, 8, *[14] * 6), landscape=True)))
    (beside,) = (piece for piece in pieces(written) if piece.text.startswith("|"))
    assert max(piece.right for piece in pieces(written) if piece.left < beside.left - 3) < beside.left - 2


@pytest.mark.parametrize("height", range(14, 36, 3))
def test_no_row_runs_over_the_foot_of_a_page(height: int) -> None:
    table = plan_table(3)
    tall = row("1", "Tiêu chí 1.1", "", "\n".join(f"- Việc {n}" for n in range(height)), "", "", "", "", "")
    written = pdf_write.write(of_blocks(replace(table, rows=(*table.rows, band("Tiêu chuẩn 9"), tall, tall))))
    found = pieces(written)
    assert max(piece.bottom for piece in found) <= (210 - 19.5) * MM
    assert text_of(written).count("-Việc") == 2 * height


def test_an_amount_of_money_is_not_torn() -> None:
    cells = row("1", "Việc", "1.100.000.000 đồng")
    written = pdf_write.write(of_blocks(Table((cells,), widths=(3, 30, 2), landscape=True)))
    assert any("1.100.000.000" in piece.text for piece in pieces(written))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_tables_of_any_shape_are_written_with_all_their_words(data: st.DataObject) -> None:
    width, height = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 8))
    heads = data.draw(st.integers(0, 2))
    rows = []
    for at in range(height):
        if data.draw(st.booleans()) and at >= heads:
            rows.append(band(f"dải{at}.", width))
            continue
        columns = sorted(data.draw(st.sets(st.integers(0, width - 1))))
        end = [*columns[1:], width]
        cells = tuple(
            Cell(f"ô{at}{c}.", c, data.draw(st.integers(1, e - c))) for c, e in zip(columns, end, strict=False)
        )
        rows.append(Row(cells, is_header=at < heads))
    table = Table(tuple(rows), landscape=data.draw(st.booleans()), bordered=data.draw(st.booleans()))
    text = text_of(pdf_write.write(of_blocks(table)))
    assert all(squeezed(word) in text for word in table.texts())


def test_cells_may_reach_over_rows() -> None:
    rows = (
        Row((Cell("Tiêu chuẩn", 0, 1, 2), Cell("Việc", 1, 2)), is_header=True),
        Row((Cell("Chính", 1), Cell("Phụ", 2)), is_header=True),
        band("Tiêu chuẩn 1", 3),
        *(
            Row((*([Cell("1", 0, height=12)] if n == 0 else []), Cell(f"a{n}\n" * 9, 1), Cell(f"b{n}", 2)))
            for n in range(12)
        ),
    )
    written = pdf_write.write(of_blocks(Table(rows, landscape=True)))
    assert len(sizes_of_pages(written)) > 2
    text = text_of(written)
    assert all(f"a{n}" in text and f"b{n}" in text for n in range(12))


def test_an_empty_document_is_one_empty_page() -> None:
    assert sizes_of_pages(pdf_write.write(of_blocks())) == [(210, 297)]


def test_lines_of_a_wrapped_text_are_kept() -> None:
    assert text_of(pdf_write.write(of_blocks(WrappedText(("một  hai", "", "ba"))))) == "mộthaiba"


# How it looks


@pytest.mark.parametrize(
    ("text", "face", "sizes"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Bold", (12, 13)),
        ("Độc lập - Tự do - Hạnh phúc", "Bold", (13, 14)),
        ("UBND PHƯỜNG AN BÌNH", "Regular", (12, 13)),
        ("TRƯỜNG TIỂU HỌC HOA MAI", "Bold", (12, 13)),
        ("Số: 05/KH-THHM", "Regular", (13, 13)),
        ("An Bình, ngày 05 tháng 9 năm 2025", "Italic", (13, 14)),
        ("KẾ HOẠCH", "Bold", (13, 14)),
        ("Cải tiến chất lượng giáo dục năm học 2025 - 2026", "Bold", (13, 14)),
        ("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", "Italic", (13, 14)),
        ("I. MỤC ĐÍCH, YÊU CẦU", "Bold", (13, 14)),
        ("Trên đây là kế hoạch của nhà trường./.", "Regular", (13, 14)),
        ("Nơi nhận:", "BoldItalic", (12, 12)),
        ("- Lưu: VT.", "Regular", (11, 11)),
        ("PHÓ HIỆU TRƯỞNG", "Bold", (13, 14)),
        ("Lê Thị Mẫu", "Bold", (13, 14)),
    ],
)
def test_each_part_has_the_face_and_size_of_the_decree(
    found: list[Piece], text: str, face: str, sizes: tuple[int, int]
) -> None:
    for piece in pieces_of(found, text):
        assert piece.face.endswith(f"+Tinos-{face}")
        assert sizes[0] <= piece.size <= sizes[1]


def pieces_of(found: list[Piece], text: str) -> list[Piece]:
    """The first runs one after the other that say the text, blanks aside."""
    runs = (found[start:end] for start in range(len(found)) for end in range(start + 1, start + 9))
    wanted = "".join(text.split())
    return next(run for run in runs if "".join("".join(piece.text for piece in run).split()) == wanted)


def test_no_line_of_running_text_parts_years_or_a_number_from_its_word() -> None:
    ends = "năm học 2025 - 2026 và ngày 05 tháng 9 năm 2025 theo Mức 2"
    texts = [said(f"{'Việc ' * words}{ends}") for words in range(20)]
    with closing(pypdfium2.PdfDocument(pdf_write.write(Document(tuple(texts), "plan")))) as file:
        text = "".join(page.get_textpage().get_text_bounded() for page in file)
    for held in ("2025 - 2026", "ngày 05", "tháng 9", "năm 2025", "Mức 2"):
        assert text.count(held) == len(texts), held


def test_number_and_date_are_level_whatever_the_length_of_the_name() -> None:
    school = "TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ ĐỒI HOA MAI SỐ BA MƯƠI"
    assert len(school) >= 80
    found = pieces(pdf_write.write(plan(1, school)))
    number = next(piece for piece in found if piece.text.startswith("Số: "))
    date = next(piece for piece in found if piece.text.startswith("An Bình, ngày"))
    assert abs(number.top - date.top) < 1
    name = [piece for piece in found if piece.page == 1 and piece.right < date.left and piece.bottom < number.top]
    assert squeezed("".join(piece.text for piece in name)) == squeezed("UBND PHƯỜNG AN BÌNH" + school)


def test_pages_are_a4_and_lie_for_the_table_only(written: bytes, found: list[Piece]) -> None:
    sizes = sizes_of_pages(written)
    table = [piece.page for piece in found if piece.text.startswith("Tiêu chí 1.1")]
    assert set(sizes) == {(210, 297), (297, 210)}
    assert sizes[0] == sizes[-1] == (210, 297) and sizes[table[0] - 1] == (297, 210)


def test_what_leads_to_the_table_lies_with_it(found: list[Piece]) -> None:
    pages = {piece.text.strip(): piece.page for piece in found}
    table = next(piece.page for piece in found if piece.text.startswith("TT"))
    assert pages["II. NỘI DUNG"] == pages["Các công việc của năm học như sau:"] == table


def test_a_table_without_text_before_and_after_it_lies_on_one_kind_of_page() -> None:
    document = of_blocks(head(), said("KẾ HOẠCH", Style.KIND), plan_table(5), said("Hết./."), foot())
    assert set(sizes_of_pages(pdf_write.write(document))) == {(297, 210)}


def test_everything_stands_between_the_margins(written: bytes, found: list[Piece]) -> None:
    sizes = sizes_of_pages(written)
    for piece in found:
        width, height = sizes[piece.page - 1]
        assert piece.left >= 29.5 * MM and piece.right <= (width - 14.5) * MM
        assert piece.bottom <= (height - 19.5) * MM
        assert piece.top >= 19 * MM or piece.text.strip() == str(piece.page)


def test_pages_are_numbered_at_the_top_from_the_second(written: bytes, found: list[Piece]) -> None:
    sizes = sizes_of_pages(written)
    numbers = [piece for piece in found if piece.bottom < 20 * MM]
    assert [piece.text.strip() for piece in numbers] == [str(n) for n in range(2, len(sizes) + 1)]
    for piece in numbers:
        middle = (30 + sizes[piece.page - 1][0] - 15) / 2 * MM
        assert abs((piece.left + piece.right) / 2 - middle) < 1
        assert piece.size == 13 and piece.face.endswith("Tinos-Regular")


def test_heads_of_the_table_are_repeated_on_each_of_its_pages(found: list[Piece]) -> None:
    pages = {piece.page for piece in found if piece.text.startswith("Tiêu chí ") and piece.size < 13}
    assert len(pages) > 3
    assert {piece.page for piece in found if piece.text.startswith("Ghi") and "Bold" in piece.face} == pages


@pytest.mark.parametrize("rows_a_band", [1, 2, 3, 4])
def test_a_band_never_stands_alone_at_the_foot_of_a_page(rows_a_band: int) -> None:
    written = pdf_write.write(of_blocks(plan_table(40, rows_a_band)))
    found = [piece for piece in pieces(written) if re.match(r"Tiêu (chuẩn|chí) \d", piece.text)]
    bands = [(one, after) for one, after in pairwise(found) if one.text.startswith("Tiêu chuẩn")]
    assert len(bands) == -(-40 // rows_a_band)
    assert [one.text for one, after in bands if one.page != after.page] == []


def test_the_signature_is_not_parted_nor_alone() -> None:
    for count in range(24, 36):
        found = pieces(pdf_write.write(of_blocks(*(said(WORKS[n % 4]) for n in range(count)), said("Hết./."), foot())))
        pages = {piece.text.strip(): piece.page for piece in found}
        assert pages["Hết./."] == pages["Nơi nhận:"] == pages["KT. HIỆU TRƯỞNG"] == pages["Lê Thị Mẫu"]


# What machines find in it


def test_only_the_embedded_faces_show_all_vietnamese_letters() -> None:
    flags = [(False, False), (True, False), (False, True), (True, True)]
    lines = [Paragraph(LETTERS, bold=bold, italic=italic, style=Style.TEXT) for bold, italic in flags]
    punctuation = said("“ ” ‘ ’ – — … • ≥ ≤ ± × ½ % ‰ ₫ § ° 0123456789")
    written = pdf_write.write(of_blocks(*lines, punctuation))
    found = pieces(written)
    assert {piece.face.partition("+")[2] for piece in found} == {
        f"Tinos-{face}" for face in ("Regular", "Bold", "Italic", "BoldItalic")
    }
    assert all(piece.embedded for piece in found)
    assert text_of(written).count(LETTERS) == 4


def test_it_claims_both_standards(written: bytes) -> None:
    for claim in (b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<", b"/Marked true", b"/Lang(vi"):
        assert claim in written


def test_its_properties_are_the_documents(written: bytes) -> None:
    with closing(pypdfium2.PdfDocument(written)) as file:
        said_of_it = file.get_metadata_dict()
    assert said_of_it["Title"] == plan(1).title
    assert said_of_it["Author"] == "TRƯỜNG TIỂU HỌC HOA MAI"
    assert said_of_it["CreationDate"].startswith("D:20250905")  # the day in its head


def test_headings_are_bookmarks(written: bytes) -> None:
    with closing(pypdfium2.PdfDocument(written)) as file:
        marks = [(mark.level, mark.get_title()) for mark in file.get_toc()]
    assert marks == [
        (0, "I. MỤC ĐÍCH, YÊU CẦU"),
        (1, "1. Mục đích"),
        (1, "2. Yêu cầu"),
        (0, "II. NỘI DUNG"),
        (0, "III. TỔ CHỨC THỰC HIỆN"),
    ]


def test_a_point_before_any_part_does_not_skip_a_level() -> None:
    written = pdf_write.write(of_blocks(said("1. Mục đích", Style.POINT), said("Nội dung.")))
    assert b"<pdfuaid:part>1<" in written


def signature_fields(written: bytes) -> list[tuple[float, ...]]:
    """The boxes of the empty signature fields on the last page: left, top, right, bottom."""
    with closing(pypdfium2.PdfDocument(written)) as file:
        count = pdfium.FPDF_GetSignatureCount(file)
        page = file[len(file) - 1]
        height = page.get_height()
        boxes = []
        for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, at)
            assert pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET
            box = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(annotation, box)
            boxes.append((box.left, height - box.top, box.right, height - box.bottom))
            pdfium.FPDFPage_CloseAnnot(annotation)
    assert len(boxes) == count
    return boxes


def test_an_empty_signature_field_stands_between_office_and_name(written: bytes, found: list[Piece]) -> None:
    ((left, top, right, bottom),) = signature_fields(written)
    office = next(piece for piece in found if piece.text == "PHÓ HIỆU TRƯỞNG")
    name = next(piece for piece in found if piece.text == "Lê Thị Mẫu")
    assert office.bottom <= top < bottom <= name.top
    assert left < office.left and office.right < right
    assert (right - left) / MM > 50 and (bottom - top) / MM > 20


def test_each_signer_has_a_field_and_without_signers_there_is_none() -> None:
    two = Pair(
        (said("THƯ KÝ", Style.SIGNER_TITLE), said("Trần Văn Thử", Style.SIGNER_NAME)),
        (said("TM. HỘI ĐỒNG\nCHỦ TỊCH", Style.SIGNER_TITLE), said("Lê Thị Mẫu", Style.SIGNER_NAME)),
    )
    assert len(signature_fields(pdf_write.write(of_blocks(said("Hết."), two)))) == 2
    assert signature_fields(pdf_write.write(of_blocks(said("urn:caitien:signature")))) == []


@pytest.mark.parametrize(
    "text", ["/URI(urn:caitien:signature)", "x\n1 0 obj\n<</Type/Catalog/Pages", "endobj", "%%EOF"]
)
def test_no_text_disturbs_the_signature_field(text: str) -> None:
    school = Pair((said(text, Style.SCHOOL),), (said("", Style.NATION),))
    document = Document((school, said(text, Style.PART), said(text), foot()), "plan", title=text)
    assert len(signature_fields(pdf_write.write(document))) == 1


@pytest.mark.parametrize("text", ["Họp lúc 7 giờ 😀", "trường 小学", "\ue000 dấu riêng", "a\x00b\x07c", "\ud800 lẻ"])
def test_letters_that_no_face_shows_do_not_stop_the_document(text: str) -> None:
    written = pdf_write.write(of_blocks(said(text), said("Dòng sau."), foot()))
    assert "Dòngsau." in text_of(written)
    assert len(signature_fields(written)) == 1


# The same bytes

SAME = """
import hashlib
from caitien.formats import pdf_write
from library.formats.pdf_written import plan
print(hashlib.sha256(pdf_write.write(plan(30))).hexdigest())
"""


@pytest.mark.parametrize(
    "world",
    [
        {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "86400"},
        {"TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1900000000"},
    ],
)
def test_the_same_document_gives_the_same_bytes_elsewhere(written: bytes, world: dict[str, str]) -> None:
    env = {**os.environ, **world, "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run([sys.executable, "-c", SAME], check=True, capture_output=True, text=True, env=env).stdout
    assert told.strip() == hashlib.sha256(written).hexdigest()


def test_nothing_of_the_clock_stands_in_it(written: bytes) -> None:
    assert set(re.findall(rb"D:(\d{8})|(\d{4}-\d\d-\d\d)T", written)) == {(b"20250905", b""), (b"", b"2025-09-05")}


def test_threads_write_what_one_alone_writes() -> None:
    documents = [plan(items) for items in (1, 2, 3, 4)] * 3
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(pdf_write.write, documents)) == [pdf_write.write(document) for document in documents]
