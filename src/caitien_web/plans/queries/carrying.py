"""Which rows of a plan go on into the next one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from caitien.layouts.convert.items import is_finished
from caitien_web.plans.convert import to_item
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.plans.queries.plans import items_of


@dataclass(frozen=True, slots=True)
class Ending:
    """How a row ended at the year's end, in words; `is_over`: nothing of it is left for the next plan."""

    words: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class ToCarry:
    """A row, whether it goes on unless somebody decides otherwise, and what is known of it, in words."""

    row: PlanItem
    goes_on: bool
    words: str


Endings = Callable[[SchoolPlan], Mapping[UUID, Ending]]
_known: list[Endings] = []


def know_endings(endings: Endings) -> None:
    """Have an app above say how the rows of a plan ended; one query, and nothing of rows that have not ended."""
    _known.append(endings)


def items_to_carry(plan: SchoolPlan) -> list[ToCarry]:
    """The rows of a plan in order. What nobody knows the end of goes on, unless its cell of progress calls it done."""
    known: dict[UUID, Ending] = {}
    for endings in _known:
        known |= endings(plan)
    return [_judged(row, known.get(row.pk)) for row in items_of(plan)]


def _judged(row: PlanItem, ending: Ending | None) -> ToCarry:
    if ending is None:
        return ToCarry(row, not is_finished(to_item(row)), row.progress)
    return ToCarry(row, not ending.is_over, ending.words)
