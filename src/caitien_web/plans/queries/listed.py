"""Lists of plans by what somebody may see of them."""

from caitien_web.plans.access import FROM_SUBMISSION
from caitien_web.plans.models import SchoolPlan
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import ScopedQuerySet


def plans_seen(unit: Unit, *, prepared: bool) -> ScopedQuerySet:
    """The unit's plans, the newest first; `prepared`: also those that are still being written."""
    found = SchoolPlan.objects.of(unit)
    return found if prepared else found.filter(state__in=FROM_SUBMISSION)


def plans_below(unit: Unit) -> ScopedQuerySet:
    """The submitted and issued plans of all units at and below one, with the units, the newest first."""
    found = SchoolPlan.objects.within(unit).filter(state__in=FROM_SUBMISSION)
    return found.select_related("unit").order_by("-from_year", "unit__path")
