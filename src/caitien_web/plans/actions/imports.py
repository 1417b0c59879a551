"""A file becomes a plan: received, read (`reading`), corrected (`corrections`), confirmed or dropped."""

import shutil
import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files import File
from django.db import transaction

from caitien.findings import CannotRead
from caitien.formats.sniff import Kind, sniff
from caitien.plan import Plan, Signatory, from_json
from caitien_web.assessment.actions import plan_weaknesses, take_over_weaknesses
from caitien_web.assessment.actions.weaknesses import is_same
from caitien_web.assessment.models import WeaknessState
from caitien_web.assessment.queries import assessment_behind
from caitien_web.history.record import record
from caitien_web.plans.actions.signed_files import attach_signed_file
from caitien_web.plans.actions.start import start_plan
from caitien_web.plans.actions.versions import Signing, take_over_plan
from caitien_web.plans.draft_rows import without_proposals
from caitien_web.plans.models import ImportState, PlanImport, SchoolPlan
from caitien_web.plans.pictures import folder_of
from caitien_web.tenancy.files import TooLarge, keep_file, path_of
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal

MOST_BYTES = 25_000_000
MOST_AN_HOUR = 60


class CannotImport(Refusal):
    """The file is not taken in, or its reading cannot become a plan."""


@transaction.atomic
def receive_file(unit: Unit, file: Any, *, by: Any, at: datetime, **about: Any) -> PlanImport:
    """Take in a file, keep it by its hash, and leave it waiting to be read. `about`: batch, school, likeness.

    What no reader knows by its content is refused at once, with the words that say what it is; one of many is taken
    in as unreadable, so that its sender sees in one table what has become of each file.
    """
    if "batch" not in about:
        _refuse_haste(unit, by, at)
    try:
        kept = keep_file(unit, file, most=MOST_BYTES)
    except TooLarge as refusal:
        raise CannotImport(f"Chưa nhận tệp “{file.name}”: {refusal} Lưu lại tệp nhỏ hơn, rồi chọn lại.") from None
    told = _why_unreadable(kept.stored)
    if told and "batch" not in about:
        raise CannotImport(f"Chưa nhận tệp “{file.name}”: {told}")
    imported = PlanImport(
        unit=unit, name=kept.name, size=kept.size, sha256=kept.sha256, stored=kept.stored, by=by, at=at, **about
    )
    if told:
        imported.state, imported.message = ImportState.FAILED, told
    imported.save()
    record("plans.import.received", unit=unit, by=by, at=at, subject=imported, file=imported.name)
    return imported


def _why_unreadable(stored: str) -> str:
    """The words that say what a file is where no reader knows it; "" where one does."""
    try:
        sniff(path_of(stored).read_bytes())
    except CannotRead as refusal:
        return str(refusal)
    return ""


def _refuse_haste(unit: Unit, by: Any, at: datetime) -> None:
    recent = PlanImport.objects.of(unit).filter(by=by, at__gt=at - timedelta(hours=1))
    if recent.count() >= MOST_AN_HOUR:
        raise CannotImport(f"Anh/chị đã gửi {MOST_AN_HOUR} tệp trong một giờ. Xử lý các tệp đã gửi, rồi gửi tiếp sau.")


@transaction.atomic
def confirm_import(
    imported: PlanImport,
    *,
    years: tuple[int, int],
    edition: str,
    form: str,
    by: Any,
    at: datetime,
    archived: bool = False,
    weaknesses: bool = False,
    unseen: bool = False,
) -> SchoolPlan:
    """Make the plan of what was read and corrected: a draft, whatever the document says of itself.

    `unseen`: nobody has looked through it, so that criteria which were only proposed stay open. `archived`: a plan
    signed on paper long ago is kept as issued, with the original as its signed file where it is a PDF or a picture.
    `weaknesses`: what the file calls weak joins the weaknesses of the self-assessment, and the items answer it.
    """
    imported = held(imported)
    if imported.state != ImportState.READ:
        raise CannotImport("Tệp này chưa đọc xong hoặc đã được nhập. Tải lại trang để xem.")
    data = without_proposals(imported) if unseen else imported.data
    value = replace(from_json(data), framework=edition, form=form)
    origin = f"từ tệp {imported.name}"
    plan = start_plan(imported.target, value, years=years, by=by, at=at, origin=origin)
    imported.state, imported.plan = ImportState.CONFIRMED, plan
    imported.save(update_fields=["state", "plan"])
    told = {"file": imported.name, "plan": plan.period_words}
    record("plans.import.confirmed", unit=imported.unit, by=by, at=at, subject=imported, **told)
    if weaknesses:
        _take_over_weaknesses(plan, value, imported.name, by, at)
    if archived:
        _take_over(imported, plan, value, by, at)
    transaction.on_commit(lambda: shutil.rmtree(folder_of(imported), ignore_errors=True))
    return plan


