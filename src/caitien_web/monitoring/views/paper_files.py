"""The signed files of papers: attached by the school, handed out to it and to the authority that received the paper."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.monitoring.access import get_paper_file_for, get_paper_for, get_submission_for
from caitien_web.monitoring.actions.paper_files import attach_signed_paper
from caitien_web.monitoring.forms.paper import SignedFileForm
from caitien_web.schools.access import enter
from caitien_web.tenancy.files import hand_out
from caitien_web.ui.uploads import refuse_too_large


@require_POST
def attach(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """Keep the scan or signed PDF with an issued paper."""
    found = get_paper_for(enter(request, unit, "report.issue"), pk)
    refuse_too_large(request)
    form = SignedFileForm(request.POST, request.FILES)
    if form.is_valid():
        made = attach_signed_paper(found, form.cleaned_data["file"], by=request.user, at=timezone.now())
        messages.success(request, f"Đã đính kèm bản đã ký “{made.name}” (bản {made.number}).")
    else:
        messages.error(request, "Chưa đính kèm được: " + " ".join(map(str, form.errors["file"])))
    return redirect("paper", unit, pk)


def signed(request: HttpRequest, unit: str, pk: UUID, file: UUID) -> FileResponse:
    """One of the signed files, as a download."""
    found = get_paper_file_for(get_paper_for(enter(request, unit, "report.view"), pk), file)
    return hand_out(found.stored, found.name)


def received_signed(request: HttpRequest, unit: str, pk: UUID) -> FileResponse:
    """The newest signed file of a paper that came in."""
    found = get_submission_for(enter(request, unit, "report.receive"), pk).paper.files.first()
    if found is None:
        raise Http404("Văn bản này chưa có bản đã ký.")
    return hand_out(found.stored, found.name)
