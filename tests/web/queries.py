"""Held in tests: a page asks the database as often for many rows as for few."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from caitien_web.ui.kept import pieces


def queries_of(ask: Callable[[], Any]) -> list[str]:
    """The queries that `ask` makes of the database, as SQL, where no piece of its page has been drawn before."""
    pieces.clear()
    with CaptureQueriesContext(connection) as caught:
        ask()
    return [query["sql"] for query in caught.captured_queries]


def assert_constant_queries(
    build_n: Callable[[int], Any], ask: Callable[[], Any], *, few: int = 2, more: int = 5, at_most: int = 10
) -> None:
    """Build `few` rows, ask, build `more` rows on top, ask again: as many queries, and no more than `at_most`.

    `build_n(n)` makes n further rows; `ask()` opens the page (or calls the query and reads all of it).
    """
    build_n(few)
    ask()  # the first page of a session writes down that it was seen
    before = queries_of(ask)
    build_n(more)
    after = queries_of(ask)
    told = "\n".join(after)
    assert len(after) == len(before), f"{len(before)} queries for {few} rows, {len(after)} for {few + more}:\n{told}"
    assert len(after) <= at_most, f"{len(after)} queries, {at_most} are allowed:\n{told}"
