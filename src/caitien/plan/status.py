"""The steps of a plan's life, and which may follow which.

draft → consulted → submitted → approved → issued → under way → evaluated → closed; an issued plan may be adjusted any
number of times, and what was consulted, submitted or approved may go back to the draft. A plan that was issued on paper
before it came in goes from draft to issued at once. From the yearly cycle of the guidance on self-assessment and the
plans' own rules (docs/glossary.md).
"""

from typing import Literal, get_args

Status = Literal[
    "draft", "consulted", "submitted", "approved", "issued", "under_way", "adjusted", "evaluated", "closed"
]
STATUSES: tuple[Status, ...] = get_args(Status)

_NEXT: dict[Status, tuple[Status, ...]] = {
    "draft": ("consulted", "submitted", "issued"),
    "consulted": ("draft", "submitted"),
    "submitted": ("draft", "approved"),
    "approved": ("draft", "issued"),
    "issued": ("under_way", "adjusted", "evaluated"),
    "under_way": ("adjusted", "evaluated"),
    "adjusted": ("adjusted", "evaluated"),
    "evaluated": ("closed",),
    "closed": (),
}


def following(status: Status) -> tuple[Status, ...]:
    """The steps that may come next, the usual one first."""
    return _NEXT[status]


def may_follow(status: Status, after: Status) -> bool:
    """May `status` come directly after `after`?"""
    return status in _NEXT[after]
