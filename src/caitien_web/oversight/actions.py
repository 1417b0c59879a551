"""What an authority does here: ask for a search for copied plans."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from caitien_web.history.record import record
from caitien_web.oversight.models import CopySearch, CopySearchState
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal


class CannotSearchCopies(Refusal):
    """The search cannot be started."""


@transaction.atomic
def search_copies(unit: Unit, year: int, *, by: Any, at: datetime) -> CopySearch:
    """Compare the plans of a school year below an authority, in the background."""
    from caitien_web.oversight.tasks import compare_plans

    if unit.is_school:
        raise CannotSearchCopies("Chỉ cơ quan quản lý mới so kế hoạch của các trường với nhau.")
    waiting = CopySearch.objects.of(unit).filter(from_year=year, state=CopySearchState.WAITING)
    if waiting.exists():
        raise CannotSearchCopies("Đang so kế hoạch của năm học này. Tải lại trang sau ít phút để xem kết quả.")
    search = CopySearch(unit=unit, from_year=year, by=by, at=at)
    search.save()
    record("oversight.copies.asked", unit=unit, by=by, at=at, subject=search, school_year=f"{year} - {year + 1}")
    transaction.on_commit(partial(compare_plans.enqueue, str(search.pk)))
    return search
