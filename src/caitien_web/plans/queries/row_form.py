"""A row's cells as the fields of an ordinary form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from caitien_web.plans.actions.cells import CellAnswer
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.plans.queries.cells import last_changes
from caitien_web.plans.queries.columns import columns_of, fields_beside, form_of_plan, heading_of


@dataclass(frozen=True, slots=True)
class FormCell:
    """A field: `version` is sent back with the text; `theirs` is what somebody else wrote meanwhile."""

    field: str
    heading: str
    value: str
    version: int
    list: str = ""
    on_paper: bool = True
    theirs: str | None = None
    by: str = ""


def cells_of_form(
    plan: SchoolPlan,
    item: PlanItem,
    *,
    typed: Mapping[str, Any] | None = None,
    conflicts: Iterable[CellAnswer] = (),
) -> list[FormCell]:
    """The cells of the form first, then those that the form has no column for. One query.

    After a conflict: what was typed, their text beside it, and their version, so that saving again means "mine".
    """
    form = form_of_plan(plan)
    shown = [column for column in columns_of(form) if column.field]
    beside = fields_beside(form)
    last = last_changes(plan, [item.pk], [*(column.field for column in shown), *beside])
    theirs = {answer.field: answer for answer in conflicts}

    def cell(field: str, heading: str, list_: str, on_paper: bool) -> FormCell:
        change, other = last.get((item.pk, field)), theirs.get(field)
        value = typed[field] if other and typed else getattr(item, field)
        by = str(other.theirs.by or "Hệ thống") if other and other.theirs else ""
        text = other.value if other else None
        return FormCell(field, heading, value, change.pk if change else 0, list_, on_paper, text, by)

    return [
        *(cell(one.field, one.heading, one.list, one.on_paper) for one in shown),
        *(cell(field, heading_of(form, field), "", False) for field in beside),
    ]
