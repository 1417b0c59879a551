"""Agenda, Gantt chart and money of a plan; the calendar of a person for other programs; how one is reminded."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from caitien import write_paper
from caitien_web.monitoring.actions.calendar import end_feed, new_feed
from caitien_web.monitoring.actions.reminders import choose_digest, read_reminders
from caitien_web.monitoring.forms.work import DigestForm
from caitien_web.monitoring.models import CalendarFeed, Digest
from caitien_web.monitoring.papers.charts import money_chart
from caitien_web.monitoring.papers.compose import head_signature
from caitien_web.monitoring.papers.file import TYPES
from caitien_web.monitoring.papers.letters import gantt_sheet
from caitien_web.monitoring.queries.account import account_of
from caitien_web.monitoring.queries.calendar import agenda_of, calendar_of, gantt_of, person_with_feed
from caitien_web.monitoring.queries.my_work import works_of_plan
from caitien_web.plans.access import enter_plan
from caitien_web.schools.access import enter


def agenda(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """What falls on which day, month by month."""
    plan = enter_plan(request, unit, period, "work.view")
    shown = {"plan": plan, "months": agenda_of(plan), "on": timezone.localdate(), "tab": "plan-progress"}
    return render(request, "monitoring/agenda.html", shown)


def chart(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The works as bars over the months."""
    plan = enter_plan(request, unit, period, "work.view")
    shown = {"plan": plan, "chart": gantt_of(plan, on=timezone.localdate()), "tab": "plan-progress"}
    return render(request, "monitoring/gantt.html", shown)


def chart_file(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The same bars on paper, as a PDF."""
    plan, on = enter_plan(request, unit, period, "work.view"), timezone.localdate()
    sheet = gantt_sheet(plan, works_of_plan(plan), on=on, signature=head_signature(plan.unit, on))
    response = HttpResponse(write_paper(sheet, ".pdf"), content_type=TYPES["pdf"])
    response["Content-Disposition"] = content_disposition_header(True, f"bieu-do-{plan.slug}.pdf") or "attachment"
    return response


def money(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """Planned, granted, spent: by source and item."""
    plan = enter_plan(request, unit, period, "money.view")
    account = account_of(plan, on=timezone.localdate())
    shown = {"plan": plan, "account": account, "chart": money_chart(account), "tab": "plan-progress"}
    return render(request, "monitoring/money.html", shown)


def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """A person's calendar by its secret address; nothing else of the site is reached by it."""
    person = person_with_feed(secret)
    if person is None:
        raise Http404("Không có lịch này.")
    now = timezone.now()
    data = calendar_of(person, on=timezone.localdate(now), at=now, site=settings.ADDRESS.geturl())
    return HttpResponse(
        data, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private, max-age=900"}
    )


def reminding(request: Any) -> HttpResponse:
    """On which days mail comes, and the address of the calendar."""
    person = request.user.person
    if person is None:
        raise Http404("Tài khoản này chưa gắn với người nào.")
    choice = Digest.objects.filter(person=person).first() or Digest(person=person)
    form = DigestForm(request.POST or None, initial={"weekdays": list(choice.weekdays)})
    if request.method == "POST" and form.is_valid():
        choose_digest(person, "".join(form.cleaned_data["weekdays"]))
        messages.success(request, "Đã lưu.")
        return redirect("reminding")
    feed_made = CalendarFeed.objects.filter(person=person).first()
    shown = {
        "form": form,
        "feed": feed_made,
        "secret": request.session.pop("calendar", ""),
        "mail": settings.MAIL_IS_SENT,
    }
    return render(request, "monitoring/reminding.html", shown)


@require_POST
def change_feed(request: Any) -> HttpResponse:
    """A new secret address of the calendar, or none."""
    if request.POST.get("viec") == "bo":
        end_feed(request.user.person)
    else:
        secret = new_feed(request.user.person, at=timezone.now())
        request.session["calendar"] = request.build_absolute_uri(f"/lich/{secret}.ics")
    return redirect("reminding")


@require_POST
def read(request: Any, unit: str) -> HttpResponse:
    """All reminders are seen."""
    enter(request, unit, "work.report")
    read_reminders(request.user.person, at=timezone.now())
    return redirect("my-work", unit)
