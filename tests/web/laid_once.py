"""What takes long to make is made once for all tests of a file; what each of them changes is taken back.

A file that does so has a fixture `laid` of its own and takes `db` from here, in the place of pytest-django's: the tests
of that one close the connection behind them, and with it all that is not committed. Its tests are not marked django_db.

    @pytest.fixture(scope="module")
    def laid(uncommitted) -> Unit:
        return a_full_school(…)

    @pytest.fixture
    def full(db, laid) -> Unit:
        return deepcopy(laid)
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction

__all__ = ["db", "uncommitted"]


@pytest.fixture(scope="module")
def uncommitted(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The database, open to all fixtures and tests of the file; taken back as it was before."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def db(laid: Any) -> Iterator[None]:
    """A test within what was laid for all."""
    with transaction.atomic():
        yield
        connection.check_constraints()
        transaction.set_rollback(True)
