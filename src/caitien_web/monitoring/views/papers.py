"""Papers: the list, composing, editing, issuing, files, the way to authorities."""

from typing import Any
from uuid import UUID

from csp.decorators import csp_replace
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from caitien import write_paper
from caitien_web.monitoring.access import get_paper_for, get_readable_paper
from caitien_web.monitoring.actions import papers as actions
from caitien_web.monitoring.convert import paper_from_json
from caitien_web.monitoring.forms.paper import ComposeForm, IssueForm, RemarkForm, SendForm, SignedFileForm
from caitien_web.monitoring.models import PaperKind
from caitien_web.monitoring.papers.compose import Asked, compose
from caitien_web.monitoring.papers.edit import edited, places_of
from caitien_web.monitoring.papers.file import TYPES, file_name
from caitien_web.monitoring.queries.papers import next_number, papers_of
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.access import enter, may
from caitien_web.ui.uploads import refuse_too_large

# The library's page brings its styles with it; it may do nothing else.
PREVIEW_POLICY = {
    "default-src": ["'none'"],
    "style-src": ["'unsafe-inline'"],
    "img-src": ["data:"],
    "frame-ancestors": ["'self'"],
}


def papers(request: HttpRequest, unit: str) -> HttpResponse:
    """All papers of a unit, and what can be composed."""
    at_unit = enter(request, unit, "report.view")
    kind, asked = request.GET.get("loai", ""), request.GET.get("tu", "")
    drafts = may(request.user, "report.view_drafts", at_unit)
    page = Paginator(papers_of(at_unit, drafts=drafts, kind=kind, asked=asked), 50).get_page(request.GET.get("trang"))
    found = {"page": page, "kinds": PaperKind.choices, "kind": kind, "asked": asked}
    return render(request, "monitoring/papers.html", found)


def new_paper(request: HttpRequest, unit: str, kind: str) -> HttpResponse:
    """Compose a paper of a kind; it opens as a draft to be edited."""
    at_unit = enter(request, unit, "report.write")
    if kind not in PaperKind.values:
        raise Http404("Không có loại văn bản này.")
    plans = SchoolPlan.objects.of(at_unit).filter(signed_on__isnull=False).select_related("unit").order_by("-from_year")
    form = ComposeForm(
        request.POST or None,
        initial={"on": timezone.localdate(), "subject": request.GET.get("ve")},
        kind=kind,
        unit=at_unit,
        plans=plans,
    )
    if request.method == "POST" and form.is_valid():
        public = request.build_absolute_uri("/cong-khai/") if kind == PaperKind.NOTICE else ""
        asked = Asked(at_unit, address=public, **form.cleaned_data)
        made = actions.make_paper(
            at_unit,
            kind,
            compose(kind, asked),
            plan=asked.plan,
            subject_id=str(getattr(asked.subject, "pk", "")),
            by=request.user,
            at=timezone.now(),
        )
        return redirect("paper", unit, made.pk)
    told = {"title": f"Soạn {PaperKind(kind).label.lower()}", "button": "Soạn văn bản", "form": form}
    told |= {"back": reverse("papers", args=[unit]), "text": "Số liệu được điền sẵn; văn bản mở ra để xem và sửa."}
    return render(request, "ui/confirm.html", told, status=422 if form.errors else 200)


def paper(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """A paper as it will look, with what may be done with it."""
    found = get_readable_paper(request.user, at_unit := enter(request, unit, "report.view"), pk)
    content = paper_from_json(found.content)
    sign = "/" + (content.number or "").partition("/")[2]
    on = content.signed_on or timezone.localdate()
    start = {"signed_on": on, "signatory": content.signature.name if content.signature else ""}
    start["number"] = next_number(at_unit, on.year, sign) if content.number is not None else ""
    shown = {
        "paper": found,
        "file_form": SignedFileForm(),
        "issue_form": IssueForm(initial=start),
        "send_form": SendForm(unit=at_unit),
    }
    shown |= {
        "numbered": content.number is not None,
        "files": found.files.select_related("by__person"),
        "submissions": found.submissions.select_related("received_by__person"),
    }
    return render(request, "monitoring/paper.html", shown)


def edit(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """The texts of a draft one by one."""
    found = get_paper_for(enter(request, unit, "report.write"), pk)
    content = paper_from_json(found.content)
    if request.method == "POST":
        actions.edit_paper(found, edited(content, request.POST.dict()), by=request.user, at=timezone.now())
        messages.success(request, "Đã lưu dự thảo.")
        return redirect("paper", unit, pk)
    return render(request, "monitoring/paper_edit.html", {"paper": found, "places": places_of(content)})


def paper_file(request: HttpRequest, unit: str, pk: UUID, suffix: str) -> HttpResponse:
    """The paper as Word or PDF."""
    found = get_readable_paper(request.user, enter(request, unit, "report.view"), pk)
    data = write_paper(paper_from_json(found.content), f".{suffix}")
    response = HttpResponse(data, content_type=TYPES[suffix])
    response["Content-Disposition"] = content_disposition_header(True, file_name(found, suffix)) or "attachment"
    return response


@xframe_options_sameorigin
@csp_replace(PREVIEW_POLICY)  # type: ignore[arg-type]
def preview(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """The paper as a web page in a frame of the page; nothing runs in it and nothing is fetched."""
    found = get_readable_paper(request.user, enter(request, unit, "report.view"), pk)
    return HttpResponse(write_paper(paper_from_json(found.content), ".html"), content_type=TYPES["html"])


@require_POST
def issue(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Number, day and signatory; from then on the paper stands still."""
    found = get_paper_for(enter(request, unit, "report.issue"), pk)
    refuse_too_large(request)
    return _done(request, found, IssueForm(request.POST, request.FILES), actions.issue_paper, "Đã ban hành văn bản.")


def withdraw(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Take an issued paper out of force; or delete a draft."""
    found = get_paper_for(enter(request, unit, "report.issue"), pk)
    draft = found.state == "draft"
    if request.method == "POST" and draft:
        actions.delete_draft(found, by=request.user, at=timezone.now())
        messages.success(request, "Đã xóa dự thảo.")
        return redirect("papers", unit)
    if request.method == "POST":
        actions.withdraw_paper(found, reason=request.POST.get("remark", ""), by=request.user, at=timezone.now())
        return redirect("paper", unit, pk)
    verb = "Xóa dự thảo" if draft else "Thu hồi văn bản"
    told: dict[str, Any] = {"title": f"{verb}?", "text": str(found), "button": verb, "danger": True}
    told |= {"form": None if draft else RemarkForm(), "back": reverse("paper", args=[unit, pk])}
    return render(request, "ui/confirm.html", told)


@require_POST
def send(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """To an authority above the school, or to somebody named."""
    found = get_paper_for(at_unit := enter(request, unit, "report.issue"), pk)
    return _done(request, found, SendForm(request.POST, unit=at_unit), actions.send_paper, "Đã gửi văn bản.")


def _done(request: Any, found: Any, form: Any, action: Any, says: str) -> HttpResponse:
    """Carry out an action with what a form holds; what is wrong with the form is told above the paper."""
    if form.is_valid():
        action(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, says)
    else:
        for field, faults in form.errors.items():
            messages.error(request, f"{form.fields[field].label}: {' '.join(faults)}")
    return redirect("paper", found.unit.slug, found.pk)
