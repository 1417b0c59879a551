"""Work on every plan below a folder, spread over processes; a file that cannot be read does not stop the rest."""

import gc
import os
import signal
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

from caitien.findings import CannotRead
from caitien.formats import Progress

DOCUMENTS = {".docx", ".doc", ".odt", ".rtf", ".pdf", ".xlsx", ".txt", ".md", ".html", ".htm", ".json"}
MOST_AT_ONCE = 32  # files that a process is handed at a time
T = TypeVar("T")
STOPPED = "Chương trình đọc bị dừng đột ngột ở tệp này; hãy lưu lại tệp sang .docx rồi thử lại."


def documents_below(folder: Path) -> list[Path]:
    """The documents and plans as JSON below a folder, in the order of their names; hidden and lock files left out."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in DOCUMENTS and path.is_file())
    return sorted(
        path for path in found if not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    )


def each(
    work: Callable[[Path], T], paths: Sequence[Path], *, jobs: int | None = None, progress: Progress | None = None
) -> list[T | CannotRead]:
    """What `work` (of a module's top level) makes of each file, in order; its refusal where it refuses one."""
    jobs = min(jobs or processors(), len(paths))
    at_once = max(1, min(MOST_AT_ONCE, len(paths) // (4 * jobs))) if jobs else 1
    chunks = [(start, paths[start : start + at_once]) for start in range(0, len(paths), at_once)]
    results: dict[int, T | CannotRead] = {}
    with closing(_here(work, chunks) if jobs < 2 else _spread(work, chunks, jobs)) as done:
        for start, made in done:
            results.update(enumerate(made, start))
            if progress:
                progress(len(results), len(paths), "Đang đọc các kế hoạch")
    return [results[number] for number in range(len(paths))]


def each_by_threads(
    work: Callable[[Path], T], paths: Sequence[Path], *, jobs: int | None = None, progress: Progress | None = None
) -> list[T | CannotRead]:
    """As `each`, in this process: for work that is done outside Python's lock, and shares what it keeps in memory."""
    results: list[T | CannotRead] = []
    threads = jobs or processors() + 1  # one more: a thread also waits, for the lock and for the disk
    with ThreadPoolExecutor(min(threads, len(paths)) or 1) as pool:
        for result in pool.map(partial(_one, work), paths):
            results.append(result)
            if progress:
                progress(len(results), len(paths), "Đang đọc các kế hoạch")
    return results


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


Chunk = tuple[int, Sequence[Path]]
Done = Generator[tuple[int, list[T | CannotRead]], None, None]


def _here(work: Callable[[Path], T], chunks: list[Chunk]) -> Done[T]:
    for start, paths in chunks:
        yield start, _chunk(work, paths)


def _spread(work: Callable[[Path], T], chunks: list[Chunk], jobs: int) -> Done[T]:
    """The chunks as they come. Those lost with a process that died are done again, one file a process."""
    lost: list[Chunk] = []
    with ProcessPoolExecutor(jobs, initializer=_settle) as pool:
        futures: dict[Future[list[T | CannotRead]], Chunk] = {
            pool.submit(_chunk, work, paths): (start, paths) for start, paths in chunks
        }
        try:
            for future in as_completed(futures):
                try:
                    yield futures[future][0], future.result()
                except BrokenProcessPool:
                    lost.append(futures[future])
        except BaseException:  # Ctrl-C: what is not begun yet is not begun any more
            pool.shutdown(cancel_futures=True)
            raise
    for start, paths in lost:
        for number, path in enumerate(paths, start):
            yield number, [_alone(work, path)]


def _settle() -> None:
    """Have a helper leave Ctrl-C to us, and look for garbage seldom and not in what it began with: it makes little."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


def _alone(work: Callable[[Path], T], path: Path) -> T | CannotRead:
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(_chunk, work, [path]).result()[0]
        except BrokenProcessPool:
            return CannotRead(STOPPED)


def _chunk(work: Callable[[Path], T], paths: Sequence[Path]) -> list[T | CannotRead]:
    return [_one(work, path) for path in paths]


def _one(work: Callable[[Path], T], path: Path) -> T | CannotRead:
    try:
        return work(path)
    except CannotRead as refusal:
        return refusal
    except Exception as fault:  # one file that we fail on must not take the others with it
        return CannotRead(
            f"Phần mềm gặp trục trặc ở tệp này ({type(fault).__name__}); hãy báo lại cho người phát triển."
        )
