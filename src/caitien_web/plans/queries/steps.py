"""What a plan has been through: its steps with who and when, from the history."""

from dataclasses import dataclass
from datetime import datetime

from caitien_web.history.models import Entry
from caitien_web.history.queries import entries_about
from caitien_web.history.sentences import sentence
from caitien_web.plans.models import SchoolPlan

STEPS = (
    "started",
    "opened_for_comments",
    "consultation_extended",
    "consultation_ended",
    "submitted",
    "taken_back",
    "returned",
    "approved",
    "issued",
    "taken_over",
    "begun",
    "opened_for_adjustment",
    "adjustment_dropped",
    "adjusted",
    "evaluated",
    "closed",
    "published",
    "unpublished",
)
_NAMES = tuple(f"plans.plan.{step}" for step in STEPS)


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One step: its name ("returned"), the sentence with who did it, the moment, the remark that went with it."""

    name: str
    sentence: str
    at: datetime
    remark: str = ""


def steps_of(plan: SchoolPlan) -> list[StepTaken]:
    """All steps of a plan, the last one first. One query."""
    return [_taken(entry) for entry in entries_about(plan, unit=plan.unit).filter(action__in=_NAMES)]


def last_step(plan: SchoolPlan) -> StepTaken | None:
    """The step that the plan took last. One query."""
    entry = entries_about(plan, unit=plan.unit).filter(action__in=_NAMES).first()
    return _taken(entry) if entry else None


def _taken(entry: Entry) -> StepTaken:
    remark = "" if entry.action.endswith("returned") else entry.data.get("remark", "")
    return StepTaken(entry.action.rpartition(".")[2], sentence(entry), entry.at, remark)
