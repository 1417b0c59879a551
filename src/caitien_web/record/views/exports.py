"""The record goes out: asked for, waited for, fetched."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from caitien_web.record.access import enter_export, enter_school
from caitien_web.record.actions.exporting import KEPT_FOR, ask_export, begin_export, fetch_export
from caitien_web.record.places import zip_of_export
from caitien_web.record.queries import exports_of
from caitien_web.tenancy.files import download


def record(request: HttpRequest, unit: str) -> HttpResponse:
    """What a record is, the last ones that were made, and the button that asks for one."""
    entered = enter_school(request, unit, "record.export")
    page = {"exports": exports_of(entered), "days": KEPT_FOR.days}
    return render(request, "record/record.html", page)


@require_POST
def record_ask(request: HttpRequest, unit: str) -> HttpResponse:
    """Have it made."""
    entered = enter_school(request, unit, "record.export")
    begin_export(ask_export(entered, by=request.user, at=timezone.now()))
    messages.success(request, "Đã bắt đầu xuất hồ sơ. Có thể rời trang này; xong thì tải về ở đây.")
    return redirect("record", unit)


def record_progress(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """How far the making is; the page comes anew once it has ended."""
    made = enter_export(request, unit, key)
    if not made.is_under_way:
        return HttpResponseClientRefresh()
    return render(request, "record/export_progress.html", {"made": made})


def record_file(request: HttpRequest, unit: str, key: UUID) -> FileResponse:
    """The .zip itself; who took it stands in the history."""
    made = enter_export(request, unit, key)
    fetch_export(made, by=request.user, at=timezone.now())
    return download(zip_of_export(made), made.name)
