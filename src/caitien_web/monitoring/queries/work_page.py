"""What the page of one work shows."""

from dataclasses import dataclass
from datetime import date

from caitien_web.evidence.models import Evidence
from caitien_web.history.models import Entry
from caitien_web.history.queries import entries_about
from caitien_web.monitoring.models import (
    ENDED_STATES,
    ItemParty,
    MoneyEntry,
    Observation,
    Progress,
    Request,
    Work,
    WorkState,
)
from caitien_web.monitoring.queries.carriers import carriers_of, span_of
from caitien_web.monitoring.queries.confirming import Hands, hands_on
from caitien_web.monitoring.queries.evidence import evidence_of
from caitien_web.monitoring.queries.my_work import is_late
from caitien_web.plans.models import PlanItem
from caitien_web.schools.models import Person
from caitien_web.schools.queries.holders import Holders, Holding


@dataclass(frozen=True, slots=True)
class WorkPage:
    """The work, whom its parties mean today, reports and observations newest first, money and requests of its item."""

    work: Work
    parties: list[tuple[ItemParty, list[Holding]]]
    reports: list[Progress]
    observations: list[Observation]
    requests: list[Request]
    money: list[MoneyEntry]
    others: list[Work]
    evidence: list[Evidence]
    late: bool
    hands: Hands | None  # where the work waits to be confirmed
    confirmed: Entry | None  # where it is confirmed

    @property
    def takes_reports(self) -> bool:
        """Is it neither confirmed as done nor ended otherwise?"""
        return self.work.state not in (WorkState.CONFIRMED, *ENDED_STATES)

    @property
    def people(self) -> set[Person]:
        """All who carry the work out today."""
        return {one.person for _, holdings in self.parties for one in holdings}


def confirmation_of(work: Work) -> Entry | None:
    """Who confirmed the work that stands confirmed, and when. One query, none for any other."""
    if work.state != WorkState.CONFIRMED:
        return None
    told = entries_about(work, unit=work.item.plan.unit)
    return told.filter(action="monitoring.work.confirmed").first()


def work_page(work: Work, *, on: date) -> WorkPage:
    """All about one work: nine queries, ten where it is done; its item, plan and unit must be loaded."""
    item, unit = work.item, work.item.plan.unit
    tenures, named = span_of(work, on=on), list(item.parties.select_related("person"))
    parties = carriers_of(named, Holders(unit, on, tenures), on)
    observed = work.observations.exclude(at=None).select_related("round").order_by("-at")
    return WorkPage(
        work=work,
        parties=parties,
        reports=list(work.progress.select_related("by__person")),
        observations=list(observed),
        requests=list(item.requests.all()),
        money=list(item.money.all()),
        others=list(item.works.exclude(pk=work.pk).order_by("number")),
        evidence=evidence_of(item),
        late=is_late(work, on),
        hands=hands_on(work, on=on, tenures=tenures, parties=named) if work.state == WorkState.DONE else None,
        confirmed=confirmation_of(work),
    )


@dataclass(frozen=True, slots=True)
class ItemPeople:
    """The people of an item on a day: parties with whom they mean and why, all who were put in charge, its works."""

    item: PlanItem
    parties: list[ItemParty]
    carriers: list[tuple[ItemParty, list[Holding]]]
    charges: list[ItemParty]
    works: list[Work]


def item_people_page(item: PlanItem, *, on: date) -> ItemPeople:
    """Who carries an item; `plan.unit` must be loaded."""
    parties = list(item.parties.select_related("person"))
    charges = sorted((one for one in parties if one.person_id), key=lambda one: one.since or date.min, reverse=True)
    holders = Holders(item.plan.unit, on)
    return ItemPeople(item, parties, carriers_of(parties, holders, on), charges, list(item.works.order_by("number")))
