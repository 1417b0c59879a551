"""Decisions that found or renew bodies: drafted, worded, issued, with the signed file."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.schools.access import enter, get_decision_for
from caitien_web.schools.actions.bodies import CannotFound, draft_decision, issue_decision
from caitien_web.schools.actions.decisions import attach_signed, change_decision, delete_decision, renew_bodies
from caitien_web.schools.forms.bodies import DecisionForm, IssueDecisionForm, NewDecisionForm, SignedFileForm
from caitien_web.schools.models import BodyKind, DecisionState
from caitien_web.schools.queries.bodies import decision_page, leader_of
from caitien_web.tenancy.files import hand_out
from caitien_web.ui.uploads import refuse_too_large

PRESETS = {
    "hoi-dong": "Thành lập Hội đồng tự đánh giá",
    "giam-sat": "Thành lập Tổ giám sát thực hiện kế hoạch cải tiến chất lượng",
    "kien-toan": "Kiện toàn Hội đồng tự đánh giá",
}


def decision_new(request: HttpRequest, unit: str) -> HttpResponse:
    """What it is about, and which bodies it renews."""
    at_unit = enter(request, unit, "bodies.manage")
    subject = PRESETS.get(request.GET.get("mau", ""), request.GET.get("ve", "")[:300])
    start = {"subject": subject, "renewed": request.GET.getlist("kien-toan")}
    form = NewDecisionForm(request.POST or None, unit=at_unit, on=timezone.localdate(), initial=start)
    if request.method == "POST" and form.is_valid():
        by: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        made = draft_decision(at_unit, subject=form.cleaned_data["subject"], **by)
        renew_bodies(made, list(form.cleaned_data.get("renewed") or ()), **by)
        return redirect("decision", unit, made.pk)
    told = {"form": form, "presets": PRESETS, "title": "Quyết định mới", "button": "Lập dự thảo"}
    return render(request, "schools/decision_form.html", told, status=422 if form.errors else 200)


def decision(request: HttpRequest, unit: str, pk: Any) -> HttpResponse:
    """A decision with its bodies, and what is wrong with them."""
    found = get_decision_for(enter(request, unit, "bodies.view"), pk)
    told = {"decision": found, "page": decision_page(found), "kinds": BodyKind.choices, "file_form": SignedFileForm()}
    return render(request, "schools/decision.html", told | {"draft": found.state == DecisionState.DRAFT})


def decision_edit(request: HttpRequest, unit: str, pk: Any) -> HttpResponse:
    """Another subject."""
    found = get_decision_for(enter(request, unit, "bodies.manage"), pk)
    form = DecisionForm(request.POST or None, initial={"subject": found.subject})
    if request.method == "POST" and form.is_valid():
        change_decision(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        return redirect("decision", unit, pk)
    told = {"form": form, "title": "Sửa trích yếu", "button": "Lưu trích yếu", "decision": found}
    return render(request, "schools/decision_form.html", told, status=422 if form.errors else 200)


def decision_delete(request: HttpRequest, unit: str, pk: Any) -> HttpResponse:
    """A draft is thrown away."""
    found = get_decision_for(enter(request, unit, "bodies.manage"), pk)
    if request.method == "POST":
        delete_decision(found, by=request.user, at=timezone.now())
        messages.success(request, "Đã xóa dự thảo quyết định.")
        return redirect("bodies", unit)
    told = {"title": "Xóa dự thảo quyết định?", "text": found.subject, "button": "Xóa dự thảo", "danger": True}
    points = ["Các hội đồng, tổ, ban trong dự thảo và danh sách thành viên đã ghi sẽ mất."]
    return render(request, "ui/confirm.html", told | {"points": points, "back": reverse("decision", args=[unit, pk])})


def decision_issue(request: HttpRequest, unit: str, pk: Any) -> HttpResponse:
    """Number, day, signatory; what is refused is told above the form, with all that was typed."""
    found = get_decision_for(at_unit := enter(request, unit, "bodies.manage"), pk)
    today = timezone.localdate()
    head = leader_of(at_unit, today)
    start = {"signed_on": today, "signatory_title": "Hiệu trưởng", "signatory_name": head.full_name if head else ""}
    form = IssueDecisionForm(request.POST or None, request.FILES or None, initial=start)
    refuse_too_large(request)
    if request.method == "POST" and form.is_valid() and _issued(request, found, form):
        messages.success(request, f"Đã ban hành quyết định số {form.cleaned_data['number']}.")
        return redirect("decision", unit, pk)
    told = {"form": form, "decision": found, "page": decision_page(found)}
    return render(request, "schools/decision_issue.html", told, status=422 if form.errors else 200)


def _issued(request: HttpRequest, found: Any, form: IssueDecisionForm) -> bool:
    """Whether it was issued; else the form says why not."""
    given = dict(form.cleaned_data)
    file = given.pop("file", None)
    by: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    try:
        issue_decision(found, **given, **by)
    except CannotFound as refusal:
        form.add_error(None, str(refusal))
        return False
    if file:
        _attach(request, found, file)
    return True


def _attach(request: HttpRequest, found: Any, file: Any) -> None:
    try:
        attach_signed(found, file, by=request.user, at=timezone.now())
    except CannotFound as refusal:
        messages.error(request, str(refusal))


@require_POST
def decision_attach(request: HttpRequest, unit: str, pk: Any) -> HttpResponse:
    """The signed file of an issued decision."""
    found = get_decision_for(enter(request, unit, "bodies.manage"), pk)
    refuse_too_large(request)
    form = SignedFileForm(request.POST, request.FILES)
    if form.is_valid():
        _attach(request, found, form.cleaned_data["file"])
    else:
        messages.error(request, "Chưa đính kèm được: " + " ".join(map(str, form.errors["file"])))
    return redirect("decision", unit, pk)


def decision_file(request: HttpRequest, unit: str, pk: Any) -> FileResponse:
    """The signed file, as a download."""
    found = get_decision_for(enter(request, unit, "bodies.view"), pk)
    if not found.file_stored:
        raise Http404("Quyết định này chưa có bản đã ký.")
    return hand_out(found.file_stored, found.file_name)
