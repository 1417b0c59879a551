"""Weaknesses are found, taken into a plan, and overcome."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from rapidfuzz import fuzz

from caitien.vietnamese.fold import fold
from caitien_web.assessment.models import Assessment, Weakness, WeaknessSource, WeaknessState
from caitien_web.history.record import record
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal

SAME = 92  # likeness from which two wordings are the same weakness: a comma, a mark, a word more


class CannotKeepWeakness(Refusal):
    """The weakness cannot be written down or taken back."""


@transaction.atomic
def add_weakness(
    unit: Unit,
    *,
    edition: str,
    criterion: str,
    text: str,
    by: Any,
    at: datetime,
    source: str = WeaknessSource.SELF,
    assessment: Assessment | None = None,
) -> Weakness:
    """A weakness at a criterion, open until a plan answers it."""
    text = text.strip()
    if not text:
        raise CannotKeepWeakness("Chưa ghi được điểm yếu: chưa có nội dung. Viết điểm yếu rồi lưu lại.")
    weakness = Weakness(
        unit=unit, edition=edition, criterion=criterion, text=text, source=source, assessment=assessment
    )
    weakness.save()
    record("assessment.weakness.added", unit=unit, by=by, at=at, subject=weakness, criterion=criterion, text=text[:120])
    return weakness


@transaction.atomic
def take_back_weakness(weakness: Weakness, *, by: Any, at: datetime) -> None:
    """A weakness written down by mistake; one that a plan answers stays."""
    if weakness.state != WeaknessState.OPEN or weakness.items.exists():
        raise CannotKeepWeakness(
            f"Điểm yếu “{weakness.text[:60]}” đã có trong kế hoạch nên không xóa được. Giữ nguyên dòng đó rồi lưu lại."
        )
    unit, criterion, text = weakness.unit, weakness.criterion, weakness.text
    record("assessment.weakness.taken_back", unit=unit, by=by, at=at, criterion=criterion, text=text[:120])
    Weakness.objects.of(unit).filter(pk=weakness.pk).delete()


@transaction.atomic
def plan_weaknesses(unit: Unit, weaknesses: Sequence[Weakness], *, by: Any, at: datetime) -> None:
    """A plan answers these weaknesses now."""
    keys = [one.pk for one in weaknesses]
    Weakness.objects.of(unit).filter(pk__in=keys).update(state=WeaknessState.PLANNED)
    record("assessment.weakness.planned", unit=unit, by=by, at=at, count=len(keys))


@transaction.atomic
def judge_weakness(weakness: Weakness, *, state: str, by: Any, at: datetime) -> None:
    """What has become of a weakness: improved, overcome, not firm yet, open again."""
    if state not in WeaknessState.values:
        raise CannotKeepWeakness("Không có tình trạng này. Chọn lại trong danh sách.")
    weakness.state = state
    weakness.save(update_fields=["state"])
    words = WeaknessState(state).label.lower()
    told = {"criterion": weakness.criterion, "text": weakness.text[:120], "state": words}
    record("assessment.weakness.judged", unit=weakness.unit, by=by, at=at, subject=weakness, **told)


@transaction.atomic
def take_over_weaknesses(
    unit: Unit,
    found: Sequence[tuple[str, str]],
    *,
    edition: str,
    file: str,
    by: Any,
    at: datetime,
    assessment: Assessment | None = None,
) -> list[Weakness]:
    """The weaknesses that a plan names, (criterion, words): for each pair the one known already, or a new one.

    Nothing is written down twice: the same criterion in nearly the same words is the same weakness. New ones belong to
    `assessment` while it is open; an approved one is never changed.
    """
    open_one = assessment if assessment and not assessment.is_locked else None
    known = list(Weakness.objects.of(unit).exclude(state=WeaknessState.CLOSED).filter(edition=edition))
    count, answers = len(known), []
    for criterion, text in found:
        same = next((one for one in known if one.criterion == criterion and is_same(one.text, text)), None)
        if same is None:
            about: dict[str, Any] = {"edition": edition, "criterion": criterion, "assessment": open_one}
            same = add_weakness(unit, text=text, by=by, at=at, **about)
            known.append(same)
        answers.append(same)
    if len(known) > count:
        record("assessment.weaknesses.imported", unit=unit, by=by, at=at, count=len(known) - count, file=file)
    return answers


def is_same(text: str, other: str) -> bool:
    """Do two wordings tell the same weakness, but for marks, a comma or a word?"""
    return fuzz.ratio(fold(text), fold(other)) >= SAME
