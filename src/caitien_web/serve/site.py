"""`python -m caitien_web.serve.site HOST PORT LOGS`: the site, on granian; prints what it found as one line of JSON.

The program is loaded once, before the workers are forked: they start at once and share what was loaded. Nothing here
may start a thread or keep a connection before that; a fork would copy what it cannot use.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

THREADS = 4  # granian's own default is 512, each with a database connection
MOST_WORKERS = 2  # as long as nobody says otherwise: more are for a site of many schools


def main() -> int:
    host, port, logs = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    from caitien_web.serve.prepare import main as prepare

    if code := prepare():
        return code
    sys.stdout.flush()
    load()
    let_go()
    site = make_server(host, port, logs)
    threading.Thread(target=_end_with_the_watch, daemon=True).start()
    site.serve()
    return 0


def load() -> None:
    """Load all that a worker needs to answer its first page; the static files are listed now, so they must be there."""
    from django.urls import reverse

    from caitien_web.wsgi import application

    assert application
    reverse("home")


def let_go() -> None:
    """Close connections, and leave what is loaded to all workers in common: memory that is not touched is shared."""
    from django.db import connections

    connections.close_all()
    gc.collect()
    gc.freeze()


def make_server(host: str, port: int, logs: Path) -> Any:
    """granian with as many workers as there are processors, two at most where CAITIEN_WORKERS says nothing."""
    from granian.constants import Interfaces
    from granian.server import Server

    multiprocessing.set_start_method("fork" if sys.platform == "linux" else "spawn", force=True)
    workers = os.environ.get("CAITIEN_WORKERS") or min(MOST_WORKERS, os.cpu_count() or 1)
    return Server(
        "caitien_web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        websockets=False,
        workers=int(workers),
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_dictconfig=_logging(logs),
    )


def _end_with_the_watch() -> None:
    """The watching process holds the other end of our input; where it is gone, so are we. Reads without any lock."""
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _logging(logs: Path) -> dict[str, Any]:
    to_file = {
        "class": "logging.handlers.RotatingFileHandler",
        "filename": str(logs / "server.log"),
        "maxBytes": 2_000_000,
        "backupCount": 3,
        "formatter": "generic",
    }
    return {"handlers": {"console": to_file, "access": to_file}}


if __name__ == "__main__":
    sys.exit(main())
