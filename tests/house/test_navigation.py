"""An entry of the navigation stands exactly where its page opens, for everybody."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from caitien_web.schools.models import User
from caitien_web.schools.models.role import AUTHORITY_ROLES, SCHOOL_ROLES
from caitien_web.schools.rights import RIGHTS
from caitien_web.tenancy.models import Unit
from caitien_web.ui.navigation import all_entries
from house.world import World

READ_BY_ALL = {"unit_particulars"}  # offered only to those who look after them


def people_and_units(world: World) -> Iterator[tuple[User, Unit]]:
    """Everybody at each unit that the person may see: one's own, and those below an authority."""
    for role in SCHOOL_ROLES:
        yield world.user(role), world.school
    for role in AUTHORITY_ROLES:
        for unit in (world.province, world.commune, world.school):
            yield world.user(role, world.province), unit
        yield world.user(role, world.commune), world.commune


@pytest.mark.django_db
def test_an_entry_stands_exactly_where_its_page_opens():
    for user, unit in people_and_units(World()):
        client = Client()
        client.force_login(user)
        shown = {entry.url for entry in client.get(reverse("unit", args=[unit.slug])).context["navigation"]}
        kind = "school" if unit.is_school else "authority"
        asked = {entry.url for entry in all_entries() if entry.only in ("", kind)}
        opens = {name for name in asked if client.get(reverse(name, args=[unit.slug])).status_code == 200}
        assert opens - READ_BY_ALL == shown - READ_BY_ALL, f"{user} at {unit}"
        assert shown <= opens, f"{user} at {unit}"


def test_who_manages_units_below_may_look_at_them():
    """What a page does leads back to a page that shows it: that must not be refused."""
    for manage, looks in (
        ("people.manage", ("unit.view", "people.view")),
        ("units.found", ("unit.view", "oversight.view")),
        ("record.import", ("unit.view",)),
    ):
        for look in looks:
            assert RIGHTS[manage].below <= RIGHTS[look].below, f"{manage} without {look}"
