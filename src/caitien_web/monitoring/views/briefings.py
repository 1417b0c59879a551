"""The pages of making a plan known: how far it is, what was held, who has read it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.monitoring.access import get_briefing_for
from caitien_web.monitoring.actions.briefings import confirm_read, hold_briefing, withdraw_briefing
from caitien_web.monitoring.forms.briefing import BriefingForm, WithdrawBriefingForm
from caitien_web.monitoring.queries.briefings import made_known
from caitien_web.plans.access import enter_plan
from caitien_web.schools.access import enter
from caitien_web.ui.refusal import Refusal


def briefings(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """How far the plan is known; who is still missing is named to those who make it known."""
    plan = enter_plan(request, unit, period, "work.report")
    known = made_known(plan, on=timezone.localdate())
    person = request.user.person  # type: ignore[union-attr]
    told = {"plan": plan, "known": known, "tab": "plan-briefings", "mine": any(person == one for one in known.missing)}
    return render(request, "monitoring/briefings.html", told)


@require_POST
def read(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The person says to have read the plan."""
    plan = enter_plan(request, unit, period, "work.report")
    confirm_read(plan, request.user.person, by=request.user, at=timezone.now())  # type: ignore[union-attr,arg-type]
    messages.success(request, "Đã ghi nhận anh/chị đã đọc kế hoạch.")
    return redirect("plan-briefings", unit, period)


def new_briefing(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """Take down an occasion."""
    plan = enter_plan(request, unit, period, "plan.inform")
    known = made_known(plan, on=timezone.localdate())
    start = {"kind": "meeting", "held_on": timezone.localdate(), "subject": f"Phổ biến kế hoạch {plan.period_words}"}
    form = BriefingForm(known.staff, request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            hold_briefing(plan, by=request.user, at=timezone.now(), **form.told())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã ghi buổi phổ biến.")
            return redirect("plan-briefings", unit, period)
    back = reverse("plan-briefings", args=[unit, period])
    told = {"title": "Ghi việc phổ biến kế hoạch", "text": plan, "button": "Ghi", "form": form, "back": back}
    return render(request, "ui/confirm.html", told, status=422 if form.errors else 200)


def withdraw(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Withdraw what was taken down by mistake."""
    found = get_briefing_for(enter(request, unit, "plan.inform"), pk)
    back = reverse("plan-briefings", args=[unit, found.plan.slug])
    form = WithdrawBriefingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        withdraw_briefing(found, because=form.cleaned_data["because"], by=request.user, at=timezone.now())
        messages.success(request, "Đã rút. Buổi này không tính nữa.")
        return redirect(back)
    told = {"title": "Rút việc phổ biến đã ghi", "text": found, "button": "Rút", "form": form, "back": back}
    return render(request, "ui/confirm.html", told | {"danger": True}, status=422 if form.errors else 200)
