"""Every page that people of the demonstration reach: it answers, and asks little of the database."""

import re
from collections import Counter
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from caitien_web.demo.days import moment
from caitien_web.demo.province import make_province
from caitien_web.schools.models import User
from web.laid_once import db, uncommitted
from web.queries import queries_of
from web.test_demo import is_whole

__all__ = ["db", "uncommitted"]

TODAY = date(2026, 11, 26)
PEOPLE = (
    *("hieutruong.thsn", "giaovien.thsn", "giamsat.thsn", "ketoan.thsn", "hieutruong.mnhb", "hieutruong.thcsds"),
    *("chame.thsn", "chuyenvien.xasn", "nguoixem.xasn", "chuyenvien.sobn", "quantri.sobn"),
)
AT_MOST = 10  # the pages of the navigation: lists, sums, what waits
ON_ONE_THING = 14  # a page about one thing, two steps away, with all that hangs on it
A_KIND = 1  # so many pages of each kind are opened as each person


@pytest.fixture(scope="module")
def laid(uncommitted: None) -> None:
    make_province(TODAY)


def test_the_province_is_whole(db: None):
    is_whole(TODAY)


def test_pages_of_the_demonstration_answer_with_few_queries(db: None, monkeypatch: Any):
    monkeypatch.setattr(timezone, "now", lambda: moment(TODAY, 10))
    bad = [fault for username in PEOPLE for fault in walk(username)]
    assert not bad, "\n".join(bad)


def walk(username: str) -> list[str]:
    """Open the pages of the navigation and those that they lead to; what is wrong with them."""
    client = Client()
    client.force_login(User.objects.get(username=username))
    first = client.get("/", follow=True)
    near = _links(first.content.decode().partition("</header>")[0])
    seen: Counter[str] = Counter()
    bad, far = [], []
    for path in dict.fromkeys((first.request["PATH_INFO"], *near)):
        answer, count = _asked(client, path)
        seen[_kind(path)] += 1
        bad += _faults(username, path, answer, count, AT_MOST)
        far += _links(answer.content.decode()) if answer.status_code == 200 else []
    for path in dict.fromkeys(far):
        seen[_kind(path)] += 1
        if seen[_kind(path)] <= A_KIND:
            bad += _faults(username, path, *_asked(client, path), ON_ONE_THING)
    return bad


def _links(part: str) -> list[str]:
    found = [unescape(link) for link in re.findall(r'<a[^>]*href="(/don-vi/[^"#]*)', part)]
    files = re.compile(r"\.(docx|pdf|xlsx|csv|ics|json|md|html|zip)(\?|$)|/tep")
    return [link for link in found if not files.search(link)]


def _kind(path: str) -> str:
    path = re.sub(r"/don-vi/[^/]+/|[0-9a-f]{8}-[0-9a-f-]{27}|\d+", "*", path)
    return path.partition("?")[0]


def _asked(client: Client, path: str) -> tuple[Any, int]:
    """The answer, and how many queries it took; what is asked the first time only does not count."""
    answers: list[Any] = []
    count = len(queries_of(lambda: answers.append(client.get(path))))
    if count > AT_MOST:
        count = len(queries_of(lambda: answers.append(client.get(path))))
    return answers[-1], count


def _faults(username: str, path: str, answer: Any, count: int, most: int) -> list[str]:
    if answer.status_code not in (200, 302):
        return [f"{username} {path}: answered {answer.status_code}"]
    return [f"{username} {path}: {count} queries, {most} are allowed"] if count > most else []
