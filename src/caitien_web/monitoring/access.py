"""Which works, rounds, reviews and papers a person may reach, and who may report on a work."""

from collections.abc import Container
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from caitien_web.history.models import Entry
from caitien_web.monitoring.models import (
    Briefing,
    FollowUp,
    ItemParty,
    MonitoringRound,
    Observation,
    Paper,
    PaperFile,
    PaperState,
    Reminder,
    Request,
    Review,
    ReviewResult,
    Submission,
    Work,
)
from caitien_web.monitoring.queries.carriers import carries_out
from caitien_web.monitoring.queries.confirming import Hands
from caitien_web.monitoring.queries.notices import notices_of
from caitien_web.plans.in_force import show_in_force
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.schools.access import may
from caitien_web.schools.models import Person
from caitien_web.tenancy.models import Unit


def get_work_for(unit: Unit, pk: UUID) -> Work:
    """A work of the unit that was entered; 404 for another's."""
    work: Work = _found(Work.objects.of(unit).select_related("item__plan__unit"), pk, "việc")
    show_in_force([work.item])
    return work


def get_round_for(unit: Unit, pk: UUID) -> MonitoringRound:
    """A monitoring round of the unit that was entered; 404 for another's."""
    return _found(MonitoringRound.objects.of(unit).select_related("plan__unit", "body"), pk, "đợt giám sát")


def get_briefing_for(unit: Unit, pk: UUID) -> Briefing:
    """An occasion on which a plan of the unit that was entered was made known; 404 for another's."""
    return _found(Briefing.objects.of(unit).select_related("plan__unit"), pk, "lần phổ biến")


def get_review_for(unit: Unit, pk: UUID) -> Review:
    """A review of the unit that was entered; 404 for another's."""
    return _found(Review.objects.of(unit).select_related("plan__unit"), pk, "kỳ sơ kết, tổng kết")


def get_paper_for(unit: Unit, pk: UUID) -> Paper:
    """A paper of the unit that was entered; 404 for another's."""
    return _found(Paper.objects.of(unit).select_related("unit", "plan__unit"), pk, "văn bản")


def get_readable_paper(user: Any, unit: Unit, pk: UUID) -> Paper:
    """The same, to be read: 403 for a draft, unless the user may see drafts there."""
    found = get_paper_for(unit, pk)
    if found.state == PaperState.DRAFT and not may(user, "report.view_drafts", unit):
        raise PermissionDenied("Văn bản này đang được soạn; chỉ xem được sau khi trường ban hành.")
    return found


def get_paper_file_for(paper: Paper, pk: UUID) -> PaperFile:
    """A signed file of a paper that was reached before; 404 for another's."""
    return _found(PaperFile.objects.of(paper.unit).filter(paper=paper), pk, "tệp")


def get_request_for(unit: Unit, pk: UUID) -> Request:
    """A request of the unit that was entered; 404 for another's."""
    return _found(Request.objects.of(unit).select_related("item__plan__unit"), pk, "đề nghị")


def get_item_for(unit: Unit, pk: UUID) -> PlanItem:
    """An item of an issued plan of the unit that was entered; 404 for another's, or one still in a draft."""
    rows = PlanItem.objects.of(unit).filter(removed_at=None, plan__signed_on__isnull=False)
    item: PlanItem = _found(rows.select_related("plan__unit"), pk, "mục kế hoạch")
    if item.plan.adjusting and str(item.pk) not in item.plan.versions.latest("number").rows:
        raise Http404("Mục này chưa được ban hành.")
    show_in_force([item])
    return item


def get_charge_for(unit: Unit, pk: int) -> ItemParty:
    """Somebody put in charge of an item of the unit; 404 for another's, and for a party of the plan."""
    rows = ItemParty.objects.of(unit).exclude(person=None).select_related("person", "item__plan__unit")
    return _found(rows, pk, "người được giao")


def get_observation_for(unit: Unit, pk: UUID) -> Observation:
    """What a round of the unit says of a work; 404 for another's."""
    rows = Observation.objects.of(unit).select_related("round__plan__unit", "work__item")
    return _found(rows, pk, "kết quả giám sát")


def get_follow_up_for(unit: Unit, pk: int) -> FollowUp:
    """A recommendation on its way, of the unit that was entered; 404 for another's."""
    rows = FollowUp.objects.of(unit).select_related("observation__round__plan__unit", "observation__work__item")
    return _found(rows, pk, "kiến nghị")


def get_result_for(unit: Unit, pk: UUID) -> ReviewResult:
    """What a review of the unit says of an item; 404 for another's."""
    return _found(ReviewResult.objects.of(unit).select_related("review__plan__unit", "item"), pk, "kết quả")


def get_plan_item_for(unit: Unit, plan: SchoolPlan, pk: UUID) -> PlanItem:
    """An item of a plan that was reached before; 404 for another's."""
    rows = PlanItem.objects.of(unit).filter(plan=plan, removed_at=None).select_related("carried_from")
    return _found(rows, pk, "mục kế hoạch")


def get_submission_for(unit: Unit, pk: UUID) -> Submission:
    """A paper that was sent to the authority that was entered; 404 for what went to another."""
    rows = Submission.objects.within(unit).filter(to=unit).select_related("paper__unit", "paper__plan")
    return _found(rows, pk, "văn bản gửi đến")


def get_notice_for(user: Any, pk: int) -> Reminder:
    """One's own notice or reminder, of a unit where one has a role today; 404 for any other."""
    return _found(notices_of(user, on=timezone.localdate()), pk, "thông báo")


def _found(rows: Any, pk: Any, what: str) -> Any:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404(f"Không có {what} này.")
    return found


def may_report(user: Any, work: Work, *, carriers: Container[Person] | None = None) -> bool:
    """Those who carry the work out report on it, and those who assign work. `carriers`: who does, where it is known."""
    unit = work.item.plan.unit
    if not may(user, "work.report", unit):
        return False
    if may(user, "work.assign", unit):
        return True
    if carriers is not None:
        return user.person in carriers
    return carries_out(user.person, work, on=timezone.localdate())


def may_confirm(user: Any, work: Work, hands: Hands | None) -> bool:
    """Those who may say that a work is done, and stand outside it (`queries.confirming`). Without hands nobody may."""
    return hands is not None and may(user, "work.confirm", work.item.plan.unit) and user.person_id in hands.confirmers


def may_reopen(user: Any, work: Work, confirmed: Entry | None) -> bool:
    """The monitoring team takes any confirmation back; a leader the own one."""
    unit = work.item.plan.unit
    if confirmed is None or not may(user, "work.confirm", unit):
        return False
    return may(user, "monitoring.write", unit) or confirmed.actor_id == user.pk


def must_reopen(user: Any, work: Work, confirmed: Entry | None) -> None:
    """403 for who may not take this confirmation back."""
    if confirmed is not None and not may_reopen(user, work, confirmed):
        raise PermissionDenied("Tổ giám sát, hoặc chính người đã xác nhận, mới mở lại được việc này.")


def must_report(user: Any, work: Work) -> None:
    """403 for who does not carry the work out."""
    if not may_report(user, work):
        raise PermissionDenied("Việc này giao cho người khác. Chỉ người được giao hoặc người phân công được báo cáo.")
