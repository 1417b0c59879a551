"""Aims of the development strategy: noting, correcting, giving up, and which items serve them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from caitien_web.history.record import record
from caitien_web.plans.models import PlanItem, StrategyAim
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal


class CannotAim(Refusal):
    """The aim cannot be kept so."""


@transaction.atomic
def note_aim(unit: Unit, *, by: Any, at: datetime, aim: StrategyAim | None = None, **given: Any) -> StrategyAim:
    """Note an aim, or correct one. `given`: from_year, to_year, text, number, document."""
    if given["to_year"] <= given["from_year"]:
        raise CannotAim("Chưa lưu được: năm kết thúc của chiến lược phải sau năm bắt đầu.")
    noted = aim or StrategyAim(unit=unit)
    for name, value in given.items():
        setattr(noted, name, value)
    noted.save()
    _tell("corrected" if aim else "noted", noted, by=by, at=at)
    return noted


@transaction.atomic
def give_up_aim(aim: StrategyAim, *, because: str, by: Any, at: datetime) -> StrategyAim:
    """The school no longer follows the aim; an empty reason takes that back."""
    aim.given_up_because = because.strip()
    aim.save()
    _tell("given_up" if aim.given_up_because else "taken_up", aim, by=by, at=at, reason=aim.given_up_because)
    return aim


@transaction.atomic
def serve_aim(
    aim: StrategyAim, offered: Iterable[PlanItem], chosen: Iterable[PlanItem], *, by: Any, at: datetime
) -> None:
    """Of the items `offered`, just those `chosen` serve the aim; links of other plans' items stay."""
    aim.items.remove(*offered)
    aim.items.add(*(chosen := list(chosen)))
    _tell("served", aim, by=by, at=at, count=len(chosen))


def _tell(action: str, aim: StrategyAim, *, by: Any, at: datetime, **told: Any) -> None:
    record(f"plans.aim.{action}", unit=aim.unit, by=by, at=at, subject=aim, aim=str(aim), **told)
