"""A record comes in: sent, read, looked at, confirmed or given up."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from caitien_web.record.access import enter_import, enter_school
from caitien_web.record.actions.bringing import MOST_BYTES, bring_record, drop_record, read_again
from caitien_web.record.actions.taking_in import begin_reading, begin_writing, confirm_record
from caitien_web.record.forms import BringRecord
from caitien_web.record.queries import imports_of, summary_of
from caitien_web.ui.uploads import refuse_too_large, takes_up_to


@takes_up_to(MOST_BYTES + 1_000_000)
def record_bring(request: HttpRequest, unit: str) -> HttpResponse:
    """Send the .zip; it is read by the worker."""
    entered = enter_school(request, unit, "record.import")
    refuse_too_large(request)
    form = BringRecord(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        brought = bring_record(entered, form.cleaned_data["file"], by=request.user, at=timezone.now())
        begin_reading(brought)
        return redirect("record-import", unit, brought.pk)
    page = {"form": form, "imports": imports_of(entered)}
    return render(request, "record/bring.html", page, status=422 if form.errors else 200)


def record_import(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """Whatever its state asks for: wait, look at the summary, or know why it cannot come in."""
    brought = enter_import(request, unit, key)
    page = {"brought": brought, "told": summary_of(brought), "is_stuck": brought.is_stuck(timezone.now())}
    return render(request, "record/import.html", page)


def record_import_progress(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """How far the reading or writing is; the page comes anew once it has ended."""
    brought = enter_import(request, unit, key)
    if not brought.is_under_way:
        return HttpResponseClientRefresh()
    return render(request, "record/import_progress.html", {"brought": brought})


@require_POST
def record_import_confirm(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """Write it into the school."""
    return _go_on(request, unit, key, confirm_record, begin_writing)


@require_POST
def record_import_again(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """Read it once more."""
    return _go_on(request, unit, key, read_again, begin_reading)


def _go_on(
    request: HttpRequest, unit: str, key: UUID, act: Callable[..., Any], begin: Callable[..., Any]
) -> HttpResponse:
    brought = enter_import(request, unit, key)
    act(brought, by=request.user, at=timezone.now())
    begin(brought)
    return redirect("record-import", unit, key)


@require_POST
def record_import_drop(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """Give it up."""
    brought = enter_import(request, unit, key)
    drop_record(brought, by=request.user, at=timezone.now())
    messages.success(request, f"Đã bỏ tệp {brought.name}. Không có gì được ghi vào trường.")
    return redirect("record-bring", unit)
