"""Which evidence a person may open."""

from typing import Any

from django.http import Http404

from caitien_web.evidence.models import Evidence
from caitien_web.schools.access import enter
from caitien_web.tenancy.models import Unit


def enter_evidence(request: Any, unit: str, key: Any, right: str = "evidence.view") -> Evidence:
    """The evidence of an address; 404 for another unit's."""
    return get_evidence_for(enter(request, unit, right), key)


def get_evidence_for(entered: Unit, key: Any) -> Evidence:
    """A piece of evidence of the unit that was entered; 404 for another unit's."""
    found = Evidence.objects.of(entered).filter(pk=key).first()
    if found is None:
        raise Http404("Không có minh chứng này.")
    found.unit = entered
    return found
