"""The evidence that shows what came of an item."""

from caitien_web.evidence.models import Evidence, EvidenceState
from caitien_web.plans.models import PlanItem


def evidence_of(item: PlanItem) -> list[Evidence]:
    """What is linked to the item and not withdrawn, in the order of codes; the item's plan and unit must be loaded."""
    rows = Evidence.objects.of(item.plan.unit).filter(links__item=item.pk, state=EvidenceState.VALID)
    return list(rows.distinct().order_by("code"))
