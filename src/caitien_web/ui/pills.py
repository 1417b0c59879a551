"""The states that pages show: each with its tone and its shape, so that colour is never alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """The tone ("plain", "info", "good", "warn", "bad") and the icon of a state; `solid` for what is in force."""

    tone: str
    icon: str
    solid: bool = False


PLAIN = Look("plain", "draft")
LOOKS = {
    # a plan's steps (plans.models.PlanState)
    "draft": PLAIN,
    "consulted": Look("info", "talk"),
    "submitted": Look("warn", "sent"),
    "approved": Look("good", "tick"),
    "issued": Look("good", "stamp", solid=True),
    "under_way": Look("info", "half"),
    "adjusted": Look("warn", "edit"),
    "evaluated": Look("plain", "star"),
    "closed": Look("plain", "closed"),
    # work, reviews, reports
    "open": PLAIN,
    "not_started": PLAIN,
    "planned": PLAIN,
    "in_progress": Look("info", "half"),
    "waiting": Look("warn", "clock"),
    "due": Look("warn", "clock"),
    "late": Look("bad", "clock"),
    "done": Look("good", "tick"),
    "confirmed": Look("good", "done"),
    "passed": Look("good", "done"),
    "returned": Look("bad", "undo"),
    "rejected": Look("bad", "closed"),
    "failed": Look("bad", "error"),
    "stopped": Look("plain", "pause"),
    "cancelled": Look("plain", "closed"),
    "read": Look("warn", "clock"),
    "writing": Look("info", "half"),
    "sent": Look("info", "sent"),
    "received": Look("good", "tick"),
    # how grave a finding is (caitien.findings.Severity)
    "error": Look("bad", "error"),
    "warning": Look("warn", "warning"),
    "hint": Look("info", "info"),
    "info": Look("info", "info"),
}


def look_of(state: str) -> Look:
    """The look of a state; plain where it is not known."""
    return LOOKS.get(str(state), PLAIN)
