"""Reading a file that nobody vouches for, in a process of its own with bounds on time and memory.

Whatever a hostile file makes a reader do ends with that process: the one who asks gets a reading or CannotRead.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from importlib import import_module
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caitien.blocks import Block, Document, Paragraph, Table, WrappedText
from caitien.findings import CannotRead, Position

if TYPE_CHECKING:
    from caitien.formats import Limits

Progress = Callable[[int, int, str], None]
GIGABYTE = 1 << 30
SIGN_OF_LIFE = 20.0  # seconds between two words of a child that has no step to tell
_saying = threading.Lock()
BROKEN_OFF = (
    "Chương trình đọc dừng giữa chừng vì tệp quá nặng hoặc bị hỏng; hãy lưu lại thành .docx hoặc PDF rồi thử lại."
)


class TookTooLong(CannotRead):
    """The reading was broken off at its time limit."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a reading may use: wall-clock seconds, bytes of memory for one process, bytes and pages of the file."""

    seconds: float = 600
    memory: int = 6 * GIGABYTE
    file_bytes: int = 25_000_000
    pages: int = 150


@dataclass(frozen=True, slots=True)
class ApartReading:
    """A reading as plain data: the plan and its findings by the contracts, positions, and the original's own text.

    `original` has a dict for each block: {"text"} of a paragraph or line, {"rows"} of a table, with their positions.
    `pictures`: how many page pictures lie in the folder asked for (page-1.png …).
    """

    plan: dict[str, Any]
    findings: list[dict[str, Any]]
    positions: dict[str, dict[str, Any]]
    format: str
    original: list[dict[str, Any]] = field(default_factory=list)
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class PagesDrawn:
    """The pages of a Word file as printed: how many pictures, and where its texts stand on them.

    `places` pairs a position in the file with one on the pages: ({"table": 1, "row": 2, …}, {"page": 1, "box": […]}).
    """

    pictures: int
    places: list[tuple[dict[str, Any], dict[str, Any]]]


def read_apart(
    path: Path,
    *,
    name: str,
    bounds: Bounds | None = None,
    pictures: Path | None = None,
    progress: Progress | None = None,
) -> ApartReading:
    """Read the plan in the file at `path`, which its owner calls `name`. Raises CannotRead, TookTooLong among them.

    `pictures`: a folder for the pictures of its pages, where the file has pages of its own (PDF, scan).
    """
    bounds = bounds or Bounds()
    asked = [str(path), name, asdict(bounds), str(pictures) if pictures else None]
    return ApartReading(**do_apart(f"{__name__}:read_plan_file", asked, bounds=bounds, progress=progress))


def draw_apart(
    path: Path, *, pictures: Path, bounds: Bounds | None = None, progress: Progress | None = None
) -> PagesDrawn:
    """Draw the pages of the Word file at `path` into the folder `pictures`, by LibreOffice.

    Raises CannotRead, also where this machine has no LibreOffice, and TookTooLong at the limit.
    """
    bounds = bounds or Bounds()
    asked = [str(path), asdict(bounds), str(pictures)]
    return PagesDrawn(**do_apart(f"{__name__}:draw_word_file", asked, bounds=bounds, progress=progress))


def do_apart(
    job: str, arguments: list[Any], *, bounds: Bounds, progress: Progress | None = None, broken_off: str = BROKEN_OFF
) -> dict[str, Any]:
    """Call a function ("module:name") with plain arguments in a process of its own; gives the dict that it gives.

    Its last argument is what it reports progress to. Raises its CannotRead, TookTooLong, or CannotRead(broken_off).
    """
    order = json.dumps([job, arguments, asdict(bounds)])
    child = subprocess.Popen(
        [sys.executable, "-c", f"from {__name__} import serve; serve()", order],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=_surroundings(),
    )
    late = threading.Event()

    def ring() -> None:
        late.set()
        _end(child)

    clock = threading.Timer(bounds.seconds, ring)
    clock.start()
    try:
        answer = _answer(child, progress)
    finally:
        clock.cancel()
        _end(child)
    if late.is_set() and (answer is None or "refusal" in answer):  # what was ended may still say that it failed
        raise TookTooLong(_too_long(bounds.seconds))
    if answer is None:
        raise CannotRead(broken_off)
    if "refusal" in answer:
        raise CannotRead(answer["refusal"] or broken_off)
    return dict(answer["done"])


def _surroundings() -> dict[str, str]:
    """The child sees the packages that we see, and none of our secrets."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG", "TMPDIR", "VIRTUAL_ENV") if key in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(part for part in sys.path if part), "PYTHONDONTWRITEBYTECODE": "1"}


def _answer(child: "subprocess.Popen[bytes]", progress: Progress | None) -> dict[str, Any] | None:
    assert child.stdout
    for line in child.stdout:
        try:
            said = json.loads(line)
        except ValueError:
            return None
        if "progress" not in said:
            return dict(said)
        if progress:
            progress(*said["progress"])
    return None


def _end(child: "subprocess.Popen[bytes]") -> None:
    """The child with all the processes that it has begun (recognition of letters) comes to its end."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _too_long(seconds: float) -> str:
    return f"Đọc tệp quá {seconds:.0f} giây nên đã dừng; hãy chia nhỏ tệp, hoặc lưu lại thành .docx rồi thử lại."


