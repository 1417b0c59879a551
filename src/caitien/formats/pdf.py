"""PDF → blocks: pages with a text layer by their letters and rules, pages without one as pictures (`scan`)."""

from contextlib import closing
from typing import Any

from caitien.blocks import Document
from caitien.findings import CannotRead
from caitien.formats import Limits, Progress

__all__ = ["read"]


def read(data: bytes, *, limits: Limits, progress: Progress) -> Document:
    """The blocks of a PDF file's bytes. Raises CannotRead for a locked, damaged or too long one."""
    from caitien.formats.pdf_blocks import assemble, sheet_of
    from caitien.formats.pdf_glyphs import draw

    with closing(_opened(data)) as document:
        count = _checked(len(document), limits)
        sheets = []
        for number in range(1, count + 1):
            sheets.append(sheet_of(draw(document, number)))
            progress(number, count, "đọc trang PDF")
        return assemble(sheets, "pdf")


def _opened(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise CannotRead("Tệp PDF có mật khẩu; hãy bỏ mật khẩu (in lại ra PDF) rồi đọc lại.") from None
        raise CannotRead("Tệp PDF bị hỏng hoặc bị cắt, không đọc được; hãy xuất lại tệp.") from None


def _checked(count: int, limits: Limits) -> int:
    if count > limits.pages:
        raise CannotRead(
            f"Tệp PDF có {count} trang, quá giới hạn {limits.pages} trang; nếu đúng là bản kế hoạch, "
            f"hãy đọc lại với “--max-pages {count}”."
        )
    if not count:
        raise CannotRead("Tệp PDF không có trang nào để đọc.")
    return count
