"""Issue and adjustment: a plan gets number, day and signatory, and its version is frozen for good."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from caitien.plan import to_json
from caitien_web.history.record import record
from caitien_web.plans.actions.findings import check_now
from caitien_web.plans.actions.signed_files import attach_signed_file
from caitien_web.plans.actions.steps import hold_for, lock
from caitien_web.plans.convert import frozen_bytes, to_plan
from caitien_web.plans.models import PlanState, PlanVersion, SchoolPlan
from caitien_web.plans.queries.faults import errors_left
from caitien_web.ui.refusal import Refusal
from caitien_web.ui.vn import day


class CannotIssue(Refusal):
    """The plan, or its next version, cannot be issued."""


class CannotAdjust(Refusal):
    """The plan cannot be opened for an adjustment."""


@dataclass(frozen=True, slots=True)
class Signing:
    """What makes a document of a draft: its number and sign, the day, who signs as what, perhaps the signed file."""

    number: str
    signed_on: date
    title: str
    name: str
    file: Any = None


@transaction.atomic
def issue_plan(plan: SchoolPlan, signing: Signing, *, by: Any, at: datetime) -> PlanVersion:
    """Issue an approved plan as version 1. Errors that nobody set aside stand in the way, warnings do not."""
    hold_for(plan, PlanState.ISSUED, doing="ban hành", refusal=CannotIssue)
    if plan.state != PlanState.APPROVED:
        raise CannotIssue("Chưa ban hành được: kế hoạch chưa được duyệt. Trình và duyệt kế hoạch trước.")
    _sign(plan, signing, at=at)
    _refuse_errors(plan)
    plan.state = PlanState.ISSUED
    plan.save()
    version = _freeze(plan, signing, by=by, at=at)
    _tell("issued", plan, by=by, at=at)
    return version


@transaction.atomic
def take_over_plan(plan: SchoolPlan, signing: Signing, *, by: Any, at: datetime) -> PlanVersion:
    """A plan that was signed on paper before it came in, kept as it was: what is wrong in it stays as it was signed."""
    hold_for(plan, PlanState.ISSUED, doing="ghi nhận là đã ban hành", refusal=CannotIssue)
    _sign(plan, signing, at=at)
    plan.state = PlanState.ISSUED
    plan.save()
    version = _freeze(plan, signing, by=by, at=at)
    _tell("taken_over", plan, by=by, at=at)
    return version


@transaction.atomic
def adjust_plan(plan: SchoolPlan, *, reason: str, by: Any, at: datetime) -> SchoolPlan:
    """Open an issued plan for the editing of its next version; the issued one stays in force until that is issued."""
    hold_for(plan, PlanState.ADJUSTED, doing="mở điều chỉnh", refusal=CannotAdjust)
    if not reason.strip():
        raise CannotAdjust("Chưa mở điều chỉnh được: chưa ghi lý do. Viết vì sao kế hoạch cần điều chỉnh, bổ sung.")
    plan.adjusting, plan.adjustment_reason = True, reason.strip()
    plan.save()
    _tell("opened_for_adjustment", plan, by=by, at=at, reason=plan.adjustment_reason)
    return plan


@transaction.atomic
def issue_adjustment(
    plan: SchoolPlan, signing: Signing, *, summary: str, approved_by: str, by: Any, at: datetime
) -> PlanVersion:
    """Issue what was adjusted as the next version. `summary`: what changed; `approved_by`: who approved that."""
    lock(plan)
    if not plan.adjusting:
        raise CannotIssue("Chưa ban hành điều chỉnh được: kế hoạch không ở bước soạn điều chỉnh. Xem lại trang này.")
    if not summary.strip() or not approved_by.strip():
        raise CannotIssue("Chưa ban hành điều chỉnh được: ghi đủ nội dung điều chỉnh và người phê duyệt.")
    before: PlanVersion = plan.versions.latest("number")
    if signing.signed_on < before.signed_on:
        raise CannotIssue(
            f"Chưa ban hành điều chỉnh được: ngày ký sớm hơn phiên bản {before.number} ({day(before.signed_on)})."
        )
    _refuse_nothing_new(plan, before)
    _sign(plan, signing, at=at)
    _refuse_errors(plan)
    told = {"reason": plan.adjustment_reason, "summary": summary.strip(), "approved_by": approved_by.strip()}
    plan.adjusting, plan.adjustment_reason, plan.state = False, "", PlanState.ADJUSTED
    plan.save()
    version = _freeze(plan, signing, by=by, at=at, **told)
    check_now(plan, at=at)
    _tell("adjusted", plan, by=by, at=at, version=version.number, **told)
    return version


def _sign(plan: SchoolPlan, signing: Signing, *, at: datetime) -> None:
    """Put the particulars on the plan, refuse those that cannot be."""
    missing = [
        words
        for words, text in (
            ("số, ký hiệu", signing.number),
            ("chức vụ người ký", signing.title),
            ("họ tên người ký", signing.name),
        )
        if not text.strip()
    ]
    if missing:
        raise CannotIssue(f"Chưa ban hành được: thiếu {', '.join(missing)}. Điền đủ rồi ban hành lại.")
    if signing.signed_on > timezone.localdate(at):
        raise CannotIssue(
            f"Chưa ban hành được: ngày ký {day(signing.signed_on)} chưa đến. Chọn ngày không sau hôm nay."
        )
    _refuse_taken_number(plan, signing)
    plan.number, plan.signed_on = signing.number.strip(), signing.signed_on
    plan.signatory_title, plan.signatory_name = signing.title.strip(), signing.name.strip()


def _refuse_taken_number(plan: SchoolPlan, signing: Signing) -> None:
    number, year = signing.number.strip(), signing.signed_on.year
    same = PlanVersion.objects.of(plan.unit).filter(document_number__iexact=number, signed_on__year=year)
    if taken := same.select_related("plan").first():
        raise CannotIssue(
            f"Chưa ban hành được: số {number} năm {year} đã dùng cho kế hoạch {taken.plan.period_words} "
            f"(phiên bản {taken.number}). Chọn số khác."
        )


def _refuse_errors(plan: SchoolPlan) -> None:
    if count := errors_left(plan):
        raise CannotIssue(
            f"Chưa ban hành được: kế hoạch còn {count} lỗi. "
            "Xem lỗi, sửa từng lỗi hoặc bỏ qua kèm lý do, rồi ban hành lại."
        )


def _refuse_nothing_new(plan: SchoolPlan, before: PlanVersion) -> None:
    if _content(_data_of(plan)) == _content(before.data):
        raise CannotIssue(
            f"Chưa ban hành điều chỉnh được: nội dung chưa khác phiên bản {before.number}. "
            "Sửa kế hoạch, hoặc bỏ việc điều chỉnh."
        )


def _content(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in ("document", "signatory", "school")}


def _data_of(plan: SchoolPlan) -> dict[str, Any]:
    return to_json(to_plan(plan))


def _freeze(plan: SchoolPlan, signing: Signing, *, by: Any, at: datetime, **told: str) -> PlanVersion:
    rows = list(plan.items.filter(removed_at=None))
    data = to_json(to_plan(plan, rows))
    version = PlanVersion(
        plan=plan,
        number=plan.versions.count() + 1,
        data=data,
        rows=[str(row.pk) for row in rows],
        sha256=hashlib.sha256(frozen_bytes(data)).hexdigest(),
        document_number=plan.number,
        signed_on=signing.signed_on,
        by=by,
        at=at,
        **told,
    )
    version.save()
    if signing.file:
        attach_signed_file(version, signing.file, by=by, at=at)
    return version


def _tell(action: str, plan: SchoolPlan, *, by: Any, at: datetime, **told: Any) -> None:
    record(
        f"plans.plan.{action}",
        unit=plan.unit,
        by=by,
        at=at,
        subject=plan,
        plan=plan.period_words,
        number=plan.number,
        signed_on=day(plan.signed_on),
        **told,
    )
