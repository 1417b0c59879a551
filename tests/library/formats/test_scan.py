"""Scans: invented plans drawn, degraded as a scanner does, and recognised again cell by cell."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from rapidfuzz import fuzz

from caitien.blocks import Document
from caitien.findings import CannotRead
from caitien.formats import ocr, pdf, scan
from library.formats.pdf_samples import (
    HEADINGS,
    cells,
    items,
    one_line,
    paragraphs,
    picture_pdf,
    plan_pdf,
    read,
    ruled,
    scanned,
    tables,
    typeset,
)

ROWS = items(4)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return plan_pdf(ROWS, tmp_path_factory.mktemp("scan"))


@pytest.fixture(scope="module")
def pages(plan: bytes) -> list[Image.Image]:
    """The plan scanned at 200 dpi, half a degree askew."""
    return scanned(plan)


@pytest.fixture(scope="module")
def document(pages: list[Image.Image]) -> Document:
    return read(pdf, picture_pdf(pages))


def jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def share_alike(got: list[list[str]], want: list[list[str]], least: float = 95) -> float:
    pairs = [(a, b) for x, y in zip(got, want, strict=True) for a, b in zip(x, y, strict=True)]
    return sum(fuzz.ratio(one_line(a).lower(), one_line(b).lower()) >= least for a, b in pairs) / len(pairs)


def test_the_table_of_a_scan_has_its_rows_and_cells(document: Document) -> None:
    assert document.format == "scan"
    (table,) = ruled(document)
    want = [HEADINGS, *([row] if isinstance(row, str) else row for row in ROWS)]
    assert share_alike(cells(table), want) >= 0.9


def test_headings_repeated_on_each_page_are_read_once(document: Document) -> None:
    assert document.pages is not None and document.pages > 1
    texts = [text for table in ruled(document) for text in table.texts()]
    assert texts.count("Kết quả cần đạt") == 1


def test_head_of_a_scan_in_two_columns(document: Document) -> None:
    first = tables(document)[0]
    assert not first.bordered
    left, right = cells(first)[0]
    assert "HOA MAI" in left and "CỘNG" not in left
    assert "Độc lập - Tự do - Hạnh phúc" in right


def test_paragraphs_of_a_scan(document: Document) -> None:
    texts = paragraphs(document)
    assert "I. MỤC ĐÍCH, YÊU CẦU" in texts
    assert any(fuzz.ratio(text[:40], "Nhà trường khắc phục những điểm yếu đã nêu") > 90 for text in texts)


def test_doubtful_letters_are_named_with_their_place(document: Document) -> None:
    for finding in document.findings:
        assert finding.name in {"letters-uncertain", "row-cut-by-page"}
        assert finding.position is not None


@pytest.mark.parametrize("turns", [1, 2])
def test_a_photograph_lying_on_its_side_or_head(tmp_path: Path, turns: int) -> None:
    source = """
#set page(paper: "a4", margin: 3cm)
#set text(font: "Tinos", size: 13pt)
#table(columns: (5cm, 9cm), [Tiêu chí], [Giải pháp thực hiện],
  [Tiêu chí 1.1], [Rà soát quy hoạch phát triển nhà trường])
"""
    image = scanned(typeset(source, None, tmp_path), turns=turns)[0]
    (table,) = ruled(read(scan, jpeg(image)))
    assert cells(table) == [
        ["Tiêu chí", "Giải pháp thực hiện"],
        ["Tiêu chí 1.1", "Rà soát quy hoạch phát triển nhà trường"],
    ]


def test_mixed_pdf_is_read_page_by_page(plan: bytes, pages: list[Image.Image]) -> None:
    mixed = pypdfium2.PdfDocument(plan)
    while len(mixed) > 1:
        del mixed[1]
    mixed.import_pages(pypdfium2.PdfDocument(picture_pdf(pages[1:2])))
    out = BytesIO()
    mixed.save(out)
    document = read(pdf, out.getvalue())
    assert document.format == "pdf"
    assert len(ruled(document)) == 1


def test_damaged_huge_and_tiny_pictures_are_refused(pages: list[Image.Image]) -> None:
    whole = jpeg(pages[0])
    with pytest.raises(CannotRead, match="hỏng"):
        read(scan, whole[: len(whole) // 3])
    with pytest.raises(CannotRead, match="quá nhỏ"):
        read(scan, jpeg(Image.new("L", (90, 90))))
    huge = BytesIO()
    Image.new("1", (20_000, 10_000)).save(huge, "PNG")
    with pytest.raises(CannotRead, match="quá lớn"):
        read(scan, huge.getvalue())


def test_an_empty_page_gives_no_blocks() -> None:
    assert read(scan, jpeg(Image.new("L", (1654, 2339), 250))).blocks == ()


def test_missing_recognition_data_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ocr, "DATA", tmp_path)
    with pytest.raises(CannotRead, match="make run"):
        read(scan, jpeg(Image.new("L", (1654, 2339), 250)))
