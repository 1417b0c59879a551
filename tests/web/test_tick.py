"""Recurring jobs: each turn is taken once, and one that fails neither stops the others nor loses its turn."""

from datetime import UTC, datetime, timedelta

import pytest

from caitien_web.tenancy import tick
from caitien_web.tenancy.models import Turn

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 9, 14, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def jobs(monkeypatch):
    monkeypatch.setattr(tick, "registered_jobs", lambda: tick._JOBS)
    monkeypatch.setattr(tick, "_JOBS", {})
    return tick._JOBS


def test_a_job_has_its_turn_when_it_is_due(jobs):
    seen = []
    tick.register_tick("test.hourly", HOUR, lambda *, at: seen.append(at))
    for minutes in (0, 1, 59, 60, 61, 130):
        tick.run_due(at=AT + timedelta(minutes=minutes))
    assert seen == [AT, AT + HOUR, AT + timedelta(minutes=130)]


def test_a_job_that_fails_is_tried_again_and_stops_nobody(jobs):
    seen = []

    @tick.every(HOUR, name="test.fails")
    def fails(*, at):
        Turn.objects.create(name="made by the failing job", last_at=at)
        raise ValueError

    tick.register_tick("test.works", HOUR, lambda *, at: seen.append(at))
    assert tick.run_due(at=AT) == ["test.works"]
    assert tick.run_due(at=AT + timedelta(minutes=1)) == []
    assert set(Turn.objects.values_list("name", flat=True)) == {"test.works"}
