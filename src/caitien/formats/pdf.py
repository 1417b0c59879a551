"""PDF → blocks: pages with a text layer by their letters and rules, pages without one as pictures (`scan`)."""

from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from caitien.blocks import Document
from caitien.findings import CannotRead
from caitien.formats import Limits, Progress

if TYPE_CHECKING:
    from caitien.formats.pdf_blocks import Sheet
    from caitien.formats.pdf_page import Page

__all__ = ["read"]


def read(data: bytes, *, limits: Limits, progress: Progress, recognises: bool = True) -> Document:
    """The blocks of a PDF file's bytes. Raises CannotRead for a locked, damaged or too long one.

    Without `recognises`, pages that have no text of their own are passed over.
    """
    from caitien.formats.pdf_blocks import assemble, sheet_of

    with closing(_opened(data)) as document:
        count = _checked(len(document), limits)
        sheets: list[Sheet] = []
        with _refusing_damage(sheets):
            for page in _pages(document, count, recognises=recognises):
                sheets.append(sheet_of(page))
                progress(page.number, count, "đọc trang PDF")
        return assemble(sheets, "scan" if all(sheet.scanned for sheet in sheets) else "pdf")


def _pages(document: Any, count: int, *, recognises: bool) -> Iterator["Page"]:
    """All pages in order; a run of pages without usable text goes through recognition together."""
    from caitien.formats.pdf_glyphs import draw
    from caitien.formats.scan import recognised
    from caitien.formats.scan_pdf import has_text, picture_of

    numbers = deque(range(1, count + 1))
    while numbers:
        page = draw(document, numbers.popleft())
        if has_text(page, document):
            yield page
            continue
        if not recognises:
            continue
        blind = [page.number]
        while numbers and not has_text(draw(document, numbers[0]), document):
            blind.append(numbers.popleft())
        yield from recognised((number, picture_of(document, number)) for number in blind)


def _opened(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise CannotRead("Tệp PDF có mật khẩu; hãy bỏ mật khẩu (in lại ra PDF) rồi đọc lại.") from None
        raise CannotRead("Tệp PDF bị hỏng hoặc bị cắt, không đọc được; hãy xuất lại tệp.") from None


@contextmanager
def _refusing_damage(sheets: list["Sheet"]) -> Iterator[None]:
    import pypdfium2

    try:
        yield
    except pypdfium2.PdfiumError:
        number = len(sheets) + 1
        raise CannotRead(f"Trang {number} của tệp PDF bị hỏng, không đọc được; hãy xuất lại tệp.") from None


def _checked(count: int, limits: Limits) -> int:
    if count > limits.pages:
        raise CannotRead(
            f"Tệp PDF có {count} trang, quá giới hạn {limits.pages} trang; nếu đúng là bản kế hoạch, "
            f"hãy đọc lại với “--max-pages {count}”."
        )
    if not count:
        raise CannotRead("Tệp PDF không có trang nào để đọc.")
    return count
