"""On the first page: what waits for the person, what only the head can settle, what schools sent in."""

from datetime import date
from typing import Any

from django.db.models import Count, Q, Subquery, Value
from django.db.models.functions import Coalesce

from caitien_web.monitoring.models import (
    FollowUp,
    Observation,
    Paper,
    PaperState,
    ReviewResult,
    RoundState,
    Submission,
    Work,
    WorkState,
)
from caitien_web.monitoring.queries.briefings import unread_plan
from caitien_web.monitoring.queries.carriers import RUNNING
from caitien_web.monitoring.queries.my_work import my_work
from caitien_web.schools.access import rights_at
from caitien_web.schools.start import Block
from caitien_web.tenancy.models import Unit

SHOWN = 5


def waits_for_me(unit: Unit, user: Any, on: date) -> dict[str, Any] | None:
    """The most urgent works of the person; nothing where there are none."""
    mine = my_work(user.person, unit, on=on, reminders=False)
    urgent = [*mine.late, *mine.due, *mine.running]
    return {"works": urgent[:SHOWN], "count": len(urgent), "late": len(mine.late), "on": on} if urgent else None


def decisions_waiting(unit: Unit, user: Any, on: date) -> dict[str, Any] | None:
    """What only the head can settle: recommendations, adjustments, drafts of papers; nothing where nothing waits."""
    follow_ups = FollowUp.objects.of(unit).filter(answered_at=None)
    adjustments = ReviewResult.objects.of(unit).exclude(adjustment="").filter(decided=None)
    papers = Paper.objects.of(unit).filter(state=PaperState.DRAFT)
    returned = Submission.objects.of(unit).exclude(returned_at=None).filter(paper__state=PaperState.ISSUED)
    named = {"recommendations": follow_ups, "adjustments": adjustments, "drafts": papers, "returned": returned}
    waiting = Unit.objects.filter(pk=unit.pk).values(**{name: _count(rows) for name, rows in named.items()}).get()
    return {"waiting": waiting} if any(waiting.values()) else None


def rounds_going_on(unit: Unit, user: Any, on: date) -> dict[str, Any] | None:
    """What waits for the team: works to look at in an open round, reports to confirm, recommendations to close."""
    unseen = Observation.objects.of(unit).filter(round__state=RoundState.OPEN, result="")
    reported = Work.objects.of(unit).filter(item__plan__state__in=RUNNING, item__removed_at=None, state=WorkState.DONE)
    answered = FollowUp.objects.of(unit).exclude(answered_at=None).filter(closed_at=None)
    named = {"unseen": unseen, "reported": reported, "answered": answered}
    waiting = Unit.objects.filter(pk=unit.pk).values(**{name: _count(rows) for name, rows in named.items()}).get()
    return {"waiting": waiting} if any(waiting.values()) else None


def _count(rows: Any) -> Coalesce:
    """How many rows, as a part of another query."""
    counted = rows.order_by().annotate(all=Value(1)).values("all").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def papers_waiting(unit: Unit, user: Any, on: date) -> dict[str, Any]:
    """Papers of schools that nobody has received yet."""
    rows = Submission.objects.within(unit).filter(Q(to=unit), received_at=None, returned_at=None)
    return {"count": rows.count()}


def not_read_yet(unit: Unit, user: Any, on: date) -> dict[str, Any] | None:
    """The plan in force that the person has not read; nothing for who knows it, or makes it known to others."""
    if "plan.inform" in rights_at(user, unit):
        return None
    plan = unread_plan(user.person, unit, on=on)
    return {"plan": plan} if plan else None


BLOCKS = [
    Block("monitoring/start_unread.html", not_read_yet, "work.report", 15, "school"),
    Block("monitoring/start_block.html", waits_for_me, "work.report", 10, "school"),
    Block("monitoring/start_decisions.html", decisions_waiting, "monitoring.answer", 12, "school"),
    Block("monitoring/start_rounds.html", rounds_going_on, "monitoring.write", 12, "school"),
    Block("monitoring/start_received.html", papers_waiting, "report.receive", 10, "authority"),
]
