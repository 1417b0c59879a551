"""What is done aside: tidying up once a day."""

from datetime import datetime, timedelta

from django.core.management import call_command
from django_tasks import task

from caitien_web.tenancy.tick import every


@every(timedelta(days=1), name="schools.tidy")
def tidy(*, at: datetime) -> None:
    """Forget sessions that ran out and work that was done."""
    tidy_up.enqueue()


@task()
def tidy_up() -> None:
    call_command("clearsessions", verbosity=0)
    call_command("prune_db_task_results", min_age_days=1, verbosity=0)
