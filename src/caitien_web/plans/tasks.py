"""Slow work of plans, done by the worker."""

from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import task

from caitien.apart import TookTooLong
from caitien_web.plans.actions.drawing import draw_import
from caitien_web.plans.actions.many_imports import match_school
from caitien_web.plans.actions.reading import fail_reading, read_import, take_up_readings
from caitien_web.plans.models import ImportState, PlanImport
from caitien_web.plans.queries.imports import schools_below
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.tick import every


@task()
def read_file(unit: str, imported: str) -> None:
    """Read a file that was brought in, unless it has been read or dropped meanwhile; one of many finds its school."""
    at_unit = Unit.objects.get(pk=unit)
    row = PlanImport.objects.of(at_unit).select_related("unit").filter(pk=imported).first()
    if row is None or not row.is_being_read:
        return
    try:
        read_import(row, at=timezone.now())
    except TookTooLong as refusal:
        fail_reading(row, str(refusal), at=timezone.now())
    if row.batch and row.data:
        match_school(row, schools_below(at_unit))


@task(priority=40)
def draw_pages(unit: str, imported: str) -> None:
    """Draw the printed pages of a Word file that somebody looks through just now."""
    rows = PlanImport.objects.of(Unit.objects.get(pk=unit)).select_related("unit")
    row = rows.filter(pk=imported, state=ImportState.READ).first()
    if row:
        draw_import(row)


@every(timedelta(minutes=1), name="plans.stalled_readings")
def take_up_again(*, at: datetime) -> None:
    """What a worker was reading that is no more."""
    take_up_readings(at=at)
