"""What the marks of an assessment amount to, by the rules of its edition (`caitien.frameworks`)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from caitien.frameworks import CannotJudge, Framework, Point, State, judge_school, load_framework
from caitien.frameworks import Mark as Judged
from caitien_web.assessment.models import Assessment, AssessmentState, CriterionResult
from caitien_web.tenancy.models import Unit

_POINT = re.compile(r"(\d)([a-z]?)")


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many of the criteria that ask for a level reach it."""

    level: int
    met: int
    total: int

    @property
    def share(self) -> int:
        return round(100 * self.met / self.total) if self.total else 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """The school's result: in words, counts by level, each criterion's level in words; `refusal` where none is told."""

    text: str
    level: int
    levels: tuple[LevelCount, ...]
    criteria: dict[str, tuple[str, str]]
    assessed: int
    blocking: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    refusal: str = ""


def marks_of(results: Iterable[CriterionResult]) -> dict[Point, Judged]:
    """The marks as the library judges them."""
    marks: dict[Point, Judged] = {}
    for result in results:
        for key, mark in result.indicators.items():
            if found := _POINT.fullmatch(key):
                point = Point(result.criterion, int(found[1]), found[2] or None)
                reason = result.reason or "không áp dụng" if mark == "not_applicable" else None
                marks[point] = Judged(State(mark), reason)
    return marks


def outcome_of(assessment: Assessment, results: Iterable[CriterionResult]) -> Outcome:
    """What the marks given so far amount to."""
    framework = load_framework(assessment.edition)
    clauses = {
        int(number): Judged(State(mark)) for number, mark in assessment.clauses.items() if mark != "not_applicable"
    }
    try:
        judged = judge_school(framework, marks_of(results), clauses)
    except CannotJudge as refusal:
        return Outcome("Chưa kết luận được", 0, (), {}, 0, refusal=str(refusal))
    attained = {one.code: one.attained.level for one in judged.criteria}
    return Outcome(
        text=judged.attained.text,
        level=judged.attained.level,
        levels=_counts(framework, attained),
        criteria={one.code: (one.state.value, one.attained.text) for one in judged.criteria},
        assessed=sum(1 for one in judged.criteria if one.attained.assessed or one.state is State.NOT_APPLICABLE),
        blocking=judged.blocking,
        missing=judged.missing,
    )


def _counts(framework: Framework, attained: dict[str, int]) -> tuple[LevelCount, ...]:
    return tuple(
        LevelCount(
            level,
            sum(1 for one in framework.criteria if one.level(level) and attained[one.code] >= level),
            sum(1 for one in framework.criteria if one.level(level)),
        )
        for level in framework.criterion_levels
    )


def last_levels(unit: Unit, edition: str) -> dict[str, dict[str, int]] | None:
    """Counts by level of the last finished assessment under the edition, as a plan's "prior results" hold them."""
    done = (AssessmentState.FINISHED, AssessmentState.APPROVED)
    last = Assessment.objects.of(unit).filter(edition=edition, state__in=done).first()
    if last is None:
        return None
    counts = outcome_of(last, CriterionResult.objects.of(unit).filter(assessment=last)).levels
    return {str(one.level): {"met": one.met, "total": one.total} for one in counts} or None
