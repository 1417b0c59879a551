"""The plan's block on the first page of a school: where it stands, and the one step that this person takes next.

Where no plan covers the year: the files on their way in, and the plan that a new one can go on from.
"""

from datetime import date
from typing import Any

from caitien_web.plans.days import last_year_open
from caitien_web.plans.queries.imports import imports_open
from caitien_web.plans.queries.next_steps import offer_for
from caitien_web.plans.queries.plans import plans_of
from caitien_web.schools.access import rights_at
from caitien_web.schools.start import Block
from caitien_web.tenancy.models import Unit


def plans_now(unit: Unit, user: Any, on: date) -> dict[str, Any]:
    """Plans whose period has not ended, each with its next step; none: how to begin. One query, two without."""
    rights = rights_at(user, unit)
    plans = plans_of(unit, rights=rights)
    now = [plan for plan in plans if plan.to_year >= last_year_open(on)]
    shown: dict[str, Any] = {"plans": [(plan, offer_for(plan, rights)) for plan in now]}
    if "plan.write" in rights and not now:
        shown |= {"imports": imports_open(unit), "previous": next((plan for plan in plans if plan.item_count), None)}
    return shown


BLOCKS = [Block("plans/start_block.html", plans_now, "plan.view_issued", 20, "school")]
