"""Councils, teams, boards and the decisions that found them."""

from typing import Any

from caitien_web.schools.models import DecisionState
from house.addresses import Address, the_school
from house.world import World
from web.bodies import a_council, a_decision, issued


def the_draft(world: World) -> dict[str, Any]:
    return the_school(world) | {"pk": a_decision(world.school).pk}


def the_issued(world: World) -> dict[str, Any]:
    decision = issued(a_council(world.school).decision)
    assert decision.state == DecisionState.ISSUED
    return the_school(world) | {"pk": decision.pk}


def the_drafted_body(world: World) -> dict[str, Any]:
    return the_school(world) | {"pk": a_council(world.school).pk}


def the_body(world: World) -> dict[str, Any]:
    body = a_council(world.school)
    issued(body.decision)
    return the_school(world) | {"pk": body.pk}


ADDRESSES = {
    "bodies": Address("bodies.view"),
    "decision_new": Address("bodies.manage"),
    "decision": Address("bodies.view", the_draft),
    "decision_edit": Address("bodies.manage", the_draft),
    "decision_delete": Address("bodies.manage", the_draft),
    "decision_issue": Address("bodies.manage", the_draft),
    "decision_file": Address("bodies.view", the_issued, answers=(404,)),
    "decision_attach": Address("bodies.manage", the_issued, post={}),
    "body_add": Address("bodies.manage", lambda world: the_draft(world) | {"kind": "council"}),
    "body_check": Address(
        "bodies.manage", lambda world: the_school(world) | {"kind": "council"}, post={}, names_nothing=True
    ),
    "body": Address("bodies.view", the_body),
    "body_edit": Address("bodies.manage", the_drafted_body),
    "body_remove": Address("bodies.manage", the_drafted_body),
    "body_end": Address("bodies.manage", the_body),
}
