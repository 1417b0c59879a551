"""The draft's marks are settled: what they stood beside stays, they go."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from caitien.blocks.marks import DRAFT_MARK, without_marks
from caitien_web.plans.actions.cells import CellAnswer, CellWrite, write_cells
from caitien_web.plans.models import ITEM_TEXTS, SchoolPlan
from caitien_web.plans.queries.cells import last_changes


@transaction.atomic
def clear_marks(plan: SchoolPlan, row: UUID, *, by: Any, at: datetime) -> list[CellAnswer]:
    """Take the draft's marks out of all cells of a row, as somebody would who edits them; kept in the row's history."""
    item = plan.items.get(pk=row)
    marked = [name for name in ITEM_TEXTS if DRAFT_MARK.search(getattr(item, name))]
    last = last_changes(plan, [row], marked)
    seen = {name: change.pk if (change := last.get((row, name))) else 0 for name in marked}
    writes = [CellWrite(row, name, without_marks(getattr(item, name)), seen[name]) for name in marked]
    return write_cells(plan, writes, by=by, at=at)
