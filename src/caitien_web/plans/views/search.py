"""The search page of a unit."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from caitien_web.plans.access import Finder, searches_as, searches_here
from caitien_web.plans.excerpts import show
from caitien_web.plans.forms.search import SearchForm
from caitien_web.plans.queries.search import MOST, Hits, find, rows_of
from caitien_web.schools.access import enter

PAGE = 20


def search_page(request: HttpRequest, unit: str) -> HttpResponse:
    """Hits among the plans of the unit and of all below it that the person may see."""
    entered = enter(request, unit, "plan.view_issued")
    if not searches_here(request.user, entered):
        raise PermissionDenied("Vai trò của anh/chị chưa được xem kế hoạch của các trường trực thuộc.")
    as_, year = searches_as(request.user, entered), timezone.localdate().year + 1
    form = SearchForm(request.GET, unit=entered, drafts=as_ is not Finder.READER, year=year)
    wanted = form.wanted()
    hits = find(wanted, entered, as_=as_, year=year) if wanted else Hits()
    page = Paginator(hits.ids, PAGE).get_page(request.GET.get("trang"))
    found = [show(row, hits.words) for row in rows_of(list(page), entered, as_=as_)]
    first_loose = hits.ids[hits.close] if 0 < hits.close < len(hits.ids) else None
    told = {
        "first_loose": first_loose,
        "form": form,
        "wanted": wanted,
        "hits": hits,
        "page": page,
        "found": found,
        "most": MOST,
        "finds_all": as_ is Finder.WRITER,
    }
    return render(request, "plans/search.html", told)
