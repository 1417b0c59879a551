"""An authority brings in the plans of its schools: sent together, matched, confirmed one by one or together."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.plans.access import enter_import
from caitien_web.plans.actions.imports import drop_unreadable
from caitien_web.plans.actions.many_imports import ALIKE, choose_school, confirm_matched, receive_many
from caitien_web.plans.forms.starting import PlanUploads
from caitien_web.plans.queries.imports import in_batches, schools_below, twins_in
from caitien_web.schools.access import enter
from caitien_web.ui.uploads import refuse_too_large


def imports_page(request: HttpRequest, unit: str) -> HttpResponse:
    """Send many files, and see what has become of those sent."""
    entered = enter(request, unit, "plan.import_many")
    form = PlanUploads(request.POST or None, request.FILES or None)
    refuse_too_large(request)
    if request.method == "POST" and form.is_valid():
        batch = receive_many(entered, form.cleaned_data["plans"], by=request.user, at=timezone.now())
        bad = f" Có {batch.unreadable} tệp không đọc được, lý do ghi trong bảng." if batch.unreadable else ""
        messages.success(request, f"Đã nhận {len(batch.taken)} tệp; đang đọc lần lượt.{bad}")
        for told in batch.refused[:10]:
            messages.warning(request, told)
        return redirect("plan-imports", unit)
    page = _page(entered) | {"form": form}
    return render(request, "plans/imports.html", page, status=422 if form.errors else 200)


def imports_table(request: HttpRequest, unit: str) -> HttpResponse:
    """The table alone, asked again while files are being read."""
    entered = enter(request, unit, "plan.import_many")
    return render(request, "plans/imports_table.html", _page(entered))


def _page(entered: Any) -> dict[str, Any]:
    rows = in_batches(entered)
    return {
        "rows": rows,
        "schools": schools_below(entered) if rows else [],
        "busy": any(row.is_being_read for row in rows),
        "sure": sum(1 for row in rows if row.state == "read" and row.school_id and row.likeness >= ALIKE),
        "alike": ALIKE,
        "done": sum(not row.is_being_read for row in rows),
        "twins": twins_in(rows),
        "failed": sum(1 for row in rows if row.state == "failed"),
    }


@require_POST
def import_school(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """Say whose plan it is."""
    imported = enter_import(request, unit, key)
    chosen = request.POST.get("school", "")
    school = next((one for one in schools_below(imported.unit) if one.slug == chosen), imported.unit)
    choose_school(imported, school, by=request.user, at=timezone.now())
    messages.success(request, f"{imported.name} là kế hoạch của {school.name}.")
    return redirect("plan-imports", unit)


@require_POST
def imports_confirm(request: HttpRequest, unit: str) -> HttpResponse:
    """Confirm all that were matched surely."""
    entered = enter(request, unit, "plan.import_many")
    done, refused = confirm_matched(in_batches(entered, heavy=True), by=request.user, at=timezone.now())
    messages.success(request, f"Đã nhập {done} kế hoạch.")
    for told in refused[:10]:
        messages.warning(request, told)
    return redirect("plan-imports", unit)


@require_POST
def imports_drop_failed(request: HttpRequest, unit: str) -> HttpResponse:
    """Give up all that could not be read."""
    entered = enter(request, unit, "plan.import_many")
    done = drop_unreadable(in_batches(entered), by=request.user, at=timezone.now())
    messages.success(request, f"Đã bỏ {done} tệp không đọc được.")
    return redirect("plan-imports", unit)
