"""Reviews: the list, one review with its minutes and the result of each item, adjustments."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.monitoring.access import get_plan_item_for, get_result_for, get_review_for
from caitien_web.monitoring.actions import reviews as actions
from caitien_web.monitoring.actions.reviews import MINUTES
from caitien_web.monitoring.forms import watch as forms
from caitien_web.monitoring.papers.frame import item_words
from caitien_web.monitoring.queries.account import account_of
from caitien_web.monitoring.queries.reviews import (
    indicator_series,
    reviewed_items,
    reviews_of,
    waiting_adjustments,
)
from caitien_web.monitoring.queries.rounds import running_plans
from caitien_web.schools.access import enter


def reviews(request: HttpRequest, unit: str) -> HttpResponse:
    """All reviews, and the adjustments that wait."""
    at_unit = enter(request, unit, "work.view")
    found: dict[str, Any] = {"reviews": reviews_of(at_unit)[:100], "adjustments": waiting_adjustments(at_unit)}
    found |= {"today": timezone.localdate()}
    return render(request, "monitoring/reviews.html", found)


def new_review(request: HttpRequest, unit: str) -> HttpResponse:
    """Plan a review."""
    plans = running_plans(enter(request, unit, "review.write"))
    start = {"planned_on": timezone.localdate(), "plan": plans.first()}
    form = forms.ReviewForm(request.POST or None, initial=start, plans=plans)
    if request.method == "POST" and form.is_valid():
        made = actions.plan_review(by=request.user, at=timezone.now(), **form.cleaned_data)
        return redirect("review", unit, made.pk)
    told = {"title": "Kỳ sơ kết, tổng kết mới", "button": "Lập kỳ sơ kết", "back": reverse("reviews", args=[unit])}
    return render(request, "ui/confirm.html", told | {"form": form}, status=422 if form.errors else 200)


def review_page(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """One review: every item with what is said of it, the minutes."""
    found = get_review_for(enter(request, unit, "work.view"), pk)
    return render(request, "monitoring/review.html", _review(found))


def _review(found: Any, form: Any = None) -> dict[str, Any]:
    account = account_of(found.plan, on=timezone.localdate())
    names = ("held_at", "ended_at", *MINUTES)
    start = {name: getattr(found, name) for name in names}
    return {"review": found, "items": reviewed_items(found, account), "form": form or forms.MinutesForm(initial=start)}


@require_POST
def write(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Keep the minutes; with "dong" they are finished."""
    found = get_review_for(enter(request, unit, "review.write"), pk)
    form = forms.MinutesForm(request.POST)
    if not form.is_valid():
        return render(request, "monitoring/review.html", _review(found, form), status=422)
    actions.write_minutes(found, by=request.user, at=timezone.now(), **form.cleaned_data)
    if "dong" in request.POST:
        actions.close_review(found, by=request.user, at=timezone.now())
    messages.success(request, "Đã hoàn thành biên bản." if "dong" in request.POST else "Đã lưu biên bản.")
    return redirect("review", unit, pk)


def result(request: HttpRequest, unit: str, pk: UUID, item: UUID) -> HttpResponse:
    """What the review says of one item."""
    found = get_review_for(at_unit := enter(request, unit, "review.write"), pk)
    about = get_plan_item_for(at_unit, found.plan, item)
    known = found.results.filter(item=about).first()
    start = {name: getattr(known, name) for name in forms.ResultForm.base_fields} if known else {}
    start.setdefault("indicator", about.indicators[:200])
    form = forms.ResultForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        actions.note_result(found, about, by=request.user, at=timezone.now(), **form.cleaned_data)
        return redirect(f"{reverse('review', args=[unit, pk])}#muc-{about.pk}")
    shown = {
        "review": found,
        "item": about,
        "words": item_words(about),
        "form": form,
        "series": indicator_series(about),
    }
    return render(request, "monitoring/review_result.html", shown, status=422 if form.errors else 200)


@require_POST
def decide(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """The chairman decides on an adjustment."""
    found = get_result_for(enter(request, unit, "plan.issue"), pk)
    accepted = request.POST.get("chap-nhan") == "1"
    actions.decide_adjustment(found, accepted=accepted, by=request.user, at=timezone.now())
    says = "Đã chấp nhận. Mở điều chỉnh kế hoạch để ban hành." if accepted else "Đã ghi không chấp nhận."
    messages.success(request, says)
    return redirect("reviews", unit)
