"""Plain lists ↔ spreadsheets: the rows of a sheet as texts, and a sheet of rows, for lists that are no plan.

`read_rows` is the door for what people upload (a list of staff); sizes are bounded as for every document.
"""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

from caitien.findings import CannotRead
from caitien.formats import Limits
from caitien.formats.archive import BROKEN, Archive
from caitien.formats.sniff import sniff

__all__ = ["read_rows", "write_rows"]

NOT_A_SPREADSHEET = "Tệp này không phải bảng tính Excel (.xlsx). Mở tệp trong Excel, lưu thành “.xlsx” rồi chọn lại."
_MARKS = {"xl/styles.xml": 60_000, "xl/sharedStrings.xml": 600_000}
_WIDEST, _NARROWEST = 60, 10


def read_rows(data: bytes, *, limits: Limits | None = None) -> tuple[tuple[str, ...], ...]:
    """The filled rows of the first visible sheet as Excel shows them, all equally long. Raises CannotRead."""
    from openpyxl import load_workbook

    from caitien.formats.xlsx.sheet import read_sheet

    limits = limits or Limits()
    if len(data) > limits.file_bytes:
        raise CannotRead(f"Tệp nặng {len(data) // 1_000_000} MB, quá giới hạn đọc được.")
    if sniff(data).module != "xlsx":
        raise CannotRead(NOT_A_SPREADSHEET)
    archive = Archive(data, limits)
    archive.check_markup(_MARKS)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        seen = next(one for one in book.worksheets if one.sheet_state == "visible")
        filled = {at: cell.text.strip() for at, cell in read_sheet(seen, archive).filled.items()}
    except (CannotRead, MemoryError):
        raise
    except Exception:  # openpyxl raises whatever a damaged part leads it to
        raise CannotRead(BROKEN) from None
    width = max((column for _, column in filled), default=0)
    numbers = sorted({row for row, _ in filled})
    return tuple(tuple(filled.get((row, column), "") for column in range(1, width + 1)) for row in numbers)


def write_rows(
    headings: Sequence[str],
    rows: Iterable[Sequence[str | int]],
    *,
    title: str,
    choices: Mapping[int, Sequence[str]] | None = None,
) -> bytes:
    """A workbook of one sheet: bold headings, a filter, columns as wide as their texts; whole numbers stay numbers.

    `choices`: column → a list to choose from.
    """
    import xlsxwriter

    out = BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, plain) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True, "bg_color": "#E8EEF7", "border": 1, "text_wrap": True, "valign": "top"})
        cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"})
        number = book.add_format({"border": 1, "valign": "top", "num_format": "#,##0"})
        widths = [len(heading) for heading in headings]
        sheet.write_row(0, 0, headings, bold)
        count = 0
        for count, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                sheet.write(count, column, value, number if isinstance(value, int) else cell)
            widths = [max(width, len(str(value))) for width, value in zip(widths, row, strict=True)]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(max(width + 2, _NARROWEST), _WIDEST))
        for column, offered in (choices or {}).items():
            told = {"validate": "list", "source": list(offered), "show_error": False}
            sheet.data_validation(1, column, max(count, 500), column, told)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(count, 1), len(headings) - 1)
    return out.getvalue()
