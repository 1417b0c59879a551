"""Word files as they are printed: their pages, and where their texts stand on them."""

import os
from pathlib import Path

import pytest

from caitien.apart import Bounds, TookTooLong, draw_apart
from caitien.findings import CannotRead
from caitien.formats import Limits, office, open_document
from caitien.formats.printed import places_on_pages, printed
from corpus.documents import make_documents

SAMPLE = Path(__file__).parents[3] / "samples" / "ke-hoach-mau.docx"


def nobody(done: int, total: int, what: str) -> None:
    """Nobody waits."""


def test_each_text_of_a_word_file_is_found_on_its_page():
    made, pages = printed(SAMPLE.read_bytes(), limits=Limits(), progress=nobody)
    assert made.startswith(b"%PDF")
    original = open_document(SAMPLE)
    found = dict(places_on_pages(original, pages))
    cells = [cell for block in original.blocks if hasattr(block, "rows") for row in block.rows for cell in row.cells]
    told = [cell for cell in cells if cell.text.strip()]
    assert sum(cell.position in found for cell in told) >= 0.98 * len(told)
    fourth = found[next(cell.position for cell in told if cell.text.startswith("Học kỳ I năm học 2026 - 2027"))]
    assert fourth.page and fourth.box


@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_older_and_other_files_have_pages_too(kind: str, tmp_path: Path):
    path = make_documents(kind, [3], tmp_path)[0].path
    drawn = draw_apart(path, pictures=tmp_path / "pages")
    assert drawn.pictures == len(list((tmp_path / "pages").glob("page-*.png"))) > 0
    assert sum("box" in here for _, here in drawn.places) > 30


def test_equal_texts_are_matched_in_their_order():
    _, pages = printed(SAMPLE.read_bytes(), limits=Limits(), progress=nobody)
    places = [here for _, here in places_on_pages(open_document(SAMPLE), pages) if here.box]
    assert len(set(map(str, places))) >= 0.95 * len(places)


def test_letters_of_an_old_font_are_not_recognised_from_the_picture(tmp_path: Path):
    path = make_documents("legacy", [8], tmp_path)[0].path
    _, pages = printed(path.read_bytes(), limits=Limits(), progress=nobody)
    assert pages.format == "pdf"


def test_without_libreoffice_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setitem(os.environ, "PATH", "/nowhere")
    with pytest.raises(CannotRead, match="chưa cài LibreOffice"):
        printed(SAMPLE.read_bytes(), limits=Limits(), progress=nobody)


def test_a_drawing_that_takes_too_long_is_ended(tmp_path: Path):
    with pytest.raises(TookTooLong):
        draw_apart(SAMPLE, pictures=tmp_path, bounds=Bounds(seconds=0.1))
