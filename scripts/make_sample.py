"""Draw the sample plan of an invented school: `python scripts/make_sample.py [samples/ke-hoach-mau.docx]`.

The words are in samples/ke-hoach-mau.json; the form is Biểu 2 of circular 57/2026, laid out as decree 30/2020 asks.
The same words give the same bytes: the parts of the file bear a fixed date and are stored without compression.
"""

import io
import json
import sys
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
PROBLEMS = {
    "TT": 1.0,
    "Tiêu chuẩn": 2.8,
    "Tiêu chí liên quan (nếu có)": 2.6,
    "Đánh giá hiện trạng": 6.6,
    "Điểm hạn chế": 6.4,
    "Nguyên nhân của hạn chế": 5.8,
}
PLAN = {
    "TT\n(1)": 0.9,
    "Nội dung cải tiến\n(2)": 2.7,
    "Mục tiêu cải tiến\n(3)": 2.9,
    "Hoạt động/giải pháp\n(4)": 5.0,
    "Chỉ số đánh giá kết quả\n(5)": 2.6,
    "Thời gian thực hiện\n(6)": 2.5,
    "Đơn vị/cá nhân phụ trách\n(7)": 2.4,
    "Nguồn lực bảo đảm\n(8)": 2.5,
    "Thông tin, dữ liệu hoặc minh chứng dự kiến\n(9)": 2.6,
    "Mức độ thực hiện\n(10)": 1.6,
}
REVIEWS = {
    "Thời điểm": 3.2,
    "Nội dung theo dõi": 7.0,
    "Kết quả thực hiện": 6.0,
    "Điều chỉnh (nếu có)": 5.6,
    "Người đánh giá": 3.4,
}


def draw(plan: dict[str, Any]) -> bytes:
    """The Word file of the plan."""
    word = Document()
    _set_up(word)
    _head(word, plan)
    _opening(word, plan)
    _landscape(word, landscape=True)
    _tables(word, plan)
    _landscape(word, landscape=False)
    _end(word, plan)
    return _fixed(word)


def _set_up(word: Word) -> None:
    style = word.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.paragraph_format.space_after = Pt(6)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0])
    properties = word.core_properties
    properties.author, properties.title, properties.language = "caitien", "Kế hoạch cải tiến chất lượng giáo dục", "vi"
    properties.comments = "Kế hoạch mẫu của một trường không có thật"
    properties.created = properties.modified = datetime(2026, 9, 14, 8)


def _page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _landscape(word: Word, *, landscape: bool) -> None:
    section = word.add_section(WD_SECTION.NEW_PAGE)
    long, short = Cm(29.7), Cm(21)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin, section.right_margin = (Cm(2), Cm(1.5)) if landscape else (Cm(3), Cm(1.5))
    section.top_margin = section.bottom_margin = Cm(2)
    section.different_first_page_header_footer = False


def _write(
    paragraph: Paragraph, text: str, *, bold: bool = False, italic: bool = False, size: float | None = None
) -> None:
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    if size:
        run.font.size = Pt(size)


def _line(
    cell: _Cell, text: str, *, first: bool = False, bold: bool = False, italic: bool = False, size: float = 13
) -> None:
    paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(0)
    _write(paragraph, text, bold=bold, italic=italic, size=size)


def _rule(paragraph: Paragraph, indent: float) -> None:
    """Make the empty paragraph a solid line, shortened on both sides."""
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Cm(indent)
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = Pt(3)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _two_columns(word: Word, left: float, right: float) -> tuple[_Cell, _Cell]:
    table = word.add_table(1, 2)
    table.autofit = False
    for column, width in zip(table.columns, (left, right), strict=True):
        column.width = Cm(width)
    return table.cell(0, 0), table.cell(0, 1)


def _head(word: Word, plan: dict[str, Any]) -> None:
    school, document = plan["school"], plan["document"]
    left, right = _two_columns(word, 7, 9.5)
    _line(left, school["governing_body"].upper(), first=True, size=12)
    _line(left, school["name"].upper(), bold=True, size=12)
    _rule(left.add_paragraph(), 2.2)
    _line(left, f"Số: {document['number']}")
    _line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", first=True, bold=True, size=12)
    _line(right, "Độc lập - Tự do - Hạnh phúc", bold=True)
    _rule(right.add_paragraph(), 1.9)
    _line(right, document["date_text"], italic=True)
    year = document["school_year"].replace("-", " - ")
    for text, gap in (("KẾ HOẠCH", 18), (f"{document['subject']} năm học {year}", 0)):
        paragraph = word.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(gap), Pt(0)
        _write(paragraph, text, bold=True, size=14)
    _rule(word.add_paragraph(), 6)
    word.paragraphs[-1].paragraph_format.space_after = Pt(12)


def _section(word: Word, text: str) -> None:
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(6)
    paragraph.paragraph_format.keep_with_next = True
    _write(paragraph, text, bold=True)


def _text(word: Word, text: str, *, bold: bool = False) -> None:
    paragraph = word.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1)
    _write(paragraph, text, bold=bold)


