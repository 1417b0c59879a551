"""The version in force of a plan whose next version is being prepared: what everybody reads who does not write it."""

from collections.abc import Iterable, Mapping
from copy import copy
from typing import Any

from django.db.models import QuerySet

from caitien.plan import Plan, from_json
from caitien_web.plans.convert import from_item, parts_of
from caitien_web.plans.models import ITEM_TEXTS, PlanItem, PlanVersion, SchoolPlan
from caitien_web.plans.order import GAP

READ = ("standard", "owners", "supporting", "support_parties", "start", "end", "starts_on", "due_on", "recurrence")
RESTORED = (*ITEM_TEXTS, *READ, "school_years", "budget_vnd", "folded", "place", "removed_at")


def as_in_force(plan: SchoolPlan) -> SchoolPlan:
    """The plan with all its rows as its last version says, to be read and never saved. Two queries."""
    version: PlanVersion = PlanVersion.objects.of(plan.unit).filter(plan=plan).latest("number")
    shown = copy(plan)
    version.plan = shown
    shown.adjusting, shown.adjustment_reason, shown.changed_at = False, "", version.at
    value = from_json(version.data)
    take_texts(shown, value)
    shown.in_force, shown.rows_in_force = version, _rows(shown, version, plan.items.all())
    return shown


def rows_in_force(plan: SchoolPlan, rows: QuerySet[PlanItem] | None = None) -> list[PlanItem]:
    """The rows that hold now, in order: those of the last version while another is prepared. One query, or two.

    `rows`: the plan's rows with what else is wanted of them; by default nothing else.
    """
    rows = plan.items.all() if rows is None else rows
    if not plan.adjusting and plan.in_force is None:
        return list(rows.filter(removed_at=None))
    version = plan.in_force or plan.versions.latest("number")
    return _rows(plan, version, rows)


def show_in_force(items: Iterable[PlanItem], versions: Mapping[Any, PlanVersion] | None = None) -> list[PlanItem]:
    """Put the texts of the version in force on those items whose plan is under adjustment. One query, or none.

    Gives back the items that are in force: all but those which the adjustment has added. `versions`: those of the
    plans, where they were read already.
    """
    items = list(items)
    found = [item for item in items if item.plan.adjusting or item.plan.in_force]
    if not found:
        return items
    wanted = {item.plan_id: item.plan for item in found}
    versions = versions_in_force(wanted.values()) if versions is None else versions
    frozen: dict[str, PlanItem] = {}
    for key, plan in wanted.items():
        frozen |= frozen_rows(versions[key], plan)
    added = {item.pk for item in found if str(item.pk) not in frozen}
    for item in found:
        if item.pk not in added:
            _put(item, frozen[str(item.pk)])
    return [item for item in items if item.pk not in added]


def versions_in_force(plans: Iterable[SchoolPlan]) -> dict[Any, PlanVersion]:
    """{id of the plan: its last version}. One query, or none without plans."""
    keys = {plan.pk for plan in plans}
    found = PlanVersion.everywhere.filter(plan__in=keys).order_by("number") if keys else ()
    return {version.plan_id: version for version in found}


def frozen_rows(version: PlanVersion, plan: SchoolPlan, value: Plan | None = None) -> dict[str, PlanItem]:
    """{id: the row as the version has it}, in its order; none of them is saved."""
    value = value or from_json(version.data)
    pairs = zip(version.rows, value.items, strict=True)
    return {key: from_item(item, plan, GAP * place) for place, (key, item) in enumerate(pairs, 1)}


def take_texts(plan: SchoolPlan, value: Plan) -> None:
    """What the version says beside its table, put on the plan. Does not save."""
    plan.parts, plan.closing, plan.form = parts_of(value), value.closing or "", value.form or ""
    plan.subject, plan.item_count = value.document.subject or "", len(value.items)
    plan.signatory_title = (value.signatory and value.signatory.title) or ""
    plan.signatory_name = (value.signatory and value.signatory.name) or ""


def _rows(plan: SchoolPlan, version: PlanVersion, rows: QuerySet[PlanItem]) -> list[PlanItem]:
    frozen = frozen_rows(version, plan)
    known: Mapping[str, PlanItem] = {str(row.pk): row for row in rows}
    return [_put(known[key], row) for key, row in frozen.items() if key in known]


def _put(row: PlanItem, frozen: Any) -> PlanItem:
    for field in RESTORED:
        setattr(row, field, getattr(frozen, field))
    row.plan = frozen.plan
    return row
