"""Time and memory of whole commands beside the size of what they read: `python -m corpus.bench`.

Each command runs in a process of its own, five times; the median time is shown, and the greatest memory that it and
its helpers had together. Nothing is asserted: the targets stand beside the figures.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.compose import compose, invent_style
from corpus.documents import Render
from corpus.invent import invent_plan
from corpus.render.docx import write_docx
from corpus.render.office import convert
from corpus.render.pdf import write_pdf
from corpus.render.scan import write_scan
from corpus.render.text import write_wrapped
from corpus.render.xlsx import write_xlsx

RUNS = 5
CAITIEN = Path(sys.executable).with_name("caitien")


@dataclass(frozen=True)
class Case:
    """A command with what it reads; `seconds` and `megabytes` are the targets."""

    name: str
    size: str
    arguments: tuple[str, ...]
    seconds: float | None = None
    megabytes: int = 250


@dataclass(frozen=True)
class Figures:
    seconds: float
    megabytes: float
    exit_code: int


def run(arguments: tuple[str, ...]) -> Figures:
    """One run of the command, watched by a process so small that its own memory does not count."""
    watcher = (sys.executable, "-S", "-E", str(Path(__file__).with_name("watch.py")))
    done = subprocess.run([*watcher, str(CAITIEN), *arguments], check=True, capture_output=True, text=True)
    seconds, kilobytes, exit_code = done.stdout.split()
    return Figures(float(seconds), int(kilobytes) / 1024, int(exit_code))


def measure(case: Case, runs: int) -> Figures:
    figures = [run(case.arguments) for _ in range(runs)]
    return Figures(
        statistics.median(figure.seconds for figure in figures),
        max(figure.megabytes for figure in figures),
        max(figure.exit_code for figure in figures),
    )


def pages_of(path: Path) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def draw(folder: Path, name: str, items: int, render: Render, form: str = "cv5932-9") -> Path:
    invented = invent_plan(1, form=form, count=items)
    style = invent_style(1, form)
    path = folder / name
    render(compose(invented, 1, style), path, style, 1)
    return path


def items_for(pages: int, folder: Path, render: Callable[[int], Path]) -> int:
    """How many items fill about so many pages."""
    few, many = (pages_of(render(count)) for count in (10, 40))
    return max(1, round(10 + (pages - few) * 30 / max(1, many - few)))


def cases(folder: Path) -> list[Case]:
    """The documents, drawn into `folder`, and the commands that read them."""
    found = [Case("caitien --help", "-", ("--help",), 0.15)]

    def pdf(count: int) -> Path:
        return draw(folder, f"{count}.pdf", count, write_pdf)

    for pages, seconds in ((10, 0.6), (50, None), (200, None)):
        items = items_for(pages, folder, pdf)
        word = draw(folder, f"{pages}.docx", items, write_docx)
        found.append(Case("docx", f"about {pages} pages, {items} items", ("read", str(word)), seconds))
    for pages, seconds in ((10, 2.0), (50, None), (200, None)):
        items = items_for(pages, folder, pdf)
        path = pdf(items)
        found.append(Case("pdf", f"{pages_of(path)} pages, {items} items", ("read", str(path)), seconds))
    sheet = draw(folder, "plan.xlsx", 60, write_xlsx)
    found.append(Case("xlsx", "60 items", ("read", str(sheet))))
    old = convert([draw(folder, "old.docx", 30, write_docx)], ".doc", folder)[0]
    found.append(Case("doc", "30 items", ("read", str(old))))
    text = draw(folder, "wrapped.txt", 30, write_wrapped)
    found.append(Case("txt, wrapped", "30 items", ("read", str(text))))
    scan = draw(folder, "scan.pdf", 5, write_scan)
    pages = pages_of(scan)
    found.append(Case("scan, 200 dpi", f"{pages} pages, 5 items", ("read", str(scan)), 3.0 * pages, 600))
    return found


def main() -> None:
    from rich.console import Console
    from rich.table import Table

    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    table = Table(title=f"Whole processes, median of {runs}, on {os.cpu_count()} processors")
    for heading in ("command", "size", "kB", "seconds", "target", "MB", "target", "exit"):
        table.add_column(heading, justify="left" if heading in ("command", "size") else "right")
    with tempfile.TemporaryDirectory() as temporary:
        for case in cases(Path(temporary)):
            figures = measure(case, runs)
            path = Path(case.arguments[-1])
            size = f"{path.stat().st_size / 1000:.0f}" if path.exists() else "-"
            target = f"{case.seconds:.2f}" if case.seconds else "-"
            shown = (f"{figures.seconds:.2f}", target, f"{figures.megabytes:.0f}", str(case.megabytes))
            table.add_row(case.name, case.size, size, *shown, str(figures.exit_code))
            print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    Console(width=100 if not sys.stdout.isatty() else None).print(table)


if __name__ == "__main__":
    main()
