"""Old Word and OpenDocument files say the same as the .docx that they were made from, without any office program."""

import random
from functools import lru_cache
from pathlib import Path

import docx
import pytest

from caitien.blocks import Document, Paragraph, Table
from caitien.findings import CannotRead
from caitien.formats import Limits, office, open_document
from library.formats.office_files import by_libreoffice, converted, sample, saved

WORDS = "trường lớp|tiêu chí 1.2|minh chứng|Hiệu trưởng|sửa chữa|1.500.000 đồng|tháng 9/2025|Mức 2".split("|")  # noqa: SIM905


def opened(data: bytes, folder: Path) -> Document:
    path = folder / "ke-hoach"
    path.write_bytes(data)
    return open_document(path)


def grid(table: Table) -> list[list[tuple[str, int, int, int]]]:
    return [[(cell.text, cell.column, cell.width, cell.height) for cell in row.cells] for row in table.rows]


def outline(document: Document) -> list[object]:
    """What matters of a document: texts with level and weight, tables with their grid."""
    return [
        (block.text, block.level, block.bold) if isinstance(block, Paragraph) else grid(block)
        for block in document.blocks
        if isinstance(block, Paragraph | Table)
    ]


@lru_cache
def many_tables() -> "docx.document.Document":
    """Tables of many shapes: up to ten columns, cells merged both ways, several paragraphs in a cell."""
    document, chance = docx.Document(), random.Random(7)
    for number in range(25):
        document.add_paragraph(f"Bảng {number}")
        rows, columns = chance.randint(2, 7), chance.randint(2, 10)
        table = document.add_table(rows, columns, style="Table Grid")
        taken: set[tuple[int, int]] = set()
        for row in range(rows):
            for column in range(columns):
                lines = ("" if chance.random() < 0.2 else " ".join(chance.choices(WORDS, k=3)) for _ in range(2))
                table.cell(row, column).text = "\n".join(line for line in lines if line)
        for _ in range(3):
            top, left = chance.randrange(rows), chance.randrange(columns)
            bottom, right = (
                min(rows - 1, top + chance.choice((0, 0, 1, 2))),
                min(columns - 1, left + chance.randrange(3)),
            )
            area = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
            if area & taken or len(area) == 1:
                continue
            taken |= area
            for row, column in area:
                table.cell(row, column).text = ""
            table.cell(top, left).merge(table.cell(bottom, right)).text = f"gộp {top}.{left}"
    return document


@lru_cache
def many_tables_as(suffix: str) -> bytes:
    if suffix == "docx":
        return saved(many_tables())
    source = "docx" if suffix == "odt" else "odt"
    return by_libreoffice(many_tables_as(source), source, suffix)


@pytest.fixture
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without LibreOffice: an empty PATH, nothing in the usual places. The samples are made before."""
    for suffix in ("odt", "doc", "rtf"):
        converted(suffix)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_PLACES", ())


@pytest.mark.usefixtures("no_libreoffice")
@pytest.mark.parametrize("suffix", ["odt", "doc"])
def test_the_sample_reads_like_its_docx(suffix: str, tmp_path: Path) -> None:
    expected = outline(opened(saved(sample()), tmp_path))
    found = opened(converted(suffix), tmp_path)
    assert outline(found) == expected
    assert found.format == suffix
    assert ("Trường mầm non Hoa Gạo ươm mầm", None, False) in expected


@pytest.mark.parametrize("suffix", ["odt", "doc"])
def test_tables_of_every_shape_keep_their_grid(suffix: str, tmp_path: Path) -> None:
    expected = [grid(block) for block in opened(many_tables_as("docx"), tmp_path).blocks if isinstance(block, Table)]
    found = [grid(block) for block in opened(many_tables_as(suffix), tmp_path).blocks if isinstance(block, Table)]
    assert len(found) == 25
    for number, (one, other) in enumerate(zip(found, expected, strict=True)):
        assert one == other, f"Bảng {number}"


def test_rtf_is_read_through_libreoffice(tmp_path: Path) -> None:
    found = opened(converted("rtf"), tmp_path)
    texts = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert texts[0] == "I. MỤC ĐÍCH" and "2. mục hai" in texts and "- gạch đầu dòng" in texts
    (table,) = (block for block in found.blocks if isinstance(block, Table))
    assert table.rows[1].texts[0] == "ô 1.0\ndòng hai"
    assert found.format == "rtf"


@pytest.mark.usefixtures("no_libreoffice")
def test_without_libreoffice_rtf_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"cần có LibreOffice.*lưu lại thành \.docx"):
        opened(converted("rtf"), tmp_path)


def test_libreoffice_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.rtf"
    path.write_bytes(converted("rtf"))
    with pytest.raises(CannotRead, match="quá 0 giây"):
        open_document(path, limits=Limits(seconds=0))


@pytest.mark.parametrize("suffix", ["docx", "odt", "doc"])
def test_fields_text_boxes_hidden_text_and_nested_tables(suffix: str, tmp_path: Path) -> None:
    found = opened(saved(sample()) if suffix == "docx" else converted(suffix), tmp_path)
    texts = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert "Trang 1 là cuối" in texts
    assert texts[texts.index("neo") + 1] == "TRONG KHUNG"
    assert "Giữ" in texts and "hidden-content-left-out" in [finding.name for finding in found.findings]
    outer = next(block for block in found.blocks if isinstance(block, Table)).rows[0].cells[0]
    assert outer.text == "ô 0.0\ndòng hai"
    assert outer.tables[0].rows[0].texts == ("", "trong")
