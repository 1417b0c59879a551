"""Watching the site and its background worker from outside: what dies is started again, a signal ends both."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable

from caitien_web.serve.lines import say
from caitien_web.serve.place import CannotServe, Place, not_prepared

PAUSE = 3.0  # before a worker that died is started again
LOOK = 0.5  # between two looks at both
TO_END = 12.0  # for what they are doing; granian gives its workers ten


class Watched:
    """The site's process and the background worker's. Both end by themselves where this one is gone: input ends."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.stopping = threading.Event()
        self.worker: subprocess.Popen[str] | None = None
        self.started_at = 0.0

    def start(self) -> dict[str, bool]:
        """Start the site; what it found once its data were prepared. CannotServe with the reason where it ended."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.stopping.set())
        self.site = self._spawn("caitien_web.serve.site", self.place.host, str(self.place.port), str(self.place.logs))
        assert self.site.stdout
        told = self.site.stdout.readline().strip()
        if told.startswith("{"):
            found: dict[str, bool] = json.loads(told)
            return found
        self.site.wait()
        raise CannotServe(told or not_prepared(self.place.logs / "web.log"))

    def watch(self, *, ready: Callable[[], None]) -> int:
        """Call `ready` once the site answers, then watch until a signal comes; the exit code."""
        answered = False
        while self.site.poll() is None and not self.stopping.wait(LOOK if answered else 0.02):
            if answered:
                self._keep_working()
            elif self._answers():
                answered = True
                self._keep_working()
                ready()
        failed = self.site.poll() is not None and not self.stopping.is_set()
        self._stop()
        if failed:
            say(f"Trang web đã dừng vì lỗi. Chi tiết nằm trong thư mục {self.place.logs}.", error=True)
            return 2
        say("Đã dừng.")
        return 0

    def _keep_working(self) -> None:
        """The background worker starts when the site answers, so that nobody waits for it; again where it died."""
        if (self.worker is None or self.worker.poll() is not None) and time.monotonic() - self.started_at > PAUSE:
            self.started_at = time.monotonic()
            self.worker = self._spawn("caitien_web.serve.worker")

    def _answers(self) -> bool:
        host = "127.0.0.1" if self.place.host in ("0.0.0.0", "") else self.place.host
        connection = http.client.HTTPConnection(host, self.place.port, timeout=30)
        try:
            connection.request("GET", "/suc-khoe/")
            connection.getresponse()
        except OSError:
            return False
        else:
            return True
        finally:
            connection.close()

    def _spawn(self, module: str, *arguments: str) -> "subprocess.Popen[str]":
        name = "web.log" if module.endswith("site") else "worker.log"
        return subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            env=os.environ | {"CAITIEN_LOG_FILE": str(self.place.logs / name)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE if module.endswith("site") else subprocess.DEVNULL,
            stderr=(self.place.logs / name).open("a"),
            start_new_session=True,  # Ctrl+C in the terminal is ours to pass on
            text=True,
        )

    def _stop(self) -> None:
        """Let both finish what they are doing, for a while."""
        ending = [one for one in (self.worker, self.site) if one]
        for one in ending:
            one.terminate()
        until = time.monotonic() + TO_END
        for one in ending:
            try:
                one.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                one.kill()
