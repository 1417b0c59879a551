"""What the pages ask of bodies and decisions."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from caitien_web.schools.composition import composition_faults
from caitien_web.schools.models import Body, BodyKind, Decision, Membership
from caitien_web.tenancy.models import Unit


@dataclass(frozen=True, slots=True)
class StandingBody:
    """A body with its members, and what the standards in force ask of it that it has not."""

    body: Body
    members: list[Membership]
    faults: list[str]


def bodies_of(unit: Unit, *, on: date) -> tuple[list[StandingBody], list[StandingBody]]:
    """The bodies that stand on a day, and those that have ended: three queries."""
    rows = _with_members(Body.objects.of(unit).exclude(since=None)).order_by("kind", "folded")
    shown = [_shown(body, unit) for body in rows]
    return [one for one in shown if one.body.stands_on(on)], [one for one in shown if not one.body.stands_on(on)]


def decisions_of(unit: Unit) -> QuerySet[Decision]:
    """The decisions of a unit with their bodies, drafts and the newest first."""
    return Decision.objects.of(unit).prefetch_related("bodies").order_by("state", "-signed_on", "-made_at")


def bodies_in(decision: Decision) -> list[StandingBody]:
    """The bodies of one decision."""
    rows = _with_members(Body.objects.of(decision.unit).filter(decision=decision)).order_by("id")
    return [_shown(body, decision.unit) for body in rows]


def _with_members(rows: QuerySet[Body]) -> QuerySet[Body]:
    members = Membership.everywhere.select_related("person").order_by("place", "id")
    return rows.select_related("decision", "replaces").prefetch_related(Prefetch("members", members))


def _shown(body: Body, unit: Unit) -> StandingBody:
    members = list(body.members.all())
    ruled = body.kind == BodyKind.COUNCIL
    faults = composition_faults(unit.edition, [member.position for member in members]) if ruled else []
    return StandingBody(body, members, faults)
