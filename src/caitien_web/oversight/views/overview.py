"""An authority's first page, and the list of its schools with its files."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from caitien.vietnamese.years import say_years
from caitien_web.oversight.access import enter_authority, school_year
from caitien_web.oversight.charts import charts_of
from caitien_web.oversight.forms import SchoolsForm, YearForm
from caitien_web.oversight.queries.overview import overview_of
from caitien_web.oversight.queries.schools import lines_of, schools_at
from caitien_web.oversight.sheets import as_csv, as_xlsx

PAGE = 50
COLUMNS = (
    ("ten", "Trường", ""),
    ("trang-thai", "Kế hoạch", ""),
    ("muc", "Số mục", "number"),
    ("qua-han", "Quá hạn", "number"),
    ("loi", "Lỗi", "number"),
    ("kinh-phi", "Kinh phí", "number"),
)
HEADS = (
    "Trường",
    "Cấp học",
    "Đơn vị quản lý",
    "Giai đoạn",
    "Trạng thái",
    "Số, ký hiệu",
    "Số mục",
    "Việc quá hạn",
    "Lỗi",
    "Nên xem",
    "Kinh phí (đồng)",
)


def overview(request: HttpRequest, unit: str) -> HttpResponse:
    """Numbers of all schools below the unit in a school year; a school has its statistics instead."""
    authority = enter_authority(request, unit)
    if authority.is_school:
        return redirect("statistics", unit)
    on = timezone.localdate()
    form = YearForm(request.GET, year=school_year(on))
    it = overview_of(authority, form.year, on=on)
    told = {"form": form, "year": form.year, "it": it, "charts": charts_of(it), "tab": "oversight"}
    return render(request, "oversight/overview.html", told)


def schools(request: HttpRequest, unit: str) -> HttpResponse:
    """The schools below the unit, with their plans of a school year."""
    authority = enter_authority(request, unit)
    on = timezone.localdate()
    form = SchoolsForm(request.GET, year=school_year(on), unit=authority)
    asked = form.asked()
    found: Any = schools_at(authority, form.year, asked, on=on)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    lines = lines_of(list(page), form.year, on=on)
    told = {"form": form, "year": form.year, "page": page, "lines": lines, "asked": asked, "columns": COLUMNS}
    return render(request, "oversight/schools.html", told | {"tab": "oversight-schools"})


def schools_file(request: HttpRequest, unit: str, kind: str) -> HttpResponseBase:
    """The same list as a file, all of it."""
    authority = enter_authority(request, unit)
    on = timezone.localdate()
    form = SchoolsForm(request.GET, year=school_year(on), unit=authority)
    rows = list(schools_at(authority, form.year, form.asked(), on=on).rows.select_related("parent"))
    lines = lines_of(rows, form.year, on=on)
    cells = (
        (
            line.unit.name,
            line.unit.get_level_display(),
            line.unit.parent.name if line.unit.parent else "",
            "; ".join(say_years(plan.period) for plan in line.plans),
            "; ".join(plan.state.label for plan in line.plans) or "Chưa có kế hoạch đã trình",
            "; ".join(plan.number or "–" for plan in line.plans),
            line.items,
            line.late,
            line.errors,
            line.warnings,
            line.amount,
        )
        for line in lines
    )
    make = as_xlsx if kind == "xlsx" else as_csv
    return make(f"{authority.slug}-{form.year}-{form.year + 1}", HEADS, cells)
