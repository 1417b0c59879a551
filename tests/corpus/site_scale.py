"""A country of invented schools for measuring: provinces, communes, schools, plans of five years and their items.

The same numbers give the same rows. Texts are those of invented plans, put together anew for each plan.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from caitien.plan import from_json
from caitien.vietnamese.fold import fold
from caitien_web.evidence.models import Evidence, EvidenceLink
from caitien_web.oversight.keeping import rebuild
from caitien_web.plans import search_index
from caitien_web.plans.convert import from_item, parts_of
from caitien_web.plans.models import PlanItem, PlanState, SchoolPlan
from caitien_web.schools.models import Person, Role, RoleAssignment, User
from caitien_web.tenancy.models import Unit, UnitKind
from corpus.invent import invent_plan

NOW = datetime(2026, 9, 14, 1, 0, tzinfo=UTC)
YEARS = range(2022, 2027)
LEVELS = ("preschool", "primary", "lower_secondary", "upper_secondary")
TITLES = ("Trường Mầm non", "Trường Tiểu học", "Trường THCS", "Trường THPT")
FIRST = "Suối Bản Khe Đồi Núi Bến Làng Rừng Sông Hồ Thác Nương Đồng Vườn Bãi Chợ Đèo Gò Mỏ Cầu Ao Dốc Kênh Vịnh"
SECOND = "Ngọc Xanh Vàng Trắng Mây Sương Hoa Lan Mai Trúc Sen Gió Nắng Mưa Trăng Sao Đá Ngà Bạc Son Tía Lam Cát"
THIRD = "Thượng Trung Hạ Đông Tây Nam Bắc Nhất Nhị Tam Tứ Ngũ"
STATES_NOW = ["draft"] * 15 + ["consulted"] * 5 + ["submitted"] * 10 + ["approved"] * 5 + ["issued"] * 20
STATES_NOW += ["under_way"] * 30 + ["adjusted"] * 5  # and ten in a hundred have no plan of the year
POOL_OF_PLANS, BATCH = 120, 1000
EVIDENCE = 10_000


@dataclass(frozen=True)
class Size:
    """How large the country is."""

    provinces: int
    communes: int  # of a province
    schools: int  # of a commune
    items: int = 20  # of a plan

    @property
    def words(self) -> str:
        schools = self.provinces * self.communes * self.schools
        plans = schools * len(YEARS)
        return (
            f"{schools:,} schools in {self.provinces} provinces, about {plans:,} plans and {plans * self.items:,} items"
        )


SIZES = {"small": Size(5, 5, 8), "full": Size(30, 25, 8)}


def name_of(number: int) -> str:
    """The number-th invented name of a place."""
    first, second, third = FIRST.split(), SECOND.split(), THIRD.split()
    rest, at = divmod(number, len(first))
    last, middle = divmod(rest, len(second))
    return f"{first[at]} {second[middle]}" + (f" {third[last % len(third)]}" if last else "")


def build(size: Size) -> None:
    """Fill an empty database, and make the search index and the figures of the authorities anew."""
    search_index.lift()
    ministry = _unit("Cơ quan trung ương", UnitKind.MINISTRY, None, "trung-uong")
    provinces = [
        _unit(f"Sở Giáo dục và Đào tạo tỉnh {name_of(n)}", UnitKind.PROVINCE, ministry, f"so-{n}")
        for n in range(size.provinces)
    ]
    communes = [
        _unit(f"UBND xã {name_of(at * size.communes + n)}", UnitKind.COMMUNE, province, f"xa-{at}-{n}")
        for at, province in enumerate(provinces)
        for n in range(size.communes)
    ]
    schools = [_school(commune, at, n, size) for at, commune in enumerate(communes) for n in range(size.schools)]
    for units in ([ministry], provinces, communes, schools):
        Unit.objects.bulk_create(units, batch_size=BATCH)
    _people(ministry, provinces[0], communes[0], schools[0])
    pool = _pool()
    plans = list(_plans(schools, size))
    SchoolPlan.everywhere.bulk_create(plans, batch_size=BATCH)
    rows = _rows(plans, pool)
    for some in iter(lambda: list(islice(rows, BATCH)), []):
        PlanItem.everywhere.bulk_create(some)
    _evidence(schools[0])
    search_index.rebuild()
    rebuild()


def _evidence(school: Unit) -> None:
    """A school with ten thousand pieces of evidence, each of a criterion, every twentieth of an item of a plan."""
    items = list(PlanItem.objects.of(school).values_list("pk", flat=True))
    pieces = [_piece(school, n) for n in range(EVIDENCE)]
    links = [
        EvidenceLink(evidence=one, edition=school.edition, criterion=f"1.{n % 9 + 1}", item=items[n % len(items)])
        if items and n % 20 == 0
        else EvidenceLink(evidence=one, edition=school.edition, criterion=f"1.{n % 9 + 1}")
        for n, one in enumerate(pieces)
    ]
    Evidence.everywhere.bulk_create(pieces, batch_size=BATCH)
    EvidenceLink.everywhere.bulk_create(links, batch_size=BATCH)


def _piece(school: Unit, n: int) -> Evidence:
    code, title = f"MC.1.{n % 9 + 1}.{n // 9 + 1:02d}", f"Biên bản họp tổ chuyên môn lần {n}"
    return Evidence(unit=school, code=code, title=title, folded=fold(f"{code} {title}"), at=NOW)


def _school(commune: Unit, at: int, n: int, size: Size) -> Unit:
    name = f"{TITLES[n % 4]} {name_of(at * size.schools + n)}"
    return _unit(name, UnitKind.SCHOOL, commune, f"truong-{at}-{n}", level=LEVELS[n % 4])


def _unit(name: str, kind: str, parent: Unit | None, slug: str, level: str = "") -> Unit:
    path = f"{parent.path if parent else ''}{slug}/"
    return Unit(
        name=name,
        kind=kind,
        parent=parent,
        slug=slug,
        path=path,
        level=level,
        folded=fold(name),
        edition="TT57-2026-PT",
    )


def _people(ministry: Unit, province: Unit, commune: Unit, school: Unit) -> None:
    for unit, role in (
        (ministry, Role.OFFICER),
        (province, Role.OFFICER),
        (commune, Role.OFFICER),
        (school, Role.HEAD),
    ):
        person = Person.everywhere.create(unit=unit, full_name=f"Người {unit.slug}", folded=f"nguoi {unit.slug}")
        User.objects.create_user(unit.slug, "Mật khẩu thử 2026", person=person)
        RoleAssignment.objects.create(person=person, unit=unit, role=role, since=date(2020, 9, 1))


def _pool() -> list[tuple[PlanItem, dict[str, Any]]]:
    """Rows of invented plans with what search sees, and the parts beside their tables."""
    found = []
    for seed in range(POOL_OF_PLANS):
        value = from_json(invent_plan(seed, level=LEVELS[seed % 4], count=30).plan)
        head = SchoolPlan(from_year=2026, to_year=2027)
        found += [(from_item(item, head, 0), parts_of(value)) for item in value.items]
    return found


def _plans(schools: list[Unit], size: Size) -> Iterator[SchoolPlan]:
    choice = random.Random(57)
    for at, school in enumerate(schools):
        for year in YEARS:
            now = year == YEARS[-1]
            if now and choice.random() < 0.1 and at:
                continue
            state = choice.choice(STATES_NOW) if now and at else ("under_way" if now else PlanState.CLOSED)
            issued = state not in ("draft", "consulted", "submitted", "approved")
            yield SchoolPlan(
                unit=school,
                from_year=year,
                to_year=year + 1,
                state=state,
                edition="TT57-2026-PT",
                form="cv5932-9",
                subject="Cải tiến chất lượng giáo dục",
                number=f"{at % 300 + 1}/KH-{school.slug}" if issued else "",
                signed_on=date(year, 9, 1 + at % 28) if issued else None,
                item_count=40 if not at and now else size.items,
                error_count=choice.choice((0, 0, 0, 1, 2)),
                warning_count=choice.choice((0, 1, 2, 3, 5)),
                hint_count=choice.choice((0, 2, 4)),
            )


def _rows(plans: list[SchoolPlan], pool: list[tuple[PlanItem, dict[str, Any]]]) -> Iterator[PlanItem]:
    choice = random.Random(2026)
    names = [
        field.attname for field in PlanItem._meta.concrete_fields if field.attname not in ("id", "plan_id", "place")
    ]
    values = [{name: getattr(row, name) for name in names} for row, _ in pool]
    for plan in plans:
        for place in range(1, plan.item_count + 1):
            given = choice.choice(values)
            move = plan.from_year - 2026
            due, starts = (day and _moved(day, move) for day in (given["due_on"], given["starts_on"]))
            yield PlanItem(plan=plan, place=1000 * place, **(given | {"due_on": due, "starts_on": starts}))


def _moved(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, 28))


__all__ = ["NOW", "SIZES", "Size", "build", "name_of"]
