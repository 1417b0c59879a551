"""Fixtures of the site's tests: one school with its head, and a browser-less client signed in."""

import pytest
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
