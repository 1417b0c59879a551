"""Adding, moving, splitting and removing rows; a row's own page for those who work by forms."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from caitien_web.plans.access import enter_draft, enter_plan, get_row_for, may_write
from caitien_web.plans.actions.cells import write_cells
from caitien_web.plans.actions.rows import add_row, move_row, remove_row, restore_row, split_row
from caitien_web.plans.forms.cells import number_of, row_writes, uuid_of
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.plans.queries.cells import history_of_row
from caitien_web.plans.queries.panel import panel_of
from caitien_web.plans.queries.row_form import cells_of_form
from caitien_web.plans.views.answers import row_told


@require_POST
def add(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """A new row below another one, or at the end of a standard."""
    plan = enter_plan(request, unit, period, "plan.write")
    after = request.POST.get("after")
    row = add_row(
        plan,
        after=uuid_of(after) if after else None,
        standard=number_of(request.POST.get("standard")) or None,
        by=request.user,
        at=timezone.now(),
    )
    return _answer(request, plan, row, "Đã thêm một mục mới.")


@require_POST
def move(request: HttpRequest, unit: str, period: str, row: UUID) -> HttpResponse:
    plan = enter_plan(request, unit, period, "plan.write")
    moved = move_row(plan, row, up=request.POST.get("up") == "1", by=request.user, at=timezone.now())
    return _answer(request, plan, moved, "Đã chuyển mục.")


@require_POST
def split(request: HttpRequest, unit: str, period: str, row: UUID) -> HttpResponse:
    plan = enter_plan(request, unit, period, "plan.write")
    field, position = request.POST.get("field", ""), number_of(request.POST.get("position"))
    new = split_row(plan, row, field=field, position=position, by=request.user, at=timezone.now())
    return _answer(request, plan, new, "Đã tách mục.")


@require_POST
def remove(request: HttpRequest, unit: str, period: str, row: UUID) -> HttpResponse:
    """Take a row out; the message offers the way back."""
    plan = enter_plan(request, unit, period, "plan.write")
    removed = remove_row(plan, row, by=request.user, at=timezone.now())
    return _answer(request, plan, removed, "Đã xóa mục. Lấy lại được ở trang “Mục đã xóa”.")


@require_POST
def restore(request: HttpRequest, unit: str, period: str, row: UUID) -> HttpResponse:
    plan = enter_plan(request, unit, period, "plan.write")
    restored = restore_row(plan, row, by=request.user, at=timezone.now())
    return _answer(request, plan, restored, "Đã lấy lại mục.")


def row_page(request: HttpRequest, unit: str, period: str, row: UUID) -> HttpResponse:
    """All cells of a row as an ordinary form, with the version of each; conflicts are shown beside what was typed."""
    plan = enter_plan(request, unit, period, "plan.write" if request.method == "POST" else "plan.view")
    item = get_row_for(plan, row)
    cells = cells_of_form(plan, item)
    if request.method == "POST":
        writes = row_writes(row, [cell.field for cell in cells], request.POST)
        answers = write_cells(plan, writes, by=request.user, at=timezone.now())
        conflicts = [answer for answer in answers if answer.state == "conflict"]
        if not conflicts:
            messages.success(request, "Đã lưu.")
            return redirect(_to_row(plan, item))
        cells = cells_of_form(plan, item, typed=request.POST, conflicts=conflicts)
    context = {"plan": plan, "tab": "plan", "item": item, "cells": cells, "panel": panel_of(plan, item)}
    return render(request, "plans/row.html", context | {"writes": may_write(request.user, plan)})


@require_GET
def panel(request: HttpRequest, unit: str, period: str, row: UUID) -> HttpResponse:
    """The side panel of a row, for the table's page."""
    plan = enter_plan(request, unit, period)
    item = get_row_for(plan, row)
    context = {"plan": plan, "item": item, "panel": panel_of(plan, item, request.GET.get("o", ""))}
    return render(request, "plans/panel.html", context | {"writes": may_write(request.user, plan)})


@require_GET
def history(request: HttpRequest, unit: str, period: str, row: UUID) -> HttpResponse:
    """Everything that happened to a row, with the differences."""
    plan = enter_draft(request, unit, period)
    item = get_row_for(plan, row, removed=True)
    return render(
        request, "plans/row_history.html", {"plan": plan, "tab": "plan", "item": item, "changes": history_of_row(item)}
    )


def _to_row(plan: SchoolPlan, row: PlanItem) -> str:
    return f"{reverse('plan', args=[plan.unit.slug, plan.slug])}#muc-{row.pk}"


def _answer(request: Any, plan: SchoolPlan, row: PlanItem, told: str) -> HttpResponse:
    """JSON for the script, the page again with a message for a form."""
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(row_told(row))
    messages.success(request, told)
    return redirect(_to_row(plan, row))