def _opening(word: Word, plan: dict[str, Any]) -> None:
    school = plan["school"]
    _section(word, "I. THÔNG TIN CHUNG")
    for text in (
        f"1. Tên cơ sở giáo dục: {school['name']}",
        "2. Loại hình: Công lập, cấp tiểu học",
        f"3. Địa chỉ: Xã {school['place']}",
    ):
        _text(word, text)
    _section(word, "II. CĂN CỨ XÂY DỰNG KẾ HOẠCH")
    last = len(plan["legal_bases"])
    for at, basis in enumerate(plan["legal_bases"], 1):
        _text(word, f"{at}. {basis['text']}{'.' if at == last else ';'}")
    _section(word, "III. MỤC ĐÍCH, YÊU CẦU")
    half = len(plan["purposes"]) // 2
    for title, texts in (("1. Mục đích", plan["purposes"][:half]), ("2. Yêu cầu", plan["purposes"][half:])):
        _text(word, title, bold=True)
        for letter, text in zip("abcd", texts, strict=False):
            _text(word, f"{letter}) {text}")


def _tables(word: Word, plan: dict[str, Any]) -> None:
    _section(word, "IV. TÓM TẮT CÁC VẤN ĐỀ TRỌNG TÂM CẦN CẢI TIẾN")
    keys = ("current_state", "limitation", "cause")
    rows = [
        [str(at), f"Tiêu chuẩn {row['standard']}", f"Tiêu chí {row['criterion']}", *(row[key] for key in keys)]
        for at, row in enumerate(plan["problems"], 1)
    ]
    _table(word, PROBLEMS, rows)
    _section(word, "V. KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG")
    _table(word, PLAN, [[str(at), *_item(item)] for at, item in enumerate(plan["items"], 1)])
    _section(word, "VI. THEO DÕI VÀ ĐÁNH GIÁ THỰC HIỆN (GIÁM SÁT NỘI BỘ)")
    keys = ("when", "content", "result", "adjustment", "reviewer")
    _table(word, REVIEWS, [[row[key] or "" for key in keys] for row in plan["reviews"]])


def _item(item: dict[str, Any]) -> list[str]:
    proofs = "\n".join(f"- {proof}" for proof in item["evidence_outputs"])
    before = ("improvement", "target_result", "solution", "indicators", "time_text", "owner_text", "resources")
    return [*(item[key] for key in before), proofs, item["progress"]]


def _table(word: Word, columns: dict[str, float], rows: list[list[str]]) -> None:
    table = word.add_table(1 + len(rows), len(columns))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, columns.values(), strict=True):
        column.width = Cm(width)
    for at, texts in enumerate([list(columns), *rows]):
        for cell, text in zip(table.rows[at].cells, texts, strict=True):
            _fill(cell, text, heading=at == 0)
    _repeat_heading(table)


def _fill(cell: _Cell, text: str, *, heading: bool) -> None:
    for at, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        if heading or len(text) < 3:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(paragraph, line, bold=heading, size=11)
    if heading:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E7EEF5")):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)


def _repeat_heading(table: Table) -> None:
    for row in table.rows:
        whole = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(whole)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _end(word: Word, plan: dict[str, Any]) -> None:
    _section(word, "VII. TỔ CHỨC THỰC HIỆN")
    for at, part in enumerate(plan["organisation"], 1):
        _text(word, f"{at}. {part['party']}", bold=True)
        for duty in part["duties"]:
            _text(word, f"- {duty}")
    _section(word, "VIII. CƠ CHẾ ĐÁNH GIÁ VÀ BÁO CÁO")
    _text(word, "- Giám sát nội bộ ít nhất hai lần trong năm học: cuối học kỳ I và cuối năm học.")
    _text(word, "- Kết quả được đưa vào báo cáo tự đánh giá và công khai trên trang thông tin điện tử của trường.")
    _text(word, plan["closing"])
    left, right = _two_columns(word, 8.5, 8)
    _foot(left, plan["recipients"])
    _line(right, plan["signatory"]["title"].upper(), first=True, bold=True)
    for text in ("", "", "", plan["signatory"]["name"]):
        _line(right, text, bold=True)


def _foot(cell: _Cell, recipients: list[str]) -> None:
    _write(cell.paragraphs[0], "Nơi nhận:", bold=True, italic=True, size=12)
    cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    for at, name in enumerate(recipients, 1):
        paragraph = cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        _write(paragraph, f"- {name}{'.' if at == len(recipients) else ';'}", size=11)


def _leave_out_unused(word: Word) -> None:
    """Take out what the template brings and the plan does not use: table styles, effects, a thumbnail."""
    styles = word.styles.element
    for style in list(styles):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            styles.remove(style)
    for relations in (word.part.rels, word.part.package.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.rsplit("/", 1)[-1] in ("stylesWithEffects", "thumbnail"):
                del relations[name]


def _fixed(word: Word) -> bytes:
    """The file with dates and order that do not depend on when and where it is made."""
    _leave_out_unused(word)
    drawn, fixed = io.BytesIO(), io.BytesIO()
    word.save(drawn)
    with zipfile.ZipFile(drawn) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_STORED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            target.writestr(zipfile.ZipInfo(name, LONG_AGO), source.read(name))
    return fixed.getvalue()


def main() -> None:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES / "ke-hoach-mau.docx"
    plan = json.loads((SAMPLES / "ke-hoach-mau.json").read_text("utf-8"))
    target.write_bytes(draw(plan))


if __name__ == "__main__":
    main()
