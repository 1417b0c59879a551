"""The signed papers of a version: the scan with the stamp, or the PDF signed by a digital signature."""

from datetime import datetime
from typing import Any

from django.db import transaction

from caitien_web.history.record import record
from caitien_web.plans.models import PlanFile, PlanVersion
from caitien_web.tenancy.files import Kept, TooLarge, keep_file
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal

MOST = 20_000_000
KINDS = ("application/pdf", "image/jpeg", "image/png")


class CannotAttach(Refusal):
    """The file cannot be kept with the version."""


def keep_signed(unit: Unit, file: Any) -> Kept:
    """Keep an uploaded scan or signed PDF, with its SHA-256. The type is judged by the content."""
    try:
        kept = keep_file(unit, file, most=MOST)
    except TooLarge as refusal:
        raise CannotAttach(f"Chưa đính kèm được: {refusal} Quét lại ở độ phân giải thấp hơn.") from None
    if kept.content_type not in KINDS:
        raise CannotAttach(f"Chưa đính kèm được: “{kept.name}” không phải PDF hay ảnh. Chọn tệp PDF, JPEG hoặc PNG.")
    return kept


@transaction.atomic
def attach_signed_file(version: PlanVersion, file: Any, *, by: Any, at: datetime) -> PlanFile:
    """Keep a signed file with the version."""
    plan = version.plan
    kept = keep_signed(plan.unit, file)
    attached = PlanFile.of_kept(kept, version=version, by=by, at=at)
    attached.save()
    told = {"plan": plan.period_words, "name": kept.name, "version": version.number}
    record("plans.file.attached", unit=plan.unit, by=by, at=at, subject=attached, **told)
    return attached
