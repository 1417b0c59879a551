"""What comes from outside: an assessment with its recommendations, decisions that recognise the school."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from caitien.frameworks import load_framework
from caitien_web.assessment.actions.weaknesses import add_weakness
from caitien_web.assessment.models import ExternalAssessment, Recognition, Recommendation, WeaknessSource
from caitien_web.history.record import record
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal

USUAL_YEARS = 5


class CannotRecord(Refusal):
    """What came from outside cannot be written down so."""


@transaction.atomic
def record_external(unit: Unit, *, by: Any, at: datetime, **given: Any) -> ExternalAssessment:
    """An assessment from outside: `edition`, `assessed_on`, `team`, and perhaps `decision`, `result`, `remarks`."""
    external = ExternalAssessment(unit=unit, made_at=at, **given)
    external.save()
    record("assessment.external.recorded", unit=unit, by=by, at=at, subject=external, team=external.team)
    return external


@transaction.atomic
def add_recommendation(
    external: ExternalAssessment, *, criterion: str, text: str, by: Any, at: datetime
) -> Recommendation:
    """A recommendation at a criterion; it becomes a weakness that waits for a plan."""
    if load_framework(external.edition).criterion(criterion) is None:
        raise CannotRecord(f"Bộ tiêu chuẩn này không có tiêu chí {criterion}. Chọn tiêu chí trong danh sách.")
    about: dict[str, Any] = {"edition": external.edition, "criterion": criterion, "source": WeaknessSource.EXTERNAL}
    weakness = add_weakness(external.unit, text=text, by=by, at=at, **about)
    recommendation = Recommendation(external=external, criterion=criterion, text=weakness.text, weakness=weakness)
    recommendation.save()
    told = {"criterion": criterion, "text": weakness.text[:120]}
    record("assessment.recommendation.added", unit=external.unit, by=by, at=at, subject=external, **told)
    return recommendation


@transaction.atomic
def record_recognition(unit: Unit, *, by: Any, at: datetime, **given: Any) -> Recognition:
    """A decision that recognises the school; without a printed end it is valid for five years."""
    given["valid_until"] = given.get("valid_until") or years_later(given["decided_on"], USUAL_YEARS)
    if given["valid_until"] <= given["decided_on"]:
        raise CannotRecord("Chưa ghi được: ngày hết giá trị phải sau ngày quyết định. Sửa lại ngày.")
    recognition = Recognition(unit=unit, made_at=at, **given)
    recognition.save()
    told = {"degree": recognition.degree, "number": recognition.number}
    record("assessment.recognition.recorded", unit=unit, by=by, at=at, subject=recognition, **told)
    return recognition


def years_later(day: date, years: int) -> date:
    """The same day some years later; 28 February for a leap day."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
