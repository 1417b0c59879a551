"""From what a person asks for (kind, plan, days) to the paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from caitien.layouts.paper import OfficialPaper, Signature
from caitien_web.monitoring.models import OPEN_STATES, MonitoringRound, PaperKind, Request, Review, Work
from caitien_web.monitoring.papers import decisions, letters, minutes, reports
from caitien_web.monitoring.papers.personal import task_sheet_of
from caitien_web.monitoring.queries.account import account_of
from caitien_web.monitoring.queries.carriers import RUNNING, carriers_of
from caitien_web.monitoring.queries.my_work import SOON
from caitien_web.monitoring.queries.personal import personal_plan
from caitien_web.monitoring.queries.years import outcomes_by_plan
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Body, Decision, Membership, Person, Role, RoleAssignment
from caitien_web.schools.queries.holders import Holders
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal


class CannotCompose(Refusal):
    """The paper cannot be composed from what there is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a paper is to be about; `subject` is the round, review, person, body, request or decision of its kind."""

    unit: Unit
    on: date
    plan: SchoolPlan | None = None
    subject: Any = None
    since: date | None = None
    span: str = ""
    address: str = ""


def compose(kind: str, asked: Asked) -> OfficialPaper:
    """The paper of a kind. CannotCompose where something that it needs is missing."""
    if kind not in _WAYS:
        raise CannotCompose("Chưa soạn được văn bản: chọn một loại văn bản trong danh sách.")
    if kind not in (PaperKind.DECISION, PaperKind.REMINDERS) and asked.plan is None:
        raise CannotCompose("Chưa soạn được văn bản: chọn kế hoạch đã ban hành.")
    return _WAYS[PaperKind(kind)](asked)


def head_signature(unit: Unit, on: date) -> Signature:
    """The head of a day as signatory; the name stays open where nobody holds the office."""
    head = RoleAssignment.on(on).filter(unit=unit, role=Role.HEAD).select_related("person").first()
    return Signature("Hiệu trưởng", head.person.full_name if head else "")


def _signed(asked: Asked) -> Signature:
    return head_signature(asked.unit, asked.on)


def _progress(asked: Asked) -> OfficialPaper:
    account = account_of(_plan(asked), on=asked.on, since=asked.since)
    return reports.progress_report(account, span=asked.span or f"tháng {asked.on:%m/%Y}", signature=_signed(asked))


def _year(asked: Asked) -> OfficialPaper:
    plan = _plan(asked)
    review = plan.held_reviews.filter(kind="year").order_by("-planned_on").first()
    years = outcomes_by_plan(asked.unit, last=plan.from_year)
    return reports.year_report(account_of(plan, on=asked.on), review, signature=_signed(asked), years=years)


def _authority(asked: Asked) -> OfficialPaper:
    return reports.authority_report(account_of(_plan(asked), on=asked.on), signature=_signed(asked))


def _notice(asked: Asked) -> OfficialPaper:
    account = account_of(_plan(asked), on=asked.on)
    return reports.public_notice(account, address=asked.address, signature=_signed(asked))


def _minutes(asked: Asked) -> OfficialPaper:
    review: Review = _needed(asked.subject, "kỳ sơ kết, tổng kết")
    return minutes.review_minutes(review, list(review.results.select_related("item")))


def _monitoring(asked: Asked) -> OfficialPaper:
    watched: MonitoringRound = _needed(asked.subject, "đợt giám sát")
    leader = watched.body.members.order_by("place").select_related("person").first() if watched.body else None
    signature = Signature("TM. TỔ GIÁM SÁT\nTỔ TRƯỞNG", leader.name if leader else "")
    return minutes.monitoring_report(
        watched, list(watched.observations.select_related("work__item")), signature=signature
    )


def _person_sheet(asked: Asked) -> OfficialPaper:
    person: Person = _needed(asked.subject, "người được giao việc")
    mine = personal_plan(person, asked.unit, today=asked.on, plan=_plan(asked))
    return task_sheet_of(mine, signature=_signed(asked))


def _body_list(asked: Asked) -> OfficialPaper:
    """The works in which a body, or one of its members, is named."""
    body: Body = _needed(asked.subject, "tổ, bộ phận")
    plan, holders = _plan(asked), Holders(asked.unit, asked.on)
    members = {member.person_id for member in body.members.all() if member.person_id}
    works = Work.everywhere.filter(item__plan=plan, item__removed_at=None).select_related("item")
    listed = []
    for work in works.prefetch_related("item__parties__person").order_by("due_on", "item__place"):
        for party, holdings in carriers_of(work.item.parties.all(), holders, asked.on):
            if members & {one.person.pk for one in holdings}:
                listed.append((work, f"{party.get_part_display()}: {party.party or party.person}"))
                break
    signature = _signed(asked)
    return letters.task_sheet(plan, body.name, listed, on=asked.on, signature=signature, whose="Danh mục việc")


def _decision(asked: Asked) -> OfficialPaper:
    decision: Decision = _needed(asked.subject, "quyết định")
    bodies = [
        (body, list(Membership.everywhere.filter(body=body).select_related("person")))
        for body in decision.bodies.select_related("replaces__decision").order_by(
            F("above").asc(nulls_first=True), "kind"
        )
    ]
    bases = decisions.bases_in_force(asked.unit, decision.signed_on or asked.on)
    return decisions.decision_paper(decision, bodies, bases)


def _letter(asked: Asked) -> OfficialPaper:
    request: Request = _needed(asked.subject, "đề nghị")
    return letters.request_letter(request, on=asked.on, signature=_signed(asked))


def _requests(asked: Asked) -> OfficialPaper:
    plan = _plan(asked)
    requests = list(Request.everywhere.filter(item__plan=plan).select_related("item"))
    return letters.requests_list(plan, requests, on=asked.on, signature=_signed(asked))


def _wall(asked: Asked) -> OfficialPaper:
    rows = Work.objects.of(asked.unit).filter(item__plan__state__in=RUNNING)
    works = rows.filter(item__removed_at=None, due_on__lte=asked.on + SOON).select_related("item")
    open_works = works.filter(state__in=OPEN_STATES).order_by("due_on", "item__place")
    return letters.wall_notice(asked.unit, list(open_works), on=asked.on)


def _plan(asked: Asked) -> SchoolPlan:
    assert asked.plan is not None  # held by compose
    return asked.plan


def _needed(subject: Any, what: str) -> Any:
    if subject is None:
        raise CannotCompose(f"Chưa soạn được văn bản: chọn {what}.")
    return subject


_WAYS: dict[PaperKind, Callable[[Asked], OfficialPaper]] = {
    PaperKind.PROGRESS: _progress,
    PaperKind.EVALUATION: _year,
    PaperKind.TO_AUTHORITY: _authority,
    PaperKind.NOTICE: _notice,
    PaperKind.REVIEW_MINUTES: _minutes,
    PaperKind.MONITORING: _monitoring,
    PaperKind.ASSIGNMENT: _person_sheet,
    PaperKind.TASK_LIST: _body_list,
    PaperKind.DECISION: _decision,
    PaperKind.REQUEST: _letter,
    PaperKind.BUDGET: _requests,
    PaperKind.REMINDERS: _wall,
}
