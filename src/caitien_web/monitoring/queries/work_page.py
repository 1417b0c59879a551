"""What the page of one work shows."""

from dataclasses import dataclass
from datetime import date

from caitien_web.evidence.models import Evidence
from caitien_web.monitoring.models import MoneyEntry, Observation, Progress, Request, Work
from caitien_web.monitoring.queries.evidence import evidence_of
from caitien_web.monitoring.queries.my_work import is_late
from caitien_web.schools.models import Person
from caitien_web.schools.queries.holders import Holders


@dataclass(frozen=True, slots=True)
class WorkPage:
    """The work, whom its parties mean today, its reports newest first, what was asked, paid and observed."""

    work: Work
    parties: list[tuple[str, str, list[Person]]]
    reports: list[Progress]
    requests: list[Request]
    money: list[MoneyEntry]
    observations: list[Observation]
    others: list[Work]
    evidence: list[Evidence]
    late: bool


def work_page(work: Work, *, on: date) -> WorkPage:
    """All about one work; its item and plan must be loaded."""
    item = work.item
    holders = Holders(item.plan.unit, on)
    parties = [
        (one.get_part_display(), one.party, [one.person] if one.person else holders.people(one.party))
        for one in item.parties.select_related("person")
    ]
    observed = work.observations.exclude(at=None).select_related("round", "by__person", "follow_up").order_by("-at")
    return WorkPage(
        work=work,
        parties=parties,
        reports=list(work.progress.select_related("by__person")),
        requests=list(item.requests.all()),
        money=list(item.money.all()),
        observations=list(observed),
        others=list(item.works.exclude(pk=work.pk).order_by("number")),
        evidence=evidence_of(item),
        late=is_late(work, on),
    )
