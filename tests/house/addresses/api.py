"""The API, its documentation, one's keys."""

from typing import Any

from house.addresses import OPEN, SIGNED_IN, TOKEN, Address, nothing
from house.world import World


def one_of(world: World) -> dict[str, Any]:
    return {"unit": world.school.slug, "period": "2026-2027"}


def the_unit(world: World) -> dict[str, Any]:
    return {"unit": world.school.slug}


def a_piece(world: World) -> dict[str, Any]:
    return the_unit(world) | {"key": "018f0000-0000-7000-8000-000000000000"}


ADDRESSES = {
    "api-docs": Address(OPEN, nothing),
    "api:openapi-json": Address(OPEN, nothing),
    "api:api-root": Address(OPEN, nothing, answers=(404,)),
    "api-keys": Address(SIGNED_IN, nothing),
    "api-key-revoke": Address(SIGNED_IN, lambda world: {"key": "018f0000-0000-7000-8000-000000000000"}, {}, (404,)),
    "api:units": Address(TOKEN, nothing),
    "api:plans": Address(TOKEN, the_unit),
    "api:create_plan": Address(TOKEN, the_unit, post={}),
    "api:plan": Address(TOKEN, one_of),
    "api:findings": Address(TOKEN, one_of),
    "api:versions": Address(TOKEN, one_of),
    "api:version": Address(TOKEN, lambda world: one_of(world) | {"number": 1}),
    "api:document": Address(TOKEN, lambda world: one_of(world) | {"ending": "pdf"}),
    "api:version_file": Address(TOKEN, lambda world: one_of(world) | {"number": 1, "ending": "pdf"}),
    "api:send_file": Address(TOKEN, the_unit, post={}),
    "api:evidence_list": Address(TOKEN, the_unit),
    "api:add": Address(TOKEN, the_unit, post={}),
    "api:evidence": Address(TOKEN, a_piece),
    "api:evidence_file": Address(TOKEN, lambda world: a_piece(world) | {"number": 1}),
    "api:add_file": Address(TOKEN, a_piece, post={}),
    "api:all_below": Address(TOKEN, the_unit),
}
