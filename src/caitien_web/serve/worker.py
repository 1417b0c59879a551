"""`python -m caitien_web.serve.worker`: does the queued work, and every minute what is due."""

import logging
import os
import sys
import threading
import time

MINUTE = 60.0


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "caitien_web.settings")
    django.setup()
    from django_tasks_db.management.commands.db_worker import Worker

    threading.Thread(target=_end_with_the_site, daemon=True).start()
    threading.Thread(target=_tick, daemon=True).start()
    worker = Worker(
        queue_names=["*"],
        interval=1.0,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"caitien-{os.getpid()}",
        excluded_queue_names=[],
    )
    worker.configure_signals()
    worker.run()


def _end_with_the_site() -> None:
    """The watching process holds the other end of our input; where it is gone, so are we."""
    if sys.stdin is None or sys.stdin.isatty():
        return
    while sys.stdin.buffer.read(1):
        pass
    os._exit(0)


def _tick() -> None:
    from django.db import close_old_connections
    from django.utils import timezone

    from caitien_web.tenancy.tick import run_due

    while True:
        close_old_connections()
        try:
            run_due(at=timezone.now())
        except Exception:
            logging.getLogger(__name__).exception("the minute tick failed")
        time.sleep(MINUTE)


if __name__ == "__main__":
    main()
