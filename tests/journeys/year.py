"""One invented school with eight people in their roles and a plan under way; the day on which things happen."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from django.utils import timezone
from PIL import Image
from playwright.sync_api import FilePayload, Page

from caitien_web.monitoring.models import Work
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.schools.actions import add_person, bodies, give_role
from caitien_web.schools.models import BodyKind, Position, Role, User
from caitien_web.tenancy.models import Unit
from web.builders import NOW, PASSWORD, SINCE, a_user
from web.monitoring.builders import a_running_plan

CARE = "Hỗ trợ học sinh hòa nhập và tư vấn tâm lý"
SAFETY = "An toàn sân trường và phòng cháy, chữa cháy"
DEVICES = "Bổ sung thiết bị dạy học, sửa phòng Tin học"


class Clock:
    """The day of the site: what a plan needs a year for happens in one test."""

    def __init__(self, monkeypatch: Any) -> None:
        self.now = NOW
        monkeypatch.setattr(timezone, "now", lambda: self.now)

    def go_to(self, year: int, month: int, day: int, hour: int = 9) -> datetime:
        """It is now this day in Vietnam, where it is seven hours later than UTC."""
        self.now = datetime(year, month, day, hour - 7, tzinfo=UTC)
        return self.now


@dataclass
class Year:
    """The school, its people and its plan."""

    school: Unit
    plan: SchoolPlan
    head: User
    vice: User
    secretary: User
    member: User
    monitor: User
    teacher: User
    accountant: User
    officer: User
    windows: dict[Any, Page] = field(default_factory=dict)

    def window(self, site: Any, user: User, *, phone: bool = False) -> Page:
        """The window of a person, the same all year."""
        if user.pk not in self.windows:
            self.windows[user.pk] = site.page(user, phone=phone)
        return self.windows[user.pk]

    @property
    def here(self) -> tuple[str, str]:
        """What the addresses of the plan's pages take."""
        return self.school.slug, self.plan.slug

    def item(self, improvement: str) -> PlanItem:
        return PlanItem.objects.of(self.school).get(plan=self.plan, improvement=improvement)

    def work(self, improvement: str) -> Work:
        return Work.objects.of(self.school).get(item=self.item(improvement), number=1)


def a_year(school: Unit, head: User) -> Year:
    """Eight people, a monitoring team founded by a decision, and the plan issued and begun."""
    commune = school.parent
    assert commune is not None
    plan = a_running_plan(school, head)
    made = Year(
        school,
        plan,
        head,
        vice=a_user(school, Role.VICE_HEAD, "Quàng Văn Lả"),
        secretary=a_user(school, Role.SECRETARY, "Cầm Thị Hiên"),
        member=a_user(school, Role.COUNCIL_MEMBER, "Vì Văn Muôn"),
        monitor=a_user(school, Role.MONITOR, "Tòng Thị Ban"),
        teacher=a_teacher(school, "Lò Thị Xuân", "Giáo viên chủ nhiệm lớp 3A"),
        accountant=a_user(school, Role.ACCOUNTANT, "Mè Thị Lún"),
        officer=a_user(commune, Role.OFFICER, "Đèo Văn Chựa"),
    )
    found_team(made)
    return made


def a_teacher(school: Unit, name: str, duty: str) -> User:
    person = add_person(school, name, duty=duty, by=None, at=NOW)
    user = User.objects.create_user("giao-vien", PASSWORD, person=person)
    give_role(person, Role.STAFF, school, since=SINCE, by=None, at=NOW)
    return user


def found_team(year: Year) -> None:
    by: dict[str, Any] = {"by": year.head, "at": NOW}
    decision = bodies.draft_decision(year.school, subject="Thành lập tổ giám sát", **by)
    members = [
        bodies.Member(year.monitor.person, position=Position.LEADER),
        bodies.Member(outside_name="Lường Văn Pánh", duty="Ban đại diện cha mẹ học sinh"),
    ]
    bodies.draft_body(decision, BodyKind.MONITORING, "Tổ giám sát", members, **by)
    signed = {"signatory_title": "Hiệu trưởng", "signatory_name": "Hà Thị Mận"}
    bodies.issue_decision(decision, number="80/QĐ-THSN", signed_on=NOW.date(), **signed, **by)


def fill(page: Page, **given: str) -> None:
    """Write into the fields of the page's form, by their names."""
    for name, value in given.items():
        field = page.locator(f"main [name={name}]")
        kind = field.first.evaluate("e => e.type == 'radio' ? 'radio' : e.localName")
        if kind == "radio":
            page.check(f"main [name={name}][value='{value}']")
        elif kind == "select":
            field.select_option(value)
        else:
            field.fill(value)


def press(page: Page, name: str) -> None:
    """Press a button and wait for the page that answers."""
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=name, exact=True).first.click()


def a_photo(name: str = "tu van tam ly.jpg") -> FilePayload:
    """A photo as a phone's camera hands it over."""
    data = BytesIO()
    Image.new("RGB", (640, 480), (176, 196, 132)).save(data, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": data.getvalue()}
