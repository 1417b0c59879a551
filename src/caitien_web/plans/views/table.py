"""The plan's own page: the table of its form, which is the editor."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from caitien_web.plans.access import enter_plan


def plan_page(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The table of a plan."""
    plan = enter_plan(request, unit, period)
    return render(request, "plans/table.html", {"plan": plan, "tab": "plan"})
