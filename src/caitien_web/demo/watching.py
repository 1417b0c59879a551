"""The running plan watched over and reviewed: rounds of the monitoring team, meetings with minutes and values."""

from datetime import date, timedelta
from typing import Any

from caitien_web.demo.days import Days, moment
from caitien_web.demo.last_year import minutes_of, result_of
from caitien_web.demo.people import People
from caitien_web.demo.plans import Laid
from caitien_web.monitoring.actions.reviews import (
    close_review,
    decide_adjustment,
    note_result,
    plan_review,
    write_minutes,
)
from caitien_web.monitoring.actions.rounds import (
    answer_recommendation,
    close_recommendation,
    close_round,
    observe,
    open_round,
    plan_round,
)
from caitien_web.monitoring.models import Effect, FollowUp, MonitoringRound, Review, ReviewKind, Work
from caitien_web.schools.models import Body

SEEN = "Biên bản, sổ theo dõi, ảnh chụp"
RESULTS = {  # course → what the team found at it, "on_track" at the others
    "late": "behind",
    "not_met": "not_met",
    "waiting": "behind",
    "not_started": "not_done",
}
WANTS = ("late", "not_met", "under_way")  # the courses at which the team recommends something
LATER = "Kéo dài thời gian đến hết học kỳ II, chia mua sắm thành hai đợt."


def hold_rounds(laid: Laid, people: People, days: Days, team: Body, courses: dict[str, str]) -> MonitoringRound:
    """One round closed, with a recommendation closed, one answered, one open; one going on; one to come."""
    first = _begin(laid, people, days.share(0.55), "Giám sát đợt 1", team)
    _observe_all(first, laid, people, days.share(0.55), courses)
    close_round(
        first,
        favourable="Các việc đều có người phụ trách rõ, hồ sơ lưu gọn.",
        difficult="Một số việc phụ thuộc kinh phí cấp bổ sung và thời tiết.",
        conclusion="Phần lớn nội dung đúng tiến độ. Đề nghị xử lý sớm các việc chậm trước kỳ sơ kết.",
        by=people["giamsat"],
        at=moment(days.share(0.6), 16),
    )
    _follow_up(first, people, days)
    second = _begin(laid, people, days.ago(3), "Giám sát đợt 2", team)
    for observation in second.observations.select_related("work__item", "round__plan__unit")[:2]:
        told: dict[str, Any] = {"by": people["giamsat"], "at": moment(days.ago(2), 15)}
        observe(observation, result="on_track", evidence_seen=SEEN, **told)
    later: dict[str, Any] = {
        "planned_on": days.ahead(45),
        "by": people["giamsat"],
        "at": moment(days.ago(3)),
        "body": team,
    }
    plan_round(laid.plan, "Giám sát đợt 3", **later)
    return first


def _begin(laid: Laid, people: People, on: date, title: str, team: Body) -> MonitoringRound:
    planned: dict[str, Any] = {"by": people["giamsat"], "at": moment(on - timedelta(7))}
    made = plan_round(laid.plan, title, planned_on=on, body=team, **planned)
    works = Work.everywhere.filter(item__plan=laid.plan, starts_on__lte=on).order_by("item__place", "number")
    chosen = {work.item_id: work for work in works}  # of what recurs, the last period
    return open_round(made, chosen.values(), held_on=on, by=people["giamsat"], at=moment(on, 8))


def _observe_all(round: MonitoringRound, laid: Laid, people: People, on: date, courses: dict[str, str]) -> None:
    wanted = set(WANTS)
    for one in round.observations.select_related("work__item", "round__plan__unit"):
        topic = laid.topics[one.work.item_id]
        course = courses[topic.key]
        recommends = course in wanted
        wanted.discard(course)
        observe(
            one,
            result=RESULTS.get(course, "on_track"),
            evidence_seen=SEEN if course not in ("waiting", "not_started") else "",
            favourable=topic.words("favourable"),
            difficult=topic.words("difficulty") if recommends else "",
            recommendation=topic.words("recommendation") if recommends else "",
            by=people["giamsat"],
            at=moment(on, 15),
        )


def _follow_up(round: MonitoringRound, people: People, days: Days) -> None:
    """The first is mended, the second has a day, the third waits for the head."""
    found = FollowUp.everywhere.filter(observation__round=round).order_by("pk")
    rows = list(found.select_related("observation__work__item", "observation__round__plan__unit"))
    for number, (one, answer) in enumerate(zip(rows[:2], ("Đồng ý, giao ngay trong tuần.", "Đồng ý."), strict=True)):
        due_on = days.share(0.75) if number == 0 else days.ahead(12)
        by: dict[str, Any] = {"by": people["hieutruong"], "at": moment(days.share(0.65), 10)}
        answer_recommendation(one, answer=answer, accepted=True, due_on=due_on, **by)
    done = "Đã làm xong, tổ giám sát kiểm tra lại ngày thực tế."
    close_recommendation(rows[0], done=done, by=people["giamsat"], at=moment(days.share(0.8), 14))


def hold_reviews(laid: Laid, people: People, days: Days) -> Review:
    """The month's meeting, that of the semester where its day has come, and what is planned; gives the first."""
    first = _hold(laid, people, ReviewKind.MONTH, days.share(0.45), when=0, proposes="")
    _hold(laid, people, ReviewKind.MONTH, days.share(0.85), when=1, proposes="safety")
    year = laid.plan.from_year
    for kind, on in ((ReviewKind.SEMESTER_1, date(year + 1, 1, 12)), (ReviewKind.YEAR, date(year + 1, 5, 24))):
        if on < days.ago(1):
            _hold(laid, people, kind, on, when=1 if kind == ReviewKind.SEMESTER_1 else 2, proposes="")
        else:
            plan_review(laid.plan, kind, planned_on=on, by=people["thuky"], at=moment(days.issued + timedelta(2)))
    return first


def _hold(laid: Laid, people: People, kind: ReviewKind, on: date, *, when: int, proposes: str) -> Review:
    by: dict[str, Any] = {"by": people["thuky"], "at": moment(on, 17)}
    review = plan_review(laid.plan, kind, planned_on=on, by=people["thuky"], at=moment(on - timedelta(5)))
    rows = laid.rows() if kind != ReviewKind.MONTH else laid.rows()[1 - when :: 2]
    for item, topic in rows:
        told = result_of(topic, when)
        told["effect"] = Effect.TOO_EARLY if when == 0 else Effect.PARTLY
        if kind == ReviewKind.YEAR and topic.key not in ("safety", "parents"):
            told["effect"] = Effect.MET
        note_result(review, item, adjustment=LATER if topic.key == proposes else "", **told, **by)
    write_minutes(review, **minutes_of(people, on, hour=15), **by)
    return close_review(review, **by)


def propose_adjustment(laid: Laid, people: People, on: date, key: str) -> None:
    """A meeting out of turn over the topic of the key: an adjustment is proposed and accepted."""
    by: dict[str, Any] = {"by": people["thuky"], "at": moment(on, 17)}
    review = plan_review(laid.plan, ReviewKind.OTHER, planned_on=on, by=people["thuky"], at=moment(on - timedelta(3)))
    item, topic = next((row, topic) for row, topic in laid.rows() if topic.key == key)
    result = note_result(review, item, adjustment=LATER, **result_of(topic, 1), **by)
    write_minutes(review, **minutes_of(people, on, hour=15), **by)
    close_review(review, **by)
    decide_adjustment(result, accepted=True, by=people["hieutruong"], at=moment(on + timedelta(1)))
