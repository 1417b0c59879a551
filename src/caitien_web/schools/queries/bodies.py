"""What the pages of councils, teams and boards ask: those that stand, drafts, past ones, and what is wrong."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Prefetch

from caitien.frameworks import Standard, framework_ids, load_framework
from caitien.vietnamese.fold import fold
from caitien_web.schools.actions.bodies import Member
from caitien_web.schools.composition import composition_faults
from caitien_web.schools.models import (
    Body,
    BodyKind,
    Decision,
    DecisionState,
    Membership,
    Person,
    Position,
    Role,
    RoleAssignment,
)
from caitien_web.tenancy.models import Unit

# Those who do the work that a monitoring team watches over.
ACTING = (BodyKind.SECRETARIAT, BodyKind.WORKING_GROUP)
GROUPS = (BodyKind.SECRETARIAT, BodyKind.WORKING_GROUP)


@dataclass(slots=True)
class Shown:
    """A body with its members, the groups below it, and what is wrong with it."""

    body: Body
    groups: list["Shown"] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def members(self) -> list[Membership]:
        return list(self.body.members.all())


@dataclass(slots=True)
class Organisation:
    """The bodies of a unit on a day by their state; `warnings` are about the whole."""

    standing: list[Shown] = field(default_factory=list)
    coming: list[Body] = field(default_factory=list)
    past: list[Body] = field(default_factory=list)
    drafts: list[Decision] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def organisation_of(unit: Unit, *, on: date) -> Organisation:
    """All bodies of a unit; three queries, whatever their number."""
    found = Organisation()
    bodies = [body for body in _bodies(unit).select_related("decision") if body.since]
    standing = [body for body in bodies if body.stands_on(on)]
    found.standing = in_order(standing, unit)
    found.coming = [body for body in bodies if body.since and body.since > on]
    found.past = sorted((body for body in bodies if body.until and body.until <= on), key=_ended, reverse=True)
    drafts = Decision.objects.of(unit).filter(state=DecisionState.DRAFT).prefetch_related("bodies")
    found.drafts = list(drafts)
    found.warnings = list(_warnings(standing))
    return found


def _bodies(unit: Unit) -> Any:
    members = Membership.objects.of(unit).select_related("person", "body")
    return Body.objects.of(unit).prefetch_related(Prefetch("members", members))


def _ended(body: Body) -> date:
    return body.until or date.min


def in_order(bodies: Iterable[Body], unit: Unit) -> list[Shown]:
    """Bodies in the order of their kinds, groups below their council; each with its faults."""
    order = list(BodyKind)
    shown = {
        body.pk: Shown(body, faults=faults_of(unit, body.kind, [one.position for one in body.members.all()]))
        for body in sorted(bodies, key=lambda body: (order.index(BodyKind(body.kind)), body.name))
    }
    for one in shown.values():
        if one.body.above_id in shown:
            shown[one.body.above_id].groups.append(one)
    return [one for one in shown.values() if one.body.above_id not in shown]


def faults_of(unit: Unit, kind: str, positions: Iterable[str]) -> list[str]:
    """What the edition in force asks of a body of this kind and it does not have."""
    return composition_faults(unit.edition, positions) if kind == BodyKind.COUNCIL else []


def _warnings(standing: list[Body]) -> Iterator[str]:
    """A council must be there, and a monitoring team of other people than those who act."""
    kinds = {body.kind for body in standing}
    if BodyKind.COUNCIL not in kinds:
        yield "Chưa có Hội đồng tự đánh giá đang hoạt động. Lập quyết định thành lập."
    watching = [body for body in standing if body.kind == BodyKind.MONITORING]
    if not watching:
        yield "Chưa có Tổ giám sát độc lập với người thực hiện kế hoạch. Lập quyết định thành lập Tổ giám sát."
        return
    for team in watching:
        yield from _not_independent(team, standing)


def _not_independent(team: Body, standing: list[Body]) -> Iterator[str]:
    acts = _acting(standing)
    both = [(one.name, acts[one.person_id]) for one in team.members.all() if one.person_id in acts]
    if both and len(both) == len(team.members.all()):
        yield f"Không ai của {team.name} độc lập với người thực hiện: cả {len(both)} người đều thuộc bộ phận thực hiện."
    elif both:
        told = "; ".join(f"{name} ({', '.join(bodies)})" for name, bodies in both)
        yield f"{team.name} chưa độc lập với người thực hiện: {told}."


def _acting(standing: list[Body]) -> dict[Any, list[str]]:
    """The people who act, with the bodies in which they do: groups, and the chair of the council."""
    found: dict[Any, list[str]] = defaultdict(list)
    for body in standing:
        for one in body.members.all():
            if one.person_id and (
                body.kind in ACTING or (body.kind == BodyKind.COUNCIL and one.position == Position.CHAIR)
            ):
                found[one.person_id].append(body.name)
    return found


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """A decision with its bodies in order; `hints` keep nobody from issuing it."""

    decision: Decision
    bodies: list[Shown]
    hints: list[str]

    @property
    def faults(self) -> list[str]:
        return [fault for one in self.bodies for fault in one.faults]


def decision_page(decision: Decision) -> DecisionPage:
    """All about one decision; `unit` must be loaded."""
    unit = decision.unit
    rows = list(_bodies(unit).filter(decision=decision).select_related("replaces__decision", "above"))
    return DecisionPage(decision, in_order(rows, unit), list(_hints(unit, rows)))


def _hints(unit: Unit, bodies: list[Body]) -> Iterator[str]:
    for body in bodies:
        if not body.members.all():
            yield f"{body.name} chưa có thành viên."
    groups = [body for body in bodies if body.kind == BodyKind.WORKING_GROUP]
    given = {number for body in groups for number in standards_of(body)}
    missing = [one.number for one in standards_for(unit) if one.number not in given]
    if groups and missing:
        yield f"Chưa giao cho nhóm công tác nào: tiêu chuẩn {', '.join(map(str, missing))}."


def standards_of(body: Body) -> list[int]:
    """The numbers of the standards given to a body."""
    return [int(text) for text in body.standards.replace(",", " ").split() if text.isdigit()]


def standards_for(unit: Unit) -> tuple[Standard, ...]:
    """The standards of the unit's edition, none where it has none."""
    return load_framework(unit.edition).standards if unit.edition in framework_ids() else ()


