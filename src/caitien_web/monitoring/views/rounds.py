"""Rounds of the monitoring team: the list, one round with its checklist, recommendations."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.monitoring.access import (
    get_follow_up_for,
    get_observation_for,
    get_round_for,
    get_work_for,
    must_reopen,
)
from caitien_web.monitoring.actions import rounds as actions
from caitien_web.monitoring.forms import watch as forms
from caitien_web.monitoring.papers.frame import work_words
from caitien_web.monitoring.queries.rounds import checklist, open_follow_ups, rounds_of, running_plans, works_to_choose
from caitien_web.monitoring.queries.work_page import confirmation_of
from caitien_web.plans.in_force import show_in_force
from caitien_web.schools.access import enter


def rounds(request: HttpRequest, unit: str) -> HttpResponse:
    """All rounds, and the recommendations that are still open."""
    at_unit = enter(request, unit, "monitoring.view")
    found = {"rounds": rounds_of(at_unit)[:100], "follow_ups": open_follow_ups(at_unit), "on": timezone.localdate()}
    return render(request, "monitoring/rounds.html", found)


def new_round(request: HttpRequest, unit: str) -> HttpResponse:
    """Plan a round."""
    at_unit = enter(request, unit, "monitoring.write")
    plans = running_plans(at_unit)
    start = {"planned_on": timezone.localdate(), "plan": plans.first()}
    form = forms.RoundForm(request.POST or None, initial=start, unit=at_unit, plans=plans)
    if request.method == "POST" and form.is_valid():
        made = actions.plan_round(by=request.user, at=timezone.now(), **form.cleaned_data)
        return redirect("round", unit, made.pk)
    return _asked(request, form, "Đợt giám sát mới", "Lập đợt giám sát", reverse("rounds", args=[unit]))


def round_page(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """A round: which works it will look at, or its checklist."""
    found = get_round_for(enter(request, unit, "monitoring.view"), pk)
    return render(request, "monitoring/round.html", _round(found))


def _round(found: Any, **forms_given: Any) -> dict[str, Any]:
    on = timezone.localdate()
    works = works_to_choose(found.plan, on=on)
    show_in_force(work.item for work in works)
    given = {
        "open_form": forms.OpenRoundForm(works=works, initial={"held_on": on}),
        "close_form": forms.CloseRoundForm(),
    }
    return {"round": found, "works": works, "checklist": checklist(found), "on": on} | given | forms_given


@require_POST
def open_round(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Begin a round with the works chosen."""
    found = get_round_for(enter(request, unit, "monitoring.write"), pk)
    form = forms.OpenRoundForm(request.POST, works=works_to_choose(found.plan, on=timezone.localdate()))
    if not form.is_valid():
        return render(request, "monitoring/round.html", _round(found, open_form=form), status=422)
    actions.open_round(found, by=request.user, at=timezone.now(), **form.cleaned_data)
    return redirect("round", unit, pk)


@require_POST
def close_round(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """End a round; its recommendations go to the chairman."""
    found = get_round_for(enter(request, unit, "monitoring.write"), pk)
    form = forms.CloseRoundForm(request.POST)
    if not form.is_valid():
        return render(request, "monitoring/round.html", _round(found, close_form=form), status=422)
    actions.close_round(found, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, "Đã kết thúc đợt giám sát. Kiến nghị đã chuyển Chủ tịch hội đồng.")
    return redirect("round", unit, pk)


def observe(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Write down what was found at one work."""
    found = get_observation_for(enter(request, unit, "monitoring.write"), pk)
    fields = forms.ObservationForm.base_fields
    form = forms.ObservationForm(request.POST or None, initial={name: getattr(found, name) for name in fields})
    back = reverse("round", args=[unit, found.round_id])
    if request.method == "POST" and form.is_valid():
        actions.observe(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Đã ghi kết quả.")
        return redirect(f"{back}#viec-{found.pk}")
    return _asked(request, form, "Kết quả giám sát", "Ghi kết quả", back, work_words(found.work))


@require_POST
def confirm(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """The team, or a leader, confirms a finished work."""
    found = get_work_for(enter(request, unit, "work.confirm"), pk)
    actions.confirm_work(found, by=request.user, at=timezone.now())
    messages.success(request, "Đã xác nhận hoàn thành.")
    return redirect("work", unit, pk)


def reopen(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """The team, or the leader who gave it, takes a confirmation back."""
    found = get_work_for(enter(request, unit, "work.confirm"), pk)
    must_reopen(request.user, found, confirmation_of(found))
    form, back = forms.ReasonForm(request.POST or None), reverse("work", args=[unit, pk])
    if request.method == "POST" and form.is_valid():
        actions.reopen_work(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        return redirect(back)
    return _asked(request, form, "Mở lại việc đã xác nhận?", "Mở lại", back, work_words(found))


def answer(request: HttpRequest, unit: str, pk: int) -> HttpResponse:
    """The chairman answers a recommendation."""
    found = get_follow_up_for(enter(request, unit, "monitoring.answer"), pk)
    form, back = forms.AnswerRecommendationForm(request.POST or None), reverse("rounds", args=[unit])
    if request.method == "POST" and form.is_valid():
        actions.answer_recommendation(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Đã trả lời kiến nghị.")
        return redirect(back)
    return _asked(request, form, "Trả lời kiến nghị", "Trả lời", back, found.observation.recommendation)


def close(request: HttpRequest, unit: str, pk: int) -> HttpResponse:
    """The team closes a recommendation."""
    found = get_follow_up_for(enter(request, unit, "monitoring.write"), pk)
    form, back = forms.CloseRecommendationForm(request.POST or None), reverse("rounds", args=[unit])
    if request.method == "POST" and form.is_valid():
        actions.close_recommendation(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Đã kết thúc kiến nghị.")
        return redirect(back)
    return _asked(request, form, "Kết thúc kiến nghị", "Kết thúc", back, found.observation.recommendation)


def _asked(request: HttpRequest, form: Any, title: str, button: str, back: str, about: str = "") -> HttpResponse:
    told = {"title": title, "text": about, "button": button, "back": back, "form": form}
    return render(request, "ui/confirm.html", told, status=422 if form.errors else 200)
