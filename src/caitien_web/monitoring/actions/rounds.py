"""Rounds of a watching body: planned, held over the plan's works, closed; recommendations answered and followed up."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from caitien_web.history.record import record
from caitien_web.monitoring.models import FollowUp, MonitoringRound, Observation, RoundState, Work, WorkState
from caitien_web.monitoring.queries.confirming import Hands, hands_on
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Body
from caitien_web.ui.refusal import Refusal

CONFIRMABLE = (WorkState.DONE,)
LEADERS_IN_WORDS = "Hiệu trưởng, Phó hiệu trưởng hoặc Thư ký hội đồng"


class CannotMonitor(Refusal):
    """The round cannot go on so."""


@transaction.atomic
def plan_round(
    plan: SchoolPlan, title: str, *, planned_on: date, by: Any, at: datetime, body: Body | None = None
) -> MonitoringRound:
    """A round to come, of the plan's monitoring team or another watching body."""
    if not plan.is_issued:
        raise CannotMonitor("Chưa lập được đợt giám sát: kế hoạch chưa ban hành.")
    made = MonitoringRound.everywhere.create(plan=plan, title=title, planned_on=planned_on, body=body, made_at=at)
    record("monitoring.round.planned", unit=plan.unit, by=by, at=at, subject=made, title=title)
    return made


@transaction.atomic
def open_round(
    round: MonitoringRound, works: Iterable[Work], *, held_on: date, by: Any, at: datetime
) -> MonitoringRound:
    """Begin: the checklist is one line for each work chosen."""
    if round.state != RoundState.PLANNED:
        raise CannotMonitor(f"Đợt giám sát “{round.title}” đã bắt đầu. Xem lại trang này.")
    chosen = list(works)
    if not chosen:
        raise CannotMonitor("Chưa bắt đầu được đợt giám sát: chọn ít nhất một việc để xem xét.")
    Observation.everywhere.bulk_create(Observation(round=round, work=work) for work in chosen)
    round.state, round.held_on = RoundState.OPEN, held_on
    round.save(update_fields=["state", "held_on"])
    record(
        "monitoring.round.opened",
        unit=round.plan.unit,
        by=by,
        at=at,
        subject=round,
        title=round.title,
        works=len(chosen),
    )
    return round


@transaction.atomic
def observe(observation: Observation, *, by: Any, at: datetime, **found: str) -> Observation:
    """What the team found at one work: result, evidence_seen, favourable, difficult, recommendation."""
    observation.round.refresh_from_db(fields=["state"])
    if observation.round.state != RoundState.OPEN:
        raise CannotMonitor("Chưa ghi được: đợt giám sát không ở trạng thái đang giám sát.")
    for field in ("result", "evidence_seen", "favourable", "difficult", "recommendation"):
        setattr(observation, field, found.get(field, getattr(observation, field)))
    observation.by, observation.at = by, at
    observation.save()
    unit = observation.round.plan.unit
    record(
        "monitoring.work.observed",
        unit=unit,
        by=by,
        at=at,
        subject=observation,
        item=str(observation.work),
        result=observation.get_result_display() or "chưa kết luận",
    )
    return observation


@transaction.atomic
def confirm_work(work: Work, *, by: Any, at: datetime) -> None:
    """A finished work is confirmed by the team; who carries it out, or has, cannot (the plans: a team of its own).

    Where nobody of the team stands outside the work, as with one of all the staff, a leader of the school confirms it.
    """
    work = Work.everywhere.select_for_update(of=("self",)).select_related("item__plan__unit").get(pk=work.pk)
    _must_confirm(by, hands_on(work, on=timezone.localdate(at)))
    if work.state not in CONFIRMABLE:
        raise CannotMonitor(
            f"Chưa xác nhận được: việc này đang “{work.get_state_display()}”, chưa được báo là đã xong có minh chứng."
        )
    _set_state(work, WorkState.CONFIRMED, "monitoring.work.confirmed", by=by, at=at)


