"""The schools whose recognition ends soon: as a page and as a file."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from caitien_web.oversight.access import enter_authority, school_year
from caitien_web.oversight.forms import EndingForm
from caitien_web.oversight.queries.recognitions import endings, recognitions_ending, within_months
from caitien_web.oversight.sheets import as_csv, as_xlsx
from caitien_web.ui.vn import day

PAGE = 50
HEADS = ("Trường", "Đơn vị quản lý", "Công nhận", "Mức, cấp độ", "Số quyết định", "Ngày quyết định", "Hết hạn", "Còn")


def recognitions(request: HttpRequest, unit: str) -> HttpResponse:
    """Those that end within the months chosen, and those that have ended."""
    on, (form, found) = timezone.localdate(), _asked(request, unit)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    told = {"form": form, "page": page, "rows": endings(list(page), on=on), "tab": "recognitions"}
    return render(request, "oversight/recognitions.html", told | {"year": school_year(on)})


def recognitions_file(request: HttpRequest, unit: str, kind: str) -> HttpResponseBase:
    """The same list as a file, all of it."""
    on, (_, found) = timezone.localdate(), _asked(request, unit)
    cells = ((*_cells(one.recognition), one.words) for one in endings(list(found), on=on))
    return (as_xlsx if kind == "xlsx" else as_csv)(f"{unit}-cong-nhan-sap-het-han", HEADS, cells)


def _asked(request: HttpRequest, unit: str) -> Any:
    at_unit = enter_authority(request, unit)
    form = EndingForm(request.GET)
    until = within_months(timezone.localdate(), form.months)
    return form, recognitions_ending(at_unit, until=until, kind=form.kind)


def _cells(one: Any) -> tuple[str, ...]:
    above = one.unit.parent.name if one.unit.parent else ""
    told = (one.get_kind_display(), one.degree, one.number, day(one.decided_on), day(one.valid_until))
    return (one.unit.name, above, *told)
