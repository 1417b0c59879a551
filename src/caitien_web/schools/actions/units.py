"""What happens to units, as people do it: each of `tenancy.actions`, checked and written into the history."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from caitien_web.history.record import changes, record
from caitien_web.tenancy.actions import NAMED, close_unit, found_unit, move_unit, rename_unit
from caitien_web.tenancy.models import Unit, UnitKind
from caitien_web.ui.refusal import Refusal
from caitien_web.ui.vn import day

RANK = {kind: place for place, kind in enumerate(UnitKind)}


class CannotChangeUnit(Refusal):
    """The unit cannot be founded or changed so."""


@transaction.atomic
def found_below(
    parent: Unit | None, name: str, *, kind: str, by: Any, at: datetime, since: date | None = None, **given: Any
) -> Unit:
    """A unit below another one (none: a root). `given`: level, edition, abbreviation, governing_body, place …"""
    if parent and RANK[UnitKind(kind)] <= RANK[UnitKind(parent.kind)]:
        raise CannotChangeUnit(f"{parent.name} không thể có đơn vị trực thuộc loại này. Chọn loại đơn vị khác.")
    if parent and parent.children.filter(name__iexact=name, closed_on=None).exists():
        raise CannotChangeUnit(f"{parent.name} đã có đơn vị tên “{name}”. Đặt tên khác, hoặc mở đơn vị đó.")
    unit = found_unit(name, kind=kind, parent=parent, since=since, **given)
    record("schools.unit.founded", unit=parent or unit, by=by, at=at, subject=unit, name=name)
    return unit


@transaction.atomic
def change_unit(unit: Unit, *, by: Any, at: datetime, **given: Any) -> Unit:
    """Particulars without a date: level, ownership, address, edition, website, opened_on."""
    changed = changes(unit, given)
    if changed:
        for field, value in given.items():
            setattr(unit, field, value)
        unit.save()
        record("schools.unit.changed", unit=unit, by=by, at=at, subject=unit, name=unit.name, changes=changed)
    return unit


@transaction.atomic
def rename(unit: Unit, *, since: date, by: Any, at: datetime, **names: str) -> Unit:
    """Other names from a day on: name, abbreviation, governing_body, place. Earlier documents keep the old ones."""
    changed = changes(unit, names)
    if not changed:
        raise CannotChangeUnit("Chưa có gì thay đổi: tên mới giống tên đang dùng.")
    last = unit.names.order_by("-since").first()
    if last and since < last.since:
        raise CannotChangeUnit(
            f"Tên đang dùng có hiệu lực từ ngày {day(last.since)}; tên mới phải từ ngày đó trở về sau."
        )
    before = unit.name
    rename_unit(unit, since=since, **{field: names[field] for field in NAMED if field in names})
    told = {"before": before, "name": unit.name, "since": day(since), "changes": changed}
    record("schools.unit.renamed", unit=unit, by=by, at=at, subject=unit, **told)
    return unit


@transaction.atomic
def move_below(unit: Unit, *, to: Unit, by: Any, at: datetime, on: date | None = None) -> Unit:
    """Under another authority from a day on, today at the latest; what stands below it goes along.

    Documents that named the old authority above the unit's name name the new one from that day on.
    """
    on, before = on or timezone.localdate(at), unit.parent
    _must_be_open(unit)
    _must_have_come(on, at)
    if before is not None and before.pk == to.pk:
        raise CannotChangeUnit(f"{unit.name} đang trực thuộc {to.name}. Chọn cơ quan quản lý khác.")
    if to.is_within(unit) or RANK[UnitKind(to.kind)] >= RANK[UnitKind(unit.kind)]:
        raise CannotChangeUnit(f"{unit.name} không thể trực thuộc {to.name}. Chọn cơ quan quản lý khác.")
    _must_be_open(to)
    move_unit(unit, to=to)
    _name_authority(unit, before, to, since=on)
    told = {"name": unit.name, "to": to.name, "on": day(on), "before": before.name if before else ""}
    record("schools.unit.moved", unit=unit, by=by, at=at, subject=unit, **told)
    return unit


@transaction.atomic
def merge_units(unit: Unit, *, into: Unit, on: date, by: Any, at: datetime) -> Unit:
    """The unit ends on a day and `into` goes on with it. Its plans and documents stay under their old name.

    What stood below it goes along, and names the new authority on documents from that day on.
    """
    _must_be_open(unit)
    if into.pk == unit.pk or into.kind != unit.kind or into.is_within(unit):
        raise CannotChangeUnit(f"{unit.name} không thể sáp nhập vào {into.name}. Chọn đơn vị cùng loại.")
    _must_be_open(into)
    below = list(unit.children.filter(closed_on=None))
    close_unit(unit, on=on, into=into)
    for child in below:
        _name_authority(child, unit, into, since=on)
    told = {"name": unit.name, "into": into.name, "on": day(on)}
    record("schools.unit.merged", unit=unit, by=by, at=at, subject=unit, **told)
    return unit


@transaction.atomic
def close_school(unit: Unit, *, on: date, by: Any, at: datetime) -> Unit:
    """The unit ends on a day; nothing of it is deleted."""
    _must_be_open(unit)
    if unit.children.filter(closed_on=None).exists():
        raise CannotChangeUnit(f"{unit.name} còn đơn vị trực thuộc đang hoạt động. Sáp nhập, hoặc chuyển chúng trước.")
    close_unit(unit, on=on)
    record("schools.unit.closed", unit=unit, by=by, at=at, subject=unit, name=unit.name, on=day(on))
    return unit


def _name_authority(unit: Unit, before: Unit | None, now: Unit, *, since: date) -> None:
    """The governing body on the unit's documents, where the old authority was named there."""
    if before is None or unit.governing_body != before.name:
        return
    last = unit.names.order_by("-since").first()
    unit.refresh_from_db()
    rename_unit(unit, since=max(since, last.since) if last else since, governing_body=now.name)


def _must_have_come(on: date, at: datetime) -> None:
    if on > timezone.localdate(at):
        raise CannotChangeUnit(f"Ngày {day(on)} chưa đến. Ghi việc này vào ngày có hiệu lực, hoặc sau đó.")


def _must_be_open(unit: Unit) -> None:
    if unit.closed_on:
        raise CannotChangeUnit(f"{unit.name} đã ngừng hoạt động từ ngày {day(unit.closed_on)}.")
