"""This year's plan being carried out: each matter takes its course, with reports, requests, money and evidence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from caitien_web.demo.days import Days, moment
from caitien_web.demo.files import a_pdf, a_photo
from caitien_web.demo.people import People
from caitien_web.demo.plans import Laid
from caitien_web.demo.topics import Topic
from caitien_web.monitoring.actions.progress import drop_work, report_progress
from caitien_web.monitoring.actions.requests import answer_request, ask_authority, enter_money
from caitien_web.monitoring.actions.rounds import confirm_work
from caitien_web.monitoring.actions.year_end import end_item
from caitien_web.monitoring.models import ItemEnd, MoneyKind, Request, Work, WorkState
from caitien_web.plans.models import PlanItem
from caitien_web.schools.models import User

# who reports what a plan says this party leads
REPORTS = {
    "Hiệu trưởng": "hieutruong",
    "Giáo viên chủ nhiệm": "giaovien",
    "Tổ giám sát": "giamsat",
    "Nhân viên thiết bị": "giaovien",
}
MILLION = 1_000_000
POSTS_REFUSED = "Năm nay chưa giao thêm chỉ tiêu; xem xét trong kế hoạch biên chế năm sau."


@dataclass(frozen=True, slots=True)
class Matter:
    """An item of the running plan with its works, in order, and who carries it out."""

    item: PlanItem
    topic: Topic
    works: Sequence[Work]
    people: People
    days: Days

    @property
    def by(self) -> User:
        return self.people[REPORTS.get(self.topic.told["owner"], "phohieutruong")]

    def within(self, share: float, work: Work | None = None) -> date:
        """The day when so much of the time between the work's beginning and its end, or yesterday, had passed."""
        work = work or self.works[0]
        assert work.starts_on and work.due_on
        first = max(work.starts_on, self.days.issued + timedelta(2))
        last = min(work.due_on, self.days.ago(1))
        return first + timedelta(round(share * max(0, (last - first).days)))

    def report(
        self,
        share: float,
        percent: int,
        stage: int,
        state: str = WorkState.UNDER_WAY,
        *,
        work: Work | None = None,
        is_hard: bool = False,
        files: Sequence[Any] = (),
    ) -> None:
        """One report: what was done by then; where it is hard, the difficulty and the proposal."""
        difficulty, proposal = ("difficulty", "proposal") if is_hard else ("", "")
        report_progress(
            work or self.works[0],
            state=state,
            percent=percent,
            by=self.by,
            at=moment(self.within(share, work), 16),
            done=self.topic.words("did")[stage],
            difficulty=self.topic.words(difficulty) if difficulty else "",
            proposal=self.topic.words(proposal) if proposal else "",
            files=files,
        )

    def ask(self, share: float, subject: str, *, amount: int | None = None, posts: int | None = None) -> Request:
        """A letter to the authority above."""
        unit = self.item.plan.unit
        sent_on = self.days.share(share)
        return ask_authority(
            self.item,
            addressee=unit.governing_body,
            subject=subject,
            letter_number=f"{31 + self.topic.budget % 9}/TTr-{unit.abbreviation}",
            sent_on=sent_on,
            amount_vnd=amount,
            posts=posts,
            by=self.people["hieutruong"],
            at=moment(sent_on, 10),
        )

    def money(self, kind: MoneyKind, million: int, share: float, paper: str) -> None:
        """Money granted or spent, where there is any."""
        if million:
            on = self.days.share(share)
            by: dict[str, Any] = {"by": self.people["ketoan"], "at": moment(on, 11)}
            enter_money(self.item, kind, million * MILLION, on=on, source=self.topic.source, paper=paper, **by)


def run(laid: Laid, people: People, days: Days, courses: dict[str, str]) -> None:
    """Let every matter take its course, as far as today."""
    works: dict[Any, list[Work]] = {}
    for work in Work.everywhere.filter(item__plan=laid.plan).order_by("number"):
        works.setdefault(work.item_id, []).append(work)
    for item, topic in laid.rows():
        matter = Matter(item, topic, works[item.pk], people, days)
        course = courses[topic.key]
        if course not in ("waiting", "answered", "not_started"):
            matter.money(MoneyKind.GRANTED, topic.budget, 0.1, "Dự toán giao đầu năm")
        COURSES[course](matter)


