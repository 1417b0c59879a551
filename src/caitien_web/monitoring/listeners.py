"""What follows here when something happens: an issued plan gets its works, those concerned are told."""

from typing import Any

from caitien_web.history.models import Entry
from caitien_web.history.record import recorded
from caitien_web.monitoring.actions.notices import tell
from caitien_web.monitoring.actions.works import lay_works
from caitien_web.monitoring.models import ReviewResult
from caitien_web.plans.models import SchoolPlan

ISSUED = {"plans.plan.issued", "plans.plan.taken_over", "plans.plan.adjusted"}


def follow(sender: Any, entry: Entry, subject: Any, **_: Any) -> None:
    """Lay the works of a plan that was issued or adjusted; adjustments that were accepted are now in a version."""
    if entry.action not in ISSUED or not isinstance(subject, SchoolPlan):
        return
    lay_works(subject)
    if entry.action == "plans.plan.adjusted":
        waiting = ReviewResult.everywhere.filter(review__plan=subject, decided=True, version=None)
        waiting.update(version=subject.versions.latest("number"))


def notify(sender: Any, entry: Entry, subject: Any, **_: Any) -> None:
    """Tell those whom it concerns."""
    tell(entry, subject)


def listen() -> None:
    """Called once, when the app is ready. Works come before notices: who carries them is told."""
    recorded.connect(follow, dispatch_uid="monitoring.follow")
    recorded.connect(notify, dispatch_uid="monitoring.notify")
