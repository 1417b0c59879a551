"""A self-assessment is opened, filled in criterion by criterion, finished, approved, followed by another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from caitien.frameworks import load_framework
from caitien.vietnamese.years import say_years
from caitien_web.assessment.actions.weaknesses import add_weakness, take_back_weakness
from caitien_web.assessment.models import Assessment, AssessmentState, CriterionResult, Mark, Weakness
from caitien_web.assessment.queries.outcome import outcome_of
from caitien_web.history.record import record
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal


class CannotAssess(Refusal):
    """The assessment cannot be opened or changed."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at a criterion: marks by point ("1a", "2"), words, and its weaknesses line by line."""

    marks: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    description: str = ""
    strengths: str = ""
    weaknesses: tuple[str, ...] = ()


@transaction.atomic
def open_assessment(unit: Unit, *, from_year: int, edition: str, by: Any, at: datetime) -> Assessment:
    """A self-assessment of a school year, with an empty result for each criterion of the edition."""
    rows = Assessment.objects.of(unit).filter(from_year=from_year)
    if open_one := rows.exclude(state=AssessmentState.APPROVED).first():
        raise CannotAssess(f"{unit.name} đang có {str(open_one).lower()} chưa phê duyệt. Mở bản đó để ghi tiếp.")
    if rows.exists():
        raise CannotAssess(
            f"Tự đánh giá năm học {from_year} - {from_year + 1} đã phê duyệt. "
            "Mở bản đó và bấm “Đánh giá tiếp” nếu cần đánh giá lại."
        )
    made = Assessment(unit=unit, from_year=from_year, edition=edition)
    made.save()
    codes = [criterion.code for criterion in load_framework(edition).criteria]
    CriterionResult.everywhere.bulk_create(CriterionResult(assessment=made, criterion=code) for code in codes)
    _tell("opened", made, by, at)
    return made


@transaction.atomic
def mark_criterion(assessment: Assessment, criterion: str, found: Found, *, by: Any, at: datetime) -> CriterionResult:
    """Write down what was found at a criterion; its weaknesses are added and taken back line by line."""
    assessment = _unlocked(assessment)
    result = assessment.results.filter(criterion=criterion).first()
    if result is None:
        raise CannotAssess(f"Bộ tiêu chuẩn này không có tiêu chí {criterion}. Chọn tiêu chí trong danh sách.")
    marks = {point: mark for point, mark in found.marks.items() if mark in Mark.values and mark != Mark.NOT_ASSESSED}
    if Mark.NOT_APPLICABLE in marks.values() and not found.reason.strip():
        raise CannotAssess("Chưa lưu được: “Không áp dụng” phải kèm lý do. Ghi lý do rồi lưu lại.")
    result.indicators, result.reason = marks, found.reason.strip()
    result.description, result.strengths = found.description.strip(), found.strengths.strip()
    state, words = outcome_of(assessment, [result]).criteria.get(criterion, (Mark.NOT_ASSESSED, "Chưa đánh giá"))
    result.mark = state
    result.level = int(words.split("Mức ")[1][0]) if words.startswith("Đạt Mức") else None
    result.save()
    _keep_weaknesses(assessment, criterion, found.weaknesses, by=by, at=at)
    told = {"criterion": criterion, "result": words.lower()}
    record("assessment.criterion.marked", unit=assessment.unit, by=by, at=at, subject=assessment, **told)
    return result


def _keep_weaknesses(assessment: Assessment, criterion: str, lines: tuple[str, ...], *, by: Any, at: datetime) -> None:
    wanted = {" ".join(line.split()) for line in lines if line.strip()}
    own = Weakness.objects.of(assessment.unit).filter(assessment=assessment, criterion=criterion)
    for weakness in own.select_related("unit"):
        if weakness.text in wanted:
            wanted.discard(weakness.text)
        else:
            take_back_weakness(weakness, by=by, at=at)
    about: dict[str, Any] = {"edition": assessment.edition, "criterion": criterion, "assessment": assessment}
    for text in sorted(wanted):
        add_weakness(assessment.unit, text=text, by=by, at=at, **about)


