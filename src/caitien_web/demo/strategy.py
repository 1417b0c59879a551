"""What the school's strategy aims at, and which matters of the running plan serve that."""

from datetime import timedelta
from typing import Any

from caitien_web.demo.days import Days, moment
from caitien_web.demo.people import People
from caitien_web.demo.plans import Laid
from caitien_web.plans.actions.strategy import note_aim, serve_aim

DOCUMENT = "Chiến lược phát triển nhà trường giai đoạn {first} - {last}, tầm nhìn {view}"
# what it aims at, and the topics that serve it
AIMS = (
    (
        "100% giáo viên đạt chuẩn trình độ, mỗi năm ít nhất 80% đạt mức khá trở lên theo chuẩn nghề nghiệp",
        "teachers staff",
    ),
    ("Mọi học sinh được hỗ trợ để tiến bộ; không còn học sinh bỏ học", "methods support results activities"),
    ("Đủ thiết bị dạy học tối thiểu, trường học an toàn, xanh và thân thiện", "equipment reading safety"),
    ("Dữ liệu của nhà trường đầy đủ, dùng chung và được báo cáo trên một hệ thống", "data teams"),
)


def set_aims(laid: Laid, people: People, days: Days) -> None:
    """The aims of five years, noted in the summer before, linked as the plan was issued."""
    unit, first = laid.plan.unit, days.year - 1
    by = people["thuky"]
    years: dict[str, Any] = {"from_year": first, "to_year": first + 5}
    document = DOCUMENT.format(first=first, last=first + 5, view=first + 10)
    rows = list(laid.rows())
    for number, (text, keys) in enumerate(AIMS, 1):
        at = moment(days.begin + timedelta(20))
        aim = note_aim(unit, by=by, at=at, text=text, number=str(number), document=document, **years)
        chosen = [item for item, topic in rows if topic.key in keys.split()]
        serve_aim(aim, [item for item, _ in rows], chosen, by=by, at=moment(days.share(0.02)))
