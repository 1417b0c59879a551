"""Spreadsheets (.xlsx) → blocks: the ruled or filled region of a sheet is a table, lines around it are paragraphs."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from caitien.blocks import Block, Document
from caitien.findings import CannotRead, Finding, doubt
from caitien.formats.archive import BROKEN, Archive
from caitien.formats.spans import Texts, read_with_texts
from caitien.formats.xlsx.regions import blocks_of
from caitien.formats.xlsx.sheet import Sheet, read_sheet

if TYPE_CHECKING:
    from caitien.formats import Limits, Progress

__all__ = ["read"]

MOST_SHEETS = 60
MOST_MARKS = {"xl/styles.xml": 60_000, "xl/sharedStrings.xml": 600_000}  # openpyxl makes an object of every one


def read(data: bytes, *, limits: "Limits", progress: "Progress") -> Document:
    """The blocks of all visible sheets in order; `page` of a position is the number of the sheet. Raises CannotRead."""
    archive = Archive(data, limits)
    archive.check_markup(MOST_MARKS)
    sheets, findings = _sheets(data, archive, progress)

    def blocks_with(texts: Texts) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for number, sheet in sheets:
            blocks += blocks_of(sheet, texts, page=number, tables_before=sum(hasattr(one, "rows") for one in blocks))
        repairs[:] = texts.findings()
        return tuple(blocks)

    repairs: list[Finding] = []
    blocks = read_with_texts(blocks_with, limits)
    return Document(blocks, "xlsx", pages=len(sheets), findings=(*findings, *repairs))


def _sheets(data: bytes, archive: Archive, progress: "Progress") -> tuple[list[tuple[int, Sheet]], list[Finding]]:
    from openpyxl import load_workbook

    sheets: list[tuple[int, Sheet]] = []
    findings: list[Finding] = []
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        worksheets: list[Any] = list(book.worksheets)[:MOST_SHEETS]
        for number, worksheet in enumerate(worksheets, start=1):
            progress(number - 1, len(worksheets), "đang đọc bảng tính")
            if worksheet.sheet_state != "visible":
                message = f"Trang tính ẩn “{worksheet.title}” không được đọc."
                findings.append(doubt("hidden-content-left-out", message))
                continue
            sheet = read_sheet(worksheet, archive)
            if sheet.hidden_left_out:
                message = f"Trang tính “{worksheet.title}” có hàng hoặc cột ẩn, không đọc."
                findings.append(doubt("hidden-content-left-out", message))
            sheets.append((number, sheet))
        progress(len(worksheets), len(worksheets), "đang đọc bảng tính")
    except (CannotRead, MemoryError):
        raise
    except Exception:  # openpyxl raises whatever a damaged part leads it to
        raise CannotRead(BROKEN) from None
    return sheets, findings
