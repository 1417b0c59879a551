"""What waits for the person, on the first page of a school."""

from datetime import date
from typing import Any

from caitien_web.monitoring.queries.my_work import my_work
from caitien_web.schools.start import Block
from caitien_web.tenancy.models import Unit

SHOWN = 5


def waits_for_me(unit: Unit, user: Any, on: date) -> dict[str, Any] | None:
    """The most urgent works of the person; nothing where there are none."""
    mine = my_work(user.person, unit, on=on)
    urgent = [*mine.late, *mine.due, *mine.running]
    return {"works": urgent[:SHOWN], "count": len(urgent), "late": len(mine.late), "on": on} if urgent else None


BLOCKS = [Block("monitoring/start_block.html", waits_for_me, "work.report", 10, "school")]
