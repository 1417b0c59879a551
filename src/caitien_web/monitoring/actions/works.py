"""Laying the works of an issued plan: the periods of its items and the parties that carry them."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from caitien.vietnamese.fold import fold
from caitien_web.monitoring.models import OPEN_STATES, ItemParty, Part, Progress, Work, WorkState
from caitien_web.monitoring.occurrences import occurrences
from caitien_web.plans.models import PlanItem, SchoolPlan

ADJUSTED = "Kế hoạch đã điều chỉnh."


@transaction.atomic
def lay_works(plan: SchoolPlan) -> None:
    """Works and parties of all items, as the plan now says. Whoever was put in charge directly stays.

    Runs within the action that issues a plan or its adjustment, and again without harm: works keep their id and what
    was reported; periods that the plan no longer has go, unless something was reported in them: those, and the open
    works of items that an adjustment took out, are "adjusted" from then on.
    """
    items = list(plan.items.filter(removed_at=None).select_related("plan"))
    _lay_parties(items)
    gone = _lay_periods(items)
    given_up = Work.everywhere.filter(Q(pk__in=gone) | Q(item__removed_at__isnull=False), item__plan=plan)
    given_up.filter(state__in=OPEN_STATES).update(state=WorkState.ADJUSTED, reason=ADJUSTED)


def _lay_parties(items: Sequence[PlanItem]) -> None:
    ItemParty.everywhere.filter(item__in=items, person=None).delete()
    ItemParty.everywhere.bulk_create(
        ItemParty(item=item, party=party, folded=fold(party), part=part, place=place)
        for item in items
        for part, parties in ((Part.LEAD, item.owners), (Part.SUPPORT, item.supporting))
        for place, party in enumerate(parties)
    )


def _lay_periods(items: Sequence[PlanItem]) -> list[UUID]:
    """The periods as the plan has them; the keys of those that it has no longer, though something was reported."""
    known = {(work.item_id, work.number): work for work in Work.everywhere.filter(item__in=items)}
    wanted: dict[tuple[object, int], Work] = {}
    for item in items:
        for number, period in enumerate(occurrences(item), 1):
            work = known.get((item.pk, number)) or Work(item=item, number=number)
            work.label, work.starts_on, work.due_on = period.label, period.starts_on, period.due_on
            if work.state == WorkState.ADJUSTED:  # the plan has it again
                work.state, work.reason = WorkState.UNDER_WAY if work.percent else WorkState.NOT_STARTED, ""
            wanted[item.pk, number] = work
    new = [work for key, work in wanted.items() if key not in known]
    Work.everywhere.bulk_create(new)
    kept = [work for key, work in wanted.items() if key in known]
    Work.everywhere.bulk_update(kept, ["label", "starts_on", "due_on", "state", "reason"])
    gone = [work.pk for key, work in known.items() if key not in wanted]
    Work.everywhere.filter(pk__in=gone).exclude(pk__in=Progress.everywhere.values("work")).delete()
    return gone
