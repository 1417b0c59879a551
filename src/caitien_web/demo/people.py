"""Invented people of a unit, with their roles and accounts; all accounts have the one password of the demonstration."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from django.contrib.auth.hashers import make_password

from caitien_web.demo.accounts import PASSWORD
from caitien_web.schools.actions import add_person, give_role
from caitien_web.schools.models import Person, Role, User
from caitien_web.tenancy.models import Unit

FAMILY = ("Lò Văn", "Hà Thị", "Cầm Thị", "Quàng Văn", "Tòng Thị", "Lường Văn", "Bạc Thị", "Hoàng Văn", "Đèo Thị")
GIVEN = ("Mận", "Tếu", "Sen", "Pành", "Xuân", "Ín", "Nhung", "Thoa", "Bun", "Chựa", "Diên", "Ngoan", "Khặn", "Pọm")
LONG_NAME = "Nguyễn Hoàng Thị Bích Ngọc Phương Thảo"  # a list must bear it
# stem of the user name → role, what the person does, group
AT_SCHOOL: dict[str, tuple[Role, str, str]] = {
    "hieutruong": (Role.HEAD, "Hiệu trưởng", "Ban giám hiệu"),
    "phohieutruong": (Role.VICE_HEAD, "Phó hiệu trưởng", "Ban giám hiệu"),
    "thuky": (Role.SECRETARY, "Giáo viên, thư ký hội đồng", "Tổ chuyên môn 1"),
    "hoidong": (Role.COUNCIL_MEMBER, "Tổ trưởng tổ chuyên môn 1", "Tổ chuyên môn 1"),
    "giamsat": (Role.MONITOR, "Tổ trưởng tổ giám sát", "Tổ chuyên môn 2"),
    "giaovien": (Role.STAFF, "Giáo viên chủ nhiệm", "Tổ chuyên môn 2"),
    "ketoan": (Role.ACCOUNTANT, "Kế toán", "Tổ văn phòng"),
    "quantri": (Role.ADMINISTRATOR, "Giáo viên Tin học, quản trị trang", "Tổ chuyên môn 1"),
    "chame": (Role.PARENT, "Trưởng ban đại diện cha mẹ học sinh", ""),
}
WITHOUT_ACCOUNT = (
    ("Văn thư", "Tổ văn phòng"),
    ("Nhân viên thiết bị", "Tổ văn phòng"),
    ("Bảo vệ", "Tổ văn phòng"),
    ("Chủ tịch Công đoàn", "Tổ chuyên môn 1"),
    ("Tổ trưởng tổ chuyên môn 2", "Tổ chuyên môn 2"),
    ("Tổng phụ trách Đội", "Tổ chuyên môn 2"),
)
AT_AUTHORITY: dict[str, tuple[Role, str, str]] = {
    "quantri": (Role.ADMINISTRATOR, "Quản trị", "Văn phòng"),
    "chuyenvien": (Role.OFFICER, "Chuyên viên phụ trách bảo đảm chất lượng", "Phòng chuyên môn"),
    "nguoixem": (Role.READER, "Lãnh đạo phòng", "Phòng chuyên môn"),
}


@dataclass(frozen=True, slots=True)
class People:
    """Everybody of a unit: the accounts by the stem of their user names ("hieutruong"), the others by their duty."""

    users: dict[str, User] = field(default_factory=dict)
    others: dict[str, Person] = field(default_factory=dict)

    def __getitem__(self, stem: str) -> User:
        return self.users[stem]

    def person(self, name: str) -> Person:
        """By the stem of a user name, or by the duty of one without account."""
        if name in self.others:
            return self.others[name]
        found = self.users[name].person
        assert found is not None
        return found


def staff(unit: Unit, short: str, seed: int, *, since: date, at: datetime) -> People:
    """Everybody of a unit, with accounts and roles."""
    places = AT_SCHOOL if unit.is_school else AT_AUTHORITY
    people = People()
    for number, (stem, (role, duty, group)) in enumerate(places.items()):
        person = _person(unit, seed + number, duty, group, at)
        give_role(person, role, unit, since=since, by=None, at=at)
        people.users[stem] = _account(person, f"{stem}.{short}")
    if unit.is_school:
        for number, (duty, group) in enumerate(WITHOUT_ACCOUNT, len(places)):
            people.others[duty] = _person(unit, seed + number, duty, group, at)
            give_role(people.others[duty], Role.STAFF, unit, since=since, by=None, at=at)
    return people


def _person(unit: Unit, number: int, duty: str, group: str, at: datetime) -> Person:
    name = f"{FAMILY[number * 5 % len(FAMILY)]} {GIVEN[number * 3 % len(GIVEN)]}"
    if duty == "Nhân viên thiết bị":
        name = LONG_NAME
    return add_person(unit, name, by=None, at=at, duty=duty, group=group, phone=f"0900 000 {number % 1000:03d}")


def _account(person: Person, username: str) -> User:
    user = User.objects.create_user(username, None, person=person, email=f"{username}@example.vn")
    user.password = _hashed()
    user.save(update_fields=["password"])
    return user


@cache
def _hashed() -> str:
    return make_password(PASSWORD)  # once: it takes long on purpose
