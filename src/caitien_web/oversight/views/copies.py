"""Plans that share much of their text."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.oversight.access import enter_authority, school_year
from caitien_web.oversight.actions import search_copies
from caitien_web.oversight.forms import YearForm
from caitien_web.oversight.queries.copies import last_copy_search


def copies(request: HttpRequest, unit: str) -> HttpResponse:
    """The result of the last search of a school year."""
    authority = enter_authority(request, unit)
    form = YearForm(request.GET, year=school_year(timezone.localdate()))
    told = {"form": form, "year": form.year, "search": last_copy_search(authority, form.year), "tab": "copies"}
    return render(request, "oversight/copies.html", told)


@require_POST
def ask_copies(request: HttpRequest, unit: str) -> HttpResponse:
    """Start a search in the background."""
    authority = enter_authority(request, unit)
    form = YearForm(request.POST, year=school_year(timezone.localdate()))
    search_copies(authority, form.year, by=request.user, at=timezone.now())
    messages.success(request, "Đã bắt đầu so kế hoạch của các trường. Tải lại trang sau ít phút để xem kết quả.")
    return redirect(f"{reverse('copies', args=[unit])}?nam={form.year}")
