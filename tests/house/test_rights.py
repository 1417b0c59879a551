"""Every address × every role: nobody gets a page that the table of rights does not give.

One world with everybody signed in is made for the whole file, and each test has a copy of it: making it takes longer
than asking.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from caitien_web.schools.models.role import AUTHORITY_ROLES, SCHOOL_ROLES, Role
from caitien_web.schools.rights import RIGHTS
from caitien_web.tenancy.models import Unit
from house.addresses import OPEN, SIGNED_IN, TOKEN, Address, all_addresses
from house.world import World
from web.laid_once import db, uncommitted

__all__ = ["db", "uncommitted"]

ADDRESSES = all_addresses()
OF_UNITS = sorted(name for name, row in ADDRESSES.items() if row.right in RIGHTS)
DONE = {200, 201, 202, 204, 302, 303, 304, 400, 405, 409, 413, 422, 429}


def names(resolver: URLResolver, space: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from names(one, f"{space}{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern):
            yield f"{space}{one.name}"


def test_every_address_has_a_row_and_every_row_an_address():
    """Declare a new page in tests/house/addresses/<app>.py."""
    assert set(names(get_resolver())) == set(ADDRESSES)


def test_every_row_names_a_right():
    assert {row.right for row in ADDRESSES.values()} <= {OPEN, SIGNED_IN, TOKEN, *RIGHTS}


@pytest.fixture(scope="module")
def laid(uncommitted: None) -> World:
    return World().fill()


@pytest.fixture
def world(db: None, laid: World) -> World:
    return deepcopy(laid)


@pytest.mark.parametrize("name", OF_UNITS)
def test_everybody_gets_what_the_table_gives_and_no_more(name, world):
    row, given = ADDRESSES[name], dict(ADDRESSES[name].given(world))
    at = reverse(name, kwargs=given)
    from_another_unit(row, at, world)
    in_each_role_of_the_unit(row, at, world)
    from_the_authority_above(row, at, world)
    if not row.names_nothing and set(given) != {"unit"}:
        through_ones_own_unit(name, row, given, world)


def from_another_unit(row: Address, at: str, world: World) -> None:
    for role in SCHOOL_ROLES:
        assert ask(row, at, world, (role, world.other_school)).status_code == 404, f"{role} of another school"
    for role in AUTHORITY_ROLES:
        assert ask(row, at, world, (role, world.other_school.parent)).status_code == 404, f"{role} elsewhere"


def in_each_role_of_the_unit(row: Address, at: str, world: World) -> None:
    unit = world.commune if f"/{world.commune.slug}/" in at else world.school
    for role in SCHOOL_ROLES if unit.is_school else AUTHORITY_ROLES:
        judge(row, ask(row, at, world, (role, unit)), role in RIGHTS[row.right].own, f"{role} of the unit")


def from_the_authority_above(row: Address, at: str, world: World) -> None:
    above: Unit = world.province if f"/{world.commune.slug}/" in at else world.commune
    for role in AUTHORITY_ROLES:
        judge(row, ask(row, at, world, (role, above)), role in RIGHTS[row.right].below, f"{role} above")


def through_ones_own_unit(name: str, row: Address, given: dict[str, Any], world: World) -> None:
    """One's own unit in the address, the row of another behind it."""
    holder = next((role for role in SCHOOL_ROLES if role in RIGHTS[row.right].own), Role.OFFICER)
    own = world.other_school.parent if holder == Role.OFFICER else world.other_school
    at = reverse(name, kwargs=given | {"unit": own.slug})
    assert ask(row, at, world, (holder, own)).status_code == 404, "a row of another unit"


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_nobody_comes_in_without_signing_in(name, world):
    row, at = placed(name, world)
    answer = ask(row, at, world)
    if row.right == OPEN:
        assert answer.status_code in {*DONE, *row.answers}
        assert leads_to_sign_in(answer) == row.wants_sign_in_first
    elif row.right == TOKEN:
        assert answer.status_code in {401, *row.answers}
    else:
        assert leads_to_sign_in(answer), answer.status_code


@pytest.mark.parametrize("name", sorted(name for name, row in ADDRESSES.items() if row.right == SIGNED_IN))
def test_what_is_ones_own_is_everybodys(name, world):
    row, at = placed(name, world)
    assert ask(row, at, world, (Role.STAFF, world.school)).status_code in {*DONE, *row.answers}


def placed(name: str, world: World) -> tuple[Address, str]:
    row = ADDRESSES[name]
    return row, reverse(name, kwargs=dict(row.given(world)) or None)


def ask(row: Address, at: str, world: World, as_: tuple[Role, Unit] | None = None) -> HttpResponse:
    """The answer; whatever the ask did is taken back."""
    client = world.client(world.user(*as_)) if as_ else Client()
    with transaction.atomic():
        answer = client.get(at, row.query) if row.post is None else client.post(at, row.post)
        if not answer.streaming:
            _ = answer.content
        transaction.set_rollback(True)
    return answer


def judge(row: Address, answer: HttpResponse, allowed: bool, who: str) -> None:
    if allowed:
        assert answer.status_code in {*DONE, *row.answers} and not leads_to_sign_in(answer), who
    else:
        assert answer.status_code in (403, 404), f"{who}: {answer.status_code}"


def leads_to_sign_in(answer: HttpResponse) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith("/dang-nhap/")
