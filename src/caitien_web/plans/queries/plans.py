"""The list of a unit's plans, and what a new one can start from."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from caitien_web.assessment.models import Weakness, WeaknessState
from caitien_web.plans.access import FROM_SUBMISSION
from caitien_web.plans.models import PlanItem, PlanState, SchoolPlan
from caitien_web.tenancy.models import Unit

PLANNED_FROM = 5  # the month from which plans are made for the school year to come
OPEN_WEAKNESSES = (WeaknessState.OPEN, WeaknessState.KEPT)


def plans_of(unit: Unit, *, rights: Collection[str]) -> list[SchoolPlan]:
    """The unit's plans, newest first, that somebody with these rights may open.

    Without drafts for one who may not see them, yet with those on which the person is asked to comment.
    """
    found = SchoolPlan.objects.of(unit).defer("parts", "closing")
    if "plan.view" in rights:
        return list(found)
    asked = (PlanState.CONSULTED,) if "plan.comment" in rights else ()
    return list(found.filter(state__in=(*FROM_SUBMISSION, *asked)))


def plans_to_follow(unit: Unit) -> list[SchoolPlan]:
    """The plans that a new one may go on from, newest first."""
    return list(SchoolPlan.objects.of(unit).filter(item_count__gt=0).defer("parts", "closing"))


def year_to_plan(unit: Unit, on: date) -> int:
    """The first year of the school year that a new plan is for: the next one that no plan of the unit covers yet."""
    year = on.year if on.month >= PLANNED_FROM else on.year - 1
    plans = SchoolPlan.objects.of(unit).values_list("from_year", "to_year")
    covered = {one for first, after in plans for one in range(first, after)}
    return next((one for one in (year, year + 1) if one not in covered), year)


def items_of(plan: SchoolPlan) -> QuerySet[PlanItem]:
    """The rows of a plan in order, without those removed."""
    return PlanItem.objects.of(plan.unit).filter(plan=plan, removed_at=None)


def weaknesses_to_plan(unit: Unit) -> QuerySet[Weakness]:
    """Weaknesses that no plan answers yet, by criterion."""
    found = Weakness.objects.of(unit).filter(state__in=OPEN_WEAKNESSES)
    return found.select_related("assessment").order_by("criterion", "id")
