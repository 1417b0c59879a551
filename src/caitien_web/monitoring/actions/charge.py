"""Putting a person in charge of an item directly, in the running year; the text of the plan stays as it is."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from caitien.vietnamese.fold import fold
from caitien_web.history.record import record
from caitien_web.monitoring.models import ItemParty, Part
from caitien_web.monitoring.queries.carriers import RUNNING
from caitien_web.plans.models import PlanItem
from caitien_web.schools.models import Person
from caitien_web.ui.refusal import Refusal
from caitien_web.ui.vn import day


class CannotCharge(Refusal):
    """The person cannot be put in charge, or released, so."""


@transaction.atomic
def put_in_charge(
    item: PlanItem, person: Person, part: str, *, since: date, by: Any, at: datetime, instead_of: str = ""
) -> ItemParty:
    """The person leads or helps with the item from a day on.

    `instead_of`: the party of the plan for which the person stands in; whoever did so before stops that day. Without
    it the person carries the item beside those whom the plan names.
    """
    _must_fit(item, person, part, since)
    charges = ItemParty.everywhere.filter(item=item, part=part).exclude(person=None)
    if instead_of:
        _must_be_named(item, part, instead_of)
        same = charges.filter(folded=fold(instead_of))
        same.filter(since__gte=since).delete()
        same.filter(Q(until=None) | Q(until__gt=since)).update(until=since)
    if charges.filter(Q(until=None) | Q(until__gt=since), person=person).exists():
        raise CannotCharge(f"{person} đã được giao {Part(part).label.lower()} mục này.")
    given = ItemParty.everywhere.create(
        item=item, person=person, part=part, party=instead_of, folded=fold(instead_of), since=since
    )
    instead = f", thay {instead_of}" if instead_of else ""
    _told("monitoring.charge.given", given, by=by, at=at, since=day(since), instead=instead)
    return given


def _must_fit(item: PlanItem, person: Person, part: str, since: date) -> None:
    if item.plan.state not in RUNNING:
        raise CannotCharge("Chưa giao được: kế hoạch chưa ban hành hoặc đã kết thúc.")
    if part not in Part.values:
        raise CannotCharge("Chưa giao được: chọn chủ trì hoặc phối hợp.")
    if person.unit_id != item.plan.unit_id:
        raise CannotCharge(f"Chưa giao được: {person} không thuộc trường này.")
    if person.left_on and person.left_on <= since:
        raise CannotCharge(f"Chưa giao được: {person} đã nghỉ từ {day(person.left_on)}.")


def _must_be_named(item: PlanItem, part: str, party: str) -> None:
    if not ItemParty.everywhere.filter(item=item, part=part, folded=fold(party), person=None).exists():
        raise CannotCharge(f"Chưa giao được: mục này không ghi “{party}”. Chọn một vai trò của mục.")


@transaction.atomic
def end_charge(charge: ItemParty, *, on: date, by: Any, at: datetime) -> None:
    """The person carries the item no longer from a day on. One who has not begun by then never did."""
    if charge.until and charge.until <= on:
        raise CannotCharge(f"{charge.person} đã thôi làm việc này từ {day(charge.until)}.")
    if charge.since and on <= charge.since:
        _told("monitoring.charge.taken_back", charge, by=by, at=at, since=day(charge.since))
        charge.delete()
        return
    charge.until = on
    charge.save(update_fields=["until"])
    _told("monitoring.charge.ended", charge, by=by, at=at, on=day(on))


def _told(action: str, charge: ItemParty, *, by: Any, at: datetime, **told: str) -> None:
    item, name = charge.item, charge.person.full_name if charge.person else ""
    told |= {"item": str(item), "name": name, "part": Part(charge.part).label.lower(), "person": str(charge.person_id)}
    record(action, unit=item.plan.unit, by=by, at=at, subject=item, **told)
