"""Slow work of records, done by the worker."""

from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import task

from caitien_web.record.actions.bringing import give_up_old
from caitien_web.record.actions.exporting import delete_old_exports, make_export
from caitien_web.record.actions.taking_in import read_record, take_in
from caitien_web.record.models import ExportState, ImportState, RecordExport, RecordImport
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.tick import every


@task()
def make_record(unit: str, export: str) -> None:
    """Make the .zip that was asked for."""
    made = RecordExport.objects.of(Unit.objects.get(pk=unit)).select_related("unit", "by").get(pk=export)
    if made.state == ExportState.WAITING:
        make_export(made, at=timezone.now())


@task()
def read_brought(unit: str, brought: str) -> None:
    """Read a record that was brought in, unless it was dropped meanwhile."""
    row = _brought(unit, brought)
    if row.state == ImportState.WAITING:
        read_record(row, at=timezone.now())


@task()
def write_brought(unit: str, brought: str) -> None:
    """Write a record that was confirmed."""
    row = _brought(unit, brought)
    if row.state == ImportState.WRITING:
        take_in(row, at=timezone.now())


@every(timedelta(days=1), name="record.old_exports")
def forget_old_exports(*, at: datetime) -> None:
    """No .zip of a whole school lies about for long."""
    delete_old_exports(at=at)
    give_up_old(at=at)


def _brought(unit: str, brought: str) -> RecordImport:
    rows = RecordImport.objects.of(Unit.objects.get(pk=unit)).select_related("unit", "by")
    found: RecordImport = rows.get(pk=brought)
    return found
