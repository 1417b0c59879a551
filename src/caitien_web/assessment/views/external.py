"""Assessments from outside and recognitions."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from caitien_web.assessment.access import enter_external
from caitien_web.assessment.actions import add_recommendation, record_external, record_recognition
from caitien_web.assessment.forms import External, Recognised, Recommended
from caitien_web.schools.access import enter


def new_external(request: HttpRequest, unit: str) -> HttpResponse:
    """Write down an assessment from outside."""
    entered = enter(request, unit, "assessment.write")
    form = External(request.POST or None, unit=entered)
    if request.method == "POST" and form.is_valid():
        made = record_external(entered, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, "Đã ghi lần đánh giá ngoài. Ghi từng khuyến nghị của đoàn.")
        return redirect("external-assessment", unit, made.pk)
    page = {
        "form": form,
        "title": "Ghi lần đánh giá ngoài",
        "button": "Ghi",
        "back": reverse("assessments", args=[unit]),
    }
    return render(request, "ui/confirm.html", page, status=422 if form.errors else 200)


def external_page(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """An assessment from outside with its recommendations; those who write may add one."""
    right = "assessment.write" if request.method == "POST" else "assessment.view"
    external = enter_external(request, unit, key, right)
    form = Recommended(request.POST or None, edition=external.edition)
    if request.method == "POST" and form.is_valid():
        add_recommendation(external, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, "Đã ghi khuyến nghị; khuyến nghị này chờ kế hoạch trả lời.")
        return redirect("external-assessment", unit, key)
    rows = external.recommendations.select_related("weakness")
    page = {"external": external, "rows": rows, "form": form}
    return render(request, "assessment/external.html", page, status=422 if form.errors else 200)


def new_recognition(request: HttpRequest, unit: str) -> HttpResponse:
    """Write down a decision that recognises the school."""
    entered = enter(request, unit, "assessment.write")
    form = Recognised(request.POST or None)
    if request.method == "POST" and form.is_valid():
        record_recognition(entered, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, "Đã ghi quyết định công nhận.")
        return redirect("assessments", unit)
    page = {
        "form": form,
        "title": "Ghi quyết định công nhận",
        "button": "Ghi",
        "back": reverse("assessments", args=[unit]),
    }
    return render(request, "ui/confirm.html", page, status=422 if form.errors else 200)
