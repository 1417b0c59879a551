"""Who carries a work out, and which works a person carries."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from caitien_web.monitoring.models import ItemParty, Part, Work
from caitien_web.plans.models import PlanState
from caitien_web.schools.models import Person
from caitien_web.schools.queries.holders import Holders
from caitien_web.tenancy.models import Unit

RUNNING = (PlanState.ISSUED, PlanState.UNDER_WAY, PlanState.ADJUSTED)


def carries_out(person: Person | None, work: Work, *, on: date) -> bool:
    """Does the person lead the work or help in it on a day?"""
    if person is None:
        return False
    parties = list(work.item.parties.all())
    holders = Holders(work.item.plan.unit, on)
    return any(party.person_id == person.pk or person in holders.people(party.party) for party in parties)


def items_of(person: Person, unit: Unit, *, on: date) -> dict[UUID, Part]:
    """The items of the unit's running plans that a person carries on a day, each with the part: three queries."""
    rows = ItemParty.objects.of(unit).filter(item__plan__state__in=RUNNING, item__removed_at=None).order_by()
    named = list(rows.values_list("item_id", "part", "party", "person_id"))
    holders = Holders(unit, on)
    mine = {party for party in {party for _, _, party, _ in named} if person in holders.people(party)}
    found: dict[UUID, Part] = {}
    for item, part, party, chosen in named:
        if (chosen == person.pk if chosen else party in mine) and found.get(item) != Part.LEAD:
            found[item] = Part(part)
    return found


def works_of_items(items: Iterable[UUID], unit: Unit) -> QuerySet[Work]:
    """The works of items, in the order of their due days."""
    return Work.objects.of(unit).filter(item__in=list(items)).select_related("item__plan")


def works_of(person: Person, unit: Unit, *, on: date) -> QuerySet[Work]:
    """The works that a person carries on a day, as lead or in support."""
    return works_of_items(items_of(person, unit, on=on), unit)
