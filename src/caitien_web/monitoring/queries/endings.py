"""How the items of a plan ended, for the plan that follows it."""

from uuid import UUID

from caitien_web.monitoring.models import ItemEnd
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.carrying import Ending


def endings_of(plan: SchoolPlan) -> dict[UUID, Ending]:
    """{item: its ending}. What was not met, or in part, goes on like what is carried over. One query."""
    found = ItemEnd.objects.of(plan.unit).filter(item__plan=plan).select_related("item")
    return {one.item_id: Ending(_words(one), _is_over(one)) for one in found}


def _is_over(ending: ItemEnd) -> bool:
    """Dropped, or met; what is done every year is to be met every year."""
    is_met = ending.outcome == ItemEnd.Outcome.MET and ending.item.recurrence != "yearly"
    return is_met or ending.outcome == ItemEnd.Outcome.DROPPED


def _words(ending: ItemEnd) -> str:
    told = ending.result or ending.reason
    return f"{ending.get_outcome_display()}: {told}" if told else str(ending.get_outcome_display())
