"""Councils, groups and teams: drafted with their members, founded by a decision, replaced by a later one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from caitien.vietnamese.fold import fold
from caitien_web.history.record import record
from caitien_web.schools.composition import composition_faults
from caitien_web.schools.models import (
    Body,
    BodyKind,
    Decision,
    DecisionState,
    Membership,
    Person,
    Position,
)
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal
from caitien_web.ui.vn import day


class CannotFound(Refusal):
    """The body or its decision cannot be made."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member to be: a person of the school, or a name from outside."""

    person: Person | None = None
    outside_name: str = ""
    duty: str = ""
    position: str = Position.MEMBER
    task: str = ""


@transaction.atomic
def draft_decision(unit: Unit, *, subject: str, by: Any, at: datetime) -> Decision:
    """A decision without number yet, to which bodies are added until it is issued."""
    decision = Decision.everywhere.create(unit=unit, subject=subject, made_at=at)
    record("schools.decision.drafted", unit=unit, by=by, at=at, subject=decision, about=subject)
    return decision


@transaction.atomic
def draft_body(
    decision: Decision,
    kind: str,
    name: str,
    members: Iterable[Member],
    *,
    by: Any,
    at: datetime,
    above: Body | None = None,
    replaces: Body | None = None,
    standards: str = "",
) -> Body:
    """A body of a draft decision; `replaces`: the one that ends on the day when this one is founded."""
    must_be_draft(decision)
    body = Body.everywhere.create(
        unit=decision.unit,
        kind=kind,
        name=name,
        folded=fold(name),
        decision=decision,
        above=above,
        replaces=replaces,
        standards=standards,
    )
    _set_members(body, list(members))
    record("schools.body.drafted", unit=body.unit, by=by, at=at, subject=body, name=name)
    return body


@transaction.atomic
def change_members(body: Body, members: Iterable[Member], *, by: Any, at: datetime) -> None:
    """Other members of a body that is not founded yet; a founded one is replaced by a new decision."""
    if body.decision:
        must_be_draft(body.decision)
    body.members.all().delete()
    _set_members(body, list(members))
    record("schools.body.changed", unit=body.unit, by=by, at=at, subject=body, name=body.name)


@transaction.atomic
def change_body(body: Body, members: Iterable[Member], *, by: Any, at: datetime, **given: Any) -> Body:
    """Another name, place below a council, standards, predecessor and other members, while its decision is a draft."""
    for field, value in given.items():
        setattr(body, field, value)
    body.folded = fold(body.name)
    body.save()
    change_members(body, members, by=by, at=at)
    return body


@transaction.atomic
def remove_body(body: Body, *, by: Any, at: datetime) -> None:
    """Take a body, and the groups below it, out of a draft decision."""
    if body.decision is None or body.since:
        raise CannotFound(f"Chưa bỏ được {body.name}: bộ phận này đã được thành lập. Ghi ngày kết thúc thay vì bỏ.")
    must_be_draft(body.decision)
    record("schools.body.removed", unit=body.unit, by=by, at=at, subject=body, name=body.name)
    body.groups.filter(decision=body.decision).delete()
    body.groups.update(above=None)
    body.delete()


@transaction.atomic
def end_body(body: Body, *, on: date, by: Any, at: datetime) -> Body:
    """A body ends on a day without another in its place, and the groups below it with it."""
    if not body.since or body.until:
        raise CannotFound(f"Chưa kết thúc được {body.name}: bộ phận này chưa thành lập hoặc đã kết thúc.")
    if on <= body.since:
        raise CannotFound(f"Chưa kết thúc được {body.name}: ghi ngày sau ngày thành lập {day(body.since)}.")
    _end(body, on)
    record("schools.body.ended", unit=body.unit, by=by, at=at, subject=body, name=body.name, on=day(on))
    return body


