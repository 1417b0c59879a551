"""Councils, groups and teams with their members, and the decisions that found them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.schools.access import enter
from caitien_web.schools.actions import bodies as actions
from caitien_web.schools.forms.bodies import BodyForm, DecisionForm, IssueDecisionForm, members_formset
from caitien_web.schools.models import Body, Decision
from caitien_web.schools.queries.bodies import bodies_in, bodies_of, decisions_of
from caitien_web.tenancy.models import Unit


def bodies_page(request: HttpRequest, unit: str) -> HttpResponse:
    """The bodies that stand today, what the standards ask of them, the decisions."""
    at_unit = enter(request, unit, "bodies.view")
    standing, ended = bodies_of(at_unit, on=timezone.localdate())
    shown = {"standing": standing, "ended": ended, "decisions": decisions_of(at_unit)}
    return render(request, "schools/bodies.html", shown)


def decision_new(request: HttpRequest, unit: str) -> HttpResponse:
    """A decision to be filled with bodies."""
    at_unit = enter(request, unit, "bodies.manage")
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.draft_decision(at_unit, by=request.user, at=timezone.now(), **form.cleaned_data)
        return redirect("decision", unit, made.pk)
    told = {"title": "Quyết định mới", "button": "Soạn quyết định", "back": reverse("bodies", args=[unit])}
    return render(request, "ui/confirm.html", told | {"form": form}, status=422 if form.errors else 200)


def decision_page(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """A decision with its bodies, and what stands in the way of issuing it."""
    found = _decision(enter(request, unit, "bodies.view"), pk)
    form = IssueDecisionForm(initial={"signed_on": timezone.localdate()})
    return render(request, "schools/decision.html", {"decision": found, "bodies": bodies_in(found), "form": form})


@require_POST
def decision_issue(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Number, day and signatory; its bodies stand from then on."""
    found = _decision(enter(request, unit, "bodies.manage"), pk)
    form = IssueDecisionForm(request.POST)
    if not form.is_valid():
        shown = {"decision": found, "bodies": bodies_in(found), "form": form}
        return render(request, "schools/decision.html", shown, status=422)
    actions.issue_decision(found, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, "Đã ban hành quyết định. Hội đồng, tổ, ban có hiệu lực từ ngày đã ghi.")
    return redirect("decision", unit, pk)


def body_new(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """A body of a draft decision with its members; those of the body it replaces are taken over."""
    found = _decision(at_unit := enter(request, unit, "bodies.manage"), pk)
    before = Body.objects.of(at_unit).filter(pk=request.GET.get("thay") or None).first()
    start = {"kind": before.kind, "name": before.name, "replaces": before} if before else {}
    form = BodyForm(request.POST or None, initial=start, unit=at_unit)
    rows = members_formset(at_unit, request.POST or None, _rows(before))
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        actions.draft_body(found, members=rows.members(), by=request.user, at=timezone.now(), **form.cleaned_data)
        return redirect("decision", unit, pk)
    return _body(request, found, form, rows)


def body_edit(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Other members of a body that is not founded yet."""
    at_unit = enter(request, unit, "bodies.manage")
    body = Body.objects.of(at_unit).select_related("decision", "unit").filter(pk=pk).exclude(decision=None).first()
    if body is None or body.decision is None:
        raise Http404("Không có hội đồng, tổ, ban này.")
    rows = members_formset(at_unit, request.POST or None, _rows(body))
    if request.method == "POST" and rows.is_valid():
        actions.change_members(body, rows.members(), by=request.user, at=timezone.now())
        return redirect("decision", unit, body.decision_id)
    return _body(request, body.decision, None, rows, body)


def _rows(body: Body | None) -> list[dict[str, Any]]:
    if body is None:
        return []
    return [
        {"person": one.person_id, "outside_name": one.outside_name, "position": one.position, "task": one.task}
        for one in body.members.order_by("place", "id")
    ]


def _body(request: HttpRequest, decision: Decision, form: Any, rows: Any, body: Body | None = None) -> HttpResponse:
    wrong = bool((form and form.errors) or (rows.is_bound and not rows.is_valid()))
    shown = {"decision": decision, "form": form, "rows": rows, "body": body}
    return render(request, "schools/body.html", shown, status=422 if wrong else 200)


def _decision(unit: Unit, pk: UUID) -> Decision:
    found = Decision.objects.of(unit).filter(pk=pk).select_related("unit").first()
    if found is None:
        raise Http404("Không có quyết định này.")
    return found
