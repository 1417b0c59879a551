"""Versions of cells and what changed since: the id of a cell's last change is its version."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max

from caitien_web.plans.models import CellChange, PlanItem, Presence, SchoolPlan

HEARD_OF = timedelta(seconds=40)


def last_changes(plan: SchoolPlan, items: Iterable[UUID], fields: Iterable[str]) -> dict[tuple[UUID, str], CellChange]:
    """The last change of each cell of these rows and columns that ever changed, with who made it."""
    cells = plan.cell_changes.filter(item__in=list(items), field__in=list(fields)).order_by()
    newest = cells.values("item", "field").annotate(last=Max("id")).values("last")
    found = plan.cell_changes.filter(pk__in=newest).select_related("by__person")
    return {(change.item_id, change.field): change for change in found}


def versions_of(plan: SchoolPlan) -> dict[tuple[Any, str], int]:
    """The version of every cell of the plan that ever changed."""
    cells = plan.cell_changes.order_by()
    return {(item, field): last for item, field, last in cells.values_list("item", "field").annotate(last=Max("id"))}


def newest_change(versions: dict[tuple[Any, str], int]) -> int:
    """The plan's "now": the id of its last change."""
    return max(versions.values(), default=0)


def changes_since(plan: SchoolPlan, since: int) -> list[CellChange]:
    """The changes after a "now", oldest first, with rows and people: one query."""
    found = plan.cell_changes.filter(pk__gt=since, **_until(plan))
    return list(found.select_related("item", "by__person").order_by("id")[:5_000])


def history_of_row(row: PlanItem) -> list[CellChange]:
    """Everything that happened to a row, newest first; up to the version in force for those who read that one."""
    return list(row.changes.filter(**_until(row.plan)).select_related("by__person").order_by("-id")[:500])


def _until(plan: SchoolPlan) -> dict[str, Any]:
    return {"at__lte": plan.in_force.at} if plan.in_force else {}


def others_present(plan: SchoolPlan, *, besides: Any, at: datetime) -> list[Presence]:
    """Who else has the plan open now, and where."""
    present = plan.presences.filter(at__gt=at - HEARD_OF).exclude(user=besides)
    return list(present.select_related("user__person"))
