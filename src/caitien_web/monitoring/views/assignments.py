"""Who fills which role of the year's plans: the list, one role, naming somebody, ending it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from caitien_web.monitoring.queries.assignments import assignments_of, role_page
from caitien_web.schools.access import enter, get_holder_for
from caitien_web.schools.actions.holders import CannotName, end_holder, name_holder, take_back_holder
from caitien_web.schools.forms.holders import HolderForm
from caitien_web.schools.forms.people import DayForm
from caitien_web.schools.roster import Roster
from caitien_web.tenancy.models import Unit
from caitien_web.ui.vn import day

LONGEST = 200


def assignments(request: HttpRequest, unit: str) -> HttpResponse:
    """The roles that a school year's plans name, with those who fill them."""
    at_unit = enter(request, unit, "work.view")
    found = assignments_of(at_unit, asked=request.GET.get("nam-hoc", ""), today=timezone.localdate())
    return render(request, "monitoring/assignments.html", {"found": found})


def role(request: HttpRequest, unit: str) -> HttpResponse:
    """One role: who fills it and why, who did, what hangs on it."""
    at_unit = enter(request, unit, "work.view")
    return _role(request, at_unit, _party(request.GET.get("ten", "")))


@require_POST
def name(request: HttpRequest, unit: str) -> HttpResponse:
    """Name somebody for a role from a day on."""
    at_unit = enter(request, unit, "work.assign")
    party = _party(request.POST.get("ten", ""))
    form = _form(at_unit, request.POST)
    if form.is_valid():
        try:
            made = name_holder(at_unit, party, by=request.user, at=timezone.now(), **form.cleaned_data)
        except CannotName as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Đã phân công {made.person} làm “{party}” từ {day(made.since)}.")
            return redirect(_address(unit, party))
    return _role(request, at_unit, party, form, status=422)


def end(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Somebody fills a role no longer; with "nham" the naming was a mistake."""
    holder = get_holder_for(enter(request, unit, "work.assign"), pk)
    back = _address(unit, holder.party)
    form = DayForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and "nham" in request.POST:
        take_back_holder(holder, by=request.user, at=timezone.now())
        messages.success(request, f"Đã bỏ phân công {holder.person}.")
        return redirect(back)
    if request.method == "POST" and form.is_valid():
        end_holder(holder, on=form.cleaned_data["on"], by=request.user, at=timezone.now())
        messages.success(request, f"{holder.person} thôi giữ vai trò “{holder.party}” từ {day(holder.until)}.")
        return redirect(back)
    shown = {"holder": holder, "form": form, "back": back}
    return render(request, "monitoring/holder_end.html", shown, status=422 if form.errors else 200)


def _party(text: str) -> str:
    party = " ".join(text.split())
    if not party or len(party) > LONGEST or "\0" in party:
        raise Http404("Không có vai trò này.")
    return party


def _address(unit: str, party: str) -> str:
    return f"{reverse('assignment', args=[unit])}?{urlencode({'ten': party})}"


def _form(unit: Unit, data: Any = None) -> HolderForm:
    today = timezone.localdate()
    return HolderForm(data, roster=Roster(unit, today), initial={"since": today, "beside": "0"})


def _role(request: HttpRequest, unit: Unit, party: str, form: Any = None, *, status: int = 200) -> HttpResponse:
    page = role_page(unit, party, today=timezone.localdate())
    form = form or _form(unit)
    people = form.fields["person"].roster.choices()
    return render(request, "monitoring/assignment.html", {"page": page, "form": form, "people": people}, status=status)
