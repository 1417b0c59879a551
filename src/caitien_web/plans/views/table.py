"""The plan's own page: the table of its form, which is the editor."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from caitien_web.plans.access import enter_draft, enter_plan, may_write
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.choices import choices_of, people_of
from caitien_web.plans.queries.findings import by_cell, counts_of, known_marks, words_for
from caitien_web.plans.queries.table import removed_rows, rows_of, table_of


@require_GET
def plan_page(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The table of a plan, with what its lists offer to those who may write."""
    plan = enter_plan(request, unit, period)
    context = _table(request, plan)
    if context["writes"]:
        context["choices"] = choices_of(plan, people_of(plan, timezone.localdate()))
    return render(request, "plans/table.html", context)


@require_GET
def table_body(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The rows alone, for the script to lay anew after rows came, went or moved."""
    plan = enter_plan(request, unit, period)
    return render(request, "plans/table_body.html", _table(request, plan))


@require_GET
def removed(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The rows that were removed, to bring them back."""
    plan = enter_draft(request, unit, period)
    context = {"plan": plan, "tab": "plan", "rows": removed_rows(plan), "writes": may_write(request.user, plan)}
    return render(request, "plans/removed.html", context)


def _table(request: HttpRequest, plan: SchoolPlan) -> dict[str, Any]:
    items = rows_of(plan)
    marks = known_marks(plan, items)
    table = table_of(plan, items, by_cell(marks) if marks else None)
    counts = counts_of(marks) if marks is not None else _kept_counts(plan)
    told = {"plan": plan, "tab": "plan", "table": table, "counts": words_for(counts) if counts else ""}
    return told | {"writes": may_write(request.user, plan)}


def _kept_counts(plan: SchoolPlan) -> dict[str, int]:
    """What the last check counted: of the version in force, so nothing is said of one that is being prepared."""
    if plan.checked_at is None or plan.adjusting:
        return {}
    return {"error": plan.error_count, "warning": plan.warning_count, "hint": plan.hint_count}
