"""The plan's own page: the table of its form, which is the editor."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from caitien_web.plans.access import enter_draft, enter_plan, may_write
from caitien_web.plans.queries.choices import choices_of, people_of
from caitien_web.plans.queries.drawn import drawn
from caitien_web.plans.queries.table import removed_rows
from caitien_web.schools.access import may


@require_GET
def plan_page(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The table of a plan, with what its lists offer to those who may write."""
    plan = enter_plan(request, unit, period)
    writes = may_write(request.user, plan)
    checks = may(request.user, "plan.check", plan.unit)
    context: dict[str, Any] = {"plan": plan, "tab": "plan", "writes": writes, "checks": checks}
    if writes:
        context["choices"] = choices_of(plan, people_of(plan, timezone.localdate()))
    table = drawn("plans/table_area.html", plan, writes=writes, checks=checks)
    return render(request, "plans/table.html", context | {"table": table})


@require_GET
def table_body(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The rows alone, for the script to lay anew after rows came, went or moved."""
    plan = enter_plan(request, unit, period)
    writes, checks = may_write(request.user, plan), may(request.user, "plan.check", plan.unit)
    return HttpResponse(drawn("plans/table_body.html", plan, writes=writes, checks=checks).html)


@require_GET
def removed(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The rows that were removed, to bring them back."""
    plan = enter_draft(request, unit, period)
    context = {"plan": plan, "tab": "plan", "rows": removed_rows(plan), "writes": may_write(request.user, plan)}
    return render(request, "plans/removed.html", context)