def weaknesses_in(value: Plan) -> list[tuple[str, str]]:
    """What a plan calls weak: (criterion, words), from its problem table and its items."""
    told = [(one.criterion, one.limitation) for one in value.problems]
    told += [(item.criterion, item.weakness) for item in value.items]
    return [(code, " ".join(text.split())) for code, text in told if code and text and text.strip()]


def _take_over_weaknesses(plan: SchoolPlan, value: Plan, file: str, by: Any, at: datetime) -> None:
    """The plan's weaknesses join those of the self-assessment behind it, and its items answer them."""
    behind = assessment_behind(plan.unit, from_year=plan.from_year, edition=plan.edition)
    about: dict[str, Any] = {"edition": plan.edition, "file": file, "assessment": behind}
    kept = take_over_weaknesses(plan.unit, weaknesses_in(value), by=by, at=at, **about)
    for row in plan.items.all():
        own = {one.pk: one for one in kept if one.criterion == row.criterion}
        told = [one for one in own.values() if row.weakness and is_same(one.text, row.weakness)]
        row.weaknesses.add(*(told or own.values()))
    answered = [one for one in kept if one.state == WeaknessState.OPEN and one.items.exists()]
    if answered:
        plan_weaknesses(plan.unit, answered, by=by, at=at)
    if behind and plan.assessment is None:
        plan.assessment = behind
        plan.save(update_fields=["assessment"])


def _take_over(imported: PlanImport, plan: SchoolPlan, value: Plan, by: Any, at: datetime) -> None:
    signed = value.document.date or ""
    if len(signed) != len("2026-09-05"):
        raise CannotImport("Chưa ghi nhận được là đã ban hành: chưa đủ ngày, tháng, năm ký. Ghi ngày ký ở đầu văn bản.")
    signer = value.signatory or Signatory()
    number = value.document.number or ""
    signing = Signing(number, date.fromisoformat(signed), signer.title or "", signer.name or "")
    version = take_over_plan(plan, signing, by=by, at=at)
    with path_of(imported.stored).open("rb") as original:
        file = File(original, name=imported.name)
        if sniff(path_of(imported.stored).read_bytes()) in (Kind.PDF, Kind.PICTURE):
            attach_signed_file(version, file, by=by, at=at)


@transaction.atomic
def drop_import(imported: PlanImport, *, by: Any, at: datetime) -> None:
    """Give up a file: no plan comes of it. The pictures of its pages go, the file stays for the history."""
    imported = held(imported)
    if not imported.is_open:
        raise CannotImport("Tệp này đã được nhập hoặc đã bỏ. Tải lại trang để xem.")
    imported.state, imported.original = ImportState.DROPPED, None
    imported.save(update_fields=["state", "original"])
    record("plans.import.dropped", unit=imported.unit, by=by, at=at, subject=imported, file=imported.name)
    transaction.on_commit(lambda: shutil.rmtree(folder_of(imported), ignore_errors=True))


def drop_unreadable(rows: Iterable[PlanImport], *, by: Any, at: datetime) -> int:
    """Give up all that could not be read; how many."""
    failed = [row for row in rows if row.state == ImportState.FAILED]
    for row in failed:
        drop_import(row, by=by, at=at)
    return len(failed)


def held(imported: PlanImport) -> PlanImport:
    """The row as it is now, held until the transaction ends: two corrections at once must not lose one."""
    rows = PlanImport.objects.of(imported.unit).select_related("unit", "school").select_for_update(of=("self",))
    return rows.get(pk=imported.pk)


def new_batch() -> uuid.UUID:
    """The key that holds together the files that were brought in one go."""
    from caitien_web.tenancy.keys import new_key

    return new_key()
