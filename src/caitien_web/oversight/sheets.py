"""Tables as files: CSV that Excel opens with its letters right, and xlsx."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from caitien.formats.rows import write_rows

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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
    cells = ([cell if isinstance(cell, int) else str(cell) for cell in row] for row in rows)
    answer = HttpResponse(write_rows(heads, cells, title="Danh sách"), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer


def _safe(cell: Any) -> Any:
    """A text that a spreadsheet would take for a formula stays a text."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
