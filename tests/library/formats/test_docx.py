"""A Word document comes out as its reader sees it: true grid, automatic numbers, accepted changes, nothing hidden."""

from io import BytesIO
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from caitien.blocks import Document, Paragraph, Table
from caitien.formats import open_document

W = nsdecls("w")
NAMESPACES = (
    nsdecls("w", "wp", "a")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def opened(document: "docx.document.Document", tmp_path: Path) -> Document:
    path = tmp_path / "kế hoạch.docx"
    document.save(str(path))
    return open_document(path)


def with_body(xml: str, tmp_path: Path) -> Document:
    """A document whose body begins with `xml`."""
    document = docx.Document()
    body = document.element.body
    root = parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")
    for place, node in enumerate(list(root)):
        body.insert(place, node)
    return opened(document, tmp_path)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def only_table(document: Document) -> Table:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return table


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tbl(*rows: str, properties: str = "", grid: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_paragraphs_and_tables_keep_their_order_and_places(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("I. MỤC ĐÍCH", level=1)
    document.add_paragraph("")
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    table.cell(0, 0).text, table.cell(1, 1).text = "TT", "Hiệu trưởng\nKế toán"
    last = document.add_paragraph()
    last.add_run("Nơi nhận:").bold = True
    last.alignment = WD_ALIGN_PARAGRAPH.CENTER
    found = opened(document, tmp_path)
    heading, grid, closing = found.blocks
    assert isinstance(heading, Paragraph) and (heading.text, heading.level) == ("I. MỤC ĐÍCH", 1)
    assert isinstance(grid, Table) and grid.bordered and grid.rows[1].texts == ("", "Hiệu trưởng\nKế toán")
    position = grid.rows[1].cells[1].position
    assert (position.table, position.row, position.column) == (1, 2, 2)
    assert isinstance(closing, Paragraph) and closing.bold and closing.align == "center"
    assert closing.position.paragraph == 3
    assert found.format == "docx"


def test_merged_cells_stand_once_with_width_and_height(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Tiêu chí 1.1"
    table.cell(2, 0).merge(table.cell(2, 2)).text = "Tiêu chuẩn 2"
    table.cell(1, 1).text = "Sửa sân"
    found = only_table(opened(document, tmp_path))
    first, second, band = found.rows
    assert (first.cells[0].text, first.cells[0].height) == ("Tiêu chí 1.1", 2)
    assert [(cell.text, cell.column) for cell in second.cells] == [("Sửa sân", 1), ("", 2)]
    assert [(cell.text, cell.width) for cell in band.cells] == [("Tiêu chuẩn 2", 3)]
    assert found.width == 3


def test_edges_a_little_apart_are_one_column(tmp_path: Path) -> None:
    wide = '<w:gridSpan w:val="2"/>'
    found = only_table(
        with_body(
            tbl(
                tr(tc("TT", wide), tc("Nội dung")),
                tr(tc("1"), tc("Trồng cây", wide)),
                grid=(600, 60, 5000),
            ),
            tmp_path,
        )
    )
    assert [[(cell.column, cell.width) for cell in row.cells] for row in found.rows] == [[(0, 1), (1, 1)]] * 2


def test_a_narrow_cell_keeps_its_column(tmp_path: Path) -> None:
    found = only_table(with_body(tbl(tr(tc("a"), tc("x"), tc("b")), grid=(600, 60, 5000)), tmp_path))
    assert [cell.column for cell in found.rows[0].cells] == [0, 1, 2]


def test_a_cell_that_goes_on_from_nothing_keeps_its_text(tmp_path: Path) -> None:
    found = only_table(
        with_body(tbl(tr(tc("a", "<w:vMerge/>"), tc("b")), tr(tc("x", "<w:vMerge/>"), tc("c"))), tmp_path)
    )
    assert [row.texts for row in found.rows] == [("a", "b"), ("c",)]
    assert found.rows[0].cells[0].height == 2


def test_rows_that_begin_later_and_heading_rows(tmp_path: Path) -> None:
    found = only_table(
        with_body(
            tbl(
                tr(tc("a"), tc("b"), tc("c"), properties="<w:tblHeader/>"),
                tr(tc("b2"), tc("c2"), properties='<w:gridBefore w:val="1"/>'),
                grid=(2000, 2000, 2000),
            ),
            tmp_path,
        )
    )
    assert [cell.column for cell in found.rows[1].cells] == [1, 2]
    assert [row.is_header for row in found.rows] == [True, False]
    assert not found.bordered


def test_nested_tables_stay_in_their_cell(tmp_path: Path) -> None:
    inner = tbl(tr(tc("Số tiền"), tc("2.000.000")), grid=(900, 900))
    cell = f"<w:tc><w:tcPr/>{p('Trước')}{inner}{p('Sau')}</w:tc>"
    found = only_table(with_body(tbl(tr(cell), grid=(4000,)), tmp_path))
    outer = found.rows[0].cells[0]
    assert outer.text == "Trước\nSau"
    assert outer.tables[0].rows[0].texts == ("Số tiền", "2.000.000")


def test_changes_are_accepted_and_hidden_text_is_left_out_visibly(tmp_path: Path) -> None:
    found = with_body(
        "<w:p><w:r><w:t xml:space='preserve'>Sửa </w:t></w:r>"
        "<w:del w:id='1' w:author='a'><w:r><w:delText>sân</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='a'><w:r><w:t>vườn</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>nháp</w:t></w:r></w:p>"
        + tbl(tr(tc("giữ")), tr(tc("bỏ"), properties="<w:del w:id='3' w:author='a'/>")),
        tmp_path,
    )
    assert texts(found) == ["Sửa vườn"]
    assert len(only_table(found).rows) == 1
    assert [(finding.name, "nháp" in finding.message) for finding in found.findings] == [
        ("hidden-content-left-out", True)
    ]


def test_wrappers_breaks_and_special_signs(tmp_path: Path) -> None:
    found = with_body(
        "<w:sdt><w:sdtPr/><w:sdtContent>" + p("Trong khung") + "</w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Click to enter") + "</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink><w:r><w:br/><w:t>CB</w:t>"
        "<w:noBreakHyphen/><w:t>GV</w:t><w:softHyphen/><w:tab/><w:t>x</w:t></w:r></w:p>"
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>2025</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
        tmp_path,
    )
    first, second, third = texts(found)
    assert first == "Trong khung"
    assert second.split() == ["liên", "kết", "CB-GV", "x"] and "\n" in second
    assert third == "2025"


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('TRƯỜNG TIỂU HỌC SUỐI ĐÁ')}</w:txbxContent>"
    found = with_body(
        "<w:p><w:r><w:t>Trước</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>",
        tmp_path,
    )
    assert texts(found) == ["Trước", "TRƯỜNG TIỂU HỌC SUỐI ĐÁ"]


def numbered(document: "docx.document.Document", levels: list[tuple[str, str]]) -> None:
    """Gives the document a list 7 with these (format, text) levels."""
    xml = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (shape, text) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{xml}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def test_automatic_numbers_are_written_out(tmp_path: Path) -> None:
    document = docx.Document()
    numbered(document, [("upperRoman", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)"), ("bullet", "")])
    for depth, text in (
        (0, "Mục đích"),
        (1, "Một"),
        (1, "Hai"),
        (2, "a"),
        (2, "b"),
        (3, "gạch"),
        (0, "Căn cứ"),
        (1, "Ba"),
    ):
        paragraph = document.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>')
        )
    assert texts(opened(document, tmp_path)) == [
        "I. Mục đích",
        "I.1. Một",
        "I.2. Hai",
        "a) a",
        "b) b",
        "- gạch",
        "II. Căn cứ",
        "II.1. Ba",
    ]


def test_an_automatic_number_alone_in_a_cell_is_its_text(tmp_path: Path) -> None:
    document = docx.Document()
    numbered(document, [("decimal", "%1")])
    table = document.add_table(rows=2, cols=1)
    for row in table.rows:
        row.cells[0].paragraphs[0]._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')
        )
    assert [row.texts for row in only_table(opened(document, tmp_path)).rows] == [("1",), ("2",)]


def test_headers_and_footers_are_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "đầu trang"
    document.sections[0].footer.paragraphs[0].text = "chân trang"
    document.add_paragraph("Nội dung")
    assert texts(opened(document, tmp_path)) == ["Nội dung"]


def test_a_document_read_from_memory_equals_itself(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    stream = BytesIO()
    document.save(stream)
    path = tmp_path / "tệp không đuôi"
    path.write_bytes(stream.getvalue())
    assert texts(open_document(path)) == ["Kế hoạch"]


def test_a_web_page_wrapped_as_word_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    page = "<html><body><p>Kế hoạch cải tiến</p></body></html>".encode()
    part = Part(PackURI("/word/chunk.html"), "text/html", page, document.part.package)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    relation = document.part.relate_to(part, kind)
    document.element.body.insert(0, parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="{relation}"/>'))
    assert texts(opened(document, tmp_path)) == ["Kế hoạch cải tiến"]


def test_the_text_as_typed_is_kept_beside_the_repaired_one(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Cải tạo  thư viêṇ .")
    document.add_table(1, 1).cell(0, 0).text = "Năm học 2024– 2025"
    found = opened(document, tmp_path)
    assert texts(found)[0].startswith("Cải tạo")
    assert "viện" in texts(found)[0]
    assert found.raw == "Cải tạo  thư viêṇ .\nNăm học 2024– 2025"
