"""Statistics over the plans that one may see, of a school or of all schools below an authority."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from caitien_web.oversight.access import enter_statistics, school_year
from caitien_web.oversight.forms import YearForm
from caitien_web.oversight.queries.overview import statistics_of
from caitien_web.oversight.sheets import as_csv, as_xlsx


def statistics(request: HttpRequest, unit: str) -> HttpResponse:
    """By standard, criterion, owner, source and sum."""
    entered, drafts = enter_statistics(request, unit)
    form = YearForm(request.GET, year=school_year(timezone.localdate()))
    told = {"form": form, "year": form.year, "it": statistics_of(entered, form.year, drafts=drafts)}
    return render(request, "oversight/statistics.html", told | {"tab": "statistics"})


def statistics_file(request: HttpRequest, unit: str, kind: str) -> HttpResponseBase:
    """The same as Excel or CSV."""
    entered, drafts = enter_statistics(request, unit)
    form = YearForm(request.GET, year=school_year(timezone.localdate()))
    it = statistics_of(entered, form.year, drafts=drafts)
    heads = ("Thống kê", "Nội dung", "Số trường", "Số kế hoạch", "Số mục", "Đã xong", "Kinh phí (đồng)")
    rows = (
        (heading, name, sums.schools, sums.plans, sums.items, sums.done, sums.amount)
        for _, heading, table in it.tables
        for name, sums in table
    )
    make = as_xlsx if kind == "xlsx" else as_csv
    return make(f"thong-ke-{entered.slug}-{form.year}-{form.year + 1}", heads, rows)