def _confirmed(matter: Matter) -> None:
    matter.report(0.3, 40, 0)
    matter.report(0.8, 100, 1, WorkState.DONE, files=[a_pdf("Họp tổ lần 3.pdf")])
    at = moment(min(matter.days.ago(1), matter.within(0.8) + timedelta(4)), 17)
    confirm_work(matter.works[0], by=matter.people["giamsat"], at=at)
    matter.money(MoneyKind.SPENT, matter.topic.budget, 0.6, "Hóa đơn số 118")


def _done(matter: Matter) -> None:
    matter.report(0.4, 50, 0)
    matter.report(0.9, 100, 2, WorkState.DONE, files=[a_photo("Ảnh buổi giúp đỡ nhóm nhỏ.png", 2)])


def _late(matter: Matter) -> None:
    matter.report(0.3, 40, 0)
    matter.report(0.9, 70, 1, is_hard=True)
    matter.money(MoneyKind.SPENT, matter.topic.budget * 3 // 5, 0.7, "Hợp đồng sửa chữa, tạm ứng đợt 1")


def _not_met(matter: Matter) -> None:
    matter.report(0.3, 30, 0)
    matter.report(0.95, 60, 1, WorkState.NOT_MET, is_hard=True)


def _waiting(matter: Matter) -> None:
    matter.report(0.1, 20, 0)
    subject = f"Cấp kinh phí {matter.topic.words('improvement')[:1].lower()}{matter.topic.words('improvement')[1:]}"
    matter.ask(0.5, subject, amount=matter.topic.budget * MILLION)


def _answered(matter: Matter) -> None:
    matter.report(0.05, 20, 0)
    asked = matter.ask(0.2, "Cấp kinh phí mua sắm thiết bị", amount=matter.topic.budget * MILLION)
    on = matter.days.share(0.5)
    answer = "Đồng ý cấp hai phần ba trong năm nay, phần còn lại bố trí vào dự toán năm sau."
    answer_request(asked, answered_on=on, answer=answer, granted=True, by=matter.people["hieutruong"], at=moment(on))
    matter.money(MoneyKind.GRANTED, matter.topic.budget * 2 // 3, 0.55, "Quyết định bổ sung dự toán số 214")
    matter.report(0.9, 55, 1)
    matter.money(MoneyKind.SPENT, matter.topic.budget // 3, 0.8, "Hợp đồng mua sắm đợt 1")


def _under_way(matter: Matter) -> None:
    matter.report(0.3, 30, 0)
    matter.report(0.8, 60, 1, is_hard=matter.topic.key == "teachers")
    matter.money(MoneyKind.SPENT, matter.topic.budget // 2, 0.75, "Bảng kê chi bồi dưỡng")


def _not_started(matter: Matter) -> None:
    """Nothing yet: its time comes next month."""


def _monthly(matter: Matter) -> None:
    """Every month that is over is done, the last one in time, this one is under way."""
    for work in matter.works:
        assert work.starts_on and work.due_on
        if work.due_on < matter.days.today:
            matter.report(0.95, 100, 1, WorkState.DONE, work=work)
        elif work.starts_on < matter.days.ago(3):
            matter.report(0.8, 50, 0, work=work)
    matter.money(MoneyKind.SPENT, matter.topic.budget // 4, 0.6, "Hóa đơn mua bìa hồ sơ")


def _carried(matter: Matter) -> None:
    asked = matter.ask(0.3, "Giao 01 chỉ tiêu nhân viên thiết bị, thư viện chuyên trách", posts=1)
    on = matter.days.share(0.7)
    head: dict[str, Any] = {"by": matter.people["hieutruong"]}
    answer_request(asked, answered_on=on, answer=POSTS_REFUSED, granted=False, at=moment(on), **head)
    reason = "Chưa được giao chỉ tiêu; lớp bồi dưỡng của Sở lùi sang năm sau."
    end_item(matter.item, ItemEnd.Outcome.CARRIED_OVER, reason=reason, at=moment(matter.days.share(0.8)), **head)


def _dropped(matter: Matter) -> None:
    matter.report(0.2, 10, 0, is_hard=True)
    reason = "Đoàn Thanh niên xã đã tổ chức cùng nội dung cho học sinh; không làm trùng."
    at = moment(matter.days.share(0.75))
    drop_work(matter.works[0], reason=reason, by=matter.people["hieutruong"], at=at)


COURSES: dict[str, Callable[[Matter], None]] = {
    "confirmed": _confirmed,
    "done": _done,
    "late": _late,
    "not_met": _not_met,
    "waiting": _waiting,
    "answered": _answered,
    "under_way": _under_way,
    "not_started": _not_started,
    "monthly": _monthly,
    "carried": _carried,
    "dropped": _dropped,
}
