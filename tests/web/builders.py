"""A few named things to begin a test with, made by the real actions: an invented province, its schools and people."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from caitien.plan import Plan, from_json, to_json
from caitien_web.plans.actions import start_plan
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.actions import add_person, give_role
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.actions import found_unit
from caitien_web.tenancy.models import Unit, UnitKind

SAMPLES = Path(__file__).parents[2] / "samples"
NOW = datetime(2026, 9, 14, 1, 0, tzinfo=UTC)
SINCE = date(2020, 9, 1)
TIMES = ("time_text", "start", "end")
PASSWORD = "Mật khẩu thử 2026"


def sample(name: str = "ke-hoach-mau") -> Plan:
    """A plan of an invented school, from samples/."""
    return from_json(json.loads((SAMPLES / f"{name}.json").read_text("utf-8")))


def a_province(name: str = "Sở Giáo dục và Đào tạo tỉnh Bến Nước") -> Unit:
    return found_unit(name, kind=UnitKind.PROVINCE, abbreviation="SGDĐT", place="Bến Nước")


def a_commune(province: Unit, name: str = "UBND xã Suối Ngọc") -> Unit:
    return found_unit(name, kind=UnitKind.COMMUNE, parent=province, abbreviation="UBND", place="Suối Ngọc")


def a_school(commune: Unit, name: str = "Trường Tiểu học Suối Ngọc", level: str = "primary", **given: str) -> Unit:
    given = {"abbreviation": "THSN", "governing_body": commune.name, "place": "Suối Ngọc"} | given
    return found_unit(name, kind=UnitKind.SCHOOL, parent=commune, level=level, edition="TT57-2026-PT", **given)


def a_user(unit: Unit, role: Role, name: str = "Hà Thị Mận", username: str = "") -> User:
    """A person with an account and one role at the unit."""
    person = add_person(unit, name, by=None, at=NOW)
    user = User.objects.create_user(username or f"{unit.slug}-{role}", PASSWORD, person=person)
    give_role(person, role, unit, since=SINCE, by=None, at=NOW)
    return user


def a_plan(
    unit: Unit, by: User | None = None, *, value: Plan | None = None, from_year: int = 2026, to_year: int = 0
) -> SchoolPlan:
    """A draft for one school year (until `to_year`), with the seven items of the sample plan, in that year."""
    moved = in_years_from(value or sample(), from_year)
    return start_plan(unit, moved, years=(from_year, to_year or from_year + 1), by=by, at=NOW)


def in_years_from(value: Plan, from_year: int) -> Plan:
    """The plan as many years on as its first year is: the times of its items, and the school years in all its texts."""
    period = value.document.period
    on = from_year - (period.from_year if period else NOW.year)

    def moved(text: str) -> str:
        return re.sub(r"20\d\d", lambda year: str(int(year[0]) + on), text)

    told = json.dumps(to_json(value), ensure_ascii=False)
    whole = from_json(json.loads(re.sub(r"20\d\d ?- ?20\d\d", lambda years: moved(years[0]), told)))
    times = [{name: moved(getattr(item, name) or "") or None for name in TIMES} for item in value.items]
    return replace(whole, items=tuple(replace(item, **time) for item, time in zip(whole.items, times, strict=True)))
