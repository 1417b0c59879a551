"""What is asked of higher authorities for an item, and money granted and spent."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from caitien_web.monitoring.access import get_item_for, get_request_for
from caitien_web.monitoring.actions.requests import answer_request, ask_authority, enter_money
from caitien_web.monitoring.forms.work import AnswerForm, MoneyForm, RequestForm
from caitien_web.monitoring.papers.frame import authorities_of, item_words
from caitien_web.plans.models import PlanItem
from caitien_web.schools.access import enter


def new_request(request: HttpRequest, unit: str, item: UUID) -> HttpResponse:
    """Ask an authority for something that an item needs."""
    found = get_item_for(at_unit := enter(request, unit, "work.assign"), item)
    first = next(iter(authorities_of(at_unit, timezone.localdate())), "")
    form = RequestForm(request.POST or None, initial={"addressee": first})
    if request.method == "POST" and form.is_valid():
        ask_authority(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Đã ghi đề nghị. Việc chuyển sang “Chờ đơn vị khác” cho đến khi có trả lời.")
        return redirect(_first_work(found))
    return _page(request, form, "Đề nghị cấp trên", item_words(found), "Ghi đề nghị", _first_work(found))


def answer(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Take down what an authority answered."""
    found = get_request_for(enter(request, unit, "work.assign"), pk)
    form = AnswerForm(request.POST or None, initial={"answered_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        answer_request(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Đã ghi trả lời.")
        return redirect(_first_work(found.item))
    text = f"{found.addressee}: {found.subject}"
    return _page(request, form, "Trả lời của cấp trên", text, "Ghi trả lời", _first_work(found.item))


def new_money(request: HttpRequest, unit: str, item: UUID) -> HttpResponse:
    """Take down money granted or spent."""
    found = get_item_for(enter(request, unit, "money.write"), item)
    start = {"kind": "spent", "on": timezone.localdate(), "source": found.funding_source}
    form = MoneyForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        amount = given["amount_vnd"] * (-1 if given.pop("takes_back") else 1)
        enter_money(found, amount_vnd=amount, by=request.user, at=timezone.now(), **_without(given, "amount_vnd"))
        messages.success(request, "Đã ghi khoản tiền.")
        return redirect(_first_work(found))
    return _page(request, form, "Ghi kinh phí", item_words(found), "Ghi khoản tiền", _first_work(found))


def _without(given: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in given.items() if key != name}


def _first_work(item: PlanItem) -> str:
    """The address of the item's first work; of the plan where it has none yet."""
    unit, work = item.plan.unit.slug, item.works.order_by("number").first()
    return reverse("work", args=[unit, work.pk]) if work else reverse("plan", args=[unit, item.plan.slug])


def _page(request: HttpRequest, form: Any, title: str, text: str, button: str, back: str) -> HttpResponse:
    told = {"title": title, "text": text, "button": button, "back": back, "form": form}
    return render(request, "ui/confirm.html", told, status=422 if form.errors else 200)
