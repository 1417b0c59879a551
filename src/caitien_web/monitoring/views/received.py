"""What an authority receives from its schools."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from caitien import write_paper
from caitien_web.monitoring.access import get_submission_for
from caitien_web.monitoring.actions import papers as actions
from caitien_web.monitoring.convert import paper_from_json
from caitien_web.monitoring.forms.paper import RemarkForm
from caitien_web.monitoring.papers.file import TYPES, file_name
from caitien_web.monitoring.queries.papers import received_by
from caitien_web.schools.access import enter


def received(request: HttpRequest, unit: str) -> HttpResponse:
    """The papers that came in: what waits first."""
    at_unit = enter(request, unit, "report.receive")
    page = Paginator(received_by(at_unit), 50).get_page(request.GET.get("trang"))
    return render(request, "monitoring/received.html", {"page": page})


@require_POST
def receive(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Take a paper."""
    found = get_submission_for(enter(request, unit, "report.receive"), pk)
    actions.receive_paper(found, by=request.user, at=timezone.now())
    messages.success(request, f"Đã tiếp nhận văn bản của {found.paper.unit.name}.")
    return redirect("received", unit)


def send_back(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Send a paper back with what is to be mended."""
    found = get_submission_for(enter(request, unit, "report.receive"), pk)
    form, back = RemarkForm(request.POST or None), reverse("received", args=[unit])
    if request.method == "POST" and form.is_valid():
        actions.return_paper(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, f"Đã trả lại văn bản cho {found.paper.unit.name}.")
        return redirect(back)
    told = {"title": "Trả lại văn bản?", "text": f"{found.paper.unit.name}: {found.paper.title}", "back": back}
    return render(request, "ui/confirm.html", told | {"button": "Trả lại", "form": form})


def received_file(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """The paper that came in, as PDF."""
    found = get_submission_for(enter(request, unit, "report.receive"), pk)
    response = HttpResponse(write_paper(paper_from_json(found.paper.content), ".pdf"), content_type=TYPES["pdf"])
    response["Content-Disposition"] = content_disposition_header(True, file_name(found.paper, "pdf")) or "attachment"
    return response
