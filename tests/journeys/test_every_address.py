"""Every page of the site, light and wide, dark and narrow: usable by everybody, nothing that the policy stops.

The pages come from Django's client, within a transaction that is taken back, and are handed to the browser with their
headers; a page that a script changes has a journey of its own.
"""

import mimetypes
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.db import transaction
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, ConsoleMessage, Page, Route

from caitien_web.schools.models import Role, User
from caitien_web.schools.rights import RIGHTS
from house.addresses import OPEN, Address, all_addresses
from house.world import World
from journeys.looking import PHONE, WIDE, assert_fits, assert_prints, faults

HOST = "http://testserver"
PAGES = {name: row for name, row in all_addresses().items() if row.post is None and row.right != "token"}


class Window:
    """A browser that gets its pages and files from here."""

    def __init__(self, page: Page) -> None:
        self.page, self.told = page, list[str]()
        self.answer: Any = None
        page.route("**/*", self.give)
        page.on("console", self.hear)

    def give(self, route: Route) -> None:
        """The page that was asked for, a static file, or nothing."""
        path = urlsplit(route.request.url).path
        if route.request.is_navigation_request() and not route.request.frame.parent_frame:
            route.fulfill(status=200, headers=dict(self.answer.items()), body=self.answer.content)
        elif path.startswith("/static/") and (found := finders.find(path.removeprefix("/static/"))):
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            route.fulfill(status=200, content_type=kind, body=Path(found).read_bytes())
        else:
            route.fulfill(status=204, body="")

    def hear(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.told.append(message.text)


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Window]:
    context = browser.new_context(viewport=WIDE, locale="vi-VN", reduced_motion="reduce")
    yield Window(context.new_page())
    context.close()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_is_usable_by_everybody(name, window, db):
    world, row = World(), PAGES[name]
    at = reverse(name, kwargs=dict(row.given(world)) or None)
    client = Client()
    if row.right != OPEN:
        client.force_login(holder(world, row, at))
    window.answer = client.get(at, row.query)
    if window.answer.status_code != 200 or not window.answer.get("Content-Type", "").startswith("text/html"):
        return
    if 'id="noi-dung"' not in window.answer.content.decode():
        return  # a part of a page, or an official document, which is as wide as its paper
    window.told.clear()
    page = window.page
    found = []
    for scheme, size in (("light", WIDE), ("dark", PHONE)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        if scheme == "light":
            page.goto(HOST + at, wait_until="load")
        found += [f"{scheme}: {fault}" for fault in faults(page)]
    assert found == []
    assert_fits(page, 320)
    assert_prints(page)
    assert window.told == []


def holder(world: World, row: Address, at: str) -> User:
    """Who may open the page and do most there: the page with all its buttons."""
    unit = world.commune if f"/{world.commune.slug}/" in at else world.school
    roles = [role for role in Role if row.right not in RIGHTS or role in RIGHTS[row.right].own]
    fit = [role for role in roles if (role in (Role.OFFICER, Role.READER)) == (unit == world.commune)] or roles
    return world.user(max(fit, key=lambda role: sum(role in right.own for right in RIGHTS.values())), unit)


def test_a_person_of_another_school_tries_every_address(window, db):
    """Each page of a school or its commune is a plain 404 for the head of another: nothing tells that it exists."""
    world, client, shown = World(), Client(), None
    client.force_login(world.user(Role.HEAD, world.other_school))
    names = {world.school.name, world.commune.name}
    for name, row in sorted(PAGES.items()):
        if row.right not in RIGHTS:
            continue
        with transaction.atomic():
            at = reverse(name, kwargs=dict(row.given(deepcopy(world))) or None)
            answer = client.get(at, row.query)
            transaction.set_rollback(True)
        assert answer.status_code == 404, (name, answer.status_code)
        told = answer.content.decode().replace(at, "")
        assert not any(one in told for one in names), name
        shown = (at, answer)
    assert shown
    window.answer = shown[1]
    window.page.goto(HOST + shown[0], wait_until="load")
    assert faults(window.page) == []
    assert_fits(window.page, 320)
