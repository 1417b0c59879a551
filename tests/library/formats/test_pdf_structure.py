"""What PDF/A-2a and PDF/UA-1 ask of a file's objects, looked up in the objects themselves.

No validator runs here: veraPDF is no package of the registries that we use. These are the rules that can be read off
the objects of a file as typst lays it out. Colour spaces, the order of tags, the shapes of letters are not judged.
"""

import re

import pytest

from caitien import write_paper
from caitien.formats import pdf_write
from library.formats.pdf_written import plan
from library.layouts.test_paper import ANNEXED, REPORT


@pytest.fixture(scope="module", params=["plan", "paper", "annexes"])
def file(request: pytest.FixtureRequest) -> bytes:
    given = {"paper": REPORT, "annexes": ANNEXED}
    return write_paper(given[request.param], ".pdf") if request.param in given else pdf_write.write(plan(12))


def objects(file: bytes, kind: bytes = b"") -> list[bytes]:
    """The objects whose dictionary says `kind`, without their streams; the newest of each number."""
    found = dict(re.findall(rb"\n(\d+) 0 obj\n(.*?)\nendobj", file, re.DOTALL))
    return [said.split(b"stream\n")[0] for said in found.values() if kind in said.split(b"stream\n")[0]]


def test_the_catalog_says_what_both_standards_ask(file: bytes) -> None:
    (catalog,) = objects(file, b"/Type/Catalog")
    assert re.search(rb"/MarkInfo\s*<<[^>]*/Marked true", catalog)
    for key in (
        b"/Lang(vi",
        b"/StructTreeRoot ",
        b"/Metadata ",
        b"/OutputIntents",
        b"/ViewerPreferences",
        b"/Outlines",
    ):
        assert key in catalog
    assert b"/DisplayDocTitle true" in b"".join(objects(file))


def test_colours_are_told_by_a_profile_that_the_file_holds(file: bytes) -> None:
    intent = next(said for said in objects(file) if b"/GTS_PDFA1" in said)
    assert b"/DestOutputProfile" in intent and b"/OutputConditionIdentifier" in intent


def test_every_face_is_embedded_and_its_letters_can_be_read(file: bytes) -> None:
    fonts = objects(file, b"/Type/Font/")
    assert {kind for font in fonts for kind in re.findall(rb"/Subtype/(\w+)", font)} <= {
        b"Type0",
        b"CIDFontType2",
        b"CIDFontType0",
    }
    composed = [font for font in fonts if b"/Subtype/Type0" in font]
    assert composed and all(b"/ToUnicode" in font for font in composed)
    described = objects(file, b"/Type/FontDescriptor")
    assert len(described) == len(composed)
    assert all(re.search(rb"/FontFile[23] ", one) for one in described)


def test_pages_follow_the_order_of_the_tags_and_have_marked_contents(file: bytes) -> None:
    pages = [page for page in objects(file, b"/Type/Page") if b"/Type/Pages" not in page]
    assert pages and all(b"/StructParents " in page and b"/Tabs/S" in page for page in pages)


def test_the_tags_name_headings_tables_and_their_heads(file: bytes) -> None:
    tags = objects(file, b"/Type/StructElem")
    kinds = {kind for tag in tags for kind in re.findall(rb"/S/(\w+)", tag)}
    assert {b"Document", b"P", b"Table", b"TR", b"TH", b"TD", b"Form"} <= kinds
    assert kinds & {b"H1", b"H"}
    assert all(b"/Scope" in tag for tag in tags if b"/S/TH/" in tag)
    assert all(b"/Alt" in tag for tag in tags if b"/S/Figure" in tag or b"/S/Form" in tag)


def test_a_drawing_is_a_figure_with_its_words() -> None:
    figures = [tag for tag in objects(write_paper(REPORT, ".pdf"), b"/Type/StructElem") if b"/S/Figure" in tag]
    words = "Biểu đồ cột: đạt mức 3".encode("utf-16-be")
    assert len(figures) == 1
    assert words.hex().upper().encode() in figures[0].upper() or words in figures[0]


def test_nothing_in_it_runs_fetches_or_hides(file: bytes) -> None:
    said = b"".join(objects(file))
    for forbidden in (
        b"/JavaScript",
        b"/JS",
        b"/Launch",
        b"/Encrypt",
        b"/AA<<",
        b"/EmbeddedFile",
        b"/RichMedia",
        b"/XFA",
    ):
        assert forbidden not in said


def test_it_has_an_identity(file: bytes) -> None:
    assert all(b"/ID" in trailer for trailer in re.findall(rb"trailer\s*<<.*?>>\s*startxref", file, re.DOTALL))