def serve() -> None:
    """The child: one order in its arguments, progress and one answer as lines of JSON on standard output."""
    job, arguments, bounds = json.loads(sys.argv[1])
    _confine(Bounds(**bounds))
    threading.Thread(target=_keep_telling, daemon=True).start()
    module, _, name = job.partition(":")
    answer: dict[str, Any]
    try:
        answer = {"done": getattr(import_module(module), name)(*arguments, _step)}
    except CannotRead as refusal:
        answer = {"refusal": str(refusal)}
    except (MemoryError, RecursionError):
        answer = {"refusal": ""}
    _say(answer)


_last: list[tuple[int, int, str]] = [(0, 1, "")]  # the last step told


def _step(done: int, total: int, what: str) -> None:
    _last[0] = (done, total, what)
    _say({"progress": (done, total, what)})


def _keep_telling() -> None:
    """The last step again and again: whoever waits knows that somebody is still at work."""
    while True:
        time.sleep(SIGN_OF_LIFE)
        _say({"progress": _last[0]})


def _say(said: dict[str, Any]) -> None:
    with _saying:
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


def _confine(bounds: Bounds) -> None:
    """Bounds of the system, where it has them; processes that the child begins inherit them."""
    try:
        import resource
    except ImportError:  # Windows: the clock of the parent alone
        return
    for kind, most in (
        (resource.RLIMIT_AS, bounds.memory),
        (resource.RLIMIT_CPU, int(bounds.seconds) + 5),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, GIGABYTE),
    ):
        resource.setrlimit(kind, (most, most))


def read_plan_file(
    path: str, name: str, bounds: dict[str, Any], pictures: str | None, progress: Progress
) -> dict[str, Any]:
    """In the child: an ApartReading as a dict."""
    from caitien.formats import open_document
    from caitien.layouts.interpret import interpret
    from caitien.plan import to_json

    document = open_document(Path(path), limits=_limits(bounds), progress=progress)
    found = interpret(document, source=name)
    reading = ApartReading(
        plan=to_json(found.plan),
        findings=[
            asdict(one) | {"position": place_of(one.position) if one.position else None} for one in found.findings
        ],
        positions={where: place_of(position) for where, position in found.positions.items()},
        format=document.format,
        original=_original(document),
        pictures=_draw(Path(path).read_bytes(), Path(pictures), progress) if pictures else 0,
    )
    return asdict(reading)


def draw_word_file(path: str, bounds: dict[str, Any], folder: str, progress: Progress) -> dict[str, Any]:
    """In the child: a PagesDrawn as a dict."""
    from caitien.formats import open_document
    from caitien.formats.printed import places_on_pages, printed

    limits = _limits(bounds)
    made, pages = printed(Path(path).read_bytes(), limits=limits, progress=progress)
    found = places_on_pages(open_document(Path(path), limits=limits), pages)
    places = [(place_of(there), place_of(here)) for there, here in found]
    return asdict(PagesDrawn(_draw(made, Path(folder), progress), places))


def _limits(bounds: dict[str, Any]) -> "Limits":
    from caitien.formats import Limits

    most = Bounds(**bounds)
    seconds = ceil(min(60, most.seconds))  # not less than all: the clock of the parent rings first
    return Limits(file_bytes=most.file_bytes, pages=most.pages, seconds=seconds)


def place_of(position: Position) -> dict[str, Any]:
    """The known counts of a position only, and its box: {"page": 2, "row": 5}."""
    return {name: value for name, value in asdict(position).items() if value is not None}


def _draw(data: bytes, folder: Path, progress: Progress) -> int:
    from caitien.formats.pictures_of_pages import page_pictures

    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    try:
        for count, picture in enumerate(page_pictures(data), 1):
            (folder / f"page-{count}.png").write_bytes(picture)
            progress(count, max(count, 1), "vẽ trang bản gốc")
    except CannotRead:
        return count
    return count


def _original(document: Document) -> list[dict[str, Any]]:
    return [made for block in document.blocks for made in _plain(block)]


def _plain(block: Block) -> list[dict[str, Any]]:
    if isinstance(block, Paragraph):
        looks = {"bold": block.bold, "align": block.align or ""}
        return [{"text": block.text, **looks, "place": place_of(block.position)}]
    if isinstance(block, WrappedText):
        return [
            {"text": line, "line": True, "place": {"line": number}}
            for number, line in enumerate(block.lines, block.first_line)
        ]
    if isinstance(block, Table):
        return [{"rows": [[_cell(cell) for cell in row.cells] for row in block.rows], "bordered": block.bordered}]
    return []


def _cell(cell: Any) -> dict[str, Any]:
    return {"text": cell.text, "width": cell.width, "height": cell.height, "place": place_of(cell.position)}
