"""The invented province: who is in it, and how far each school's plans have come."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from caitien_web.demo.people import staff
from caitien_web.demo.plans import edition_of, value_for
from caitien_web.plans.actions import (
    Signing,
    adjust_plan,
    approve_plan,
    begin_plan,
    close_plan,
    consult_plan,
    evaluate_plan,
    issue_adjustment,
    issue_plan,
    start_plan,
    submit_plan,
)
from caitien_web.plans.actions.cells import CellWrite, write_cells
from caitien_web.plans.actions.findings import check_now
from caitien_web.plans.models import PlanState, SchoolPlan
from caitien_web.schools.actions import found_below
from caitien_web.schools.models import User
from caitien_web.tenancy.models import SchoolLevel, Unit, UnitKind

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
OPENED = date(2025, 7, 1)  # the communes of today are of that day
STEPS = (PlanState.CONSULTED, PlanState.SUBMITTED, PlanState.APPROVED, PlanState.ISSUED, PlanState.UNDER_WAY)
LATE_STEPS = (PlanState.ADJUSTED, PlanState.EVALUATED, PlanState.CLOSED)


@dataclass(frozen=True, slots=True)
class School:
    """A school of the province; `last_year`, `this_year`: how far its plans have come."""

    name: str
    short: str
    level: SchoolLevel
    commune: int
    last_year: PlanState
    this_year: PlanState


SCHOOLS = (
    School("Trường Tiểu học Suối Ngọc", "THSN", SchoolLevel.PRIMARY, 0, PlanState.CLOSED, PlanState.UNDER_WAY),
    School("Trường Mầm non Hoa Ban", "MNHB", SchoolLevel.PRESCHOOL, 0, PlanState.CLOSED, PlanState.CONSULTED),
    School(
        "Trường Trung học cơ sở Đồi Sim", "THCSĐS", SchoolLevel.LOWER_SECONDARY, 1, PlanState.CLOSED, PlanState.ADJUSTED
    ),
    School("Trường Tiểu học Bến Lau", "THBL", SchoolLevel.PRIMARY, 1, PlanState.EVALUATED, PlanState.DRAFT),
    School(
        "Trường Tiểu học và Trung học cơ sở Nà Thông",
        "TH&THCSNT",
        SchoolLevel.MULTI_LEVEL,
        1,
        PlanState.CLOSED,
        PlanState.ISSUED,
    ),
    School(
        "Trường Trung học phổ thông Bến Nước",
        "THPTBN",
        SchoolLevel.UPPER_SECONDARY,
        -1,
        PlanState.CLOSED,
        PlanState.SUBMITTED,
    ),
)


def moment(year: int, month: int, day: int, hour: int = 9) -> datetime:
    return datetime(year, month, day, hour, tzinfo=ZONE)


@transaction.atomic
def make_province() -> None:
    """Everything, in one transaction: a demonstration is whole or not there."""
    at = moment(2025, 7, 1)
    province = found_below(
        None,
        "Sở Giáo dục và Đào tạo tỉnh Bến Nước",
        kind=UnitKind.PROVINCE,
        by=None,
        at=at,
        since=OPENED,
        slug="so-ben-nuoc",
        abbreviation="SGDĐT",
        governing_body="UBND tỉnh Bến Nước",
        place="Bến Nước",
    )
    admin = staff(province, "sobn", 3, since=OPENED, at=at)["quantri"]
    communes = [
        found_below(
            province,
            name,
            kind=UnitKind.COMMUNE,
            by=admin,
            at=at,
            since=OPENED,
            slug=slug,
            abbreviation="UBND",
            governing_body="UBND tỉnh Bến Nước",
            place=place,
        )
        for name, slug, place in (
            ("UBND xã Suối Ngọc", "xa-suoi-ngoc", "Suối Ngọc"),
            ("UBND phường Đồi Sim", "phuong-doi-sim", "Đồi Sim"),
        )
    ]
    for commune, short, seed in zip(communes, ("xasn", "phuongds"), (40, 60), strict=True):
        staff(commune, short, seed, since=OPENED, at=at)
    for number, school in enumerate(SCHOOLS):
        _make_school(school, communes[school.commune] if school.commune >= 0 else province, number, by=admin)


def _make_school(school: School, over: Unit, number: int, *, by: User) -> Unit:
    at = moment(2025, 7, 2)
    unit = found_below(
        over,
        school.name,
        kind=UnitKind.SCHOOL,
        by=by,
        at=at,
        since=OPENED,
        level=school.level,
        edition="",
        abbreviation=school.short,
        governing_body=over.name,
        place=over.place,
    )
    unit.edition = edition_of(unit, 2026)
    unit.save(update_fields=["edition"])
    short = school.short.lower().replace("đ", "d").replace("&", "")
    users = staff(unit, short, 100 + 17 * number, since=OPENED, at=at)
    last = _plan(unit, 2025, number, school.last_year, users, None)
    _plan(unit, 2026, number + 3, school.this_year, users, last)
    if school.level == SchoolLevel.UPPER_SECONDARY:
        _several_years(unit, users)
    return unit


def _plan(
    unit: Unit, year: int, seed: int, state: PlanState, users: dict[str, User], previous: SchoolPlan | None
) -> SchoolPlan:
    value = value_for(unit, (year, year + 1), seed)
    plan = start_plan(unit, value, years=(year, year + 1), by=users["thuky"], at=moment(year, 8, 20), previous=previous)
    _bring_to(plan, state, users)
    check_now(plan, at=moment(year, 9, 15))
    return plan


def _bring_to(plan: SchoolPlan, state: PlanState, users: dict[str, User]) -> None:
    """Through the steps in order, as far as `state`."""
    year, secretary, head = plan.from_year, users["thuky"], users["hieutruong"]
    signing = Signing(_number(plan), date(year, 9, 14), "Hiệu trưởng", str(head))
    ways: dict[PlanState, Callable[[], object]] = {
        PlanState.CONSULTED: lambda: consult_plan(plan, until=date(year, 9, 5), by=secretary, at=moment(year, 8, 25)),
        PlanState.SUBMITTED: lambda: submit_plan(plan, by=secretary, at=moment(year, 9, 7)),
        PlanState.APPROVED: lambda: approve_plan(plan, by=head, at=moment(year, 9, 11)),
        PlanState.ISSUED: lambda: issue_plan(plan, signing, by=head, at=moment(year, 9, 14)),
        PlanState.UNDER_WAY: lambda: begin_plan(plan, by=head, at=moment(year, 9, 15)),
        PlanState.ADJUSTED: lambda: _adjust(plan, head),
        PlanState.EVALUATED: lambda: evaluate_plan(plan, by=head, at=moment(year + 1, 5, 28)),
        PlanState.CLOSED: lambda: close_plan(plan, by=head, at=moment(year + 1, 6, 15)),
    }
    path = [*STEPS, *LATE_STEPS]
    if state == PlanState.DRAFT:
        return
    for step in path[: path.index(state) + 1]:
        if step == PlanState.ADJUSTED and state != PlanState.ADJUSTED:
            continue
        ways[step]()


def _number(plan: SchoolPlan) -> str:
    return f"{60 + plan.from_year % 7}/KH-{plan.unit.abbreviation}"


def _adjust(plan: SchoolPlan, head: User) -> None:
    """The second version: an item gets more time, for a reason."""
    year = plan.from_year
    reason = "Mua sắm chậm do chờ phân bổ ngân sách bổ sung."
    adjust_plan(plan, reason=reason, by=head, at=moment(year, 10, 20))
    item = plan.items.latest("place")
    write = CellWrite(item.pk, "time_text", f"Từ tháng 11/{year} đến tháng 5/{year + 1}", 0)
    write_cells(plan, [write], by=head, at=moment(year, 10, 21))
    signing = Signing(f"{80 + year % 7}/KH-{plan.unit.abbreviation}", date(year, 10, 26), "Hiệu trưởng", str(head))
    summary = "Lùi thời gian thực hiện mục cuối đến tháng 5."
    issue_adjustment(plan, signing, summary=summary, approved_by="Hiệu trưởng", by=head, at=moment(year, 10, 26))


def _several_years(unit: Unit, users: dict[str, User]) -> None:
    """A plan over four years, approved and waiting for its number."""
    value = value_for(unit, (2026, 2030), 5, count=5)
    plan = start_plan(unit, value, years=(2026, 2030), by=users["thuky"], at=moment(2026, 9, 2))
    submit_plan(plan, by=users["thuky"], at=moment(2026, 9, 8))
    approve_plan(plan, by=users["hieutruong"], at=moment(2026, 9, 12))
    check_now(plan, at=moment(2026, 9, 12))
