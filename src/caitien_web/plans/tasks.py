"""Slow work of plans, done by the worker."""

from django.utils import timezone
from django_tasks import task

from caitien.apart import TookTooLong
from caitien_web.plans.actions.drawing import draw_import
from caitien_web.plans.actions.many_imports import match_school
from caitien_web.plans.actions.reading import fail_reading, read_import
from caitien_web.plans.models import ImportState, PlanImport
from caitien_web.plans.queries.imports import schools_below
from caitien_web.tenancy.models import Unit


@task()
def read_file(unit: str, imported: str) -> None:
    """Read a file that was brought in, unless it has been read or dropped meanwhile."""
    row = PlanImport.objects.of(Unit.objects.get(pk=unit)).select_related("unit").get(pk=imported)
    if not row.is_being_read:
        return
    try:
        read_import(row, at=timezone.now())
    except TookTooLong as refusal:
        fail_reading(row, str(refusal), at=timezone.now())


@task()
def read_batch(unit: str, batch: str) -> None:
    """Read the files of one go, one after the other, and find the school of each."""
    at_unit = Unit.objects.get(pk=unit)
    schools = schools_below(at_unit)
    for row in PlanImport.objects.of(at_unit).select_related("unit").filter(batch=batch, state=ImportState.WAITING):
        try:
            read_import(row, at=timezone.now())
        except TookTooLong as refusal:
            fail_reading(row, str(refusal), at=timezone.now())
        if row.data:
            match_school(row, schools)


@task()
def draw_pages(unit: str, imported: str) -> None:
    """Draw the printed pages of a Word file that somebody looks through."""
    rows = PlanImport.objects.of(Unit.objects.get(pk=unit)).select_related("unit")
    row = rows.filter(pk=imported, state=ImportState.READ).first()
    if row:
        draw_import(row)
