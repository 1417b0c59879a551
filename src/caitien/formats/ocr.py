"""Vietnamese letters from crops of a picture, by Tesseract in worker processes (tesserocr; one thread each)."""

import os
import pickle
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import local
from typing import Any

from caitien.findings import CannotRead
from caitien.formats.scan_lines import split_lines
from caitien.formats.scan_short import flanked

DATA = Path(__file__).parent / "tessdata"
BLOCK, LINE = 6, 7  # Tesseract's page segmentation modes
MOST_WORKERS = 8
DOUBTFUL = 0.5  # a block with a word below this is recognised again, line by line


@dataclass(frozen=True, slots=True)
class Crop:
    """A piece of a page to recognise: grey bytes, size, where its corner stood on the page (pixels), how enlarged.

    `single`: one line of text; `margin`: white pixels on each side.
    """

    pixels: bytes
    width: int
    height: int
    x: float
    y: float
    scale: float
    single: bool
    margin: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A recognised word: box and line box in the page's pixels, certainty 0 … 1."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    line_top: float
    line_bottom: float
    sure: float


class Reader:
    """Recognises crops; `submit` returns a future of one list of words for each crop.

    Each thread of the pool owns one worker process (`serve`) and talks to it through its pipes.
    multiprocessing would run the caller's main module again in each worker, which a library cannot ask for.
    """

    def __init__(self, workers: int) -> None:
        self._own = local()
        self._processes: list[Popen[bytes]] = []
        self._pool = ThreadPoolExecutor(workers)

    def submit(self, crops: Sequence[Crop]) -> Future[list[list[Seen]]]:
        return self._pool.submit(self._ask, list(crops))

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        for process in self._processes:
            process.communicate()

    def _ask(self, crops: list[Crop]) -> list[list[Seen]]:
        if not hasattr(self._own, "process"):
            self._own.process = self._worker()
        process = self._own.process
        try:
            pickle.dump(crops, process.stdin)
            process.stdin.flush()
            seen: list[list[Seen]] = pickle.load(process.stdout)
        except (OSError, EOFError):
            raise CannotRead("Chương trình nhận dạng chữ dừng giữa chừng; hãy đọc lại tệp này.") from None
        return seen

    def _worker(self) -> Popen[bytes]:
        process = Popen(
            [sys.executable, "-c", f"from {__name__} import serve; serve()"], stdin=PIPE, stdout=PIPE, stderr=DEVNULL
        )
        self._processes.append(process)
        return process


@contextmanager
def reader(workers: int | None = None) -> Iterator[Reader]:
    """A Reader on `workers` processes (as many as there are cores, at most 8). CannotRead where data is missing."""
    check_data()
    engine = Reader(max(1, min(workers or os.cpu_count() or 1, MOST_WORKERS)))
    try:
        yield engine
    finally:
        engine.close()


def check_data() -> None:
    if not (DATA / "vie.traineddata").is_file():
        raise CannotRead(
            "Thiếu dữ liệu nhận dạng chữ tiếng Việt nên chưa đọc được bản quét; hãy chạy “make run” "
            "(hoặc “python scripts/fetch_npm_data.py”) một lần khi có mạng."
        )


def serve() -> None:
    """The worker: crops from standard input, words to standard output, until the input ends."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    import tesserocr

    api = tesserocr.PyTessBaseAPI(path=str(DATA), lang="vie", oem=tesserocr.OEM.LSTM_ONLY, psm=BLOCK)
    api.SetVariable("tessedit_do_invert", "0")
    out = sys.stdout.buffer
    while True:
        try:
            crops = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        pickle.dump([_words(api, crop) for crop in crops], out)
        out.flush()


def _words(api: Any, crop: Crop) -> list[Seen]:
    seen = _run(api, crop, LINE if crop.single else BLOCK)
    if not crop.single and min((word.sure for word in seen), default=0.0) < DOUBTFUL:
        return max(seen, _line_by_line(api, crop), key=certainty)
    text = "".join(word.text for word in seen)
    if not crop.single or len(text) > 4 or crop.width > 4.5 * crop.height:
        return seen
    short = _short(api, crop)
    plain = min((word.sure for word in seen), default=0.0)
    return short if short and short[0].sure >= plain - 0.15 else seen


def certainty(words: list[Seen]) -> float:
    """How sure the words are, 0 … 1: the mean over letters, so that a stray mark weighs little and a lost line much."""
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 0.0


def _line_by_line(api: Any, crop: Crop) -> list[Seen]:
    from PIL import Image

    whole = Image.frombytes("L", (crop.width, crop.height), crop.pixels)
    out = []
    for top, line in split_lines(whole, crop.margin):
        y = crop.y + top / crop.scale
        out += _run(api, replace(crop, pixels=line.tobytes(), height=line.height, y=y, single=True), LINE)
    return out


def _short(api: Any, crop: Crop) -> list[Seen]:
    """A short crop as one word, recognised between two others."""
    from PIL import Image

    margin = crop.margin
    whole = Image.frombytes("L", (crop.width, crop.height), crop.pixels)
    body = whole.crop((margin, margin, crop.width - margin, crop.height - margin))
    image, start, end = flanked(body)
    words = _run(api, replace(crop, pixels=image.tobytes(), width=image.width, height=image.height), LINE)
    middles = [((word.x0 + word.x1) / 2 - crop.x) * crop.scale for word in words]
    inner = [word for word, middle in zip(words, middles, strict=True) if start - 3 <= middle <= end + 3]
    if not inner:
        return []
    x, y = crop.x + margin / crop.scale, crop.y + margin / crop.scale
    right, low = x + body.width / crop.scale, y + body.height / crop.scale
    sure = min(word.sure for word in inner)
    return [Seen("".join(word.text for word in inner), x, right, y, low, y, low, sure)]


def _run(api: Any, crop: Crop, mode: int) -> list[Seen]:
    api.SetPageSegMode(mode)
    api.SetImageBytes(crop.pixels, crop.width, crop.height, 1, crop.width)
    api.SetSourceResolution(300)
    return list(_parsed(api.GetTSVText(0), crop))


def _parsed(table: str, crop: Crop) -> Iterator[Seen]:
    line = (0.0, 0.0)
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) < 11:
            continue
        left, top, width, height = (float(value) / crop.scale for value in cells[6:10])
        top += crop.y
        if cells[0] == "4":
            line = (top, top + height)
        elif cells[0] == "5" and len(cells) > 11 and cells[11].strip():
            x0 = left + crop.x
            yield Seen(cells[11].strip(), x0, x0 + width, top, top + height, *line, float(cells[10]) / 100)
