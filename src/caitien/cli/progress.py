"""A progress bar on a terminal, nothing elsewhere; it appears only for work that takes longer than a moment."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from caitien.formats import Progress

WAIT = 0.7  # seconds before the bar appears


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Yields the function to report progress to; draws on standard error while that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total, what: None
        return
    bar = _Bar()
    try:
        yield bar.report
    finally:
        bar.stop()


class _Bar:
    def __init__(self) -> None:
        self.started = time.monotonic()
        self.shown: object | None = None

    def report(self, done: int, total: int, what: str) -> None:
        if self.shown is None and time.monotonic() - self.started > WAIT:
            self._show(total, what)
        if self.shown is not None:
            self.shown.update(self.task, completed=done, total=total, description=what)  # type: ignore[attr-defined]

    def _show(self, total: int, what: str) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self.shown = shown = Progress(*columns, console=Console(stderr=True), transient=True)
        self.task = shown.add_task(what, total=total)
        shown.start()

    def stop(self) -> None:
        if self.shown is not None:
            self.shown.stop()  # type: ignore[attr-defined]
