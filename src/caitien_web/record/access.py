"""Which records a person may ask for, fetch and bring in. Only schools have a record."""

from typing import Any

from django.http import Http404

from caitien_web.record.models import RecordExport, RecordImport
from caitien_web.schools.access import enter
from caitien_web.tenancy.models import Unit


def enter_school(request: Any, unit: str, right: str) -> Unit:
    """The school of an address; 404 for an authority."""
    entered = enter(request, unit, right)
    if not entered.is_school:
        raise Http404("Chỉ trường học có hồ sơ để xuất, nhập.")
    return entered


def enter_export(request: Any, unit: str, key: Any) -> RecordExport:
    """A record made of the school; 404 for another school's."""
    entered = enter_school(request, unit, "record.export")
    found = RecordExport.objects.of(entered).select_related("unit", "by").filter(pk=key).first()
    if found is None:
        raise Http404("Không có hồ sơ này.")
    return found


def enter_import(request: Any, unit: str, key: Any) -> RecordImport:
    """A record brought into the school; 404 for another school's."""
    entered = enter_school(request, unit, "record.import")
    found = RecordImport.objects.of(entered).select_related("unit", "by").filter(pk=key).first()
    if found is None:
        raise Http404("Không có hồ sơ này.")
    return found
