"""Fixtures of the journeys: the site as a server, and pages of a browser, signed in as somebody.

    def test_a_plan_is_issued(site, head):
        page = site.page(head)
        page.goto(site.url("plan", school.slug, "2026-2027"))
        page.get_by_role("button", name="Ban hành kế hoạch").click()
        assert_accessible(page)

After each journey it is held that no page met the content security policy, a failing script or a failing server.
"""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from caitien_web.schools.models import User
from journeys.looking import WIDE
from web.conftest import at_once, guards_laid_again, head, school

__all__ = ["at_once", "guards_laid_again", "head", "school"]

# Playwright runs an event loop in the thread of the tests; Django would refuse its database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--force-color-profile=srgb"),
)
# What a browser says of an answer that the site meant (a form not valid, a page not found).
MEANT = ("Failed to load resource: the server responded with a status of 4",)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        yield started
        started.close()


class Site:
    """The site as a running server, with a browser in front of it."""

    def __init__(self, address: str, browser: Browser) -> None:
        self.address, self.browser = address, browser
        self.contexts: list[BrowserContext] = []
        self.told: list[str] = []

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """The whole address of a page, by the name of its address."""
        return self.address + reverse(name, args=args, kwargs=kwargs)

    def page(self, user: User | None = None, *, phone: bool = False, scheme: Any = "light", **given: Any) -> Page:
        """A page in a window of its own, signed in as `user` where one is given. It has not gone anywhere yet."""
        size = {"width": 390, "height": 780} if phone else WIDE
        context = self.browser.new_context(
            viewport=size,
            color_scheme=scheme,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            has_touch=phone,
            reduced_motion="reduce",
            **given,
        )
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        if user is not None:
            context.add_cookies([{"name": "sessionid", "value": self._session(user), "url": self.address}])
        page = context.new_page()
        page.told = []
        page.on("console", lambda message: self._hear(page, message))
        page.on("pageerror", lambda error: page.told.append(f"{page.url}: {error}"))
        page.on("response", lambda answer: answer.status >= 500 and page.told.append(f"{answer.status} {answer.url}"))
        return page

    def _session(self, user: User) -> str:
        client = Client()
        client.force_login(user)
        return client.cookies[settings.SESSION_COOKIE_NAME].value

    def _hear(self, page: Any, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(MEANT):
            page.told.append(f"{page.url}: {message.text}")

    def close(self) -> list[str]:
        """Close all windows; what their pages told of failures."""
        told = [line for context in self.contexts for page in context.pages for line in page.told]
        for context in self.contexts:
            context.close()
        return told


@pytest.fixture(scope="session")
def server(django_db_setup: None) -> Iterator[LiveServer]:
    """Not pytest-django's live_server, which would empty the tables before `at_once` has lifted their guards."""
    started = LiveServer("localhost")
    yield started
    started.stop()


@pytest.fixture
def site(at_once: None, server: LiveServer, browser: Browser) -> Iterator[Site]:
    for name in ("default", "local"):
        caches[name].clear()
    running = Site(server.url, browser)
    yield running
    assert running.close() == []
