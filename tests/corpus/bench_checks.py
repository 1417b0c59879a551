"""Time of checking: in the library, as a whole process, and of ten thousand plans in one call.

`python -m corpus.bench_checks [PLANS]`. Nothing is asserted: the targets stand beside the figures. The plans in the
folder differ from each other, so that nothing is remembered from one to the next beyond what real plans share.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from caitien.checks import check_plan
from caitien.checks.folder import processors
from caitien.plan import from_json, to_json
from caitien.reading import read_plan
from corpus.bench import draw
from corpus.bench import run as run_command
from corpus.invent import invent_plan
from corpus.render.docx import write_docx

PLANS = 10_000
INVENTED = 2_000  # plans invented; the others are these under other names
SMALL, LARGE = 10, 30  # items
RUNS = 5


def milliseconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of one run."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return 1000 * statistics.median(times)


def in_library(folder: Path) -> list[tuple[str, str, str]]:
    """Checking plans of 30 items, each for the first time, as data and with the wording of a document."""
    plans = [from_json(invent_plan(seed, form="cv5932-9", count=LARGE).plan) for seed in range(RUNS + 1)]
    check_plan(plans.pop())  # loads the checks
    as_data = milliseconds(lambda: check_plan(plans.pop()))
    reading = read_plan(draw(folder, "library.docx", LARGE, write_docx))
    document = milliseconds(lambda: check_plan(reading.plan, wording=reading.wording, positions=reading.positions))
    return [
        ("check of a plan of 30 items, data (library)", f"{as_data:.0f} ms", "< 100 ms"),
        ("check of a plan of 30 items, document (library)", f"{document:.0f} ms", "< 100 ms"),
    ]


def whole_process(folder: Path) -> list[tuple[str, str, str]]:
    path = draw(folder, "process.docx", LARGE, write_docx)
    arguments = ("check", str(path), "--fail-on", "never")
    figures = [run_command(arguments) for _ in range(RUNS)]
    seconds = statistics.median(one.seconds for one in figures)
    megabytes = max(one.megabytes for one in figures)
    return [("caitien check of a .docx of 30 items", f"{seconds:.2f} s, {megabytes:.0f} MB", "< 1 s")]


def many(folder: Path, count: int, items: int, *, compared: bool = False) -> list[tuple[str, str, str]]:
    """Plans as JSON checked in one call, on all processors; or compared with each other, too."""
    below = folder / f"plans-{items}"
    below.mkdir()
    texts = [
        json.dumps(to_json(from_json(invent_plan(seed, form="cv5932-9", count=items).plan)), ensure_ascii=False)
        for seed in range(min(count, INVENTED))
    ]
    for number in range(count):
        (below / f"{number}.json").write_text(texts[number % len(texts)], "utf-8")
    rows = []
    asked: list[tuple[str, tuple[str, ...]]] = [("checked", ())]
    for name, options in [*asked, ("compared (--duplicates)", ("--duplicates",))] if compared else asked:
        figures = run_command(("check", str(below), "--fail-on", "never", *options))
        rate = f"{count / figures.seconds:.0f} plans/s, {figures.megabytes:.0f} MB"
        target = "> 300 plans/s" if name == "checked" else "-"
        rows.append((f"{count} JSON plans of {items} items {name}", rate, target))
    return rows


def main() -> None:
    from rich.console import Console
    from rich.table import Table

    count = int(sys.argv[1]) if len(sys.argv) > 1 else PLANS
    table = Table("what", "figure", "target", title=f"Checking, on {processors()} processors")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for row in (
            *in_library(folder),
            *whole_process(folder),
            *many(folder, count, SMALL),
            *many(folder, count // 5, LARGE, compared=True),
        ):
            table.add_row(*row)
    Console(width=100 if not sys.stdout.isatty() else None).print(table)


if __name__ == "__main__":
    main()
