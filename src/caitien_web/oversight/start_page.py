"""An authority's block on its first page: how many schools have a plan, and where to look on."""

from datetime import date
from typing import Any

from caitien_web.oversight.queries.overview import overview_of
from caitien_web.schools.start import Block
from caitien_web.tenancy.models import Unit

STARTS_IN = 8  # the month in which plans of a school year are begun


def schools_now(unit: Unit, user: Any, on: date) -> dict[str, Any]:
    """The figures of the school year that runs on the day."""
    year = on.year if on.month >= STARTS_IN else on.year - 1
    return {"year": f"{year} - {year + 1}", "overview": overview_of(unit, year, on=on)}


BLOCKS = [Block("oversight/start_block.html", schools_now, "oversight.view", 50, "authority")]
