"""What the pages of assessments show."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from caitien.frameworks import Criterion, Framework, load_framework
from caitien_web.assessment.models import (
    Assessment,
    CriterionResult,
    ExternalAssessment,
    Recognition,
    Weakness,
    WeaknessState,
)
from caitien_web.assessment.queries.outcome import Outcome, outcome_of
from caitien_web.tenancy.models import Unit

SOON = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class RecognitionShown:
    """A recognition with whether another of its kind lasts longer, whether it is over, or ends within a year."""

    row: Recognition
    renewed: bool
    over: bool
    soon: bool


@dataclass(frozen=True, slots=True)
class CriterionShown:
    """A line of the assessment's table: the criterion, what was found, and what it amounts to."""

    criterion: Criterion
    result: CriterionResult | None
    state: str
    words: str
    weaknesses: tuple[Weakness, ...]


@dataclass(frozen=True, slots=True)
class AssessmentShown:
    framework: Framework
    outcome: Outcome
    standards: tuple[tuple[Any, tuple[CriterionShown, ...]], ...]

    @property
    def criteria_count(self) -> int:
        return len(self.framework.criteria)


def assessments_of(unit: Unit) -> list[Assessment]:
    """All self-assessments of the unit, newest first."""
    return list(Assessment.objects.of(unit))


def assessment_behind(unit: Unit, *, from_year: int, edition: str) -> Assessment | None:
    """The self-assessment that a plan from `from_year` on answers: of that school year, else of the one before."""
    rows = Assessment.objects.of(unit).filter(edition=edition, from_year__in=(from_year, from_year - 1))
    return rows.order_by("-from_year", "-id").first()


def recognitions_of(unit: Unit, *, on: date) -> list[RecognitionShown]:
    """The decisions that recognise the unit, newest first, as they stand on a day."""
    rows = list(Recognition.objects.of(unit))
    last = {kind: max(row.valid_until for row in rows if row.kind == kind) for kind in {row.kind for row in rows}}
    return [
        RecognitionShown(
            row, row.valid_until < last[row.kind], row.valid_until < on, on <= row.valid_until <= on + SOON
        )
        for row in rows
    ]


def externals_of(unit: Unit) -> list[ExternalAssessment]:
    """Assessments from outside with their recommendations, newest first."""
    return list(ExternalAssessment.objects.of(unit).prefetch_related("recommendations__weakness"))


def weaknesses_of(unit: Unit) -> list[Weakness]:
    """Weaknesses that are not overcome, by criterion: 1.10 after 1.9; those that nobody has improved yet first."""
    rows = Weakness.objects.of(unit).exclude(state="closed").select_related("assessment")[:500]
    return sorted(rows, key=lambda one: (one.state == WeaknessState.IMPROVED, _rank(one.criterion)))


def _rank(criterion: str) -> list[int]:
    return [int(part) for part in criterion.split(".") if part.isdigit()]


def assessment_shown(assessment: Assessment) -> AssessmentShown:
    """The table of an assessment, standard by standard, with its outcome."""
    results = {one.criterion: one for one in CriterionResult.objects.of(assessment.unit).filter(assessment=assessment)}
    weaknesses: dict[str, list[Weakness]] = {}
    for weakness in Weakness.objects.of(assessment.unit).filter(assessment=assessment):
        weaknesses.setdefault(weakness.criterion, []).append(weakness)
    framework, outcome = load_framework(assessment.edition), outcome_of(assessment, results.values())

    def line(criterion: Criterion) -> CriterionShown:
        state, words = outcome.criteria.get(criterion.code, ("not_assessed", "Chưa đánh giá"))
        own = tuple(weaknesses.get(criterion.code, ()))
        return CriterionShown(criterion, results.get(criterion.code), state, words, own)

    standards = tuple((one, tuple(map(line, one.criteria))) for one in framework.standards)
    return AssessmentShown(framework, outcome, standards)
