"""The draft's marks are settled: what they stood beside stays, they go."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from caitien.blocks.marks import DRAFT_MARK, without_marks
from caitien_web.plans.actions.cells import CellAnswer, CellWrite, write_cells
from caitien_web.plans.actions.parts import write_part
from caitien_web.plans.models import ITEM_TEXTS, SchoolPlan
from caitien_web.plans.queries.cells import last_changes
from caitien_web.plans.queries.parts import marks_in
from caitien_web.plans.sections import Section


@transaction.atomic
def clear_marks(plan: SchoolPlan, row: UUID, *, by: Any, at: datetime) -> list[CellAnswer]:
    """Take the draft's marks out of all cells of a row, as somebody would who edits them; kept in the row's history."""
    item = plan.items.get(pk=row)
    marked = [name for name in ITEM_TEXTS if DRAFT_MARK.search(getattr(item, name))]
    last = last_changes(plan, [row], marked)
    seen = {name: change.pk if (change := last.get((row, name))) else 0 for name in marked}
    writes = [CellWrite(row, name, without_marks(getattr(item, name)), seen[name]) for name in marked]
    return write_cells(plan, writes, by=by, at=at)


@transaction.atomic
def clear_part_marks(plan: SchoolPlan, section: Section, value: Any, *, base: str, by: Any, at: datetime) -> SchoolPlan:
    """Write a part without the draft's marks in `value`: what was typed, or what the plan holds; `base` as in writing.

    The history keeps each mark that went. PartChanged where somebody else has changed the part meanwhile.
    """
    return write_part(plan, section, _cleared(value), base=base, by=by, at=at, without=marks_in(value))


def _cleared(value: Any) -> Any:
    """The same without marks, and without the lines, bases and duties that held nothing else."""
    if isinstance(value, dict):
        return {key: _cleared(one) for key, one in value.items()}
    if isinstance(value, list):
        return [one for one in map(_cleared, value) if one and not (isinstance(one, dict) and one.get("text") == "")]
    return without_marks(value) if isinstance(value, str) else value
