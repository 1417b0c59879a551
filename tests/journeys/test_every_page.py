"""Pages that need nothing but an account: each is usable by everybody."""

import pytest

from journeys.looking import assert_accessible

OWN = ["home", "account"]


@pytest.mark.parametrize("name", OWN)
def test_own_pages_are_usable_by_everybody(name, site, head):
    page = site.page(head)
    page.goto(site.url(name))
    assert_accessible(page)
