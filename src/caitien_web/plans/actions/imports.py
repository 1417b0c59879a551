"""A file becomes a plan: received, read (`reading`), corrected (`corrections`), confirmed or dropped."""

import shutil
import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from caitien.findings import CannotRead
from caitien.formats.sniff import sniff
from caitien.plan import from_json
from caitien_web.history.record import record
from caitien_web.plans.actions.start import start_plan
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

    What no reader knows by its content is refused at once, with the words that say what it is.
    """
    if "batch" not in about:
        _refuse_haste(unit, by, at)
    try:
        kept = keep_file(unit, file, most=MOST_BYTES)
        sniff(path_of(kept.stored).read_bytes())
    except TooLarge as refusal:
        raise CannotImport(f"Chưa nhận tệp “{file.name}”: {refusal} Lưu lại tệp nhỏ hơn, rồi chọn lại.") from None
    except CannotRead as refusal:
        raise CannotImport(f"Chưa nhận tệp “{file.name}”: {refusal}") from None
    imported = PlanImport(
        unit=unit, name=kept.name, size=kept.size, sha256=kept.sha256, stored=kept.stored, by=by, at=at, **about
    )
    imported.save()
    record("plans.import.received", unit=unit, by=by, at=at, subject=imported, file=imported.name)
    return imported


def _refuse_haste(unit: Unit, by: Any, at: datetime) -> None:
    recent = PlanImport.objects.of(unit).filter(by=by, at__gt=at - timedelta(hours=1))
    if recent.count() >= MOST_AN_HOUR:
        raise CannotImport(f"Anh/chị đã gửi {MOST_AN_HOUR} tệp trong một giờ. Xử lý các tệp đã gửi, rồi gửi tiếp sau.")


@transaction.atomic
def confirm_import(
    imported: PlanImport, *, years: tuple[int, int], edition: str, form: str, by: Any, at: datetime
) -> SchoolPlan:
    """Make the plan of what was read and corrected. It is a draft, whatever the document says of itself."""
    imported = held(imported)
    if imported.state != ImportState.READ:
        raise CannotImport("Tệp này chưa đọc xong hoặc đã được nhập. Tải lại trang để xem.")
    value = replace(from_json(imported.data), framework=edition, form=form)
    origin = f"từ tệp {imported.name}"
    plan = start_plan(imported.target, value, years=years, by=by, at=at, origin=origin)
    imported.state, imported.plan = ImportState.CONFIRMED, plan
    imported.save(update_fields=["state", "plan"])
    record(
        "plans.import.confirmed",
        unit=imported.unit,
        by=by,
        at=at,
        subject=imported,
        file=imported.name,
        plan=plan.period_words,
    )
    return plan


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


def held(imported: PlanImport) -> PlanImport:
    """The row as it is now, held until the transaction ends: two corrections at once must not lose one."""
    rows = PlanImport.objects.of(imported.unit).select_related("unit", "school").select_for_update(of=("self",))
    return rows.get(pk=imported.pk)


def new_batch() -> uuid.UUID:
    """The key that holds together the files that were brought in one go."""
    from caitien_web.tenancy.keys import new_key

    return new_key()