@transaction.atomic
def mark_clauses(assessment: Assessment, marks: Mapping[str, str], *, by: Any, at: datetime) -> None:
    """The requirements of level 4 that no criterion asks."""
    assessment = _unlocked(assessment)
    known = {str(clause.number) for clause in load_framework(assessment.edition).clauses}
    judged = (Mark.MET, Mark.NOT_MET)
    assessment.clauses = {number: mark for number, mark in marks.items() if number in known and mark in judged}
    assessment.save(update_fields=["clauses"])
    _tell_of("assessment.clauses.marked", assessment, by, at)


@transaction.atomic
def finish_assessment(assessment: Assessment, *, as_of: date, by: Any, at: datetime) -> None:
    """Everything is written down; the head may approve it."""
    assessment = _unlocked(assessment)
    outcome = outcome_of(assessment, assessment.results.all())
    open_count = sum(1 for state, _ in outcome.criteria.values() if state == Mark.NOT_ASSESSED)
    if open_count or not outcome.criteria:
        raise CannotAssess(
            f"Chưa hoàn thành được: còn {open_count} tiêu chí chưa đánh giá xong. Ghi kết quả các tiêu chí đó trước."
        )
    assessment.state, assessment.as_of, assessment.level_reached = AssessmentState.FINISHED, as_of, outcome.text[:20]
    assessment.save()
    _tell("finished", assessment, by, at, result=outcome.text.lower())


@transaction.atomic
def reopen_assessment(assessment: Assessment, *, by: Any, at: datetime) -> None:
    """Back to work, before it is approved."""
    assessment = _unlocked(assessment)
    assessment.state = AssessmentState.OPEN
    assessment.save(update_fields=["state"])
    _tell("reopened", assessment, by, at)


@transaction.atomic
def approve_assessment(assessment: Assessment, *, on: date, by: Any, at: datetime) -> None:
    """The head approves: from now on nothing in it changes."""
    assessment = _unlocked(assessment)
    if assessment.state != AssessmentState.FINISHED:
        raise CannotAssess("Chưa phê duyệt được: tự đánh giá chưa hoàn thành. Bấm “Hoàn thành” trước.")
    assessment.state, assessment.approved_on = AssessmentState.APPROVED, on
    assessment.save(update_fields=["state", "approved_on"])
    _tell("approved", assessment, by, at, result=assessment.level_reached.lower())


@transaction.atomic
def follow_assessment(assessment: Assessment, *, from_year: int, by: Any, at: datetime) -> Assessment:
    """Another assessment under the same edition, that begins with the words and marks of an approved one."""
    if not assessment.is_locked:
        raise CannotAssess("Chưa đánh giá tiếp được: bản này chưa phê duyệt. Sửa ngay trong bản này.")
    open_ones = Assessment.objects.of(assessment.unit).filter(from_year=from_year).exclude(state="approved")
    if open_ones.exists():
        raise CannotAssess(f"Năm học {from_year} - {from_year + 1} đang có bản tự đánh giá chưa phê duyệt. Mở bản đó.")
    made = Assessment(unit=assessment.unit, from_year=from_year, edition=assessment.edition, follows=assessment)
    made.clauses = assessment.clauses
    made.save()
    copied = [CriterionResult(assessment=made, **_copy(result)) for result in assessment.results.all()]
    CriterionResult.everywhere.bulk_create(copied)
    _tell("followed", made, by, at)
    return made


def _copy(result: CriterionResult) -> dict[str, Any]:
    names = ("criterion", "mark", "level", "indicators", "reason", "description", "strengths")
    return {name: getattr(result, name) for name in names}


def _unlocked(assessment: Assessment) -> Assessment:
    unit = assessment.unit
    assessment = Assessment.objects.of(unit).select_for_update().get(pk=assessment.pk)
    assessment.unit = unit
    if assessment.is_locked:
        raise CannotAssess("Tự đánh giá này đã phê duyệt nên không sửa được. Bấm “Đánh giá tiếp” để mở bản sau.")
    return assessment


def _tell(what: str, assessment: Assessment, by: Any, at: datetime, **told: str) -> None:
    _tell_of(f"assessment.assessment.{what}", assessment, by, at, **told)


def _tell_of(action: str, assessment: Assessment, by: Any, at: datetime, **told: str) -> None:
    years = say_years(assessment.school_year)
    record(action, unit=assessment.unit, by=by, at=at, subject=assessment, school_year=years, **told)
