"""Reporting on a work, and what the head decides about it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.db import transaction

from caitien_web.evidence.actions import Shows, add_evidence
from caitien_web.history.record import record
from caitien_web.monitoring.models import ENDED_STATES, Progress, Work, WorkState
from caitien_web.monitoring.queries.evidence import evidence_of
from caitien_web.ui.refusal import Refusal

REPORTABLE = (WorkState.NOT_STARTED, WorkState.UNDER_WAY, WorkState.WAITING, WorkState.DONE, WorkState.NOT_MET)


class CannotReport(Refusal):
    """The progress cannot be taken down."""


@transaction.atomic
def report_progress(
    work: Work,
    *,
    state: str,
    percent: int,
    by: Any,
    at: datetime,
    done: str = "",
    difficulty: str = "",
    proposal: str = "",
    files: Sequence[Any] = (),
) -> Progress:
    """One entry; the work takes its state and percentage from it. `files`: photos and documents, kept as evidence of
    the item's criterion. What is reported as done says what came of it, or brings evidence."""
    work = Work.everywhere.select_for_update(of=("self",)).select_related("item__plan__unit").get(pk=work.pk)
    _check(work, state, percent)
    if state == WorkState.DONE and not (files or done.strip() or evidence_of(work.item)):
        raise CannotReport("Chưa ghi “Đã xong”: đính kèm ảnh, tệp minh chứng, hoặc ghi rõ sản phẩm đã có.")
    percent = 100 if state == WorkState.DONE else percent
    entry = Progress.everywhere.create(
        work=work, state=state, percent=percent, done=done, difficulty=difficulty, proposal=proposal, by=by, at=at
    )
    work.state, work.percent, work.changed_at = state, percent, at
    work.save(update_fields=["state", "percent", "changed_at"])
    for file in files:
        _keep_evidence(entry, file, by, at)
    _told(work, state, percent, by, at)
    return entry


def _keep_evidence(entry: Progress, file: Any, by: Any, at: datetime) -> None:
    """The file as evidence of the item's criterion, named after what it is to show."""
    item = entry.work.item
    shows = Shows(item.plan.edition if item.criterion else "", item.criterion, item=item.pk, progress=entry.pk)
    title = f"{PurePath(file.name).stem}: {item.evidence_outputs.splitlines()[0] if item.evidence_outputs else item}"
    add_evidence(item.plan.unit, file, title=title[:300], links=[shows], by=by, at=at)


def _told(work: Work, state: str, percent: int, by: Any, at: datetime) -> None:
    record(
        "monitoring.progress.reported",
        unit=work.item.plan.unit,
        by=by,
        at=at,
        subject=work,
        item=str(work),
        state=WorkState(state).label,
        percent=percent,
    )


def _check(work: Work, state: str, percent: int) -> None:
    if work.state == WorkState.CONFIRMED:
        raise CannotReport(
            "Chưa ghi được tiến độ: việc này đã được xác nhận hoàn thành. "
            "Nhờ người đã xác nhận hoặc tổ giám sát mở lại nếu cần sửa."
        )
    if work.state in ENDED_STATES:
        raise CannotReport(f"Chưa ghi được tiến độ: việc này đã ở trạng thái “{work.get_state_display()}”.")
    if state not in REPORTABLE:
        raise CannotReport("Chưa ghi được tiến độ: chọn một trong các trạng thái đã nêu.")
    if not 0 <= percent <= 100:
        raise CannotReport("Chưa ghi được tiến độ: phần trăm phải từ 0 đến 100.")


@transaction.atomic
def drop_work(work: Work, *, reason: str, by: Any, at: datetime) -> None:
    """Stop a work for good, with a reason."""
    if not reason.strip():
        raise CannotReport("Chưa dừng được việc này: ghi lý do dừng.")
    work.state, work.reason, work.changed_at = WorkState.DROPPED, reason, at
    work.save(update_fields=["state", "reason", "changed_at"])
    record(
        "monitoring.work.dropped", unit=work.item.plan.unit, by=by, at=at, subject=work, item=str(work), reason=reason
    )
