"""The last search for copied plans at a unit."""

from caitien_web.oversight.models import CopySearch
from caitien_web.tenancy.models import Unit


def last_copy_search(unit: Unit, year: int) -> CopySearch | None:
    """The newest search of the unit for a school year, done or not."""
    return CopySearch.objects.of(unit).filter(from_year=year).select_related("by").first()
