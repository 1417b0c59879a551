"""Recurring jobs: each app registers its own in its room `tasks`; the worker asks every minute what is due.

    @every(timedelta(days=1), name="monitoring.reminders")
    def send_reminders(*, at: datetime) -> None:
        remind.enqueue(at.isoformat())

A job is run within a transaction that holds its row, so that with several workers each turn is taken once. It should
be short: what is slow, it enqueues.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

from django.apps import apps
from django.db import transaction

from caitien_web.tenancy.models import Turn


class Job(Protocol):
    """What is called when a job's turn has come."""

    def __call__(self, *, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class _Recurring:
    name: str
    every: timedelta
    function: Job


_JOBS: dict[str, _Recurring] = {}


def register_tick(name: str, every: timedelta, function: Job) -> None:
    """Have `function(at=…)` called every so often. `name` is its row in the database: it must not change."""
    _JOBS[name] = _Recurring(name, every, function)


def every(interval: timedelta, *, name: str) -> Callable[[Job], Job]:
    """`register_tick` as a decorator."""

    def registered(function: Job) -> Job:
        register_tick(name, interval, function)
        return function

    return registered


def registered_jobs() -> dict[str, _Recurring]:
    """All jobs by name, those of apps whose `tasks` nobody has imported yet, too."""
    for config in apps.get_app_configs():
        if config.name.startswith("caitien_web.") and find_spec(f"{config.name}.tasks"):
            import_module(f"{config.name}.tasks")
    return _JOBS


def run_due(*, at: datetime) -> list[str]:
    """Run what is due; the names of what was run. A job that fails is told in the log and tried a minute later."""
    return [job.name for job in registered_jobs().values() if _run_if_due(job, at)]


def _run_if_due(job: _Recurring, at: datetime) -> bool:
    try:
        with transaction.atomic():
            turn, is_new = Turn.objects.select_for_update().get_or_create(name=job.name, defaults={"last_at": at})
            if not is_new and turn.last_at + job.every > at:
                return False
            turn.last_at = at
            turn.save(update_fields=["last_at"])
            job.function(at=at)
    except Exception:
        logging.getLogger(__name__).exception("the recurring job %s failed", job.name)
        return False
    return True
