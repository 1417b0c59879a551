"""Who looks over which schools."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied

from caitien_web.plans.access import searches_drafts, searches_here
from caitien_web.schools.access import enter
from caitien_web.tenancy.models import Unit

NEW_YEAR = 7  # from July on, the school year that begins in autumn is looked at


def enter_authority(request: Any, unit: str) -> Unit:
    """The authority of an address, for those who may look over its schools."""
    return enter(request, unit, "oversight.view")


def enter_statistics(request: Any, unit: str) -> tuple[Unit, bool]:
    """The unit of an address for those who may see its plans, and whether drafts count, too."""
    entered = enter(request, unit, "plan.view_issued")
    if not searches_here(request.user, entered):
        raise PermissionDenied("Vai trò của anh/chị chưa được xem kế hoạch của các trường trực thuộc.")
    return entered, searches_drafts(request.user, entered)


def school_year(on: date) -> int:
    """The year in which the school year of a day began."""
    return on.year if on.month >= NEW_YEAR else on.year - 1
