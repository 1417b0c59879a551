"""Slow and recurring work of this app, done by the worker."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from caitien_web.monitoring.actions.reminders import run_reminders
from caitien_web.tenancy.tick import every

FIRST_HOUR = 6


@task()
def remind(moment: str) -> None:
    """Put out the reminders of a day and send the mails."""
    run_reminders(at=datetime.fromisoformat(moment), site=settings.ADDRESS.geturl())


@every(timedelta(hours=1), name="monitoring.reminders")
def remind_from_six(*, at: datetime) -> None:
    """Each hour from six in the morning: what is out already is not put out again."""
    if timezone.localtime(at).hour >= FIRST_HOUR:
        remind.enqueue(at.isoformat())
