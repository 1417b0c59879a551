"""The school's strategy with what serves it, and what does not yet."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q
from django.http import Http404

from caitien_web.plans.days import last_year_open
from caitien_web.plans.in_force import show_in_force
from caitien_web.plans.models import PlanItem, StrategyAim
from caitien_web.tenancy.models import Unit


@dataclass(frozen=True, slots=True)
class Followed:
    """An aim with the items of all plans that serve it, the newest plan first."""

    aim: StrategyAim
    items: tuple[PlanItem, ...]
    running: bool

    @property
    def unserved(self) -> bool:
        """Does it run without any item of a plan whose period has not ended?"""
        return self.running and not self.aim.given_up_because and not any(one.serves_now for one in self.items)  # type: ignore[attr-defined]


def strategy_of(unit: Unit, *, on: date) -> list[Followed]:
    """All aims, the latest strategy first, with items as they are in force. Three queries, whatever their number."""
    serving = PlanItem.objects.of(unit).filter(removed_at=None).select_related("plan")
    serving = serving.defer("plan__parts", "plan__closing")
    serving = serving.order_by("-plan__from_year", "place")
    aims = list(StrategyAim.objects.of(unit).prefetch_related(Prefetch("items", serving, to_attr="serving")))
    in_force = {item.pk for item in show_in_force(item for aim in aims for item in aim.serving)}
    return [_followed(unit, aim, [item for item in aim.serving if item.pk in in_force], on) for aim in aims]


def _followed(unit: Unit, aim: StrategyAim, items: list[PlanItem], on: date) -> Followed:
    for item in items:
        item.plan.unit = unit
        item.serves_now = item.plan.to_year >= last_year_open(on)  # type: ignore[attr-defined]
    return Followed(aim, tuple(items), aim.from_year <= on.year <= aim.to_year)


def get_aim(unit: Unit, key: object) -> StrategyAim:
    """An aim of the unit, 404 where there is none."""
    found = StrategyAim.objects.of(unit).filter(pk=key).first()
    if found is None:
        raise Http404("Không có mục tiêu này.")
    found.unit = unit
    return found


def items_for(aim: StrategyAim, *, on: date) -> list[PlanItem]:
    """The items that may serve the aim now: those of plans whose period has not ended. One query."""
    now = Q(plan__to_year__gte=last_year_open(on))
    found = PlanItem.objects.of(aim.unit).filter(now, removed_at=None).select_related("plan")
    return list(found.order_by("-plan__from_year", "plan", "place"))
