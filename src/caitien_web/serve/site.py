"""The running site: granian with one worker of four threads, the background worker beside it, both watched."""

import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from caitien_web.serve.lines import say
from caitien_web.serve.place import Place

THREADS = 4  # granian's own default is 512, each with a database connection
PAUSE = 3.0  # before a worker that died is started again


def run_site(place: Place, *, ready: Callable[[], None]) -> int:
    """Serve until a signal comes; `ready` is called once the site answers."""
    from granian.constants import Interfaces
    from granian.server import Server

    multiprocessing.set_start_method("spawn", force=True)  # a fork of a process with threads may wait forever
    os.environ["CAITIEN_LOG_FILE"] = str(place.logs / "web.log")
    site = Server(
        "caitien_web.wsgi:application",
        address=place.host,
        port=place.port,
        interface=Interfaces.WSGI,
        websockets=False,
        workers=int(os.environ.get("CAITIEN_WORKERS", "1")),
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_dictconfig=_logging(place),
    )
    background = Background(place)
    site.on_startup(background.start)
    site.on_startup(threading.Thread(target=_tell_when_it_answers, args=(place, ready), daemon=True).start)
    site.on_shutdown(background.stop)
    try:
        site.serve()
    except SystemExit as leaving:
        if leaving.code:
            say(f"Trang web đã dừng vì lỗi. Chi tiết nằm trong thư mục {place.logs}.", error=True)
            return 2
    say("Đã dừng.")
    return 0


class Background:
    """The worker process; started again where it dies. It ends by itself where this process is gone: its input ends."""

    def __init__(self, place: Place) -> None:
        self.environment = os.environ | {"CAITIEN_LOG_FILE": str(place.logs / "worker.log")}
        self.stopping = threading.Event()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._spawn()
        threading.Thread(target=self._watch, daemon=True).start()

    def _spawn(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "caitien_web.serve.worker"],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl+C in the terminal is ours to pass on
        )

    def _watch(self) -> None:
        while not self.stopping.is_set():
            if self.process:
                self.process.wait()
            if not self.stopping.wait(PAUSE):
                self._spawn()

    def stop(self) -> None:
        """Let it finish what it is doing, for ten seconds at most."""
        self.stopping.set()
        if not self.process:
            return
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def _tell_when_it_answers(place: Place, ready: Callable[[], None]) -> None:
    import http.client

    host = "127.0.0.1" if place.host in ("0.0.0.0", "") else place.host
    for _ in range(300):
        connection = http.client.HTTPConnection(host, place.port, timeout=30)
        try:
            connection.request("GET", "/suc-khoe/")
            connection.getresponse()
        except OSError:
            time.sleep(0.05)
        else:
            ready()
            return
        finally:
            connection.close()


def _logging(place: Place) -> dict[str, Any]:
    to_file = {
        "class": "logging.handlers.RotatingFileHandler",
        "filename": str(place.logs / "server.log"),
        "maxBytes": 2_000_000,
        "backupCount": 3,
        "formatter": "generic",
    }
    return {"handlers": {"console": to_file, "access": to_file}}
