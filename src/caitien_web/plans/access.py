"""Which plans a person may see and change. Views reach a plan by `enter_plan` and by nothing else."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from caitien_web.plans.in_force import as_in_force
from caitien_web.plans.models import PlanImport, PlanItem, SchoolPlan
from caitien_web.schools.access import enter, may, may_below, may_see
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.prepared import Prepared

FROM_SUBMISSION = ("submitted", "approved", "issued", "under_way", "adjusted", "evaluated", "closed")


class Finder(StrEnum):
    """Who searches, as the index marks it: writers find all, staff nothing under adjustment, readers no drafts."""

    WRITER = "u"
    STAFF = "w"
    READER = "v"


def enter_plan(request: Any, unit: str, period: str, right: str = "plan.view") -> SchoolPlan:
    """The plan of an address, "2026-2027". 404 for another unit's or none, 403 without the right.

    `plan.view` also lets in those who may see issued plans only, once the plan has been submitted.
    """
    entered = enter(request, unit, "plan.view_issued" if right == "plan.view" else right)
    plan = get_plan_for(request.user, entered, period)
    request.plan = plan
    return plan


def get_plan_for(user: Any, unit: Unit, period: str) -> SchoolPlan:
    """The unit's plan for the period; 404 where there is none, or 403 where only submitted ones may be seen.

    While an adjustment is prepared, those who do not write the plan get it as it is in force.
    """
    first, _, last = period.partition("-")
    if not may_see(user, unit) or not (first.isdigit() and last.isdigit()):
        raise Http404("Không có kế hoạch này.")
    found = _plans_of(unit.pk, int(first), int(last))
    if not found:
        raise Http404(f"{unit.name} chưa có kế hoạch {first} - {last}.")
    plan: SchoolPlan = found[0]
    plan.unit = unit
    if not may(user, "plan.view", unit) and plan.state not in FROM_SUBMISSION and not may_comment(user, plan):
        raise PermissionDenied("Kế hoạch này đang được soạn; chỉ xem được sau khi trường trình.")
    return as_in_force(plan) if plan.adjusting and not may(user, "plan.write", unit) else plan


def _stamped(unit: UUID, first: int, last: int) -> QuerySet[SchoolPlan]:
    return SchoolPlan.objects.of(Unit(pk=unit)).select_related("stamp").filter(from_year=first, to_year=last)


_plans_of = Prepared(_stamped, UUID, int, int)


def enter_draft(request: Any, unit: str, period: str) -> SchoolPlan:
    """The plan for pages that tell how it is being written: for the school's own people, in whatever state it is."""
    enter(request, unit, "plan.view")
    return enter_plan(request, unit, period)


def stamp_of(plan: SchoolPlan) -> str:
    """The plan's stamp as it was read together with the plan; "" where it was not: then nothing may be kept.

    A stamp that was read later could stand for a newer state than the one at hand. A plan as it is in force has another
    one than the draft of its next version.
    """
    if not SchoolPlan.stamp.is_cached(plan):
        return ""
    return str(plan.stamp) if plan.in_force is None else f"{plan.stamp}/{plan.in_force.number}"


def may_comment(user: Any, plan: SchoolPlan) -> bool:
    """May the person comment now: the right, and a plan that is open for comments? Who may comment may also read."""
    return plan.state == "consulted" and may(user, "plan.comment", plan.unit)


def may_write(user: Any, plan: SchoolPlan) -> bool:
    """May the person change the plan's texts now: the right, and a state that allows it?"""
    return plan.is_editable and may(user, "plan.write", plan.unit)


def searches_here(user: Any, unit: Unit) -> bool:
    """May the person search at the unit: in the school's own plans, or in those of all schools below an authority?"""
    return may(user, "plan.view_issued", unit) if unit.is_school else may_below(user, "plan.view_issued", unit)


def searches_drafts(user: Any, unit: Unit) -> bool:
    """Are drafts found, too? Only by the school's own people."""
    return unit.is_school and may(user, "plan.view", unit)


def searches_as(user: Any, unit: Unit) -> Finder:
    """As whom the person searches at the unit: what is found beside plans that were submitted or issued."""
    if not searches_drafts(user, unit):
        return Finder.READER
    return Finder.WRITER if may(user, "plan.write", unit) else Finder.STAFF


def get_row_for(plan: SchoolPlan, row: UUID, *, removed: bool = False) -> PlanItem:
    """A row of the plan; 404 for any other's, and for removed ones unless asked for."""
    if plan.rows_in_force is not None:
        return _row_in_force(plan, row)
    rows = plan.items.all() if removed else plan.items.filter(removed_at=None)
    item = rows.filter(pk=row).first()
    if item is None:
        raise Http404("Không có mục này trong kế hoạch.")
    item.plan = plan
    return item


def _row_in_force(plan: SchoolPlan, row: UUID) -> PlanItem:
    found: PlanItem | None = next((one for one in plan.rows() if one.pk == row), None)
    if found is None:
        raise Http404("Không có mục này trong phiên bản đang có hiệu lực.")
    return found


def enter_import(request: Any, unit: str, key: Any) -> PlanImport:
    """The file of an address on its way in: for those who write plans of the school, or bring in plans of many."""
    entered = enter(request, unit)
    right = "plan.write" if entered.is_school else "plan.import_many"
    entered = enter(request, unit, right)
    found = PlanImport.objects.of(entered).select_related("unit", "school", "plan").filter(pk=key).first()
    if found is None:
        raise Http404("Không có tệp này.")
    return found
