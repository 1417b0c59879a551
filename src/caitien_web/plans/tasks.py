"""Slow work of plans, done by the worker."""

from django.utils import timezone
from django_tasks import task

from caitien.apart import TookTooLong
from caitien_web.plans.actions.reading import fail_reading, read_import
from caitien_web.plans.models import PlanImport
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