def _must_confirm(by: Any, hands: Hands) -> None:
    if by.person_id in hands.confirmers:
        return
    if by.person_id not in hands.doers & hands.team:
        raise CannotMonitor("Chưa xác nhận được: còn thành viên tổ giám sát không thực hiện việc này để xác nhận.")
    raise CannotMonitor(
        "Chưa xác nhận được: anh/chị tham gia thực hiện việc này (nay hoặc trước đây). "
        f"Nhờ {'thành viên khác của tổ giám sát' if hands.outside else LEADERS_IN_WORDS}."
    )


@transaction.atomic
def reopen_work(work: Work, *, reason: str, by: Any, at: datetime) -> None:
    """The team takes a confirmation back, with a reason; the work is under way again."""
    if work.state != WorkState.CONFIRMED:
        raise CannotMonitor("Việc này chưa được xác nhận nên không cần mở lại.")
    if not reason.strip():
        raise CannotMonitor("Chưa mở lại được: ghi lý do mở lại.")
    _set_state(work, WorkState.UNDER_WAY, "monitoring.work.reopened", by=by, at=at, reason=reason.strip())


def _set_state(work: Work, state: WorkState, action: str, *, by: Any, at: datetime, **told: str) -> None:
    work.state, work.changed_at = state, at
    work.save(update_fields=["state", "changed_at"])
    record(action, unit=work.item.plan.unit, by=by, at=at, subject=work, item=str(work), **told)


@transaction.atomic
def close_round(
    round: MonitoringRound, *, favourable: str, difficult: str, conclusion: str, by: Any, at: datetime
) -> MonitoringRound:
    """End a round with its general remarks; each recommendation becomes a matter to follow up."""
    if round.state != RoundState.OPEN:
        raise CannotMonitor("Chưa kết thúc được: đợt giám sát không ở trạng thái đang giám sát.")
    missing = round.observations.filter(result="").count()
    if missing:
        raise CannotMonitor(f"Chưa kết thúc được đợt giám sát: còn {missing} việc chưa ghi kết quả.")
    round.favourable, round.difficult, round.conclusion = favourable, difficult, conclusion
    round.state = RoundState.CLOSED
    round.save()
    wanted = round.observations.exclude(recommendation="")
    FollowUp.everywhere.bulk_create(FollowUp(observation=one) for one in wanted)
    record(
        "monitoring.round.closed",
        unit=round.plan.unit,
        by=by,
        at=at,
        subject=round,
        title=round.title,
        recommendations=len(wanted),
    )
    return round


@transaction.atomic
def answer_recommendation(
    follow_up: FollowUp, *, answer: str, accepted: bool, by: Any, at: datetime, due_on: date | None = None
) -> FollowUp:
    """The chairman's answer to a recommendation, with a day until which it is to be mended."""
    if not answer.strip():
        raise CannotMonitor("Chưa trả lời được: ghi nội dung trả lời.")
    follow_up.answer, follow_up.accepted, follow_up.due_on = answer.strip(), accepted, due_on
    follow_up.answered_by, follow_up.answered_at = by, at
    follow_up.save()
    _told("monitoring.recommendation.answered", follow_up, by=by, at=at)
    return follow_up


@transaction.atomic
def close_recommendation(follow_up: FollowUp, *, done: str, by: Any, at: datetime) -> FollowUp:
    """The team closes a recommendation that was answered, with what came of it."""
    if follow_up.answered_at is None:
        raise CannotMonitor("Chưa kết thúc được kiến nghị: Chủ tịch hội đồng chưa trả lời.")
    if follow_up.accepted and not done.strip():
        raise CannotMonitor("Chưa kết thúc được kiến nghị: ghi kết quả khắc phục.")
    follow_up.done, follow_up.closed_by, follow_up.closed_at = done.strip(), by, at
    follow_up.save()
    _told("monitoring.recommendation.closed", follow_up, by=by, at=at)
    return follow_up


def _told(action: str, follow_up: FollowUp, *, by: Any, at: datetime) -> None:
    observation = follow_up.observation
    record(
        action,
        unit=observation.round.plan.unit,
        by=by,
        at=at,
        subject=follow_up,
        item=str(observation.work),
        text=observation.recommendation,
    )
