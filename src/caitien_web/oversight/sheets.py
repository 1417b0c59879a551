"""Tables as files: CSV that Excel opens with its letters right, and xlsx."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST = 60


def as_csv(name: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponseBase:
    """A CSV file, sent while it is written; with a byte-order mark, without which Excel spoils the marks."""

    def lines() -> Iterator[str]:
        yield "\ufeff"
        for row in (heads, *rows):
            line = StringIO()
            csv.writer(line).writerow([_safe(cell) for cell in row])
            yield line.getvalue()

    answer = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def as_xlsx(name: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponseBase:
    """An Excel file with a head that stays in view and can be filtered by."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("Danh sách")
        strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        number = book.add_format({"num_format": "#,##0"})
        widths = [len(head) + 2 for head in heads]
        sheet.write_row(0, 0, heads, strong)
        last = 0
        for last, row in enumerate(rows, 1):
            for at, cell in enumerate(row):
                sheet.write(last, at, cell, number if isinstance(cell, int) else None)
                widths[at] = min(WIDEST, max(widths[at], len(str(cell)) + 2))
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(last, 1), len(heads) - 1)
    answer = HttpResponse(file.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer


def _safe(cell: Any) -> Any:
    """A text that a spreadsheet would take for a formula stays a text."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
