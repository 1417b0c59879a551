"""The register of evidence: list, one piece with its files and what it shows, and all that is done to it."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.evidence.access import enter_evidence
from caitien_web.evidence.actions import (
    Shows,
    add_evidence,
    add_version,
    describe_evidence,
    link_evidence,
    restore_evidence,
    unlink_evidence,
    withdraw_evidence,
)
from caitien_web.evidence.forms import Description, NewEvidence, NewLink, NewVersion, Withdrawal, criteria_for
from caitien_web.evidence.models import EvidenceState
from caitien_web.evidence.queries import evidence_of
from caitien_web.schools.access import enter
from caitien_web.tenancy.files import hand_out
from caitien_web.ui.uploads import refuse_too_large

A_PAGE = 50


def evidence_list(request: HttpRequest, unit: str) -> HttpResponse:
    """The register: searched, by criterion, in use or withdrawn."""
    entered = enter(request, unit, "evidence.view")
    asked = {name: request.GET.get(name, "")[:100] for name in ("tu", "tieu-chi", "tinh-trang")}
    state = asked["tinh-trang"] if asked["tinh-trang"] in EvidenceState.values else EvidenceState.VALID.value
    found = evidence_of(entered, words=asked["tu"], criterion=asked["tieu-chi"], state=state)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("trang"))
    shown = {"page": page, "words": asked["tu"], "criterion": asked["tieu-chi"], "state": state}
    choices = {"criteria": criteria_for(entered)[1:], "states": EvidenceState.choices}
    return render(request, "evidence/list.html", shown | choices)


def evidence_new(request: HttpRequest, unit: str) -> HttpResponse:
    """Add a piece of evidence."""
    entered = enter(request, unit, "evidence.add")
    initial = {"criterion": request.GET.get("tieu-chi", "")}
    form = NewEvidence(request.POST or None, request.FILES or None, unit=entered, initial=initial)
    refuse_too_large(request)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        file, criterion = given.pop("file"), given.pop("criterion")
        links = [Shows(entered.edition, criterion)] if criterion else []
        made = add_evidence(entered, file, links=links, by=request.user, at=timezone.now(), **given)
        messages.success(request, f"Đã thêm minh chứng {made}.")
        return redirect("evidence", unit, made.pk)
    return render(request, "evidence/new.html", {"form": form}, status=422 if form.errors else 200)


def evidence_page(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """One piece: particulars, files, what it shows."""
    evidence = enter_evidence(request, unit, key)
    page = {
        "evidence": evidence,
        "versions": evidence.versions.select_related("by__person"),
        "links": evidence.links.all(),
        "new_version": NewVersion(),
        "new_link": NewLink(unit=evidence.unit),
        "withdrawal": Withdrawal(),
    }
    return render(request, "evidence/evidence.html", page)


def evidence_describe(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """Write the particulars anew."""
    evidence = enter_evidence(request, unit, key, "evidence.manage")
    names = Description.base_fields
    form = Description(request.POST or None, initial={name: getattr(evidence, name) for name in names})
    if request.method == "POST" and form.is_valid():
        describe_evidence(evidence, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Đã sửa thông tin minh chứng.")
        return redirect("evidence", unit, key)
    page = {"form": form, "title": f"Sửa thông tin {evidence.code or 'minh chứng'}", "button": "Lưu thông tin"}
    page["back"] = reverse("evidence", args=[unit, key])
    return render(request, "ui/confirm.html", page, status=422 if form.errors else 200)


@require_POST
def evidence_version(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """A newer file."""
    evidence = enter_evidence(request, unit, key, "evidence.add")
    refuse_too_large(request)
    form = NewVersion(request.POST, request.FILES)
    if form.is_valid():
        version = add_version(evidence, form.cleaned_data["file"], by=request.user, at=timezone.now())
        messages.success(request, f"Đã thêm bản {version.number}; các bản trước vẫn giữ.")
    else:
        messages.error(request, "Chưa thêm được tệp: " + " ".join(map(str, form.errors["file"])))
    return redirect("evidence", unit, key)


def evidence_file(request: HttpRequest, unit: str, key: UUID, number: int) -> FileResponse:
    """A file, always as a download."""
    evidence = enter_evidence(request, unit, key)
    version = evidence.versions.filter(number=number).first()
    if version is None:
        raise Http404("Không có tệp này.")
    return hand_out(version.stored, version.name)


@require_POST
def evidence_link(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """One more criterion that it shows."""
    evidence = enter_evidence(request, unit, key, "evidence.manage")
    form = NewLink(request.POST, unit=evidence.unit)
    if form.is_valid():
        link_evidence(evidence, Shows(evidence.unit.edition, **form.cleaned_data), by=request.user, at=timezone.now())
        messages.success(request, "Đã gắn minh chứng với tiêu chí.")
    else:
        messages.error(request, "Chưa gắn được: chọn tiêu chí; chỉ báo ghi như 1a, hoặc để trống.")
    return redirect("evidence", unit, key)


@require_POST
def evidence_unlink(request: HttpRequest, unit: str, key: UUID, link: int) -> HttpResponse:
    """It shows this no longer."""
    evidence = enter_evidence(request, unit, key, "evidence.manage")
    row = evidence.links.filter(pk=link).first()
    if row is None:
        raise Http404("Minh chứng không gắn với chỗ này.")
    unlink_evidence(evidence, row, by=request.user, at=timezone.now())
    return redirect("evidence", unit, key)


@require_POST
def evidence_withdraw(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """Used no more; kept."""
    evidence = enter_evidence(request, unit, key, "evidence.manage")
    withdraw_evidence(evidence, reason=request.POST.get("reason", ""), by=request.user, at=timezone.now())
    messages.success(request, "Đã rút minh chứng. Tệp, mã và lý do vẫn được giữ.")
    return redirect("evidence", unit, key)


@require_POST
def evidence_restore(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """Used again."""
    evidence = enter_evidence(request, unit, key, "evidence.manage")
    restore_evidence(evidence, by=request.user, at=timezone.now())
    messages.success(request, "Đã khôi phục minh chứng.")
    return redirect("evidence", unit, key)
