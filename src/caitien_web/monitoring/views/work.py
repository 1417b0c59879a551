"""A person's work, one work with its reports, and the progress of a whole plan."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.monitoring.access import get_work_for, may_confirm, may_reopen, may_report, must_report
from caitien_web.monitoring.actions.progress import drop_work, report_progress
from caitien_web.monitoring.forms.work import DropForm, ProgressForm
from caitien_web.monitoring.queries.my_work import grouped, my_work
from caitien_web.monitoring.queries.work_page import work_page
from caitien_web.plans.access import enter_plan
from caitien_web.schools.access import enter

GROUPS = ("tieu-chuan", "thang", "nguoi")  # by standard, month, person


def my_work_page(request: Any, unit: str) -> HttpResponse:
    """What the person leads and helps in: late, due, running."""
    at_unit, person = enter(request, unit, "work.report"), request.user.person
    on = timezone.localdate()
    return render(request, "monitoring/my_work.html", {"mine": my_work(person, at_unit, on=on), "on": on})


def work(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """One work with all that was reported; those who carry it out report here."""
    found = get_work_for(enter(request, unit, "work.view"), pk)
    page = work_page(found, on=timezone.localdate())
    reports = page.takes_reports and may_report(request.user, found, carriers=page.people)
    form = ProgressForm(initial={"state": found.state, "percent": found.percent}) if reports else None
    shown = {
        "page": page,
        "work": found,
        "form": form,
        "confirms": may_confirm(request.user, found, page.hands),
        "reopens": may_reopen(request.user, found, page.confirmed),
    }
    return render(request, "monitoring/work.html", shown)


@require_POST
def report(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Take down a report; where something is wrong the form comes back with all that was typed."""
    found = get_work_for(enter(request, unit, "work.report"), pk)
    must_report(request.user, found)
    form = ProgressForm(request.POST, request.FILES)
    if not form.is_valid():
        page = work_page(found, on=timezone.localdate())
        return render(request, "monitoring/work.html", {"page": page, "work": found, "form": form}, status=422)
    files = form.cleaned_data.pop("evidence")
    report_progress(found, by=request.user, at=timezone.now(), files=files or (), **form.cleaned_data)
    messages.success(request, "Đã ghi tiến độ.")
    return redirect("my-work", unit)


def drop(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Stop a work for good, after a word of why."""
    found = get_work_for(enter(request, unit, "work.assign"), pk)
    form = DropForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        drop_work(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Đã dừng việc này.")
        return redirect("work", unit, pk)
    told = {"title": "Dừng việc này?", "text": str(found), "button": "Dừng thực hiện", "danger": True, "form": form}
    return render(request, "ui/confirm.html", told | {"back": ".."}, status=422 if form.errors else 200)


def plan_progress(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """All works of a plan, by standard, month or person."""
    plan = enter_plan(request, unit, period, "work.view")
    by = request.GET.get("theo", "")
    by = by if by in GROUPS else GROUPS[0]
    on = timezone.localdate()
    found = {
        "plan": plan,
        "groups": grouped(plan, by, on=on),
        "by": by,
        "on": on,
        "tab": "plan-progress",
    }
    return render(request, "monitoring/plan_progress.html", found)
