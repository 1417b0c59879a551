"""The signed file of an issued paper: the scan with the stamp, or the PDF with a digital signature."""

from datetime import datetime
from typing import Any

from django.db import transaction

from caitien_web.history.record import record
from caitien_web.monitoring.models import Paper, PaperFile, PaperKind, PaperState
from caitien_web.plans.actions.signed_files import keep_signed
from caitien_web.ui.refusal import Refusal


class CannotAttachPaper(Refusal):
    """The file cannot be kept with the paper."""


@transaction.atomic
def attach_signed_paper(paper: Paper, file: Any, *, by: Any, at: datetime) -> PaperFile:
    """Keep a signed file with an issued paper; it takes the place of an earlier one, which stays to be read."""
    paper = Paper.everywhere.select_for_update(of=("self",)).select_related("unit").get(pk=paper.pk)
    if paper.state != PaperState.ISSUED:
        raise CannotAttachPaper("Chưa đính kèm được bản đã ký: văn bản chưa ban hành hoặc đã thu hồi.")
    kept = keep_signed(paper.unit, file)
    last = paper.files.first()
    if last and last.sha256 == kept.sha256:
        raise CannotAttachPaper(f"Chưa đính kèm được: “{kept.name}” chính là bản đã ký đang lưu. Chọn tệp khác.")
    made = PaperFile.of_kept(kept, paper=paper, number=last.number + 1 if last else 1, by=by, at=at)
    made.save()
    kind, told = PaperKind(paper.kind).label.lower(), {"title": paper.title, "name": kept.name}
    number = str(made.number)
    record("monitoring.paper.attached", unit=paper.unit, by=by, at=at, subject=paper, kind=kind, number=number, **told)
    return made
