"""What issued plans have written for the same criterion: the school's own, and public ones of its commune."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from caitien.vietnamese.fold import fold
from caitien_web.plans.models import PlanItem, PlanState, SchoolPlan

ISSUED = (PlanState.ISSUED, PlanState.UNDER_WAY, PlanState.ADJUSTED, PlanState.EVALUATED, PlanState.CLOSED)
OFFERED = ("solution", "target_result", "indicators", "evidence_outputs", "weakness")  # never people, never money
MOST = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text that was written into this cell of another plan, and where."""

    text: str
    unit: str
    period: str


def suggestions_for(plan: SchoolPlan, item: PlanItem, field: str) -> list[Suggestion]:
    """Texts for a cell, newest plans first, each once; nothing of drafts, nothing that is not public of others.

    One query. Neighbours are the schools of the same commune.
    """
    if field not in OFFERED or not item.criterion:
        return []
    around = plan.unit.parent or plan.unit
    found = (
        PlanItem.objects.within(around)
        .filter(
            Q(plan__unit=plan.unit) | Q(plan__is_public=True),
            plan__adjusting=False,
            criterion=item.criterion,
            removed_at=None,
        )
        .filter(plan__edition=plan.edition, plan__state__in=ISSUED)
        .exclude(plan=plan.pk)
        .exclude(**{field: ""})
        .select_related("plan__unit")
        .order_by("-plan__from_year", "place")[: 3 * MOST]
    )
    open_to_us = (row for row in found if row.plan.unit_id == plan.unit_id or _shows(row.plan, field))
    return _once(open_to_us, field, fold(getattr(item, field)))


def _shows(plan: SchoolPlan, field: str) -> bool:
    """Did the school choose this column for its public page?"""
    return {"table", f"table.{field}"} <= set(plan.public_parts)


def _once(rows: Iterable[PlanItem], field: str, own: str) -> list[Suggestion]:
    seen, told = {own}, []
    for row in rows:
        text = getattr(row, field)
        if fold(text) not in seen:
            seen.add(fold(text))
            told.append(Suggestion(text, row.plan.unit.name, row.plan.period_words))
    return told[:MOST]
