"""Work, rounds, reviews, papers."""

from typing import Any

from caitien_web.monitoring.actions.requests import ask_authority
from caitien_web.monitoring.models import Work
from house.addresses import Address, the_school
from house.world import World
from web.builders import NOW
from web.monitoring.builders import a_running_plan


def a_work(world: World) -> Work:
    a_running_plan(world.school)
    return Work.objects.of(world.school).select_related("item__plan__unit")[0]


def the_work(world: World) -> dict[str, Any]:
    return the_school(world) | {"pk": a_work(world).pk}


def the_item(world: World) -> dict[str, Any]:
    return the_school(world) | {"item": a_work(world).item_id}


def the_period(world: World) -> dict[str, Any]:
    return the_school(world) | {"period": a_running_plan(world.school).slug}


def a_request(world: World) -> dict[str, Any]:
    asked = ask_authority(a_work(world).item, addressee="UBND xã", subject="Cấp đất.", by=None, at=NOW)
    return the_school(world) | {"pk": asked.pk}


ADDRESSES = {
    "my-work": Address("work.report"),
    "work": Address("work.view", the_work),
    # the right is held by everybody at the school; who does not carry the work out gets 403 all the same
    "work-report": Address("work.report", the_work, post={}, answers=(403,)),
    "work-drop": Address("work.assign", the_work),
    "plan-progress": Address("work.view", the_period),
    "request-new": Address("work.assign", the_item),
    "request-answer": Address("work.assign", a_request),
    "money-new": Address("money.write", the_item),
}