def _set_members(body: Body, members: Sequence[Member]) -> None:
    people = [member.person for member in members if member.person]
    if len(set(people)) < len(people):
        raise CannotFound(f"Chưa lưu được {body.name}: có người được ghi hai lần. Xóa bớt một dòng.")
    if any(person.unit_id != body.unit_id for person in people):
        raise CannotFound(f"Chưa lưu được {body.name}: có người không thuộc trường này.")
    Membership.everywhere.bulk_create(
        Membership(
            body=body,
            person=member.person,
            outside_name=member.outside_name,
            duty=member.duty or (member.person.duty if member.person else ""),
            position=member.position,
            task=member.task,
            place=place,
        )
        for place, member in enumerate(members)
    )


def faults_of(body: Body) -> list[str]:
    """What the standards in force ask of this body and it does not have; only councils are ruled."""
    if body.kind != BodyKind.COUNCIL:
        return []
    return composition_faults(body.unit.edition, body.members.values_list("position", flat=True))


@transaction.atomic
def issue_decision(
    decision: Decision,
    *,
    number: str,
    signed_on: date,
    signatory_title: str,
    signatory_name: str,
    by: Any,
    at: datetime,
    since: date | None = None,
) -> Decision:
    """Sign the decision: its bodies stand from `since` (else the day of signing), those they replace end that day.

    Refused while a council is made up against the rules of the edition in force.
    """
    must_be_draft(decision)
    bodies = list(decision.bodies.select_related("unit", "replaces"))
    if not bodies:
        raise CannotFound("Chưa ban hành được quyết định: chưa có hội đồng, tổ, ban nào. Thêm ít nhất một.")
    if not number.strip():
        raise CannotFound("Chưa ban hành được quyết định: chưa ghi số, ký hiệu.")
    if faults := [fault for body in bodies for fault in faults_of(body)]:
        raise CannotFound("Chưa ban hành được quyết định. " + " ".join(faults))
    _must_be_free(decision, number.strip(), signed_on)
    begins = since or signed_on
    for body in bodies:
        _must_replace(body, begins)
        body.since = begins
        body.save(update_fields=["since"])
        _end(body.replaces, begins)
    decision.number, decision.signed_on, decision.state = number.strip(), signed_on, DecisionState.ISSUED
    decision.signatory_title, decision.signatory_name = signatory_title, signatory_name
    decision.save()
    record(
        "schools.decision.issued",
        unit=decision.unit,
        by=by,
        at=at,
        subject=decision,
        number=number,
        about=decision.subject,
        signed_on=signed_on.isoformat(),
    )
    return decision


def _must_be_free(decision: Decision, number: str, signed_on: date) -> None:
    same = Decision.objects.of(decision.unit).filter(number=number, signed_on__year=signed_on.year)
    if same.exists():
        raise CannotFound(
            f"Chưa ban hành được quyết định: số {number} đã dùng trong năm {signed_on.year}. Ghi số tiếp theo."
        )


def _must_replace(body: Body, begins: date) -> None:
    """What it replaces must still stand, and have begun before."""
    old = body.replaces
    if old and (old.until or not old.since):
        raise CannotFound(f"Chưa ban hành được quyết định: {old.name} không còn hoạt động. Sửa mục “Thay cho”.")
    if old and old.since and old.since >= begins:
        raise CannotFound(
            f"Chưa ban hành được quyết định: {old.name} hoạt động từ {day(old.since)}. Ghi ngày hiệu lực sau ngày đó."
        )


def _end(body: Body | None, on: date) -> None:
    """End a body and the groups below it, where they still stand."""
    if body is None:
        return
    for ended in (body, *body.groups.all()):
        if ended.until is None and ended.since and ended.since < on:
            ended.until = on
            ended.save(update_fields=["until"])


def must_be_draft(decision: Decision) -> None:
    """Refuse where the decision is issued: what was signed is not changed."""
    if decision.state != DecisionState.DRAFT:
        raise CannotFound(
            f"Quyết định số {decision.number} đã ban hành, không sửa được. Lập quyết định kiện toàn để thay thế."
        )
