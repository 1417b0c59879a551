"""Who may say that a work is done: the monitoring team but those who had a hand in it; where all had, the leaders."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from caitien_web.monitoring.models import Work
from caitien_web.monitoring.queries.carriers import all_carriers, span_of
from caitien_web.schools.models import Role
from caitien_web.schools.queries.tenures import ROLE, Tenures
from caitien_web.schools.rights import WRITERS


@dataclass(frozen=True, slots=True)
class Hands:
    """Who carries a work out or has done so, who is of the monitoring team on the day, who leads the school; keys of
    persons."""

    doers: frozenset[Any]
    team: frozenset[Any]
    leaders: frozenset[Any]

    @property
    def outside(self) -> frozenset[Any]:
        """Those of the team who had no hand in the work."""
        return self.team - self.doers

    @property
    def confirmers(self) -> frozenset[Any]:
        """A work of the whole team, or of all the staff, is confirmed by a leader, who answers for it by name."""
        return self.outside or self.leaders


def hands_on(work: Work, *, on: date, tenures: Tenures | None = None, parties: Collection[Any] | None = None) -> Hands:
    """The hands that were in a work until a day; three queries, none where the tenures and parties are known."""
    tenures = tenures or span_of(work, on=on)
    parties = list(work.item.parties.select_related("person")) if parties is None else parties
    return Hands(
        frozenset(person.pk for person in all_carriers(parties, tenures)),
        _with_roles(tenures, {Role.MONITOR}, on),
        _with_roles(tenures, WRITERS, on),
    )


def _with_roles(tenures: Tenures, roles: Collection[Role], on: date) -> frozenset[Any]:
    return frozenset(tie.person for tie in tenures.ties if tie.what == ROLE and tie.key in roles and tie.holds_on(on))
