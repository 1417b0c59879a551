"""Text files: tabs, pipes, Markdown, HTML remains, old encodings; each shape gives the same cells."""

from pathlib import Path

import pytest

from caitien.blocks import Document, Paragraph, Table, WrappedText
from caitien.findings import CannotRead
from caitien.formats import open_document


def opened(folder: Path, text: str, encoding: str = "utf-8", name: str = "plan.txt") -> Document:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return open_document(path)


def tables(document: Document) -> list[list[list[str]]]:
    return [[list(row.texts) for row in block.rows] for block in document.blocks if isinstance(block, Table)]


ROWS = [["TT", "Tiêu chí", "Giải pháp"], ["1", "1.1", "Họp tổ"], ["2", "1.10", "Mua sách"]]


def test_rows_of_tabs_and_of_pipes_give_the_same_table(tmp_path):
    tabs = "\n".join("\t".join(row) for row in ROWS)
    pipes = "| " + " |\n| ".join(" | ".join(row) for row in [ROWS[0], ["---"] * 3, *ROWS[1:]]) + " |"
    assert tables(opened(tmp_path, f"KẾ HOẠCH\n\n{tabs}\n\nHết")) == [ROWS]
    assert tables(opened(tmp_path, f"KẾ HOẠCH\n\n{pipes}\n\nHết")) == [ROWS]


def test_one_cell_a_line_behind_a_tab_with_lines_going_on_and_blank_lines_inside(tmp_path):
    text = (
        "\tTT\n\tTiêu chí\n\tGiải pháp\n\n\t1\n\t1.1\n\tHọp tổ\nlần hai\n\n\t2\n\t1.10\n\n\tMua sách\n\n\nVI. TỔ CHỨC"
    )
    document = opened(tmp_path, text)
    assert tables(document) == [[ROWS[0], ["1", "1.1", "Họp tổ\nlần hai"], ["2", "1.10", "Mua sách"]]]
    assert isinstance(document.blocks[-1], Paragraph)


def test_html_remains_in_cells_become_lines(tmp_path):
    cell = '<ul style="list-style-type: none;"> - Rà soát hồ sơ. - Sắp xếp kho lưu trữ. '
    document = opened(
        tmp_path, f"TT\tTiêu chí\tGiải pháp\n1\t1.6\t{cell}\n2\t1.7\t<p>- Cử người.</p> <p>- Báo cáo.</p>"
    )
    assert [row[2] for row in tables(document)[0]] == [
        "Giải pháp",
        "- Rà soát hồ sơ.\n- Sắp xếp kho lưu trữ.",
        "- Cử người.\n- Báo cáo.",
    ]


def test_markdown_signs_are_taken_off_and_make_headings(tmp_path):
    document = opened(tmp_path, "### III. NỘI DUNG\n\n**KẾ HOẠCH**  \n\nVăn bản *nghiêng* và 3 * 4 = 12")
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert [(p.text, p.bold) for p in paragraphs] == [
        ("III. NỘI DUNG", True),
        ("KẾ HOẠCH", True),
        ("Văn bản nghiêng và 3 * 4 = 12", False),
    ]


def test_lines_without_columns_are_left_whole_for_the_layouts(tmp_path):
    text = "KẾ HOẠCH\n\n" + "\n\n".join(["Tiêu chí", "1.1:", " Phương", "hướng"] * 12)
    document = opened(tmp_path, text)
    assert isinstance(document.blocks[0], WrappedText)
    assert document.blocks[0].lines == tuple(text.split("\n"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_told_by_the_bytes(tmp_path, encoding):
    document = opened(tmp_path, "Kế hoạch cải tiến chất lượng giáo dục của nhà trường", encoding)
    assert next(iter(document.texts())) == "Kế hoạch cải tiến chất lượng giáo dục của nhà trường"


def test_text_that_lost_its_letters_is_refused_in_one_line(tmp_path):
    with pytest.raises(CannotRead) as refusal:
        opened(tmp_path, "K? HO?CH C?I TI?N CH?T L??NG GI?O D?C N?M H?C 2024 - 2025 TR??NG TI?U H?C\n" * 5)
    assert "\n" not in str(refusal.value)


def test_html_pages_give_merged_cells_nested_tables_and_lists(tmp_path):
    page = """<html><body><h1>KẾ HOẠCH</h1><script>alert(1)</script>
    <table border=1><tr><th>TT</th><th colspan=2>Thời gian</th></tr>
    <tr><td rowspan=2>1</td><td>Bắt
    đầu</td><td><ul><li>một</li><li>hai</li></ul></td></tr><tr><td>a<br>b</td><td>c</td></tr></table></body></html>"""
    document = opened(tmp_path, page, name="trang.doc")
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [(cell.text, cell.column, cell.width, cell.height) for row in table.rows for cell in row.cells] == [
        ("TT", 0, 1, 1),
        ("Thời gian", 1, 2, 1),
        ("1", 0, 1, 2),
        ("Bắt đầu", 1, 1, 1),
        ("- một\n- hai", 2, 1, 1),
        ("a\nb", 1, 1, 1),
        ("c", 2, 1, 1),
    ]
    assert "alert" not in " ".join(document.texts())
