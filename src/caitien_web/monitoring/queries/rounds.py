"""What the pages of monitoring ask: rounds, the checklist of one, what is still to be answered or closed."""

from datetime import date

from django.db.models import Count, F, Q, QuerySet

from caitien_web.monitoring.models import FollowUp, MonitoringRound, Observation, Work
from caitien_web.monitoring.queries.carriers import RUNNING
from caitien_web.plans.in_force import show_in_force
from caitien_web.plans.models import SchoolPlan
from caitien_web.tenancy.models import Unit


def rounds_of(unit: Unit) -> QuerySet[MonitoringRound]:
    """The rounds over all plans of a unit, the latest first, with how many works and recommendations each has."""
    rows = MonitoringRound.objects.of(unit).select_related("plan", "body").order_by("-planned_on", "-id")
    return rows.annotate(
        works=Count("observations"),
        looked_at=Count("observations", filter=~Q(observations__result="")),
        recommended=Count("observations", filter=~Q(observations__recommendation="")),
    )


def open_follow_ups(unit: Unit) -> list[FollowUp]:
    """Recommendations that are not closed: those without an answer first, then by the day they are due."""
    rows = FollowUp.objects.of(unit).filter(closed_at=None)
    rows = rows.select_related("observation__round", "observation__work__item__plan")
    found = list(rows.order_by(F("answered_at").asc(nulls_first=True), F("due_on").asc(nulls_last=True)))
    show_in_force(one.observation.work.item for one in found)
    return found


def running_plans(unit: Unit) -> QuerySet[SchoolPlan]:
    """The plans that are being carried out, the newest first."""
    return SchoolPlan.objects.of(unit).filter(state__in=RUNNING).order_by("-from_year")


def works_to_choose(plan: SchoolPlan, *, on: date) -> QuerySet[Work]:
    """The works that a round may look at: those that have begun, late ones first."""
    rows = Work.objects.of(plan.unit).filter(item__plan=plan, item__removed_at=None)
    begun = Q(starts_on=None) | Q(starts_on__lte=on)
    return rows.filter(begun).select_related("item__plan").order_by("due_on", "item__place", "number")


def checklist(round: MonitoringRound) -> list[Observation]:
    """The works of a round in the order of the plan, each with what was reported on it."""
    rows = round.observations.select_related("work__item__plan", "by__person", "follow_up")
    found = list(rows.prefetch_related("work__progress"))
    show_in_force(one.work.item for one in found)
    return found
