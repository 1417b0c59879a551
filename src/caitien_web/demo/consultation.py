"""What people say of a draft that is open for comments, and what the secretary answers."""

from datetime import timedelta
from typing import Any

from caitien_web.demo.days import Steps, moment
from caitien_web.demo.people import People
from caitien_web.demo.plans import Laid
from caitien_web.plans.actions.comments import answer_comment, comment_on

# who, which row (None for the whole plan), what is said, the answer, whether it is taken up
SAID: tuple[tuple[str, int | None, str, str, bool], ...] = (
    ("giaovien", 1, "Nên ghi rõ số đo đầu năm để cuối năm so sánh.", "Đã bổ sung số đo vào cột chỉ số.", True),
    ("chame", None, "Đề nghị thông báo tiến độ cho cha mẹ mỗi học kỳ một lần.", "Đưa vào kế hoạch công khai.", True),
    (
        "ketoan",
        2,
        "Đề nghị lùi việc mua sắm sang năm sau vì chưa có dự toán.",
        "Việc này cần làm ngay; sẽ xin bổ sung dự toán trong quý này.",
        False,
    ),
    ("hoidong", 0, "Đề nghị giao thêm người ở điểm trường lẻ.", "Đã giao tổ phó phối hợp.", True),
)


def comment(laid: Laid, people: People, steps: Steps, *, answered: bool) -> None:
    """Four opinions; all are answered once the time for them is over, before that only the first."""
    rows = [row for row, _ in laid.rows()]
    for number, (who, place, text, answer, taken_up) in enumerate(SAID):
        at = moment(steps.consulted + timedelta(1 + number), 10)
        item = rows[place] if place is not None else None
        made: Any = comment_on(laid.plan, text, item=item, by=people[who], at=at)
        if answered or number == 0:
            by: dict[str, Any] = {"by": people["thuky"], "at": moment(steps.consulted + timedelta(5), 16)}
            answer_comment(made, answer, taken_up=taken_up, **by)
