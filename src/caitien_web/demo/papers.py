"""Papers of the schools: in draft, issued, on their way to the authorities, received, returned."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from caitien_web.demo.days import Days, moment
from caitien_web.demo.people import People
from caitien_web.demo.plans import Laid
from caitien_web.monitoring.actions.papers import (
    issue_paper,
    make_paper,
    receive_paper,
    return_paper,
    send_paper,
)
from caitien_web.monitoring.models import MonitoringRound, Paper, PaperKind, Request, Review, Submission
from caitien_web.monitoring.papers.compose import Asked, compose
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit

SIGNS = {PaperKind.REVIEW_MINUTES: "BB", PaperKind.MONITORING: "BC", PaperKind.REQUEST: "TTr"}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a school's papers are made: its plan, its people."""

    laid: Laid
    people: People

    def draft(self, kind: PaperKind, on: date, *, subject: Any = None, span: str = "") -> Paper:
        plan = self.laid.plan
        asked = Asked(plan.unit, on, plan=plan, subject=subject, span=span, address="https://truong.example/cong-khai/")
        about: dict[str, Any] = {"plan": plan, "subject_id": str(getattr(subject, "pk", ""))}
        return make_paper(plan.unit, kind, compose(kind, asked), by=self.people["thuky"], at=moment(on, 10), **about)

    def issue(self, kind: PaperKind, on: date, number: int, *, subject: Any = None, span: str = "") -> Paper:
        paper = self.draft(kind, on, subject=subject, span=span)
        head = self.people["hieutruong"]
        bears = f"{number:02d}/{SIGNS.get(kind, 'BC')}-{self.laid.plan.unit.abbreviation}"
        return issue_paper(paper, number=bears, signed_on=on, signatory=str(head), by=head, at=moment(on, 14))

    def send(self, paper: Paper, to: Unit, on: date) -> Submission:
        return send_paper(paper, to, by=self.people["hieutruong"], at=moment(on, 15))


def end_of_last_year(laid: Laid, people: People, officer: User) -> None:
    """The year's evaluation, sent to the authority above and received."""
    desk, year = Desk(laid, people), laid.plan.from_year + 1
    paper = desk.issue(PaperKind.EVALUATION, date(year, 5, 27), 41)
    above = laid.plan.unit.parent
    assert above is not None
    sent = desk.send(paper, above, date(year, 5, 28))
    receive_paper(sent, by=officer, at=moment(date(year, 6, 2)), remark="Đã nhận, báo cáo đủ số liệu.")


def of_this_year(
    laid: Laid, people: People, days: Days, held: tuple[MonitoringRound, Review], officers: tuple[User, User]
) -> None:
    """Two reports of progress, minutes, the team's report, sheets and letters; what the authorities made of them."""
    desk, (first_round, review) = Desk(laid, people), held
    commune = laid.plan.unit.parent
    assert commune is not None and commune.parent is not None
    desk.issue(PaperKind.REVIEW_MINUTES, days.share(0.46), 12, subject=review)
    desk.issue(PaperKind.MONITORING, days.share(0.62), 15, subject=first_round)
    early, late = days.share(0.5), days.ago(4)
    report = desk.issue(PaperKind.PROGRESS, early, 14, span=_span(early))
    received = desk.send(report, commune, early)
    receive_paper(received, by=officers[0], at=moment(days.share(0.56)), remark="Đã nhận. Bổ sung ảnh ở kỳ sau.")
    report = desk.issue(PaperKind.PROGRESS, late, 19, span=_span(late))
    desk.send(report, commune, late)
    summary = desk.issue(PaperKind.TO_AUTHORITY, days.share(0.8), 18)
    received = desk.send(summary, commune.parent, days.share(0.8))
    receive_paper(received, by=officers[1], at=moment(days.share(0.9)))
    desk.issue(PaperKind.ASSIGNMENT, days.share(0.05), 0, subject=people.person("giaovien"))
    if asked := Request.everywhere.filter(item__plan=laid.plan, answered_on=None).first():
        desk.draft(PaperKind.REQUEST, days.ago(2), subject=asked)
    desk.draft(PaperKind.NOTICE, days.ago(1))


def returned(laid: Laid, people: People, days: Days, officer: User) -> None:
    """A report that lacks something, and the same one sent to the province, which has not looked at it yet."""
    desk, commune = Desk(laid, people), laid.plan.unit.parent
    assert commune is not None and commune.parent is not None
    paper = desk.issue(PaperKind.PROGRESS, days.ago(9), 17, span=_span(days.ago(9)))
    sent = desk.send(paper, commune, days.ago(9))
    remark = "Bảng kinh phí chưa ghi chứng từ đợt 2. Bổ sung rồi gửi lại."
    return_paper(sent, remark=remark, by=officer, at=moment(days.ago(6)))
    desk.send(paper, commune.parent, days.ago(5))


def _span(on: date) -> str:
    return f"tháng {on.month} năm {on.year}"
