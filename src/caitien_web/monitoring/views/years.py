"""The year's end and the next plan; a long plan year by year; an item through the years."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.monitoring.access import get_item_for
from caitien_web.monitoring.actions.next_year import draft_next_year, weaknesses_from_recommendations
from caitien_web.monitoring.actions.year_end import end_item
from caitien_web.monitoring.forms.year_end import EndForm, NextYearForm
from caitien_web.monitoring.papers.frame import item_words
from caitien_web.monitoring.queries.years import chain_of, items_to_end, open_weaknesses, slices_of
from caitien_web.plans.access import enter_plan
from caitien_web.schools.access import enter


def year_end(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """How each item ended, and what is missing before the next plan can be drafted."""
    plan = enter_plan(request, unit, period, "work.view")
    items = items_to_end(plan)
    ended = sum(hasattr(item, "ending") for item in items)
    return render(
        request, "monitoring/year_end.html", {"plan": plan, "items": items, "ended": ended, "tab": "plan-year-end"}
    )


def end(request: HttpRequest, unit: str, item: UUID) -> HttpResponse:
    """Say how an item ended."""
    found = get_item_for(enter(request, unit, "review.write"), item)
    known = getattr(found, "ending", None)
    start = {name: getattr(known, name) for name in EndForm.base_fields} if known else {}
    form = EndForm(request.POST or None, initial=start)
    back = reverse("plan-year-end", args=[unit, found.plan.slug])
    if request.method == "POST" and form.is_valid():
        end_item(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        return redirect(f"{back}#muc-{found.pk}")
    told = {"title": "Kết quả cuối năm", "text": item_words(found), "button": "Ghi kết quả", "back": back, "form": form}
    return render(request, "ui/confirm.html", told, status=422 if form.errors else 200)


@require_POST
def keep_recommendations(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """Recommendations that are not closed become weaknesses, so that the next plan can answer them."""
    plan = enter_plan(request, unit, period, "plan.write")
    made = weaknesses_from_recommendations(plan, by=request.user, at=timezone.now())
    messages.success(request, f"Đã ghi {len(made)} kiến nghị thành điểm yếu.")
    return redirect("plan-next", unit, period)


def next_year(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """Draft the next plan in the form of the edition then in force."""
    plan = enter_plan(request, unit, period, "plan.write")
    weak = open_weaknesses(plan.unit)
    start = {"from_year": plan.to_year, "span": 1, "weaknesses": [one.pk for one in weak]}
    form = NextYearForm(
        request.POST or None, initial=start, unit=plan.unit, on=timezone.localdate(), open_weaknesses=weak
    )
    if request.method == "POST" and form.is_valid():
        chosen = list(form.cleaned_data["weaknesses"])
        drafted = draft_next_year(plan, chosen, **form.basics(), by=request.user, at=timezone.now())
        messages.success(request, f"Đã tạo {drafted.plan} ở dạng nháp.")
        for note in drafted.notes:
            messages.warning(request, note)
        return redirect("plan", unit, drafted.plan.slug)
    shown = {"plan": plan, "form": form, "weaknesses": weak}
    return render(request, "monitoring/next_year.html", shown, status=422 if form.errors else 200)


def slices(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """A plan cut into its school years."""
    plan = enter_plan(request, unit, period, "work.view")
    return render(request, "monitoring/slices.html", {"plan": plan, "slices": slices_of(plan), "tab": "plan-slices"})


def chain(request: HttpRequest, unit: str, item: UUID) -> HttpResponse:
    """An item through the years."""
    found = get_item_for(at_unit := enter(request, unit, "work.view"), item)
    return render(request, "monitoring/chain.html", {"item": found, "chain": chain_of(found, at_unit)})
