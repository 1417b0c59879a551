"""Self-assessments: the list, the table of one, a criterion, and its steps."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.assessment.access import enter_assessment, enter_weakness
from caitien_web.assessment.actions import (
    Found,
    approve_assessment,
    finish_assessment,
    follow_assessment,
    judge_weakness,
    mark_clauses,
    mark_criterion,
    open_assessment,
    reopen_assessment,
)
from caitien_web.assessment.forms import MARKS, Approve, CriterionFindings, Finish, NewAssessment
from caitien_web.assessment.models import WeaknessState
from caitien_web.assessment.queries.pages import (
    assessment_shown,
    assessments_of,
    externals_of,
    recognitions_of,
    weaknesses_of,
)
from caitien_web.schools.access import enter


def assessments_page(request: HttpRequest, unit: str) -> HttpResponse:
    """Self-assessments by year, assessments from outside, recognitions, weaknesses."""
    entered = enter(request, unit, "assessment.view")
    page = {
        "assessments": assessments_of(entered),
        "externals": externals_of(entered),
        "recognitions": recognitions_of(entered, on=timezone.localdate()),
        "weaknesses": weaknesses_of(entered),
        "states": WeaknessState.choices,
    }
    return render(request, "assessment/list.html", page)


def new_assessment(request: HttpRequest, unit: str) -> HttpResponse:
    """Open a self-assessment."""
    entered = enter(request, unit, "assessment.write")
    form = NewAssessment(request.POST or None, unit=entered, on=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        made = open_assessment(entered, **form.cleaned_data, by=request.user, at=timezone.now())
        return redirect("assessment", unit, made.pk)
    page = {"form": form, "title": "Mở tự đánh giá", "button": "Mở tự đánh giá"}
    return _form(request, entered, page)


def assessment_page(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """The table of criteria with the outcome so far."""
    assessment = enter_assessment(request, unit, key)
    page = {"assessment": assessment, "shown": assessment_shown(assessment), "marks": MARKS[:3]}
    return render(request, "assessment/assessment.html", page)


def criterion_page(request: HttpRequest, unit: str, key: UUID, code: str) -> HttpResponse:
    """What was found at one criterion: read, and written by those who may."""
    right = "assessment.write" if request.method == "POST" else "assessment.view"
    assessment = enter_assessment(request, unit, key, right)
    lines = [line for _, group in assessment_shown(assessment).standards for line in group]
    at = next((n for n, line in enumerate(lines) if line.criterion.code == code), None)
    if at is None:
        raise Http404("Không có tiêu chí này.")
    form = CriterionFindings(request.POST or None, initial=_words(lines[at]))
    following = lines[at + 1].criterion.code if at + 1 < len(lines) else ""
    if request.method == "POST" and form.is_valid():
        found = Found(
            **{**form.cleaned_data, "weaknesses": tuple(form.cleaned_data["weaknesses"].splitlines())},
            marks=_marks(request),
        )
        mark_criterion(assessment, code, found, by=request.user, at=timezone.now())
        messages.success(request, f"Đã lưu kết quả tiêu chí {code}.")
        goes_on = following and "tiep" in request.POST
        return redirect("assessment-criterion", unit, key, following) if goes_on else redirect("assessment", unit, key)
    page = {"assessment": assessment, "line": lines[at], "form": form, "choices": MARKS, "following": following}
    return render(request, "assessment/criterion.html", page)


def _words(line: Any) -> dict[str, str]:
    result = line.result
    told = {name: getattr(result, name, "") for name in ("description", "strengths", "reason")}
    return told | {"weaknesses": "\n".join(one.text for one in line.weaknesses)}


def _marks(request: HttpRequest) -> dict[str, str]:
    given = {name.removeprefix("muc-"): str(mark) for name, mark in request.POST.items() if name.startswith("muc-")}
    return {point: mark for point, mark in given.items() if mark and len(point) <= 2}


@require_POST
def clauses(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """The requirements of level 4."""
    assessment = enter_assessment(request, unit, key, "assessment.write")
    given = {name.removeprefix("khoan-"): str(mark) for name, mark in request.POST.items() if name.startswith("khoan-")}
    mark_clauses(assessment, given, by=request.user, at=timezone.now())
    messages.success(request, "Đã lưu các yêu cầu của Mức 4.")
    return redirect("assessment", unit, key)


def finish(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """All is written down."""
    assessment = enter_assessment(request, unit, key, "assessment.write")
    form = Finish(request.POST or None, initial={"as_of": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        finish_assessment(assessment, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, "Đã hoàn thành tự đánh giá. Hiệu trưởng có thể phê duyệt.")
        return redirect("assessment", unit, key)
    page = {"form": form, "title": "Hoàn thành tự đánh giá", "button": "Hoàn thành"}
    return _form(request, assessment.unit, page, reverse("assessment", args=[unit, key]))


@require_POST
def reopen(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """Back to work."""
    assessment = enter_assessment(request, unit, key, "assessment.write")
    reopen_assessment(assessment, by=request.user, at=timezone.now())
    return redirect("assessment", unit, key)


def approve(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """The head approves."""
    assessment = enter_assessment(request, unit, key, "assessment.approve")
    form = Approve(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        approve_assessment(assessment, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, "Đã phê duyệt. Kết quả này không sửa được nữa, chỉ có bản đánh giá tiếp theo.")
        return redirect("assessment", unit, key)
    page = {"form": form, "title": "Phê duyệt tự đánh giá", "button": "Phê duyệt"}
    page["warning"] = "Sau khi phê duyệt, không ai sửa được kết quả này nữa; muốn đổi thì mở bản đánh giá tiếp theo."
    return _form(request, assessment.unit, page, reverse("assessment", args=[unit, key]))


@require_POST
def follow(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """The next assessment begins with the words of this one."""
    assessment = enter_assessment(request, unit, key, "assessment.write")
    today = timezone.localdate()
    year = max(assessment.from_year, today.year if today.month >= 8 else today.year - 1)
    made = follow_assessment(assessment, from_year=year, by=request.user, at=timezone.now())
    return redirect("assessment", unit, made.pk)


@require_POST
def weakness(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """What has become of a weakness."""
    row = enter_weakness(request, unit, key)
    judge_weakness(row, state=request.POST.get("state", ""), by=request.user, at=timezone.now())
    messages.success(request, f"Đã ghi: điểm yếu ở tiêu chí {row.criterion} {row.get_state_display().lower()}.")
    return redirect("assessments", unit)


def _form(request: HttpRequest, unit: Any, page: dict[str, Any], back: str = "") -> HttpResponse:
    page["back"] = back or reverse("assessments", args=[unit.slug])
    return render(request, "ui/confirm.html", page, status=422 if page["form"].errors else 200)