def replaceable(unit: Unit, *, on: date, kind: str = "") -> Any:
    """The bodies that a new one may replace: founded, not ended."""
    rows = Body.objects.of(unit).filter(until=None, since__isnull=False, since__lte=on).order_by("kind", "folded")
    return rows.filter(kind=kind) if kind else rows


def followed(body: Body) -> list[Body]:
    """The bodies before this one and those after it, in the order of time."""
    rows = Body.objects.of(body.unit).filter(kind=body.kind).exclude(since=None).select_related("decision")
    known = {one.pk: one for one in rows.order_by("since")}
    chain, one = {body.pk}, known.get(body.replaces_id)
    while one and one.pk not in chain:
        chain.add(one.pk)
        one = known.get(one.replaces_id)
    for later in known.values():
        if later.replaces_id in chain:
            chain.add(later.pk)
    return [one for one in known.values() if one.pk in chain]


def named_twice(names: Iterable[str]) -> list[str]:
    """The names that stand more than once in a list, however they are written."""
    seen: dict[str, int] = defaultdict(int)
    said: dict[str, str] = {}
    for name in names:
        seen[fold(name)] += 1
        said.setdefault(fold(name), name)
    return [said[key] for key, count in seen.items() if count > 1]


def with_members(body: Body, *, groups: bool = False) -> Any:
    """The body with its members and their people loaded; or the groups below it that it had till its end."""
    rows = _bodies(body.unit).select_related("decision")
    return rows.filter(above=body) if groups else rows.get(pk=body.pk)


def members_of(body: Body) -> list[Member]:
    """The members of a body as those of another to be; people who have left the school stay behind."""
    return [
        Member(one.person, one.outside_name, one.duty, one.position, one.task)
        for one in body.members.select_related("person")
        if one.person is None or one.person.left_on is None
    ]


def members_to_copy(unit: Unit, pk: Any) -> list[Member]:
    """The members of the body whose key was typed, those who left aside; none for a key that is no body's."""
    try:
        body = Body.objects.of(unit).filter(pk=pk or None).first()
    except (ValueError, ValidationError):
        return []
    return members_of(body) if body else []


def leader_of(unit: Unit, on: date) -> Person | None:
    """The head of the unit on a day."""
    held = RoleAssignment.on(on).filter(unit=unit, role=Role.HEAD).select_related("person").first()
    return held.person if held else None
