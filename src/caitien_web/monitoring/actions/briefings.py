"""Making the plan known: occasions with those who were there, and who has read it for oneself."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from caitien_web.history.record import record
from caitien_web.monitoring.models import Briefing, BriefingKind, Informed
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Person
from caitien_web.ui.refusal import Refusal
from caitien_web.ui.vn import day


class CannotInform(Refusal):
    """What was made known cannot be taken down so."""


@transaction.atomic
def hold_briefing(
    plan: SchoolPlan,
    kind: str,
    *,
    held_on: date,
    subject: str,
    people: Iterable[Person] = (),
    others: int = 0,
    by: Any,
    at: datetime,
    **given: str,
) -> Briefing:
    """Take down an occasion and who of the school was there. `given`: place, led_by, paper."""
    _must_be_issued(plan)
    people = list(people)
    if not subject.strip():
        raise CannotInform("Chưa ghi được: ghi nội dung đã phổ biến.")
    if held_on > timezone.localdate(at):
        raise CannotInform(f"Chưa ghi được: ngày {day(held_on)} chưa đến. Ghi sau khi đã phổ biến.")
    if not people and not others and kind != BriefingKind.POSTING:
        raise CannotInform("Chưa ghi được: đánh dấu người đã dự, hoặc ghi số người ngoài trường.")
    given |= {"subject": subject.strip()}
    made = Briefing.everywhere.create(plan=plan, kind=kind, held_on=held_on, others=others, by=by, at=at, **given)
    Informed.everywhere.bulk_create([Informed(plan=plan, person=one, briefing=made, at=at) for one in people])
    _tell("held", made, by=by, at=at, people=len(people) + others)
    return made


@transaction.atomic
def withdraw_briefing(briefing: Briefing, *, because: str, by: Any, at: datetime) -> Briefing:
    """What was taken down by mistake stays on the list and counts no more."""
    if not because.strip():
        raise CannotInform("Chưa rút được: ghi lý do.")
    briefing.withdrawn_because = because.strip()
    briefing.save()
    _tell("withdrawn", briefing, by=by, at=at, reason=briefing.withdrawn_because)
    return briefing


@transaction.atomic
def confirm_read(plan: SchoolPlan, person: Person, *, by: Any, at: datetime) -> Informed:
    """The person says to have read the plan; saying it again changes nothing."""
    _must_be_issued(plan)
    found, new = Informed.everywhere.get_or_create(plan=plan, person=person, briefing=None, defaults={"at": at})
    if new:
        record("monitoring.plan.read", unit=plan.unit, by=by, at=at, subject=plan, plan=plan.period_words)
    return found


def _must_be_issued(plan: SchoolPlan) -> None:
    if not plan.is_issued:
        raise CannotInform("Chưa ghi được: kế hoạch chưa ban hành nên chưa phổ biến. Ban hành trước.")


def _tell(action: str, briefing: Briefing, *, by: Any, at: datetime, **told: Any) -> None:
    record(
        f"monitoring.briefing.{action}",
        unit=briefing.plan.unit,
        by=by,
        at=at,
        subject=briefing,
        plan=briefing.plan.period_words,
        kind=briefing.get_kind_display().lower(),
        held_on=day(briefing.held_on),
        about=briefing.subject,
        **told,
    )
