"""What the checker found: as a page to print, as marks for the editor; setting aside with a reason."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from caitien_web.plans.access import enter_plan, get_row_for, may_write
from caitien_web.plans.actions.draft_marks import clear_marks, clear_part_marks
from caitien_web.plans.actions.findings import check_now, set_aside_finding, take_up_finding
from caitien_web.plans.forms.cells import uuid_of
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.findings import counts_of, words_for
from caitien_web.plans.queries.panel import explained
from caitien_web.plans.queries.parts import sections_with_marks
from caitien_web.plans.sections import BY_KEY, held
from caitien_web.plans.views.answers import marks_told
from caitien_web.schools.access import enter


def findings(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The list of findings; posted to, the marks of all cells as JSON."""
    enter(request, unit, "plan.check")
    plan = enter_plan(request, unit, period)
    marks = check_now(plan, at=timezone.now())
    if request.method == "POST":
        return JsonResponse(marks_told(marks))
    marked = sections_with_marks(plan, on=timezone.localdate())
    context = {
        "plan": plan,
        "tab": "plan-findings",
        "standing": [explained(mark, marked) for mark in marks if not mark.set_aside],
        "aside": [explained(mark) for mark in marks if mark.set_aside],
        "counts": words_for(counts_of(marks)),
        "writes": may_write(request.user, plan),
    }
    return render(request, "plans/findings.html", context)


@require_POST
def set_aside(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """Set one finding aside, with the reason that was typed."""
    plan = enter_plan(request, unit, period, "plan.write")
    given = request.POST
    set_aside_finding(
        plan,
        code=given.get("code", ""),
        item=uuid_of(given["item"]) if given.get("item") else None,
        quote=given.get("quote", ""),
        reason=given.get("reason", ""),
        by=request.user,
        at=timezone.now(),
    )
    return _answer(request, plan, "Đã bỏ qua, lý do được giữ trong danh sách.")


@require_POST
def clear_draft_marks(request: HttpRequest, unit: str, period: str, row: UUID) -> HttpResponse:
    """What the marks of a row asked has been decided: they go."""
    plan = enter_plan(request, unit, period, "plan.write")
    clear_marks(plan, get_row_for(plan, row).pk, by=request.user, at=timezone.now())
    return _answer(
        request, plan, "Đã xóa các dấu của bản nháp trong mục. Xem lại từng ô; chữ cũ còn ở lịch sử của mục."
    )


@require_POST
def clear_marks_of_part(request: HttpRequest, unit: str, period: str, key: str) -> HttpResponse:
    """What the marks of a part asked has been decided: they go."""
    plan = enter_plan(request, unit, period, "plan.write")
    section = BY_KEY.get(key)
    if section is None:
        raise Http404("Kế hoạch không có phần này.")
    base = request.POST.get("base", "")
    clear_part_marks(plan, section, held(plan, section), base=base, by=request.user, at=timezone.now())
    return _answer(request, plan, f"Đã xóa các dấu của bản nháp trong phần “{section.title}”.")


@require_POST
def take_up(request: HttpRequest, unit: str, period: str, entry: int) -> HttpResponse:
    plan = enter_plan(request, unit, period, "plan.write")
    found = plan.set_aside.filter(pk=entry).first()
    if found is None:
        raise Http404("Mục bỏ qua này không còn.")
    found.plan = plan
    take_up_finding(found, by=request.user, at=timezone.now())
    return _answer(request, plan, "Đã tính lại lỗi này.")


def _answer(request: Any, plan: SchoolPlan, told: str) -> HttpResponse:
    """JSON for the script, the page the form stood on for others."""
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"message": told})
    messages.success(request, told)
    back = request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()})
    return redirect(back) if safe else redirect("plan-findings", plan.unit.slug, plan.slug)
