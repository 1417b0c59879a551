"""Who fills a role that plans name: named from a day on, ended, taken back. No plan is changed by it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from caitien.vietnamese.fold import fold
from caitien_web.history.record import record
from caitien_web.schools.models import Person, RoleHolder
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal
from caitien_web.ui.vn import day


class CannotName(Refusal):
    """The person cannot be named for the role, or stop filling it, so."""


@transaction.atomic
def name_holder(
    unit: Unit,
    party: str,
    person: Person,
    *,
    since: date,
    by: Any,
    at: datetime,
    until: date | None = None,
    beside: bool = False,
) -> RoleHolder:
    """Who fills a role that plans name, from a day until before another, or the next holder's.

    The one before ends that day, and one who was named for the very same day is replaced; unless both are to fill it
    `beside` each other, as several people do whom a plan calls "Tổ trưởng chuyên môn".
    """
    party = " ".join(party.split())
    _must_fit(unit, party, person, since, until)
    held = RoleHolder.everywhere.filter(unit=unit, folded=fold(party))
    if beside:
        _must_be_new(held, person, since)
    else:
        held.filter(since=since).delete()
        held.filter(Q(until=None) | Q(until__gt=since), since__lt=since).update(until=since)
        following = held.filter(since__gt=since).order_by("since").values_list("since", flat=True).first()
        until = min(filter(None, (until, following)), default=None)
    holder = RoleHolder.everywhere.create(
        unit=unit, party=party, folded=fold(party), person=person, since=since, until=until
    )
    _told("schools.holder.named", holder, by=by, at=at, since=day(since))
    return holder


def _must_fit(unit: Unit, party: str, person: Person, since: date, until: date | None) -> None:
    if not party:
        raise CannotName("Chưa phân công được: ghi vai trò như trong kế hoạch.")
    if person.unit_id != unit.pk:
        raise CannotName(f"Chưa phân công được: {person} không thuộc {unit.name}.")
    if person.left_on and person.left_on <= since:
        raise CannotName(f"Chưa phân công được: {person} đã nghỉ từ {day(person.left_on)}.")
    if until and until <= since:
        raise CannotName(f"Chưa phân công được {person}: ngày kết thúc phải sau ngày {day(since)}.")


def _must_be_new(held: QuerySet[RoleHolder], person: Person, since: date) -> None:
    if held.filter(Q(until=None) | Q(until__gt=since), person=person).exists():
        raise CannotName(f"{person} đã được phân công vai trò này. Kết thúc phân công cũ trước.")


@transaction.atomic
def end_holder(holder: RoleHolder, *, on: date, by: Any, at: datetime) -> RoleHolder:
    """The person fills the role no longer from a day on; nobody is named in the place."""
    if holder.until and holder.until <= on:
        raise CannotName(f"{holder.person} đã thôi giữ vai trò này từ {day(holder.until)}.")
    if on <= holder.since:
        raise CannotName(
            f"Chưa kết thúc được phân công {holder.person}: ghi ngày sau {day(holder.since)}, "
            "hoặc bỏ hẳn phân công nếu đã ghi nhầm."
        )
    holder.until = on
    holder.save(update_fields=["until"])
    _told("schools.holder.ended", holder, by=by, at=at, on=day(on))
    return holder


@transaction.atomic
def take_back_holder(holder: RoleHolder, *, by: Any, at: datetime) -> None:
    """The naming was a mistake: as if it had not been, except in the history."""
    _told("schools.holder.taken_back", holder, by=by, at=at, since=day(holder.since))
    holder.delete()


def _told(action: str, holder: RoleHolder, *, by: Any, at: datetime, **told: str) -> None:
    name = holder.person.full_name
    record(action, unit=holder.unit, by=by, at=at, subject=holder, party=holder.party, name=name, **told)
