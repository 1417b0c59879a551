"""A school's own Word template: fields filled wherever Word put them, rows repeated, nothing run, nothing fetched."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from caitien.blocks.field_values import Band, FieldValues
from caitien.findings import CannotWrite
from caitien.formats.docx_template import fill
from caitien.layouts.compose.fields import FIELDS, ROW_FIELDS, field_values
from caitien.plan import Item, LegalBasis, OrganisationPart, Plan, Problem, School, Signatory

PLAN = Plan(
    School(name="Trường Tiểu học Sông Xanh", governing_body="UBND xã Sông Xanh"),
    framework="TT17-2018",
    legal_bases=(LegalBasis("Căn cứ Báo cáo tự đánh giá"), LegalBasis("Căn cứ kế hoạch năm học")),
    items=(
        Item(criterion="1.2", solution="Kiện toàn Hội đồng trường", owner_text="Hiệu trưởng"),
        Item(criterion="1.3", solution="Rà soát quy chế\nCông khai", owner_text="Công đoàn"),
        Item(criterion="3.1", solution="Trồng cây {{truong}} & <b>", owner_text="Đoàn đội"),
    ),
    signatory=Signatory("Phó Hiệu trưởng", "Lê Thị Hoa Mai"),
)
VALUES = field_values(PLAN)

ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"


def template(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> "docx.document.Document":
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(0, len(rows[0]), style="Table Grid")
        for texts in rows:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    return document


def saved(document: "docx.document.Document") -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def filled(document: "docx.document.Document", values: FieldValues = VALUES) -> "docx.document.Document":
    return docx.Document(BytesIO(fill(saved(document), values)))


def lines(document: "docx.document.Document") -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def table_texts(document: "docx.document.Document") -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in document.tables[0].rows]


def refusal(document: "docx.document.Document | bytes", values: FieldValues = VALUES) -> str:
    data = document if isinstance(document, bytes) else saved(document)
    with pytest.raises(CannotWrite) as caught:
        fill(data, values)
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_fields_in_running_text() -> None:
    made = filled(template("Kính gửi {{co_quan_chu_quan}} - {{truong}}.", "Không có gì ở đây"))
    assert lines(made) == ["Kính gửi UBND xã Sông Xanh - Trường Tiểu học Sông Xanh.", "Không có gì ở đây"]


@pytest.mark.parametrize("typed", ["{{truong}}", "{{ Trường }}", "{{TRƯỜNG}}"])
def test_names_may_be_typed_with_marks_and_blanks(typed: str) -> None:
    assert lines(filled(template(f"{typed}:"))) == ["Trường Tiểu học Sông Xanh:"]
    assert lines(filled(template("{{Người ký}} / {{chức vụ người ký}}")))[0].startswith("Lê Thị Hoa Mai / ")


def test_a_field_that_word_parted_over_runs_keeps_the_looks_of_its_beginning() -> None:
    document = template()
    paragraph = document.add_paragraph("Trường: ")
    paragraph.add_run("{{tr").bold = True
    for piece in ("uo", "ng}", "}; hết"):
        paragraph.add_run(piece)
    made = filled(document).paragraphs[0]
    assert made.text == "Trường: Trường Tiểu học Sông Xanh; hết"
    assert [run.text for run in made.runs if run.bold] == ["Trường Tiểu học Sông Xanh"]


def test_a_field_alone_stands_once_for_each_line_with_the_looks_of_its_paragraph() -> None:
    document = template("{{can_cu}}", "cuối")
    document.paragraphs[0].paragraph_format.first_line_indent = docx.shared.Twips(567)
    made = filled(document)
    assert lines(made) == ["Căn cứ Báo cáo tự đánh giá;", "Căn cứ kế hoạch năm học.", "cuối"]
    assert [p.paragraph_format.first_line_indent.twips for p in made.paragraphs[:2]] == [567, 567]


def test_a_field_without_text_leaves_no_empty_paragraph() -> None:
    assert lines(filled(template("đầu", "{{loi_ket}}", "{{truong}}"))) == ["đầu", "Trường Tiểu học Sông Xanh"]


HEAD = ("TT", "Tiêu chuẩn, tiêu chí", "Giải pháp")
BAND = ("{{tieu_chuan.so}}", "{{tieu_chuan.ten}}", "")
ITEM = ("{{muc.tt}}", "{{muc.ma_tieu_chi}}", "{{muc.giai_phap}} ({{muc.phu_trach}})")


def test_rows_repeat_for_every_item_in_order() -> None:
    rows = table_texts(filled(template(rows=(HEAD, ITEM, ("", "Cộng", "")))))
    assert rows[0] == HEAD and rows[-1] == ("", "Cộng", "")
    assert [row for row in rows[1:-1] if row[0]] == [
        ("1", "1.2", "Kiện toàn Hội đồng trường (Hiệu trưởng)"),
        ("2", "1.3", "Rà soát quy chế\nCông khai (Công đoàn)"),
        ("3", "3.1", "Trồng cây {{truong}} & <b> (Đoàn đội)"),
    ]


def test_a_row_above_stands_once_for_every_standard() -> None:
    rows = table_texts(filled(template(rows=(HEAD, BAND, ITEM))))
    bands = [row[1] for row in rows if row[1].startswith("Tiêu chuẩn ")]
    assert [text.split(":")[0] for text in bands] == [f"Tiêu chuẩn {number}" for number in range(1, 6)]
    assert [row[1] for row in rows[1:4]] == [bands[0], "1.2", "1.3"]


def test_items_without_a_standard_have_no_row_above() -> None:
    plan = Plan(items=(Item(improvement="Sân trường"),))
    made = filled(template(rows=(HEAD, BAND, ("{{muc.tt}}", "{{muc.noi_dung}}", ""))), field_values(plan))
    assert table_texts(made) == [HEAD, ("1", "Sân trường", "")]


def test_every_field_has_a_text_in_any_plan() -> None:
    empty = field_values(Plan())
    assert set(empty.fields) == set(FIELDS) and not empty.bands
    paragraphs = [f"{{{{{name}}}}}." for name in FIELDS]
    row = tuple(f"{{{{{name}}}}}" for name in sorted(VALUES.row_names))
    for plan in (Plan(), PLAN):
        made = filled(template(*paragraphs, rows=(row,)), field_values(plan))
        assert not any("{{" in text.replace("{{truong}} & <b>", "") for text in lines(made))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab{}<>&;\"'\n\x00\ud800ữ", max_size=20), st.lists(st.integers(0, 24), max_size=4))
def test_any_text_is_put_in_as_text_wherever_word_cut_the_field(value: str, cuts: list[int]) -> None:
    values = FieldValues({"truong": value}, frozenset(), frozenset({"muc.a"}), (Band({}, ({"muc.a": value},)),))
    whole = "đầu {{truong}} cuối {{x"[:-3]
    document = docx.Document()
    paragraph = document.add_paragraph()
    edges = [0, *sorted(min(cut, len(whole)) for cut in cuts), len(whole)]
    for begin, end in pairwise(edges):
        paragraph.add_run(whole[begin:end])
    document.add_table(1, 1).rows[0].cells[0].text = "{{muc.a}}."
    made = filled(document, values)
    wanted = value.replace("\x00", " ").replace("\ud800", " ")
    assert made.paragraphs[0].text == f"đầu {wanted} cuối "
    assert made.tables[0].rows[0].cells[0].text == f"{wanted}."


def test_a_name_that_is_not_known_is_told_with_the_likely_one() -> None:
    assert "{{truonng}} (có phải {{truong}}?)" in refusal(template("{{truonng}}"))
    assert "và 2 trường khác" in refusal(template("{{a}} {{b}} {{c}} {{d}} {{e}}"))


@pytest.mark.parametrize("text", ["{{truong", "truong}}", "{{truong}", "{{ {{truong}} }}"])
def test_braces_that_do_not_close(text: str) -> None:
    assert "không khép" in refusal(template(text))


def test_fields_in_wrong_places() -> None:
    assert "chỉ dùng được trong dòng của bảng" in refusal(template("{{muc.giai_phap}}"))
    assert "ngay trên" in refusal(template(rows=(BAND, HEAD, ITEM)))
    assert "ngay trên" in refusal(template(rows=(HEAD, BAND)))
    assert "hai dòng lặp" in refusal(template(rows=(HEAD, ITEM, ITEM)))


def test_no_field_and_no_word_file(tmp_path: Path) -> None:
    assert "không có trường nào" in refusal(template("Kế hoạch"))
    assert "Không dùng được mẫu" in refusal(b"PK\x03\x04 rubbish")
    assert "Không dùng được mẫu" in refusal(saved(template("{{truong}}"))[:-400])
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "{{truong}}")
    assert "không phải là tệp Word" in refusal(stream.getvalue())


def with_part(name: str, data: bytes) -> bytes:
    stream = BytesIO(saved(template("{{truong}}")))
    with ZipFile(stream, "a") as archive:
        archive.writestr(name, data)
    return stream.getvalue()


def test_nothing_that_runs_or_fetches_gets_through() -> None:
    assert "macro" in refusal(with_part("word/vbaProject.bin", b"\x00"))
    assert "nhúng" in refusal(with_part("word/embeddings/oleObject1.bin", b"\x00"))
    assert "DOCTYPE" in refusal(with_part("word/header9.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"))
    for order in ("INCLUDETEXT", "DDEAUTO", "includepicture"):
        document = template("{{truong}}")
        field = f"<w:fldSimple {nsdecls('w')} w:instr=' {order} \"c:\\a\" '><w:r><w:t>1</w:t></w:r></w:fldSimple>"
        document.paragraphs[0]._p.append(parse_xml(field))
        assert "lấy nội dung từ tệp" in refusal(document)
    document = template("{{truong}}")
    document.part.relate_to("file:///etc/passwd", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    assert "trỏ tới tệp ở ngoài" in refusal(document)


def test_a_plain_link_and_a_page_number_stay() -> None:
    document = template("{{truong}}")
    document.part.relate_to("https://truong.example/link", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    field = f"<w:fldSimple {nsdecls('w')} w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    document.sections[0].header.paragraphs[0]._p.append(parse_xml(field))
    assert lines(filled(document)) == ["Trường Tiểu học Sông Xanh"]


def test_the_note_on_which_file_a_document_was_based_is_taken_out() -> None:
    document = template("{{truong}}")
    settings_part = document.part._settings_part
    relation = settings_part.relate_to("file:///C:/mau.dotx", ATTACHED, is_external=True)
    settings_part.element.insert(0, parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{relation}"/>'))
    with ZipFile(BytesIO(fill(saved(document), VALUES))) as archive:
        told = archive.read("word/settings.xml") + archive.read("word/_rels/settings.xml.rels")
    assert b"attachedTemplate" not in told and b"mau.dotx" not in told


def test_fields_in_the_page_head_are_filled() -> None:
    document = template("{{nam_hoc}}.")
    document.sections[0].header.paragraphs[0].text = "{{truong}} - lưu hành nội bộ"
    assert filled(document).sections[0].header.paragraphs[0].text == "Trường Tiểu học Sông Xanh - lưu hành nội bộ"


def test_same_bytes_for_the_same_template_and_plan() -> None:
    data = saved(template("{{truong}}", "{{can_cu}}", rows=(HEAD, BAND, ITEM)))
    one, other = fill(data, VALUES), fill(data, field_values(replace(PLAN)))
    assert one == other
    with ZipFile(BytesIO(one)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_clerks_guide_lists_every_field() -> None:
    page = (Path(__file__).parents[3] / "docs" / "user-guide" / "mau-word.md").read_text("utf-8")
    listed = (name for listing in VALUES.listings for name in listing.names)
    for name in (*FIELDS, *ROW_FIELDS, *VALUES.band_names, *VALUES.row_names, *listed):
        assert f"`{{{{{name}}}}}`" in page, name


SMALL = replace(
    PLAN,
    problems=(Problem(1, "1.2", "Họp ít", "Thiếu biên bản", "Kiêm nhiệm"), Problem(3, None, "Sân hẹp", "Ít cây", None)),
    organisation=(OrganisationPart("Hiệu trưởng", ("Chỉ đạo", "Kiểm tra")), OrganisationPart("Công đoàn", ())),
)


def test_small_tables_have_rows_of_their_own():
    document = template(
        "{{truong}}",
        rows=(("TT", "Hạn chế", "Nguyên nhân"), ("{{van_de.tt}}", "{{Vấn đề.tồn tại}}", "{{van_de.nguyen_nhan}}")),
    )
    for row in (("{{theo_doi.thoi_diem}}", "{{theo_doi.nguoi}}"), ("{{bo_phan.ten}}", "{{bo_phan.nhiem_vu}}")):
        for cell, text in zip(document.add_table(1, 2).rows[0].cells, row, strict=True):
            cell.text = text
    tables = filled(document, field_values(SMALL)).tables
    texts = [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]
    assert texts[0][1:] == [["1", "Thiếu biên bản", "Kiêm nhiệm"], ["2", "Ít cây", ""]]
    assert texts[1] == [["", ""], ["", ""]]
    assert texts[2] == [["Hiệu trưởng", "- Chỉ đạo\n- Kiểm tra"], ["Công đoàn", ""]]


def test_a_repeating_row_has_fields_of_one_kind():
    assert "trộn trường" in refusal(template(rows=(("{{muc.tt}}", "{{van_de.tt}}"),)))
    assert "hai dòng lặp" in refusal(template(rows=(("{{bo_phan.tt}}",), ("{{theo_doi.nguoi}}",))))
    assert "chỉ dùng được trong dòng của bảng" in refusal(template("{{van_de.tt}}"))
