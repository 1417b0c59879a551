"""A record that was brought in is read apart and judged; once confirmed it is written, all of it or nothing."""

import logging
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from django.db import DatabaseError, transaction
from django.utils import timezone

from caitien.apart import Bounds, do_apart
from caitien.findings import CannotRead
from caitien_web.history.record import record
from caitien_web.record.actions.bringing import CannotTakeIn
from caitien_web.record.models import ImportState, RecordImport
from caitien_web.record.places import clear_import, unpacked, zip_of_import
from caitien_web.record.queries import what_is_here
from caitien_web.record.reading.judge import judge
from caitien_web.record.reading.source import Source
from caitien_web.record.reading.values import Fault
from caitien_web.record.writing import write_record
from caitien_web.tenancy.files import path_of
from caitien_web.tenancy.models import Unit

JOB = "caitien_web.record.reading.opening:open_record"
SECONDS, MEMORY = 3600.0, 2_000_000_000
BROKEN_OFF = "Không mở được tệp .zip: tệp quá nặng hoặc bị hỏng. Xuất lại hồ sơ ở nơi gửi rồi chọn lại tệp."
NOT_CONSISTENT = (
    "Hồ sơ không nhập được: các dòng trong hồ sơ mâu thuẫn với nhau. Không có gì được ghi. Xuất lại hồ sơ ở nơi gửi."
)
SOME_FAULTS = "Hồ sơ chưa nhập được vì những chỗ sau. Không có gì được ghi."
A_MOMENT = 1.0


def begin_reading(brought: RecordImport) -> None:
    """Leave it to the worker."""
    from caitien_web.record.tasks import read_brought

    read_brought.enqueue(str(brought.unit.pk), str(brought.pk))


def begin_writing(brought: RecordImport) -> None:
    """Leave it to the worker."""
    from caitien_web.record.tasks import write_brought

    write_brought.enqueue(str(brought.unit.pk), str(brought.pk))


def read_record(brought: RecordImport, *, at: datetime) -> None:
    """The worker's part: open it apart, judge it, and keep the summary or the words that refuse it."""
    tell = _Progress(brought, at)
    _report(brought, at, state=ImportState.READING)
    shutil.rmtree(folder := unpacked(brought), ignore_errors=True)
    brought.summary = {}
    try:
        opened = do_apart(
            JOB,
            [str(zip_of_import(brought)), str(folder)],
            bounds=Bounds(seconds=SECONDS, memory=MEMORY),
            progress=lambda done, total, what: tell(40 * done // max(1, total), what),
            broken_off=BROKEN_OFF,
        )
        faults = _judge(brought, Source(folder, opened), tell)
    except CannotRead as refusal:
        return _fail(brought, str(refusal), at)
    except Exception:
        _fail(brought, BROKEN_OFF, at)
        raise
    return _read(brought, at) if not faults else _fail(brought, SOME_FAULTS if brought.summary else faults[0], at)


def _judge(brought: RecordImport, source: Source, tell: "_Progress") -> list[str]:
    """Keep the summary of the record; the faults that stand in its way."""
    brought.record = source.opened["sha256"]
    if words := what_is_here(brought.unit, brought.record):
        return [words]
    brought.summary = judge(source, brought.unit, tell)
    source.keep()
    found: list[str] = brought.summary["faults"]
    return found


@transaction.atomic
def confirm_record(brought: RecordImport, *, by: Any, at: datetime) -> None:
    """Somebody has seen the summary and wants it written; `begin_writing` has it done."""
    held = RecordImport.objects.of(brought.unit).select_for_update(of=("self",)).get(pk=brought.pk)
    if held.state != ImportState.READ:
        raise CannotTakeIn("Hồ sơ này chưa đọc xong hoặc đã được nhập. Tải lại trang để xem.")
    brought.state, brought.progress, brought.seen_at = ImportState.WRITING, 0, at
    brought.message = ""
    brought.save(update_fields=["state", "progress", "seen_at", "message"])
    record("record.import.confirmed", unit=brought.unit, by=by, at=at, subject=brought, file=brought.name)


def take_in(brought: RecordImport, *, at: datetime) -> None:
    """The worker's part: write it in one transaction; where that fails nothing is left of it."""
    source = Source.kept(unpacked(brought))
    new: list[Path] = []
    try:
        _take_files(source, brought.unit, new)  # before the rows: nobody else's writing waits for them
        with transaction.atomic():
            _hold_school(brought)
            write_record(source, brought.unit, brought.summary["accounts"], at=at, tell=lambda percent, what: None)
            _done(brought, at)
    except (DatabaseError, Fault, CannotTakeIn, OSError) as fault:
        for path in new:
            path.unlink(missing_ok=True)
        logging.getLogger(__name__).warning("a record could not be taken in: %s", fault)
        return _fail(brought, str(fault) if isinstance(fault, CannotTakeIn) else NOT_CONSISTENT, at)
    return clear_import(brought)


def _hold_school(brought: RecordImport) -> None:
    """Nobody else writes a record into the school meanwhile, and it is still empty."""
    Unit.objects.select_for_update().get(pk=brought.unit.pk)
    if words := what_is_here(brought.unit, brought.record):
        raise CannotTakeIn(words)


def _take_files(source: Source, unit: Unit, new: list[Path]) -> None:
    """The files into the folder of the school, under their hashes; `new`: those that were not there."""
    for sha in source.files:
        target = path_of(f"{unit.pk}/{sha[:2]}/{sha}")
        if target.is_file():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        new.append(target)
        try:
            os.link(source.path_of(sha), target)
        except OSError:  # another disk
            shutil.copyfile(source.path_of(sha), target)


def _done(brought: RecordImport, at: datetime) -> None:
    brought.state, brought.progress, brought.done_at, brought.message = ImportState.DONE, 100, timezone.now(), ""
    brought.save()
    told = {"file": brought.name, "rows": brought.summary["rows"], "files": brought.summary["files"]}
    record("record.record.imported", unit=brought.unit, by=brought.by, at=at, subject=brought, **told)


@transaction.atomic
def _read(brought: RecordImport, at: datetime) -> None:
    brought.state, brought.progress, brought.message = ImportState.READ, 100, ""
    brought.save()
    record("record.import.read", unit=brought.unit, by=None, at=at, subject=brought, file=brought.name)


@transaction.atomic
def _fail(brought: RecordImport, words: str, at: datetime) -> None:
    brought.state, brought.message = ImportState.FAILED, words
    brought.save()
    shutil.rmtree(unpacked(brought), ignore_errors=True)
    record("record.import.failed", unit=brought.unit, by=None, at=at, subject=brought, file=brought.name)


def _report(brought: RecordImport, at: datetime, **given: Any) -> None:
    brought.seen_at = at
    for field, value in given.items():
        setattr(brought, field, value)
    brought.save(update_fields=["seen_at", *given])


class _Progress:
    """Tells the row how far it is, no more often than every moment."""

    def __init__(self, brought: RecordImport, at: datetime) -> None:
        self.brought, self.at = brought, at
        self.began = self.told = monotonic()

    def __call__(self, percent: int, what: str) -> None:
        if monotonic() - self.told < A_MOMENT:
            return
        self.told = monotonic()
        now = self.at + timedelta(seconds=self.told - self.began)
        _report(self.brought, now, progress=min(99, percent), message=what)
