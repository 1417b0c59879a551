"""Who is in charge of an item: the plan's parties with the people they mean, and persons put in charge directly."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from caitien_web.monitoring.access import get_charge_for, get_item_for
from caitien_web.monitoring.actions.charge import CannotCharge, end_charge, put_in_charge
from caitien_web.monitoring.forms.charge import ChargeForm
from caitien_web.monitoring.queries.work_page import item_people_page
from caitien_web.schools.access import enter
from caitien_web.schools.forms.people import DayForm
from caitien_web.schools.roster import Roster


def item_people(request: HttpRequest, unit: str, item: UUID) -> HttpResponse:
    """The people of an item, and the form that puts somebody in charge."""
    about = get_item_for(at_unit := enter(request, unit, "work.assign"), item)
    today = timezone.localdate()
    page, roster = item_people_page(about, on=today), Roster(at_unit, today)
    form = ChargeForm(request.POST or None, roster=roster, parties=page.parties, initial={"since": today})
    if request.method == "POST" and form.is_valid():
        try:
            made = put_in_charge(about, by=request.user, at=timezone.now(), **form.given())
        except CannotCharge as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Đã giao {made.person} {made.get_part_display().lower()} mục này.")
            return redirect("item-people", unit, item)
    shown = {"page": page, "form": form, "people": roster.choices(), "on": today}
    return render(request, "monitoring/item_people.html", shown, status=422 if form.errors else 200)


def end(request: HttpRequest, unit: str, pk: int) -> HttpResponse:
    """Somebody is in charge no longer."""
    charge = get_charge_for(enter(request, unit, "work.assign"), pk)
    form = DayForm(request.POST or None, today=timezone.localdate())
    back = reverse("item-people", args=[unit, charge.item_id])
    if request.method == "POST" and form.is_valid():
        end_charge(charge, on=form.cleaned_data["on"], by=request.user, at=timezone.now())
        messages.success(request, f"Đã ghi {charge.person} thôi làm việc này.")
        return redirect(back)
    told = {"title": f"Thôi giao {charge.person} việc này?", "text": str(charge.item), "button": "Thôi giao"}
    points = [
        "Từ ngày này việc lại theo vai trò mà kế hoạch ghi.",
        "Ghi ngày bắt đầu hoặc sớm hơn: bỏ hẳn, nếu giao nhầm.",
    ]
    told |= {"form": form, "points": points, "back": back}  # type: ignore[dict-item]
    return render(request, "ui/confirm.html", told, status=422 if form.errors else 200)
