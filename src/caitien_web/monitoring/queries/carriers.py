"""Who carries a work out, and which works a person carries."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

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


def parties_meaning(person: Person, unit: Unit, *, on: date) -> dict[str, list[str]]:
    """The folded party names of the unit's running plans that mean the person: {"lead": […], "support": […]}."""
    named = ItemParty.objects.of(unit).filter(item__plan__state__in=RUNNING, person=None)
    pairs = set(named.order_by().values_list("part", "party", "folded"))
    holders = Holders(unit, on)
    found: dict[str, list[str]] = {Part.LEAD: [], Part.SUPPORT: []}
    for part, party, folded in sorted(pairs):
        if person in holders.people(party):
            found[part].append(folded)
    return found


def works_of(
    person: Person, unit: Unit, *, on: date, parts: Iterable[str] = (Part.LEAD, Part.SUPPORT)
) -> QuerySet[Work]:
    """The works of the unit's running plans that a person carries on a day, in the order of their due days."""
    meaning = parties_meaning(person, unit, on=on)
    wanted = Q(pk__in=[])
    for part in parts:
        mine = ItemParty.objects.of(unit).filter(Q(folded__in=meaning[part], person=None) | Q(person=person), part=part)
        wanted |= Q(item__in=mine.values("item"))
    works = Work.objects.of(unit).filter(wanted, item__plan__state__in=RUNNING, item__removed_at=None)
    return works.select_related("item__plan")
