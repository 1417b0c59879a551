"""What issued plans have written for the same criterion: the school's own, and public ones of its commune.

Plans of older editions count where the crosswalk leads their criterion to this one; they are told with their origin.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from caitien.frameworks import predecessors
from caitien.vietnamese.fold import fold
from caitien_web.plans.in_force import show_in_force
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
    edition: str = ""  # an older one, with the criterion there; "" for the plan's own
    criterion: str = ""


def suggestions_for(plan: SchoolPlan, item: PlanItem, field: str) -> list[Suggestion]:
    """Texts for a cell, newest plans first, each once; nothing of drafts, nothing that is not public of others.

    Of a plan under adjustment what its version in force says. One query, two where there is such a plan. Neighbours are
    the schools of the same commune.
    """
    if field not in OFFERED or not item.criterion:
        return []
    around, wanted = plan.unit.parent or plan.unit, _same_as(plan.edition, item.criterion)
    found = (
        PlanItem.objects.within(around)
        .filter(Q(plan__unit=plan.unit) | Q(plan__is_public=True), plan__state__in=ISSUED)
        .filter(Q(plan__adjusting=True) | (Q(removed_at=None) & ~Q(**{field: ""})))
        .filter(reduce(or_, (Q(plan__edition=edition, criterion=criterion) for edition, criterion in wanted)))
        .exclude(plan=plan.pk)
        .select_related("plan__unit")
        .order_by("-plan__from_year", "place")[: 3 * MOST]
    )
    in_force = (row for row in show_in_force(found) if (row.plan.edition, row.criterion) in wanted)
    open_to_us = (row for row in in_force if row.plan.unit_id == plan.unit_id or _shows(row.plan, field))
    return _once(open_to_us, field, plan.edition, fold(getattr(item, field)))


def _same_as(edition: str, criterion: str) -> set[tuple[str, str]]:
    """The criterion itself, and those of older editions that the crosswalk leads to it, with their editions."""
    return {(edition, criterion), *predecessors(edition, criterion)}


def _shows(plan: SchoolPlan, field: str) -> bool:
    """Did the school choose this column for its public page?"""
    return {"table", f"table.{field}"} <= set(plan.public_parts)


def _once(rows: Iterable[PlanItem], field: str, edition: str, own: str) -> list[Suggestion]:
    seen, told = {own}, []
    for row in rows:
        text = getattr(row, field)
        if text and fold(text) not in seen:
            seen.add(fold(text))
            older = (row.plan.edition, row.criterion) if row.plan.edition != edition else ("", "")
            told.append(Suggestion(text, row.plan.unit.name, row.plan.period_words, *older))
    return told[:MOST]
