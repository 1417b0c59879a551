"""What is asked of higher authorities for an item, and money granted and spent."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from caitien_web.history.record import record
from caitien_web.monitoring.models import MoneyEntry, MoneyKind, Request, Work, WorkState
from caitien_web.plans.models import PlanItem
from caitien_web.ui.refusal import Refusal
from caitien_web.ui.vn import dong


class CannotAsk(Refusal):
    """The request or the money cannot be taken down so."""


@transaction.atomic
def ask_authority(
    item: PlanItem, *, addressee: str, subject: str, by: Any, at: datetime, wait: bool = True, **given: Any
) -> Request:
    """Ask for something; works under way wait for the answer where `wait`. `given`: letter_number, sent_on, amount_vnd,
    posts."""
    if not addressee.strip() or not subject.strip():
        raise CannotAsk("Chưa ghi được đề nghị: ghi cơ quan nhận và nội dung đề nghị.")
    asked = Request.everywhere.create(
        item=item, addressee=addressee.strip(), subject=subject.strip(), made_at=at, **given
    )
    if wait:
        Work.everywhere.filter(item=item, state__in=(WorkState.NOT_STARTED, WorkState.UNDER_WAY)).update(
            state=WorkState.WAITING, changed_at=at
        )
    _told("monitoring.request.made", asked, by=by, at=at)
    return asked


@transaction.atomic
def answer_request(
    request: Request, *, answered_on: date, answer: str, granted: bool | None, by: Any, at: datetime
) -> Request:
    """The authority's answer; what waited for it goes on, unless another request is still open."""
    if not answer.strip():
        raise CannotAsk("Chưa ghi được trả lời: ghi nội dung trả lời.")
    if request.sent_on and answered_on < request.sent_on:
        raise CannotAsk("Chưa ghi được trả lời: ngày trả lời sớm hơn ngày gửi.")
    request.answered_on, request.answer, request.granted = answered_on, answer.strip(), granted
    request.save()
    if not Request.everywhere.filter(item=request.item, answered_on=None).exists():
        Work.everywhere.filter(item=request.item, state=WorkState.WAITING).update(
            state=WorkState.UNDER_WAY, changed_at=at
        )
    _told("monitoring.request.answered", request, by=by, at=at)
    return request


def _told(action: str, request: Request, *, by: Any, at: datetime) -> None:
    record(
        action,
        unit=request.item.plan.unit,
        by=by,
        at=at,
        subject=request,
        to=request.addressee,
        item=str(request.item),
        about=request.subject,
    )


@transaction.atomic
def enter_money(
    item: PlanItem, kind: str, amount_vnd: int, *, on: date, by: Any, at: datetime, source: str = "", paper: str = ""
) -> MoneyEntry:
    """Money granted or spent; a negative sum takes a wrong entry back, and never more than stands there."""
    if amount_vnd == 0:
        raise CannotAsk("Chưa ghi được khoản tiền: số tiền phải khác 0.")
    entered = MoneyEntry.everywhere.filter(item=item, kind=kind).values_list("amount_vnd", flat=True)
    if sum(entered) + amount_vnd < 0:
        raise CannotAsk(f"Chưa ghi được khoản tiền: số giảm lớn hơn số đã ghi ({dong(sum(entered))}).")
    entry = MoneyEntry.everywhere.create(
        item=item, kind=kind, amount_vnd=amount_vnd, on=on, source=source.strip(), paper=paper.strip(), by=by, at=at
    )
    record(
        "monitoring.money.entered",
        unit=item.plan.unit,
        by=by,
        at=at,
        subject=item,
        item=str(item),
        kind=MoneyKind(kind).label.lower(),
        amount=dong(amount_vnd),
    )
    return entry
