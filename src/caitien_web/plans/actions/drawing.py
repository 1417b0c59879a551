"""The printed pages of a Word file, drawn by LibreOffice in a process apart, to be held against what was read."""

import shutil
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from caitien.apart import Bounds, PagesDrawn, TookTooLong, draw_apart
from caitien.findings import CannotRead
from caitien.formats.office import NO_PAGES, find_soffice
from caitien_web.plans.actions.imports import held
from caitien_web.plans.models import Drawing, ImportState, PlanImport
from caitien_web.plans.pictures import folder_of, has_printed_pages
from caitien_web.plans.queries.imports import place_key
from caitien_web.tenancy.files import path_of

SECONDS = 240.0
TOO_LONG = "Vẽ các trang in của tệp này quá lâu nên đã dừng."
STALE = timedelta(minutes=15)  # from which a drawing that never ended is begun anew


def begin_drawing(imported: PlanImport, *, at: datetime) -> PlanImport:
    """Have the pages drawn by the worker, unless they are, are being, or could not be.

    Where this machine has no LibreOffice, the row says so, but only until the page is opened again.
    """
    from caitien_web.plans.tasks import draw_pages

    with transaction.atomic():
        row = held(imported)
        late = row.drawing == Drawing.UNDER_WAY and (row.seen_at is None or at - row.seen_at > STALE)
        if not has_printed_pages(row) or (row.drawing != Drawing.NOT_ASKED and not late):
            return row
        if find_soffice() is None:
            row.drawing, row.drawing_message = Drawing.FAILED, NO_PAGES
            return row
        row.drawing, row.seen_at = Drawing.UNDER_WAY, at
        row.save(update_fields=["drawing", "seen_at"])
        transaction.on_commit(lambda: draw_pages.enqueue(str(row.unit.pk), str(row.pk)))
    return row


def draw_import(imported: PlanImport) -> None:
    """Draw the pages and find the places of what was read on them; or keep the words that say why not."""
    folder = folder_of(imported)
    try:
        drawn = draw_apart(path_of(imported.stored), pictures=folder, bounds=Bounds(seconds=SECONDS))
    except CannotRead as refusal:
        message = TOO_LONG if isinstance(refusal, TookTooLong) else str(refusal)
        shutil.rmtree(folder, ignore_errors=True)
        _save(imported, Drawing.FAILED, message, None)
    else:
        _save(imported, Drawing.DONE, "", drawn)


@transaction.atomic
def _save(imported: PlanImport, drawing: Drawing, message: str, drawn: PagesDrawn | None) -> None:
    """Kept beside the corrections that were made meanwhile."""
    row = held(imported)
    if row.state != ImportState.READ:
        shutil.rmtree(folder_of(row), ignore_errors=True)
        return
    row.drawing, row.drawing_message = drawing, message
    if drawn:
        row.pictures = drawn.pictures
        row.positions = _with_pages(row.positions, drawn)
    row.save(update_fields=["drawing", "drawing_message", "pictures", "positions"])


def _with_pages(positions: dict[str, Any], drawn: PagesDrawn) -> dict[str, Any]:
    places = {place_key(there): here for there, here in drawn.places}
    return {
        path: place | {"drawn": places[place_key(place)]} if place_key(place) in places else place
        for path, place in positions.items()
    }
