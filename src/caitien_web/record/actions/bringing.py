"""A record is brought in as a file: received, read again where that failed, or given up."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from caitien_web.history.record import record
from caitien_web.record.models import STALE, ImportState, RecordImport
from caitien_web.record.places import clear_import, zip_of_import
from caitien_web.tenancy.files import clean_name, write_down
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal

MOST_BYTES = 4_000_000_000
KEPT_FOR = timedelta(days=7)


class CannotTakeIn(Refusal):
    """The record is not taken in."""


@transaction.atomic
def bring_record(unit: Unit, file: Any, *, by: Any, at: datetime) -> RecordImport:
    """Keep a .zip that claims to be a record until it is read; `begin_reading` has it read."""
    if RecordImport.objects.of(unit).filter(state=ImportState.WRITING, seen_at__gt=at - STALE).exists():
        raise CannotTakeIn("Một hồ sơ đang được ghi vào trường. Chờ xong rồi mở lại trang này.")
    name = clean_name(file.name or "")
    brought = RecordImport(unit=unit, name=name, size=0, by=by, at=at, seen_at=at)
    path = zip_of_import(brought)
    brought.sha256, brought.size = write_down(file, path, most=MOST_BYTES)
    if not _begins_like_a_zip(path):
        path.unlink()
        raise CannotTakeIn(f"Chưa nhận tệp “{name}”: không phải tệp .zip. Chọn tệp hồ sơ đã tải về từ phần mềm này.")
    brought.save()
    record("record.import.received", unit=unit, by=by, at=at, subject=brought, file=name)
    return brought


@transaction.atomic
def read_again(brought: RecordImport, *, by: Any, at: datetime) -> None:
    """Once more, after what stood in the way was put right here; `begin_reading` has it read."""
    may_be_read = brought.state in (ImportState.FAILED, ImportState.READ) or brought.is_stuck(at)
    if not may_be_read or not zip_of_import(brought).is_file():
        raise CannotTakeIn("Không đọc lại được hồ sơ này. Chọn lại tệp .zip.")
    brought.state, brought.message, brought.progress, brought.seen_at = ImportState.WAITING, "", 0, at
    brought.save(update_fields=["state", "message", "progress", "seen_at"])
    record("record.import.again", unit=brought.unit, by=by, at=at, subject=brought, file=brought.name)


@transaction.atomic
def drop_record(brought: RecordImport, *, by: Any, at: datetime) -> None:
    """Give it up: the file goes, nothing of it was written."""
    is_written = brought.state == ImportState.WRITING and not brought.is_stuck(at)
    if not brought.is_open or is_written:
        raise CannotTakeIn("Hồ sơ này đã nhập, đã bỏ hoặc đang được ghi. Tải lại trang để xem.")
    brought.state = ImportState.DROPPED
    brought.save(update_fields=["state"])
    record("record.import.dropped", unit=brought.unit, by=by, at=at, subject=brought, file=brought.name)
    transaction.on_commit(lambda: clear_import(brought))


def give_up_old(*, at: datetime) -> int:
    """Records that were brought in and left lying for days: their files go. How many there were."""
    closed = (ImportState.DONE, ImportState.DROPPED)
    old = list(RecordImport.everywhere.filter(at__lt=at - KEPT_FOR).exclude(state__in=closed))
    for brought in old:
        brought.state, brought.message = ImportState.DROPPED, ""
        brought.save(update_fields=["state", "message"])
        clear_import(brought)
    return len(old)


def _begins_like_a_zip(path: Any) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"
