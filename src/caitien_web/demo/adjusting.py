"""The second version of a plan that is under way: a matter gets more time, for a reason."""

from datetime import date, timedelta

from caitien_web.demo.days import Days, moment
from caitien_web.demo.people import People
from caitien_web.demo.plans import Laid
from caitien_web.plans.actions import Signing, adjust_plan, issue_adjustment
from caitien_web.plans.actions.cells import CellWrite, write_cells
from caitien_web.plans.queries.cells import versions_of

REASON = "Mua sắm chậm do chờ phân bổ ngân sách bổ sung."


def adjust(laid: Laid, people: People, days: Days, key: str, *, on: date) -> None:
    """The topic of the key lasts until three months from now; decided, written and issued within five days."""
    plan, head = laid.plan, people["hieutruong"]
    adjust_plan(plan, reason=REASON, by=head, at=moment(on))
    item = next(row for row, topic in laid.rows() if topic.key == key)
    texts = {
        "time_text": f"Từ tháng {days.month(-12)} đến tháng {days.month(3)}",
        "solution": f"{item.solution}\n- Chia mua sắm thành hai đợt theo kinh phí được cấp.",
    }
    seen = versions_of(plan)
    writes = [CellWrite(item.pk, field, text, seen.get((item.pk, field), 0)) for field, text in texts.items()]
    write_cells(plan, writes, by=people["thuky"], at=moment(on + timedelta(1)))
    signed_on = on + timedelta(5)
    number = f"{80 + plan.from_year % 7}/KH-{plan.unit.abbreviation}"
    signing = Signing(number, signed_on, "Hiệu trưởng", str(head))
    summary = f"Kéo dài thời gian thực hiện nội dung “{item.improvement}”."
    issue_adjustment(plan, signing, summary=summary, approved_by="Hiệu trưởng", by=head, at=moment(signed_on))
