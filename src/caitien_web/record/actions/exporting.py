"""A record is asked for, made by the worker, fetched, and its .zip deleted after some days."""

from datetime import datetime, timedelta
from time import monotonic
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from caitien.vietnamese.fold import fold
from caitien_web.history.record import record
from caitien_web.record.models import STALE, ExportState, RecordExport
from caitien_web.record.packing import pack
from caitien_web.record.places import zip_of_export
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal

KEPT_FOR = timedelta(days=7)
A_MOMENT = 1.0  # between two reports of progress


class CannotExport(Refusal):
    """The record cannot be made or fetched."""


@transaction.atomic
def ask_export(unit: Unit, *, by: Any, at: datetime) -> RecordExport:
    """Ask for the record of a school; `begin_export` has the worker make it."""
    under_way = (ExportState.WAITING, ExportState.MAKING)
    recent = RecordExport.objects.of(unit).filter(state__in=under_way, seen_at__gt=at - STALE)
    if recent.exists():
        raise CannotExport("Hồ sơ của trường đang được xuất. Chờ xong rồi tải về ở trang này.")
    made = RecordExport(unit=unit, by=by, at=at, seen_at=at)
    made.save()
    record("record.export.asked", unit=unit, by=by, at=at, subject=made)
    return made


def begin_export(made: RecordExport) -> None:
    """Leave it to the worker."""
    from caitien_web.record.tasks import make_record

    make_record.enqueue(str(made.unit.pk), str(made.pk))


def make_export(made: RecordExport, *, at: datetime) -> None:
    """The worker's part: write the .zip; a failure is told on the page and in the log."""
    _report(made, at, state=ExportState.MAKING)
    try:
        packed = pack(made.unit, zip_of_export(made), by=str(made.by or ""), at=made.at, tell=_Progress(made, at))
    except Exception:
        _report(made, at, state=ExportState.FAILED, message="Không xuất được hồ sơ. Quản trị xem nhật ký máy chủ.")
        raise
    made.rows, made.files, made.sha256 = packed.rows, packed.files, packed.sha256
    made.size, made.name = zip_of_export(made).stat().st_size, _name(made)
    made.message = f"Thiếu {packed.missing} tệp đã mất trên máy chủ." if packed.missing else ""
    made.state, made.progress, made.done_at = ExportState.READY, 100, timezone.now()
    made.save()


@transaction.atomic
def fetch_export(made: RecordExport, *, by: Any, at: datetime) -> None:
    """Somebody takes the whole record away: the history says who and when."""
    if made.state != ExportState.READY or not zip_of_export(made).is_file():
        raise CannotExport("Tệp hồ sơ này đã được xóa hoặc chưa xuất xong. Xuất lại hồ sơ.")
    record("record.export.fetched", unit=made.unit, by=by, at=at, subject=made, file=made.name)


def delete_old_exports(*, at: datetime) -> int:
    """Delete the files of records made some days ago; the rows stay. How many there were."""
    old = RecordExport.everywhere.filter(state=ExportState.READY, at__lt=at - KEPT_FOR)
    for made in old:
        zip_of_export(made).unlink(missing_ok=True)
        made.state = ExportState.GONE
        made.save(update_fields=["state"])
    return len(old)


def _name(made: RecordExport) -> str:
    day = timezone.localtime(made.at)
    return f"ho-so-{slugify(fold(made.unit.name))[:60]}-{day:%Y-%m-%d-%H%M}.zip"


def _report(made: RecordExport, at: datetime, **given: Any) -> None:
    """Written by itself, outside of any transaction, so that whoever waits can see it."""
    made.seen_at = at
    for field, value in given.items():
        setattr(made, field, value)
    made.save(update_fields=["seen_at", *given])


class _Progress:
    """Tells the row how far the making is, no more often than every moment."""

    def __init__(self, made: RecordExport, at: datetime) -> None:
        self.made, self.at = made, at
        self.began = self.told = monotonic()

    def __call__(self, percent: int, what: str) -> None:
        if monotonic() - self.told < A_MOMENT:
            return
        self.told = monotonic()
        _report(self.made, self.at + timedelta(seconds=self.told - self.began), progress=min(99, percent), message=what)
