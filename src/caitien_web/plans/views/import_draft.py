"""The draft of a plan on its way in: cells, particulars, rows and doubts set right, each at once kept."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.plans.access import enter_import
from caitien_web.plans.actions.corrections import correct_cell, correct_particular, settle_doubt
from caitien_web.plans.actions.import_rows import ROW_ACTIONS, split_draft_row, undo_draft
from caitien_web.plans.draft_rows import items_in
from caitien_web.plans.models import PlanImport
from caitien_web.plans.queries.imports import review_of, saved_cells

GO_TO = {"them": 1, "gop": -1}  # which row one stands at afterwards, from the one that was pressed


@require_POST
def import_cell(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """A cell corrected in place; the cell as it is now comes back."""
    imported = enter_import(request, unit, key)
    item, name = _number(request, "item"), request.POST.get("field", "")
    text, of = request.POST.get("text", ""), _number(request, "of")
    imported = correct_cell(imported, item=item, field=name, text=text, of=of, by=request.user, at=timezone.now())
    page = {"imported": imported, "review": review_of(imported), "saved": name}
    return render(request, "plans/import_saved.html", page | {"cells": saved_cells(imported, item, name)})


@require_POST
def import_particular(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """Number, day or subject corrected."""
    imported = enter_import(request, unit, key)
    name, text = request.POST.get("field", ""), request.POST.get("text", "")
    correct_particular(imported, field=name, text=text, by=request.user, at=timezone.now())
    return HttpResponse('<span class="saved-now">Đã lưu</span>')


@require_POST
def import_doubt(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """A doubt looked at and let stand."""
    imported = enter_import(request, unit, key)
    imported = settle_doubt(imported, number=_number(request, "number"), by=request.user, at=timezone.now())
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "plans/import_settled.html", {"imported": imported, "review": review_of(imported)})
    return redirect("plan-import", unit, key)


@require_POST
def import_row(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """A row added below, left out, or joined with the one above."""
    imported = enter_import(request, unit, key)
    action = ROW_ACTIONS.get(request.POST.get("what", ""))
    if action is None:
        raise Http404("Không có việc này.")
    item = _number(request, "item")
    imported = action(imported, item=item, of=_number(request, "of"), by=request.user, at=timezone.now())
    return _rows(request, imported, item + GO_TO.get(request.POST["what"], 0))


@require_POST
def import_split(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """A row parted in two at a place of one of its cells."""
    imported = enter_import(request, unit, key)
    item, name = _number(request, "item"), request.POST.get("field", "")
    where: Any = {"item": item, "of": _number(request, "of"), "field": name, "position": _number(request, "position")}
    return _rows(request, split_draft_row(imported, **where, by=request.user, at=timezone.now()), item + 1)


@require_POST
def import_undo(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """The last thing done to the rows taken back."""
    imported = enter_import(request, unit, key)
    imported, item = undo_draft(imported, by=request.user, at=timezone.now())
    return _rows(request, imported, item)


def _rows(request: HttpRequest, imported: PlanImport, item: int) -> HttpResponse:
    """The rows as they are now, with the one to go to."""
    last = max(0, min(item, len(items_in(imported)) - 1))
    if request.htmx:  # type: ignore[attr-defined]
        page = {"imported": imported, "review": review_of(imported), "go_to": last, "told": True}
        return render(request, "plans/import_rows.html", page)
    messages.success(request, "Đã lưu bản đọc. Tệp gốc không thay đổi.")
    return redirect(f"{reverse('plan-import', args=[imported.unit.slug, imported.pk])}#muc-{last + 1}")


def _number(request: HttpRequest, name: str) -> int:
    given = request.POST.get(name, "")
    return int(given) if given.isdigit() and len(given) < 6 else -1
