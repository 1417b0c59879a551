"""The pages of the development strategy: aims, and which items of plans serve them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from caitien_web.plans.actions.strategy import give_up_aim, note_aim, serve_aim
from caitien_web.plans.forms.strategy import AimForm, GiveUpForm, ServeForm
from caitien_web.plans.queries.strategy import get_aim, items_for, strategy_of
from caitien_web.schools.access import enter
from caitien_web.ui.refusal import Refusal


def strategy(request: HttpRequest, unit: str) -> HttpResponse:
    """All aims with the items that serve them."""
    entered = enter(request, unit, "plan.view")
    return render(request, "plans/strategy.html", {"aims": strategy_of(entered, on=timezone.localdate())})


def new_aim(request: HttpRequest, unit: str) -> HttpResponse:
    """Note an aim; the next one of the same strategy begins with its years and document."""
    entered = enter(request, unit, "plan.write")
    year = timezone.localdate().year
    last = next(iter(strategy_of(entered, on=timezone.localdate())), None)
    start: dict[str, Any] = {"from_year": year, "to_year": year + 5}
    if last:
        start = {"from_year": last.aim.from_year, "to_year": last.aim.to_year, "document": last.aim.document}
    form = AimForm(request.POST or None, initial=start)
    return _aim_page(request, unit, form, "Thêm mục tiêu chiến lược", lambda given: note_aim(entered, **given))


def edit_aim(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Correct an aim."""
    entered = enter(request, unit, "plan.write")
    aim = get_aim(entered, pk)
    start = {name: getattr(aim, name) for name in AimForm.base_fields}
    form = AimForm(request.POST or None, initial=start)
    return _aim_page(request, unit, form, "Sửa mục tiêu chiến lược", lambda given: note_aim(entered, aim=aim, **given))


def give_up(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Give an aim up with a reason, or follow it again."""
    aim = get_aim(enter(request, unit, "plan.write"), pk)
    form = GiveUpForm(request.POST or None, initial={"because": aim.given_up_because})
    return _aim_page(request, unit, form, "Thôi theo mục tiêu", lambda given: give_up_aim(aim, **given), str(aim))


def serve(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Choose the items of the plans under way that serve an aim."""
    aim = get_aim(enter(request, unit, "plan.write"), pk)
    offered = items_for(aim, on=timezone.localdate())
    linked = [str(key) for key in aim.items.values_list("pk", flat=True)]
    form = ServeForm(offered, request.POST if request.method == "POST" else None, initial={"items": linked})

    def take(given: dict[str, Any]) -> None:
        serve_aim(aim, offered, form.chosen, by=given["by"], at=given["at"])

    return _aim_page(request, unit, form, "Nội dung phục vụ mục tiêu", take, str(aim))


def _aim_page(request: HttpRequest, unit: str, form: Any, title: str, take: Any, text: str = "") -> HttpResponse:
    """A form that leads back to the strategy; a refusal stands above it, what was typed stays."""
    if request.method == "POST" and form.is_valid():
        try:
            take(form.cleaned_data | {"by": request.user, "at": timezone.now()})
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã lưu.")
            return redirect("strategy", unit)
    told = {"title": title, "text": text, "button": "Lưu", "form": form, "back": reverse("strategy", args=[unit])}
    return render(request, "ui/confirm.html", told, status=422 if form.errors else 200)
