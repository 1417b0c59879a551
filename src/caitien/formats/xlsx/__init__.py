"""Spreadsheets (.xlsx) → blocks: the ruled or filled region of a sheet is a table, lines around it are paragraphs."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from caitien.blocks import Block, Document
from caitien.findings import CannotRead, Finding, doubt
from caitien.formats.archive import BROKEN, Archive
from caitien.formats.spans import Texts, read_with_texts
from caitien.formats.xlsx import ours
from caitien.formats.xlsx.regions import blocks_of, with_plan_table
from caitien.formats.xlsx.sheet import Sheet, read_sheet

if TYPE_CHECKING:
    from caitien.formats import Limits, Progress

__all__ = ["read"]

MOST_SHEETS = 60
CHANGED = "Trang “{}” đã được sửa sau khi xuất: bảng kế hoạch lấy từ trang đó, không lấy bảng cũ ở trang in."
MOST_MARKS = {"xl/styles.xml": 60_000, "xl/sharedStrings.xml": 600_000}  # openpyxl makes an object of every one


def read(data: bytes, *, limits: "Limits", progress: "Progress") -> Document:
    """The blocks of all visible sheets in order; `page` of a position is the number of the sheet. Raises CannotRead.

    A workbook of our own holds its plan twice, to print and to work in: it counts once, see `_own_sheets`.
    """
    archive = Archive(data, limits)
    archive.check_markup(MOST_MARKS)
    sheets, changed, findings = _sheets(data, archive, progress)

    raw = ""

    def blocks_with(texts: Texts) -> tuple[Block, ...]:
        nonlocal raw
        blocks: list[Block] = []
        for number, sheet in sheets:
            blocks += blocks_of(sheet, texts, page=number, tables_before=sum(hasattr(one, "rows") for one in blocks))
        if changed is not None:
            worked_in = blocks_of(changed[1], texts, page=changed[0], tables_before=0)
            blocks = with_plan_table(blocks, worked_in)
        repairs[:], raw = texts.findings(), texts.raw
        return tuple(blocks)

    repairs: list[Finding] = []
    blocks = read_with_texts(blocks_with, limits)
    return Document(blocks, "xlsx", pages=len(sheets), findings=(*findings, *repairs), raw=raw)


_Numbered = tuple[int, Sheet]


def _sheets(
    data: bytes, archive: Archive, progress: "Progress"
) -> tuple[list[_Numbered], _Numbered | None, list[Finding]]:
    """The sheets to read, our own sheet to work in where it was changed, and what was passed over."""
    from openpyxl import load_workbook

    sheets: list[_Numbered] = []
    changed: _Numbered | None = None
    findings: list[Finding] = []
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        worksheets: list[Any] = list(book.worksheets)[:MOST_SHEETS]
        work, lists = _own_sheets(book, worksheets)
        for number, worksheet in enumerate(worksheets, start=1):
            progress(number - 1, len(worksheets), "đang đọc bảng tính")
            if worksheet.title == lists:
                continue
            if worksheet.title == work:
                sheet = read_sheet(worksheet, archive, filtered=True)
                if _is_changed(book, sheet):
                    sheet.rule_below()
                    changed = (number, sheet)
                    findings.append(doubt("hidden-content-left-out", CHANGED.format(work)))
                continue
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
    return sheets, changed, findings


def _own_sheets(book: Any, worksheets: list[Any]) -> tuple[str | None, str | None]:
    """In a workbook that we wrote, the titles of the sheet to work in and of the lists; the sheet to print is read.

    Without the sheet to print, the sheet to work in is all there is, and is read as any other.
    """
    named = ours.sheets_by_name(book)
    states = {worksheet.title: worksheet.sheet_state for worksheet in worksheets}
    printed, work = named.get(ours.PRINT), named.get(ours.WORK)
    twice = printed != work and states.get(printed or "") == "visible" and work in states
    return work if twice else None, named.get(ours.LISTS)


def _is_changed(book: Any, sheet: Sheet) -> bool:
    texts = ((at, cell.text) for at, cell in sheet.filled.items())
    return ours.fingerprint(texts) != ours.written_fingerprint(book)
