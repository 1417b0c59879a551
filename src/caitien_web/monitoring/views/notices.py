"""What was told to a person: the list, one notice that leads to its page, all of them seen."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from caitien_web.monitoring.access import get_notice_for
from caitien_web.monitoring.actions.notices import read_all, read_notice
from caitien_web.monitoring.queries.notices import notices_of
from caitien_web.schools.access import units_of

PAGE = 50


@require_GET
def notices(request: Any) -> HttpResponse:
    """All notices, the newest first; with ?moi=1 those that are new."""
    request.my_units, only_new = units_of(request.user), request.GET.get("moi") == "1"
    found = notices_of(request.user, on=timezone.localdate())
    page = Paginator(found.filter(read_at=None) if only_new else found, PAGE).get_page(request.GET.get("trang"))
    return render(request, "monitoring/notices.html", {"page": page, "only_new": only_new})


@require_GET
def notice(request: Any, pk: int) -> HttpResponse:
    """One notice: it is seen, and leads to the page that it is about."""
    found = get_notice_for(request.user, pk)
    read_notice(found, at=timezone.now())
    return redirect(found.address or "notices")


@require_POST
def all_read(request: Any) -> HttpResponse:
    """All notices are seen."""
    if request.user.person:
        read_all(request.user.person, at=timezone.now())
    messages.success(request, "Đã đánh dấu mọi thông báo là đã đọc.")
    return redirect("notices")
