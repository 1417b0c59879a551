"""The next plan from what this one leaves: items carried over, weaknesses still open, recommendations not closed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from caitien_web.assessment.actions import add_weakness
from caitien_web.assessment.models import Weakness, WeaknessSource
from caitien_web.history.record import record
from caitien_web.monitoring.actions.year_end import CannotEnd
from caitien_web.monitoring.models import FollowUp, ItemEnd
from caitien_web.plans.actions.draft_next import (
    Drafted,
    answer_weaknesses,
    draft_from_plan,
    draft_from_weaknesses,
)
from caitien_web.plans.models import PlanItem, SchoolPlan


@transaction.atomic
def draft_next_year(
    previous: SchoolPlan,
    weaknesses: Sequence[Weakness],
    *,
    years: tuple[int, int],
    edition: str,
    form: str,
    by: Any,
    at: datetime,
) -> Drafted:
    """A draft with the items carried over (reason and count kept) and one item for each weakness chosen.

    Wants every item of the old plan ended; fills last year's results from how they ended.
    """
    items = list(previous.items.filter(removed_at=None).select_related("ending"))
    open_items = [item for item in items if not hasattr(item, "ending")]
    if open_items:
        raise CannotEnd(f"Chưa lập được kế hoạch năm sau: còn {len(open_items)} mục chưa ghi kết quả cuối năm.")
    carried = [item for item in items if item.ending.outcome == ItemEnd.Outcome.CARRIED_OVER]
    told = {"years": years, "edition": edition, "form": form, "by": by, "at": at}
    if carried:
        drafted = draft_from_plan(previous, carried, **told)
        _keep_reasons(drafted.plan)
        answer_weaknesses(drafted.plan, weaknesses, by=by, at=at)
    else:
        drafted = Drafted(draft_from_weaknesses(previous.unit, weaknesses, **told), ())
        drafted.plan.previous = previous
    _tell_results(drafted.plan, previous, items)
    return drafted


def _keep_reasons(plan: SchoolPlan) -> None:
    rows = list(plan.items.exclude(carried_from=None).select_related("carried_from__ending"))
    for row in rows:
        row.carry_reason = row.carried_from.ending.reason if row.carried_from else ""
    PlanItem.everywhere.bulk_update(rows, ["carry_reason"])


def _tell_results(plan: SchoolPlan, previous: SchoolPlan, items: Sequence[PlanItem]) -> None:
    """Last year's results in one sentence, by how its items ended."""
    counts = {label: 0 for _, label in ItemEnd.Outcome.choices}
    for item in items:
        counts[item.ending.get_outcome_display()] += 1
    told = "; ".join(f"{label.lower()}: {count}" for label, count in counts.items() if count)
    results = dict(plan.parts.get("prior_results") or {})
    results["text"] = f"Kế hoạch cải tiến chất lượng {previous.period_words} có {len(items)} nội dung ({told})."
    plan.parts = plan.parts | {"prior_results": results}
    plan.save(update_fields=["parts", "previous"])


@transaction.atomic
def weaknesses_from_recommendations(plan: SchoolPlan, *, by: Any, at: datetime) -> list[Weakness]:
    """A weakness for each recommendation of the team that is accepted and not closed; each once."""
    rows = FollowUp.objects.of(plan.unit).filter(observation__round__plan=plan, closed_at=None).exclude(accepted=False)
    made = []
    for one in rows.select_related("observation__work__item"):
        item, text = one.observation.work.item, one.observation.recommendation
        known = Weakness.objects.of(plan.unit).filter(text=text, criterion=item.criterion)
        if not known.exists():
            told = {"edition": plan.edition, "criterion": item.criterion, "text": text, "by": by, "at": at}
            made.append(add_weakness(plan.unit, source=WeaknessSource.MONITORING, **told))
    record("monitoring.recommendation.kept", unit=plan.unit, by=by, at=at, subject=plan, count=len(made))
    return made
