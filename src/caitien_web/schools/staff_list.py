"""A list of staff in Excel, as people keep it, read into rows that can be added; each with what is wrong with it."""

import re
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from caitien.formats.rows import read_rows, write_rows
from caitien.vietnamese.fold import fold
from caitien_web.schools.forms.account import PHONE
from caitien_web.schools.models.role import AUTHORITY_ROLES, SCHOOL_ROLES, Role
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal

# our name → the heading of the template, and what else people call the column
COLUMNS: dict[str, tuple[str, ...]] = {
    "full_name": ("Họ và tên", "ho ten", "ten", "ho va ten can bo", "ho ten giao vien"),
    "duty": ("Chức vụ, nhiệm vụ", "chuc vu", "nhiem vu", "chuc danh", "cong viec", "mon day"),
    "group": ("Tổ, bộ phận", "to chuyen mon", "to", "bo phan", "to chuyen mon bo phan"),
    "email": ("Thư điện tử", "email", "e-mail", "hop thu", "dia chi thu dien tu"),
    "phone": ("Số điện thoại", "dien thoai", "sdt", "so dt", "di dong"),
    "role": ("Vai trò", "vai tro tren trang", "quyen"),
}
SHORT = {
    "ht": Role.HEAD,
    "pht": Role.VICE_HEAD,
    "gv": Role.STAFF,
    "nv": Role.STAFF,
    "giao vien": Role.STAFF,
    "nhan vien": Role.STAFF,
    "thu ky": Role.SECRETARY,
    "giam doc": Role.HEAD,
    "pho giam doc": Role.VICE_HEAD,
    "chuyen vien": Role.OFFICER,
    "quan tri vien": Role.ADMINISTRATOR,
    "to giam sat": Role.MONITOR,
    "giam sat": Role.MONITOR,
    "cha me": Role.PARENT,
    "cmhs": Role.PARENT,
    "ban dai dien": Role.PARENT,
    "ban dai dien cmhs": Role.PARENT,
}
MOST = 2_000


class CannotReadList(Refusal):
    """The file holds no list of staff."""


@dataclass(slots=True)
class StaffRow:
    """One person to be; `number`: the row in the file; `faults` keep it out, `notes` do not."""

    number: int
    full_name: str = ""
    duty: str = ""
    group: str = ""
    email: str = ""
    phone: str = ""
    role: str = ""
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if name not in ("faults", "notes")}


def template(unit: Unit) -> bytes:
    """An empty list to fill in, with the roles to choose from."""
    roles = [str(role.label) for role in (SCHOOL_ROLES if unit.is_school else AUTHORITY_ROLES)]
    headings = [names[0] for names in COLUMNS.values()]
    return write_rows(headings, [], title="Danh sách", choices={headings.index("Vai trò"): roles})


def read_staff(data: bytes, unit: Unit, known: set[str]) -> list[StaffRow]:
    """The rows of a file, judged. Raises CannotReadList or CannotRead."""
    rows = read_rows(data)
    heading, columns = _heading(rows)
    found = []
    for number, row in enumerate(rows[heading + 1 :], heading + 2):
        given: dict[str, Any] = {name: row[place] for name, place in columns.items()}
        if given["full_name"] or any(given[name] for name in given if name != "full_name"):
            found.append(StaffRow(number, **given))
    if not found:
        raise CannotReadList("Tệp chưa có người nào dưới dòng tiêu đề. Điền danh sách rồi chọn lại tệp.")
    if len(found) > MOST:
        raise CannotReadList(f"Tệp có {len(found)} người, nhiều hơn {MOST}. Chia thành nhiều tệp.")
    return judge(found, unit, known)


def _heading(rows: tuple[tuple[str, ...], ...]) -> tuple[int, dict[str, int]]:
    for number, row in enumerate(rows[:20]):
        columns: dict[str, int] = {}
        for place, text in enumerate(row):
            said = re.sub(r"[^a-z -]+", " ", fold(text)).strip()
            for name, words in COLUMNS.items():
                if said in {re.sub(r"[^a-z -]+", " ", fold(word)).strip() for word in words}:
                    columns.setdefault(name, place)
        if "full_name" in columns and len(columns) > 1:
            return number, columns
    raise CannotReadList(
        "Chưa thấy dòng tiêu đề có cột “Họ và tên” và ít nhất một cột khác. Dùng tệp mẫu, hoặc đặt lại tên cột."
    )


def roles_at(unit: Unit) -> tuple[Role, ...]:
    """The roles that a list of the unit's people may name."""
    return SCHOOL_ROLES if unit.is_school else AUTHORITY_ROLES


def judge(rows: list[StaffRow], unit: Unit, known: set[str]) -> list[StaffRow]:
    """What is wrong with each row: names missing or twice, addresses and numbers, roles that the unit does not have."""
    roles = {fold(str(role.label)): role for role in roles_at(unit)}
    here = set(roles.values())
    roles |= {short: role for short, role in SHORT.items() if role in here}
    seen: set[str] = set()
    for row in rows:
        row.faults, row.notes = [], []
        row.full_name = " ".join(row.full_name.split())
        name = fold(row.full_name)
        _judge_name(row, name, known, seen)
        seen.add(name)
        _judge_contact(row)
        if row.role and row.role not in here:
            row.role = roles.get(fold(row.role).strip(), row.role)
            if row.role not in here:
                row.faults.append(f"không có vai trò “{row.role}”")
    return rows


def _judge_name(row: StaffRow, name: str, known: set[str], seen: set[str]) -> None:
    if not name:
        row.faults.append("thiếu họ và tên")
    elif len(row.full_name) > 100 or any(letter.isdigit() for letter in row.full_name):
        row.faults.append("họ và tên có chữ số hoặc quá dài")
    elif name in known:
        row.faults.append("đã có trong danh sách")
    elif name in seen:
        row.notes.append("trùng tên với dòng trên")


def _judge_contact(row: StaffRow) -> None:
    if row.phone and not PHONE.fullmatch(row.phone):
        row.faults.append("số điện thoại chưa đúng")
    if row.email:
        try:
            validate_email(row.email)
        except ValidationError:
            row.faults.append("thư điện tử chưa đúng")
    for name, most in (("duty", 120), ("group", 120)):
        if len(getattr(row, name)) > most:
            row.faults.append(f"“{COLUMNS[name][0]}” dài quá {most} chữ")
