"""One page for each step of a plan: what it does, what it wants to know, and the button that takes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from caitien_web.plans import actions
from caitien_web.plans.access import enter_plan
from caitien_web.plans.forms import steps as forms
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.faults import errors_before_signing
from caitien_web.plans.queries.next_steps import BY_NAME
from caitien_web.plans.views.public import address_of
from caitien_web.ui.refusal import Refusal

Take = Callable[[SchoolPlan, Any, Any, datetime], Any]


@dataclass(frozen=True, slots=True)
class Way:
    """How a step is taken: its form, the action with what the form holds, the page that follows."""

    form: type[forms.StepForm]
    take: Take
    then: str = "plan"


def _plain(action: Any) -> Way:
    return Way(forms.StepForm, lambda plan, form, by, at: action(plan, by=by, at=at))


def _remarked(action: Any, form: type[forms.StepForm] = forms.RemarkForm) -> Way:
    return Way(form, lambda plan, form, by, at: action(plan, remark=form.cleaned_data["remark"], by=by, at=at))


def _until(action: Any) -> Way:
    return Way(
        forms.UntilForm,
        lambda plan, form, by, at: action(plan, until=form.cleaned_data["until"], by=by, at=at),
        "plan-comments",
    )


def _signed(action: Any) -> Take:
    def take(plan: SchoolPlan, form: forms.SigningForm, by: Any, at: datetime) -> Any:
        told = {name: form.cleaned_data[name] for name in ("summary", "approved_by") if name in form.cleaned_data}
        return action(plan, form.signing, by=by, at=at, **told)

    return take


WAYS = {
    "plan-consult": _until(actions.consult_plan),
    "plan-extend-consultation": _until(actions.extend_consultation),
    "plan-end-consultation": _plain(actions.end_consultation),
    "plan-submit": _remarked(actions.submit_plan),
    "plan-take-back": _plain(actions.take_back_plan),
    "plan-return": _remarked(actions.return_plan, forms.ReturnForm),
    "plan-approve": _remarked(actions.approve_plan),
    "plan-issue": Way(forms.SigningForm, _signed(actions.issue_plan), "plan-versions"),
    "plan-take-over": Way(forms.SigningForm, _signed(actions.take_over_plan), "plan-versions"),
    "plan-begin": _plain(actions.begin_plan),
    "plan-adjust": Way(
        forms.ReasonForm,
        lambda plan, form, by, at: actions.adjust_plan(plan, reason=form.cleaned_data["reason"], by=by, at=at),
    ),
    "plan-drop-adjustment": _plain(actions.drop_adjustment),
    "plan-issue-adjustment": Way(forms.AdjustmentForm, _signed(actions.issue_adjustment), "plan-versions"),
    "plan-evaluate": _remarked(actions.evaluate_plan),
    "plan-close": _plain(actions.close_plan),
    "plan-publish": Way(
        forms.PublishForm,
        lambda plan, form, by, at: actions.publish_plan(plan, parts=form.chosen, by=by, at=at),
        "plan-export",
    ),
    "plan-unpublish": Way(forms.StepForm, _plain(actions.unpublish_plan).take, "plan-export"),
    "plan-delete": Way(forms.StepForm, _plain(actions.delete_draft).take, "unit"),
}
CHECKED = ("plan-submit", "plan-approve", "plan-issue", "plan-issue-adjustment")


def step(request: HttpRequest, unit: str, period: str, name: str) -> HttpResponse:
    """The page of a step; taken by POST. A plan that cannot take it now leads back to its own page."""
    wanted, way = BY_NAME[name], WAYS[name]
    plan = enter_plan(request, unit, period, wanted.right)
    if not wanted.fits(plan):
        messages.info(request, f"Kế hoạch đang ở bước “{plan.get_state_display()}”; chưa làm được “{wanted.button}”.")
        return redirect("plan", unit, period)
    form = way.form(plan, request.POST, request.FILES) if request.method == "POST" else way.form(plan)
    if request.method == "POST" and _taken(way, plan, form, request):
        messages.success(request, wanted.done)
        return redirect(way.then, unit) if way.then == "unit" else redirect(way.then, unit, period)
    errors = errors_before_signing(plan, timezone.localdate()) if name in CHECKED else 0
    told = {"plan": plan, "step": wanted, "form": form, "errors": errors, "tab": name, "address": address_of(plan)}
    return render(request, "plans/step.html", told, status=422 if form.errors else 200)


def _taken(way: Way, plan: SchoolPlan, form: forms.StepForm, request: HttpRequest) -> bool:
    """Take the step; a refusal stands above the form, and what was typed stays in it."""
    if not form.is_valid():
        return False
    try:
        way.take(plan, form, request.user, timezone.now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        plan.refresh_from_db(fields=["state", "adjusting", "number", "signed_on", "signatory_title", "signatory_name"])
        return False
    return True
