"""The editor of plans: the table and its cells, rows, findings."""

from typing import Any

from house.addresses import Address
from house.addresses.plan_states import the_issued
from house.world import World
from web.builders import a_plan


def the_plan(world: World) -> dict[str, Any]:
    """The school's draft."""
    return {"unit": world.school.slug, "period": a_plan(world.school).slug}


def a_row(world: World) -> dict[str, Any]:
    """A row of the school's draft."""
    plan = a_plan(world.school)
    return {"unit": world.school.slug, "period": plan.slug, "row": plan.items.order_by("place")[1].pk}


def a_cell(world: World) -> dict[str, Any]:
    return a_row(world) | {"field": "solution"}


def an_entry(world: World) -> dict[str, Any]:
    """A finding that was set aside."""
    plan = a_plan(world.school)
    entry = plan.set_aside.create(code="I01", reason="Đã thống nhất.", at=plan.made_at)
    return {"unit": world.school.slug, "period": plan.slug, "entry": entry.pk}


ADDRESSES = {
    "plan-body": Address("plan.view", the_plan),
    "plan-cells": Address("plan.write", the_plan, post={}),
    "plan-changes": Address("plan.view", the_plan),
    "plan-row-add": Address("plan.write", the_plan, post={}),
    "plan-rows-removed": Address("plan.view", the_plan),
    "plan-row": Address("plan.view", a_row),
    "plan-cell": Address("plan.write", a_cell, post={}),
    "plan-row-move": Address("plan.write", a_row, post={}),
    "plan-row-split": Address("plan.write", a_row, post={}),
    "plan-row-remove": Address("plan.write", a_row, post={}),
    "plan-row-restore": Address("plan.write", a_row, post={}),
    "plan-row-clear-marks": Address("plan.write", a_row, post={}),
    "plan-row-panel": Address("plan.view", a_row),
    "plan-row-history": Address("plan.view", a_row),
    "plan-parts": Address("plan.view", the_plan),
    "plan-part": Address("plan.write", lambda world: the_plan(world) | {"key": "purposes"}, post={}),
    "plan-part-clear-marks": Address("plan.write", lambda world: the_plan(world) | {"key": "purposes"}, post={}),
    "plan-preview": Address("plan.view", the_plan),
    "plan-findings": Address("plan.check", the_issued),
    "plan-set-aside": Address("plan.write", the_plan, post={}),
    "plan-take-up": Address("plan.write", an_entry, post={}),
}
