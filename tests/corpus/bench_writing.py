"""Time of writing: in the library, as a whole process, and of many documents in one call.

`python -m corpus.bench_writing [DOCUMENTS]`. Nothing is asserted: the targets of the issue on writing stand beside the
figures. In the library no file is touched: plan → blocks → bytes. The plans in the folder differ from each other.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from caitien.formats import WRITERS, write_document
from caitien.layouts.compose import compose
from caitien.plan import Plan, from_json, to_json
from corpus.bench import run as run_command
from corpus.invent import invent_plan

DOCUMENTS = 1_000  # in one call
INVENTED = 200  # plans invented; the others are these under other names
ITEMS, MANY_ITEMS = 30, 400
FOLDER_ITEMS = (10, ITEMS)  # in plans of the folder
RUNS = 5
TARGETS = {".docx": "< 150 ms", ".pdf": "< 100 ms", ".xlsx": "< 60 ms"}
Row = tuple[str, str, str, str]  # what, kilobytes, figure, target


def invented(seed: int, items: int) -> Plan:
    return from_json(invent_plan(seed, form="cv5932-9", count=items).plan)


def written(plan: Plan, suffix: str) -> bytes:
    return write_document(compose(plan), suffix)


def timed(plan: Plan, suffix: str) -> tuple[float, int]:
    """Milliseconds and bytes of one document."""
    started = time.perf_counter()
    size = len(written(plan, suffix))
    return 1000 * (time.perf_counter() - started), size


def first_in_process(suffix: str) -> float:
    """Milliseconds of the first document of a new process: packages and typefaces are still to be loaded."""
    code = (
        "import sys; from corpus.bench_writing import ITEMS, invented, timed;"
        "plan = invented(1, ITEMS); print(timed(plan, sys.argv[1])[0])"
    )
    command = [sys.executable, "-c", code, suffix]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(RUNS)]
    return statistics.median(map(float, runs))


def in_library() -> list[Row]:
    """Documents of 30 and of 400 items, each of another plan than the one before."""
    rows: list[Row] = []
    for suffix in WRITERS:
        target = "< 300 ms" if suffix == ".pdf" else "-"
        rows.append((f"{suffix}, {ITEMS} items, first", "-", f"{first_in_process(suffix):.0f} ms", target))
        for items in (ITEMS, MANY_ITEMS):
            written(invented(0, items), suffix)
            figures = [timed(invented(seed, items), suffix) for seed in range(1, RUNS + 1)]
            milliseconds = statistics.median(figure[0] for figure in figures)
            size = statistics.median(figure[1] for figure in figures) / 1000
            target = TARGETS.get(suffix, "-") if items == ITEMS else "linear"
            rows.append((f"{suffix}, {items} items, warm", f"{size:.0f}", f"{milliseconds:.0f} ms", target))
        print(".", end="", file=sys.stderr, flush=True)
    return rows


def whole_process(folder: Path) -> list[Row]:
    path = folder / "plan.json"
    path.write_text(as_text(invented(1, ITEMS)), "utf-8")
    rows: list[Row] = []
    for suffix in (".docx", ".pdf"):
        output = path.with_suffix(suffix)
        figures = [run_command(("write", str(path), "-o", str(output))) for _ in range(RUNS)]
        seconds = statistics.median(one.seconds for one in figures)
        megabytes = max(one.megabytes for one in figures)
        size = f"{output.stat().st_size / 1000:.0f}"
        shown = f"{seconds:.2f} s, {megabytes:.0f} MB"
        rows.append((f"caitien write {path.name} -o {output.name}, {ITEMS} items", size, shown, "< 250 MB"))
    return rows


def many(folder: Path, count: int, items: int) -> Row:
    """Plans as JSON, each written as PDF, in one call on all processors; memory is that of all processes together."""
    plans, output = folder / f"plans-{items}", folder / f"written-{items}"
    plans.mkdir()
    texts = [as_text(invented(seed, items)) for seed in range(min(count, INVENTED))]
    for number in range(count):
        (plans / f"{number}.json").write_text(texts[number % len(texts)], "utf-8")
    figures = run_command(("write", str(plans), "-o", str(output), "--format", "pdf"))
    sizes = [path.stat().st_size for path in output.glob("*.pdf")]
    rate = f"{len(sizes) / figures.seconds:.1f} PDF/s, {figures.megabytes:.0f} MB"
    size = f"{sum(sizes) / max(1, len(sizes)) / 1000:.0f}"
    return (f"{len(sizes)} of {count} plans of {items} items, one call", size, rate, "> 30 PDF/s, < 250 MB")


def as_text(plan: Plan) -> str:
    return json.dumps(to_json(plan), ensure_ascii=False)


def main() -> None:
    from rich.console import Console
    from rich.table import Table

    count = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    table = Table("what", title=f"Writing, median of {RUNS}, on {os.cpu_count()} processors")
    for heading in ("kB", "figure", "target"):
        table.add_column(heading, justify="right")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        rows = [*in_library(), *whole_process(folder)]
        rows += [many(folder, count, items) for items in FOLDER_ITEMS]
        for row in rows:
            table.add_row(*row)
    print(file=sys.stderr)
    Console(width=100 if not sys.stdout.isatty() else None).print(table)


if __name__ == "__main__":
    main()
