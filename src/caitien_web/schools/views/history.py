"""The history of a unit: to look through, to narrow, to take along as a file."""

import csv
import io
from collections.abc import Iterator

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from caitien.formats.rows import write_rows
from caitien_web.history.differences import differences
from caitien_web.history.models import Entry
from caitien_web.history.queries import entries_of
from caitien_web.history.sentences import sentence
from caitien_web.schools.access import enter
from caitien_web.schools.forms.history import HistoryFilter
from caitien_web.ui.vn import moment

HEADINGS = ("Lúc", "Ai", "Việc", "Trước và sau")
MOST = 50_000  # rows of a file
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def history_page(request: HttpRequest, unit: str) -> HttpResponse:
    """The entries, newest first."""
    at_unit = enter(request, unit, "history.view")
    asked = HistoryFilter(request.GET)
    page = Paginator(entries_of(at_unit, personal=_manages(request), **asked.asked()), 50).get_page(
        request.GET.get("trang")
    )
    told = [(entry, sentence(entry), differences(entry)) for entry in page]
    return render(request, "schools/history.html", {"page": page, "entries": told, "asked": asked})


def history_file(request: HttpRequest, unit: str, kind: str) -> HttpResponse:
    """The same entries as a file, with what they changed."""
    at_unit = enter(request, unit, "history.view")
    asked = HistoryFilter(request.GET).asked()
    rows = _rows(entries_of(at_unit, personal=_manages(request), **asked)[:MOST])
    headers = {"Content-Disposition": f'attachment; filename="nhat-ky-{unit}.{kind}"'}
    if kind == "xlsx":
        return HttpResponse(write_rows(HEADINGS, rows, title="Nhật ký"), content_type=XLSX, headers=headers)
    return HttpResponse(_csv(rows), content_type="text/csv; charset=utf-8", headers=headers)


def _manages(request: HttpRequest) -> bool:
    """Who manages the unit's people also sees what they did to their own accounts."""
    return "people.manage" in request.rights  # type: ignore[attr-defined]


def _rows(entries: QuerySet[Entry]) -> Iterator[tuple[str, ...]]:
    for entry in entries.iterator(chunk_size=1000):
        changed = "; ".join(f"{one.words}: {one.before or '–'} → {one.after or '–'}" for one in differences(entry))
        yield moment(entry.at), entry.actor_name or "Hệ thống", sentence(entry), changed


def _csv(rows: Iterator[tuple[str, ...]]) -> bytes:
    """For Excel: with its mark, and with no text that it would take for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    writer.writerows([f"'{text}" if text[:1] in ("=", "+", "-", "@") else text for text in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
