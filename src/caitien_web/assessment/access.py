"""Which assessments a person may open."""

from typing import Any

from django.http import Http404

from caitien_web.assessment.models import Assessment, ExternalAssessment, Weakness
from caitien_web.schools.access import enter


def enter_assessment(request: Any, unit: str, key: Any, right: str = "assessment.view") -> Assessment:
    """The self-assessment of an address; 404 for another unit's."""
    entered = enter(request, unit, right)
    found = Assessment.objects.of(entered).filter(pk=key).first()
    if found is None:
        raise Http404("Không có bản tự đánh giá này.")
    found.unit = entered
    return found


def enter_external(request: Any, unit: str, key: Any, right: str = "assessment.view") -> ExternalAssessment:
    """The assessment from outside of an address; 404 for another unit's."""
    entered = enter(request, unit, right)
    found = ExternalAssessment.objects.of(entered).filter(pk=key).first()
    if found is None:
        raise Http404("Không có lần đánh giá ngoài này.")
    found.unit = entered
    return found


def enter_weakness(request: Any, unit: str, key: Any) -> Weakness:
    """The weakness of an address, for those who write; 404 for another unit's."""
    entered = enter(request, unit, "assessment.write")
    found = Weakness.objects.of(entered).filter(pk=key).first()
    if found is None:
        raise Http404("Không có điểm yếu này.")
    found.unit = entered
    return found
