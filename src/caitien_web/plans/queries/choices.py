"""What the lists of the editor offer: criteria, owners, periods, sources of money."""

from datetime import date

from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.standards import titles
from caitien_web.schools.models import Person, Role

BODIES = (
    "Hội đồng tự đánh giá",
    "Tổ giám sát",
    "Tổ trưởng chuyên môn",
    "Tổ chuyên môn",
    "Giáo viên chủ nhiệm",
    "Giáo viên",
    "Tổ văn phòng",
    "Kế toán",
    "Văn thư",
    "Nhân viên y tế",
    "Nhân viên thư viện",
    "Nhân viên thiết bị",
    "Bảo vệ",
    "Chi bộ",
    "Công đoàn",
    "Đoàn Thanh niên",
    "Tổng phụ trách Đội",
    "Ban đại diện cha mẹ học sinh",
)
SOURCES = (
    "Ngân sách nhà nước",
    "Chi thường xuyên",
    "Quỹ phát triển hoạt động sự nghiệp",
    "Ngân sách xã, phường",
    "Xã hội hóa",
    "Tài trợ, viện trợ",
    "Nguồn thu hợp pháp khác",
)
MONEY = ("Không", "Chi thường xuyên", "Kinh phí tự chủ")
PROGRESS = ("Chưa thực hiện", "Đang thực hiện", "Hoàn thành", "Chưa hoàn thành")
LEADERS = (Role.HEAD, Role.VICE_HEAD)


def choices_of(plan: SchoolPlan, people: list[Person]) -> dict[str, list[dict[str, str]]]:
    """The lists by name; `text` goes into the cell, `label` says more about it."""
    return {
        "criteria": [{"text": code, "label": title} for code, title in titles(plan.edition).items()],
        "owners": [*_plain((Role.HEAD.label, Role.VICE_HEAD.label, *BODIES)), *_people(people)],
        "periods": _plain(periods(plan)),
        "sources": _plain(SOURCES),
        "money": _plain(MONEY),
        "progress": _plain(PROGRESS),
    }


def people_of(plan: SchoolPlan, on: date) -> list[Person]:
    """The people of the school on a day: one query."""
    people = Person.objects.of(plan.unit)
    return list(people.exclude(left_on__lte=on).order_by("folded")[:300])


def periods(plan: SchoolPlan) -> list[str]:
    """Months, semesters and the like of the plan's years, in words that the reader of periods knows."""
    told = []
    for year in range(plan.from_year, plan.to_year):
        told += [f"Học kỳ I năm học {year} - {year + 1}", f"Học kỳ II năm học {year} - {year + 1}"]
        told += [f"Năm học {year} - {year + 1}"]
        told += [f"Tháng {month}/{year}" for month in range(9, 13)]
        told += [f"Tháng {month}/{year + 1}" for month in range(1, 6)]
    return [f"Từ tháng 9/{plan.from_year} đến tháng 5/{plan.to_year}", "Thường xuyên trong năm học", *told]


def _plain(texts: tuple[str, ...] | list[str]) -> list[dict[str, str]]:
    return [{"text": text, "label": ""} for text in texts]


def _people(people: list[Person]) -> list[dict[str, str]]:
    return [{"text": person.full_name, "label": person.duty} for person in people]
