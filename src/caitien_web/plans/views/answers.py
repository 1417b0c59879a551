"""What the editor's script is told of cells, marks and people."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from caitien_web.plans.actions.cells import CellAnswer
from caitien_web.plans.models import CellChange, PlanItem, Presence, SchoolPlan
from caitien_web.plans.queries.columns import columns_of, form_of_plan
from caitien_web.plans.queries.findings import Mark, counts_of, words_for
from caitien_web.plans.queries.reading import understood
from caitien_web.plans.queries.table import shown_in

STATUS = {"saved": 200, "same": 200, "conflict": 409, "gone": 410}


def cell_told(plan: SchoolPlan, answer: CellAnswer) -> dict[str, Any]:
    """One cell after a write; of a conflict also whose text stands there, and since when."""
    told = {
        "row": str(answer.item),
        "field": answer.field,
        "state": answer.state,
        "version": answer.version,
        "value": answer.value,
    }
    if answer.row is not None and answer.state != "gone":
        told["shown"] = shown_in(plan, answer.row, answer.field)
        told["understood"] = understood(answer.row, answer.field)
    if answer.theirs is not None:
        told |= {"by": str(answer.theirs.by or "Hệ thống"), "at": timezone.localtime(answer.theirs.at).isoformat()}
    return told


def changes_told(plan: SchoolPlan, changes: Iterable[CellChange]) -> dict[str, Any]:
    """Cells that changed, each once in its last state, and whether rows came, went or moved."""
    fields = {column.field for column in columns_of(form_of_plan(plan))}
    cells = {
        (change.item_id, change.field): {
            "row": str(change.item_id),
            "field": change.field,
            "version": change.pk,
            "value": getattr(change.item, change.field),
            "shown": shown_in(plan, change.item, change.field),
            "by": str(change.by or "Hệ thống"),
        }
        for change in changes
        if change.field in fields and not change.item.removed_at
    }
    return {
        "cells": list(cells.values()),
        "rows": any(change.field in ("row", "criterion") for change in changes),
        "now": max((change.pk for change in changes), default=0),
    }


def people_told(present: Iterable[Presence]) -> list[dict[str, str]]:
    return [{"name": str(one.user), "row": one.row, "field": one.field} for one in present]


def marks_told(marks: list[Mark]) -> dict[str, Any]:
    """The marks of all cells, and the counts for the page's head."""
    counts = counts_of(marks)
    cells: dict[str, list[dict[str, str]]] = {}
    for mark in marks:
        if mark.item and not mark.set_aside:
            told = {"severity": mark.severity, "sign": mark.sign, "word": mark.word, "text": mark.finding.message}
            cells.setdefault(f"{mark.item.pk}/{mark.field}", []).append(told)
    return {"marks": cells, "counts": counts, "words": words_for(counts)}


def row_told(row: PlanItem) -> dict[str, str]:
    return {"row": str(row.pk)}
