"""Fixtures of the site's tests: one school with its head, and a browser-less client signed in."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from web.builders import a_commune, a_province, a_school, a_user


@pytest.fixture
def school(db: None) -> Unit:
    return a_school(a_commune(a_province()))


@pytest.fixture
def head(school: Unit) -> User:
    return a_user(school, Role.HEAD)


@pytest.fixture
def as_head(head: User) -> Client:
    client = Client()
    client.force_login(head)
    return client


@pytest.fixture
def guards_laid_again(django_db_blocker: Any) -> Iterator[list[str]]:
    """On SQLite, emptying the tables after a test meets the guards of those that only grow; they are laid again."""
    lifted: list[str] = []
    yield lifted
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for statement in lifted:
            cursor.execute(statement)


@pytest.fixture
def at_once(guards_laid_again: list[str], transactional_db: None) -> Iterator[None]:
    """A database that several threads, or a browser, use at once: what they write is committed, and emptied after."""
    yield
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE%'")
            for name, statement in cursor.fetchall():
                guards_laid_again.append(statement)
                cursor.execute(f'DROP TRIGGER "{name}"')
