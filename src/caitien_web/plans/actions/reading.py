"""A received file is read: the machine's own part of an import, always in a process apart.

A hostile file can neither hold up a page nor the worker: the process has bounds on time and memory (`caitien.apart`).
Small files of quick formats are read while the person waits; all others, and those that took too long, in the worker.
"""

from datetime import datetime, timedelta
from time import monotonic
from typing import Any

from django.db import transaction

from caitien.apart import ApartReading, Bounds, TookTooLong, read_apart
from caitien.findings import CannotRead
from caitien.formats.sniff import Kind, sniff
from caitien_web.history.record import record
from caitien_web.plans.actions.imports import CannotImport
from caitien_web.plans.draft_rows import propose_criteria
from caitien_web.plans.models import Drawing, ImportState, PlanImport
from caitien_web.plans.pictures import folder_of
from caitien_web.tenancy.files import path_of

QUICK = (Kind.DOCX, Kind.XLSX, Kind.ODT, Kind.HTML, Kind.TEXT)
QUICK_BYTES, QUICK_SECONDS = 2_000_000, 6.0
SECONDS = 900.0
STALE = timedelta(minutes=20)
STALLED = timedelta(minutes=3)  # without a sign of life the worker is gone
MOST_ATTEMPTS = 2
BROKE_OFF_TWICE = (
    "Chương trình đọc đã hai lần dừng giữa chừng khi đọc tệp này nên không tự đọc lại nữa. Lưu lại thành .docx hoặc "
    "PDF, chia nhỏ nếu tệp nặng, rồi gửi lại."
)
NOT_DRAWN = "Chưa vẽ xong được các trang in của tệp này."
A_MOMENT = 1.0  # between two reports of progress


def begin_reading(imported: PlanImport, *, at: datetime) -> None:
    """Read at once what is quick; leave the rest, and what turns out to be slow, to the worker."""
    imported.attempts = 0
    _report(imported, 0, at, state=ImportState.WAITING, message="")
    if imported.size <= QUICK_BYTES and sniff(path_of(imported.stored).read_bytes()) in QUICK:
        try:
            read_import(imported, seconds=QUICK_SECONDS, at=at)
        except TookTooLong:
            imported.attempts = 0
            _report(imported, 0, at, state=ImportState.WAITING)
        else:
            return
    queue_reading(imported)


def queue_reading(imported: PlanImport, *, before: int | None = None) -> None:
    """Leave the file to the worker: one that somebody waits for comes before those sent in bulk.

    `before`: how many files of the same sender wait already; the more, the later, so that nobody holds up the others.
    """
    from caitien_web.plans.tasks import read_file

    if before is None:
        waiting = PlanImport.objects.of(imported.unit).filter(state=ImportState.WAITING, batch=None)
        before = waiting.exclude(pk=imported.pk).count()
    rank = -10 - min(80, before // 4) if imported.batch else 30 - min(30, before)
    read_file.using(priority=rank).enqueue(str(imported.unit.pk), str(imported.pk))


def take_up_readings(*, at: datetime) -> int:
    """What a worker left unfinished that is no more is read again, or refused where that has happened MOST_ATTEMPTS
    times; how many were found. A row gives a sign of life at least every `caitien.apart.SIGN_OF_LIFE` seconds.
    """
    broken_off = PlanImport.everywhere.filter(state=ImportState.READING, seen_at__lt=at - STALLED)
    rows = list(broken_off.select_related("unit").defer("data", "original", "positions"))
    for row in rows:
        if row.attempts >= MOST_ATTEMPTS:
            fail_reading(row, BROKE_OFF_TWICE, at=at)
        else:
            _report(row, 0, at, state=ImportState.WAITING, message="")
            queue_reading(row)
    drawings = PlanImport.everywhere.filter(drawing=Drawing.UNDER_WAY, seen_at__lt=at - STALE)
    drawings.update(drawing=Drawing.FAILED, drawing_message=NOT_DRAWN)
    return len(rows)


def read_import_again(imported: PlanImport, *, by: Any, at: datetime) -> None:
    """Read once more what failed, or what nobody has heard of for a while. What was corrected is not read over."""
    still = imported.is_being_read and imported.seen_at and at - imported.seen_at < STALE
    if still or imported.state not in (ImportState.FAILED, ImportState.WAITING, ImportState.READING):
        raise CannotImport("Tệp này đang được đọc hoặc đã đọc xong. Tải lại trang để xem.")
    with transaction.atomic():
        record("plans.import.again", unit=imported.unit, by=by, at=at, subject=imported, file=imported.name)
    begin_reading(imported, at=at)


def read_import(imported: PlanImport, *, seconds: float = SECONDS, at: datetime) -> None:
    """Read the file and keep what was read, or the words in which it was refused. Raises TookTooLong only."""
    imported.attempts += 1
    _report(imported, 0, at, state=ImportState.READING, message="")
    try:
        reading = read_apart(
            path_of(imported.stored),
            name=imported.name,
            bounds=Bounds(seconds=seconds),
            pictures=folder_of(imported),
            progress=_Progress(imported, at),
        )
    except TookTooLong:
        raise
    except CannotRead as refusal:
        fail_reading(imported, str(refusal), at=at)
    else:
        save_reading(imported, reading, at=at)


@transaction.atomic
def save_reading(imported: PlanImport, reading: ApartReading, *, at: datetime) -> None:
    """Keep a reading for somebody to look through and confirm."""
    imported.data, imported.doubts, imported.positions = reading.plan, reading.findings, reading.positions
    propose_criteria(imported)
    imported.original, imported.pictures, imported.format = reading.original, reading.pictures, reading.format
    imported.state, imported.progress, imported.message = ImportState.READ, 100, ""
    imported.save()
    _recorded("plans.import.read", imported, at)


@transaction.atomic
def fail_reading(imported: PlanImport, message: str, *, at: datetime) -> None:
    """Keep the words that say why the file cannot be read, and what to do."""
    imported.state, imported.message = ImportState.FAILED, message
    imported.save(update_fields=["state", "message"])
    _recorded("plans.import.failed", imported, at)


def _recorded(action: str, imported: PlanImport, at: datetime) -> None:
    record(action, unit=imported.unit, by=None, at=at, subject=imported, file=imported.name)


def _report(imported: PlanImport, progress: int, at: datetime, **given: str) -> None:
    """Written by itself, outside of any transaction, so that whoever waits can see it."""
    imported.progress, imported.seen_at = progress, at
    for field, value in given.items():
        setattr(imported, field, value)
    imported.save(update_fields=["progress", "seen_at", "attempts", *given])


class _Progress:
    """Tells the row how far the reading is, no more often than every moment."""

    def __init__(self, imported: PlanImport, at: datetime) -> None:
        self.imported, self.at = imported, at
        self.began = self.told = monotonic()

    def __call__(self, done: int, total: int, what: str) -> None:
        if monotonic() - self.told < A_MOMENT:
            return
        self.told = monotonic()
        now = self.at + timedelta(seconds=self.told - self.began)
        _report(self.imported, min(99, 100 * done // max(1, total)), now, message=what)
