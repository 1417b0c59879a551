"""The report as text: grouped by part, the heaviest first, a summary line last. Colours only on a terminal."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from caitien.checks.report import Report
from caitien.checks.report.words import (
    PARTS,
    SEVERITIES,
    SIGNS,
    counted,
    judged_on,
    notes,
    particulars,
    place_in_words,
)
from caitien.checks.set_aside import Judged
from caitien.findings import Severity

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report: its words, how far it is set in, its style on a terminal, how much of it is styled."""

    text: str = ""
    indent: int = 0
    style: str = ""
    styled: int | None = None


def write_text(report: Report, out: TextIO) -> None:
    """Write the report: plain lines to a file, wrapped and coloured to a terminal."""
    write_lines(lines_of(report), out)


def write_lines(lines: Iterator[Line], out: TextIO) -> None:
    """Write lines as they fit: to a file one line each, so that programs can search them."""
    if not out.isatty():
        out.writelines(f"{' ' * line.indent if line.text else ''}{line.text}\n" for line in lines)
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(file=out, highlight=False, markup=False, emoji=False)
    for line in lines:
        text = Text(line.text, style="" if line.styled is not None else line.style)
        if line.styled is not None:
            text.stylize(line.style, 0, line.styled)
        console.print(Padding(text, (0, 0, 0, line.indent), expand=False))


def lines_of(report: Report) -> Iterator[Line]:
    """The lines of the report in order."""
    yield Line(report.file, style="bold")
    left_out = ("Cơ quan chủ quản", "Về việc")
    yield Line(". ".join(text for name, text in particulars(report.plan) if name not in left_out))
    yield Line(judged_on(report), style="dim")
    for part, found in report.by_part():
        yield Line()
        yield Line(PARTS[part].upper(), style="bold blue")
        for one in found:
            yield from _finding(one)
    if report.set_aside:
        yield Line()
        yield Line("ĐÃ BỎ QUA CÓ LÝ DO", style="bold blue")
        for one in report.set_aside:
            yield from _finding(one)
    yield Line()
    for note in notes(report):
        yield Line(note, style="dim")
    yield Line(counted(report), style="bold")


def _finding(one: Judged) -> Iterator[Line]:
    finding = one.finding
    head = f"{SIGNS[finding.severity]} {SEVERITIES[finding.severity]} {finding.code}"
    style = _STYLES[finding.severity] if one.reason is None else "dim"
    yield Line(f"{head}  {finding.message}", 2, style, len(head))
    if one.reason is not None:
        yield Line(f"Lý do bỏ qua: {one.reason}", 6)
        return
    yield Line(f"→ {finding.hint}", 6)
    place = place_in_words(finding)
    if place:
        yield Line(place, 6, "dim")
