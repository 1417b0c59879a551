"""What each address of the site asks of a person: one module an app, `ADDRESSES` by the URL's name.

A new page is declared in the module of its app:

    ADDRESSES = {
        "plan": Address("plan.view", lambda world: the_school(world) | {"plan": a_plan(world.school).slug}),
        "plan_submit": Address("plan.submit", given=…, post={}),
    }

test_rights.py then asks it as everybody: signed out, from another unit, and in every role.
"""

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from house.world import World

OPEN = "open"  # anybody, signed in or not: never 5xx, never the sign-in page
SIGNED_IN = "signed in"  # anybody with an account: it shows what is one's own
TOKEN = "token"  # programs: 401 without a token or a session

Given = Callable[[World], Mapping[str, Any]]


def the_school(world: World) -> dict[str, Any]:
    """The arguments of an address that names the school and nothing else."""
    return {"unit": world.school.slug}


def nothing(world: World) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Address:
    """`right`: a right of schools.rights, or OPEN, SIGNED_IN, TOKEN. `given`: makes what the address names in an empty
    world. `post`: what is posted, for addresses that refuse GET. `answers`: what else one with the right may get.
    `names_nothing`: the address names no row beside the unit (words, a school year that every unit has).
    `wants_sign_in_first`: open, yet a step of signing in that leads back to its beginning.
    """

    right: str
    given: Given = the_school
    post: Mapping[str, Any] | None = None
    answers: tuple[int, ...] = ()
    names_nothing: bool = False
    wants_sign_in_first: bool = False
    query: Mapping[str, Any] = field(default_factory=dict)


def all_addresses() -> dict[str, Address]:
    """The rows of all modules here."""
    found: dict[str, Address] = {}
    for module in pkgutil.iter_modules(__path__):
        rows = import_module(f"{__name__}.{module.name}").ADDRESSES
        assert not found.keys() & rows.keys(), f"twice: {found.keys() & rows.keys()}"
        found |= rows
    return found
