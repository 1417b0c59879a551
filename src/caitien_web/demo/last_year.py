"""Last year's plan, carried out, reviewed twice, judged item by item and closed; two matters are left for this year."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from caitien_web.demo.days import moment
from caitien_web.demo.people import People
from caitien_web.demo.plans import Laid
from caitien_web.demo.topics import Topic
from caitien_web.monitoring.actions.progress import report_progress
from caitien_web.monitoring.actions.requests import enter_money
from caitien_web.monitoring.actions.reviews import close_review, note_result, plan_review, write_minutes
from caitien_web.monitoring.actions.year_end import end_item
from caitien_web.monitoring.models import Effect, ItemEnd, MoneyKind, ReviewKind, Work, WorkState
from caitien_web.plans.models import PlanItem

WHY_CARRIED = "Chưa đạt số đo đã đề ra vì kinh phí cấp chậm; tiếp tục trong năm học sau."


def carry_out(laid: Laid, people: People, carried: str) -> None:
    """What was done and what came of it; the topics of the keys `carried` are not finished."""
    year = laid.plan.from_year
    works = {work.item_id: work for work in Work.everywhere.filter(item__plan=laid.plan).order_by("-number")}
    for number, (item, topic) in enumerate(laid.rows()):
        done = topic.key not in carried.split()
        state, percent = (WorkState.DONE, 100) if done else (WorkState.UNDER_WAY, 60)
        on = date(year + 1, 4, 3 + number)
        told: dict[str, Any] = {"state": state, "percent": percent, "by": people["phohieutruong"], "at": moment(on)}
        difficulty = "" if done else str(topic.words("difficulty"))
        report_progress(works[item.pk], done=str(topic.words("did")[2 if done else 1]), difficulty=difficulty, **told)
        _spend(item, topic, people, on - timedelta(40), whole=done)


def _spend(item: PlanItem, topic: Topic, people: People, on: date, *, whole: bool) -> None:
    if not topic.budget:
        return
    planned = topic.budget * 1_000_000
    spent = planned if whole else planned // 2
    by: dict[str, Any] = {"by": people["ketoan"], "source": topic.source}
    enter_money(item, MoneyKind.GRANTED, spent, on=on, at=moment(on), paper="Dự toán giao đầu năm", **by)
    later = on + timedelta(30)
    enter_money(item, MoneyKind.SPENT, spent * 9 // 10, on=later, at=moment(later), paper="Hóa đơn, UNC", **by)


def review_twice(laid: Laid, people: People, carried: str) -> None:
    """At the end of semester I with values, at the year's end with the effect of every item."""
    year = laid.plan.from_year
    for kind, on, when in (
        (ReviewKind.SEMESTER_1, date(year + 1, 1, 12), 1),
        (ReviewKind.YEAR, date(year + 1, 5, 20), 2),
    ):
        by: dict[str, Any] = {"by": people["thuky"], "at": moment(on, 16)}
        review = plan_review(laid.plan, kind, planned_on=on, by=people["thuky"], at=moment(on - timedelta(14)))
        for item, topic in laid.rows():
            left = topic.key in carried.split()
            told: dict[str, Any] = result_of(topic, 1 if left else when)
            told["effect"] = Effect.PARTLY if left or kind != ReviewKind.YEAR else Effect.MET
            note_result(review, item, **told, **by)
        write_minutes(review, **minutes_of(people, on, hour=14), **by)
        close_review(review, **by)


def result_of(topic: Topic, when: int) -> dict[str, Any]:
    """What a review says of a topic at its second or third measuring."""
    words, _, *values = topic.words("measure")
    unit = topic.told["measure"][1]  # in the middle of a line, as it is written
    told = str(topic.words("did")[when])
    return {"result": told, "indicator": words, "measure": unit, "value": Decimal(values[when])}


def minutes_of(people: People, on: date, *, hour: int) -> dict[str, Any]:
    """Time, place, who was there, what was said."""
    return {
        "held_at": moment(on, hour),
        "ended_at": moment(on, hour + 1),
        "place": "Phòng họp",
        "chair": str(people["hieutruong"]),
        "secretary": str(people["thuky"]),
        "present": "Hội đồng tự đánh giá 9/9; tổ giám sát 3/3",
        "absent": "Không",
        "content": "Thư ký báo cáo tiến độ và số đo từng nội dung. Các tổ nêu khó khăn, đề nghị giữ mốc thời gian.",
        "lessons": "Việc nào có số đo ngay từ đầu thì dễ chỉ đạo, dễ thấy tiến bộ.",
        "conclusion": "Các nội dung cơ bản đúng hướng. Người chủ trì việc còn chậm báo cáo lại trong hai tuần.",
    }


def end_items(laid: Laid, people: People, carried: str) -> None:
    """Met, partly met, or carried over with the reason."""
    at = moment(date(laid.plan.from_year + 1, 5, 25))
    for item, topic in laid.rows():
        if topic.key in carried.split():
            end_item(item, ItemEnd.Outcome.CARRIED_OVER, reason=WHY_CARRIED, by=people["hieutruong"], at=at)
        else:
            told = str(topic.words("did")[2])
            end_item(item, ItemEnd.Outcome.MET, result=told, by=people["hieutruong"], at=at)
