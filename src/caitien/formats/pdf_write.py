"""Blocks → PDF, set in type by typst as Decree 30/2020/NĐ-CP asks.

The file is PDF/A-2a and PDF/UA-1 at once: real text in embedded faces, tagged, with bookmarks, and an empty signature
field between the signer's office and name. The same blocks give the same bytes on any day, machine and time zone.
Setting in type holds no lock of Python's, so that several threads of one process write at once.
"""

import json
import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from caitien.blocks import Document, Style
from caitien.formats.pdf_write_pages import paragraphs_of, sections, signers_of
from caitien.vietnamese.dates import read_date

if TYPE_CHECKING:
    from typst import Compiler, Fonts

__all__ = ["STANDARDS", "compiler_of", "write"]

Standard = Literal["a-2a", "ua-1"]
STANDARDS: tuple[Standard, ...] = ("a-2a", "ua-1")
FONTS = Path(__file__).parent / "fonts"
TEMPLATE = Path(__file__).parent / "typst" / "document.typ"
EMPTY = TEMPLATE.with_name("empty.typ")
SIGN_HERE = "urn:caitien:signature"  # marks the link that becomes the field; no text can make a link
_own = threading.local()
UNDATED = (2000, 1, 1)  # archived files must bear a date, and the clock would change the bytes


def write(document: Document) -> bytes:
    """The document as a PDF file's bytes.

    Where a text has letters that no embedded face can show (an emoji), the file is still written, with a box for each
    of them, but without the claim to conform to the two standards.
    """
    import typst

    given = json.dumps(_data(document))
    try:
        pdf = _set_in_type(given, STANDARDS)
    except typst.TypstError:
        pdf = _set_in_type(given, ())
    # typst keeps all that it laid for its next ten documents; empty ones count, and cost half a millisecond.
    compiler_of(EMPTY).compile(format="pdf", timestamp=0)
    if signers := signers_of(document.blocks):
        from caitien.formats.pdf_signature import mark_signature_fields

        pdf = mark_signature_fields(pdf, SIGN_HERE, signers)
    return pdf


def _set_in_type(given: str, standards: tuple[Standard, ...]) -> bytes:
    texts = {"document": given}
    pdf = compiler_of(TEMPLATE).compile(format="pdf", sys_inputs=texts, pdf_standards=list(standards), timestamp=0)
    return cast(bytes, pdf)  # a list of them is for pictures only


def compiler_of(template: Path) -> "Compiler":
    """The thread's own compiler for a template: one cannot be used by two at once. It reads nothing outside the
    template's folder.
    """
    compilers: dict[Path, Compiler] = _own.__dict__.setdefault("compilers", {})
    if template not in compilers:
        import typst

        compilers[template] = typst.Compiler(input=str(template), root=str(template.parent), font_paths=_fonts())
    return compilers[template]


@cache
def _fonts() -> "Fonts":
    """The faces, kept once a process: those of ours and, for signs that they lack, those of typst."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def _data(document: Document) -> dict[str, Any]:
    said = _said(document)
    kind = " ".join(said.get(style, "") for style in (Style.KIND, Style.SUBJECT)).strip()
    title = document.title or kind or "Kế hoạch"
    return {
        "title": " ".join(title.split()),
        "author": " ".join(said.get(Style.SCHOOL, "").split()),
        "date": _day(said.get(Style.PLACE_DATE, "")),
        "signature": SIGN_HERE,
        "sections": sections(document.parts),
    }


def _said(document: Document) -> dict[Style, str]:
    """The first text of each style."""
    said: dict[Style, str] = {}
    for paragraph in paragraphs_of(document.blocks):
        said.setdefault(paragraph.style, paragraph.text)
    return said


def _day(text: str) -> tuple[int, int, int]:
    """The day in the document's head, where it is complete, else UNDATED."""
    found = read_date(text) or ""
    parts = [int(part) for part in found.split("-") if part]
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else UNDATED
