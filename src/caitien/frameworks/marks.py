"""What an assessment says: met, not met, not assessed, not applicable. Four states that are never one another.

The order behind all rules: what is not assessed may still turn out either way, so a result is a pair of bounds, what
is sure and what is still possible. What is not applicable drops out, but shows nothing by itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class CannotJudge(ValueError):
    """The results cannot be judged as given; the text is one Vietnamese sentence."""


class State(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    NOT_ASSESSED = "not_assessed"
    NOT_APPLICABLE = "not_applicable"

    @property
    def text(self) -> str:
        """In Vietnamese, as forms print it."""
        return _TEXTS[self]


_TEXTS = {
    State.MET: "Đạt",
    State.NOT_MET: "Không đạt",
    State.NOT_ASSESSED: "Chưa đánh giá",
    State.NOT_APPLICABLE: "Không áp dụng",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A state; "not applicable" must say why (CannotJudge otherwise)."""

    state: State
    reason: str | None = None

    def __post_init__(self) -> None:
        if self.state is State.NOT_APPLICABLE and not (self.reason or "").strip():
            raise CannotJudge("“Không áp dụng” phải kèm lý do.")


MET, NOT_MET, NOT_ASSESSED = Mark(State.MET), Mark(State.NOT_MET), Mark(State.NOT_ASSESSED)


def not_applicable(reason: str) -> Mark:
    """The mark of what does not apply to this school, and why (“trường không tổ chức bếp ăn”)."""
    return Mark(State.NOT_APPLICABLE, reason)


class Point(NamedTuple):
    """What a mark is about: an indicator (letter), or a whole level of a criterion (letter None)."""

    criterion: str
    level: int
    letter: str | None = None


Marks = Mapping[Point, Mark]


def together(states: Iterable[State]) -> State:
    """What several requirements amount to that must all be met; nothing given counts as not assessed."""
    seen = set(states)
    for decisive in (State.NOT_MET, State.NOT_ASSESSED, State.MET, State.NOT_APPLICABLE):
        if decisive in seen:
            return decisive
    return State.NOT_ASSESSED
