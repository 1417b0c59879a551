"""`caitien frameworks [ID]`: the editions of the standards, or all that is known of one."""

import argparse
import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from caitien.cli.day import day_of
from caitien.vietnamese.dates import say_day

if TYPE_CHECKING:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    from caitien.frameworks.model import Framework

_STYLES = {
    "title": "bold",
    "heading": "bold cyan",
    "criterion": "bold",
    "level": "underline",
    "text": "",
    "doubt": "yellow",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id", nargs="?", metavar="ID", help="bộ tiêu chuẩn cần xem, ví dụ TT57-2026-PT; bỏ trống: tất cả"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="text cho người, json cho chương trình"
    )
    parser.add_argument("--on", metavar="DAY", help="chỉ những bộ áp dụng vào ngày này, ví dụ 2026-09-01")


def run(options: argparse.Namespace) -> int:
    """Print the list or one edition; an unknown id or day is refused in one line (CannotRead)."""
    from caitien.frameworks.load import all_frameworks, load_framework

    on = day_of(options.on) if options.on else None
    if options.id:
        framework = load_framework(options.id)
        _print_json(_whole(framework, on)) if options.format == "json" else _show(framework, on)
        return 0
    frameworks = [one for one in all_frameworks() if on is None or one.in_force(on)]
    if options.format == "json":
        _print_json([_in_brief(one) for one in frameworks])
    else:
        _list(frameworks, on)
    return 0


def _print_json(data: Any) -> None:
    json.dump(data, sys.stdout, ensure_ascii=False, indent=2)
    print()


def _whole(framework: "Framework", on: date | None) -> dict[str, Any]:
    """The edition's data file, with whether it applies where a day is asked for."""
    from caitien.frameworks.load import framework_data

    data = framework_data(framework.id)
    return data if on is None else data | {"on": on.isoformat(), "in_force": framework.in_force(on)}


def _in_brief(framework: "Framework") -> dict[str, Any]:
    return {
        "id": framework.id,
        "document": framework.document.name,
        "title": framework.document.full_title,
        "school_levels": framework.school_levels,
        "valid_from": framework.valid_from.isoformat(),
        "valid_to": framework.valid_to.isoformat() if framework.valid_to else None,
        "standards": len(framework.standards),
        "criteria": len(framework.criteria),
        "mandatory_criteria": sum(one.mandatory for one in framework.criteria),
        "levels": framework.levels,
        "verified": framework.verified,
        "confidence": dict(framework.confidence),
    }


def _console() -> "Console":
    """The terminal as it is; where there is none, lines as wide as a page."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    return console if console.is_terminal else Console(highlight=False, markup=False, emoji=False, width=120)


def _list(frameworks: list["Framework"], on: date | None) -> None:
    """Three lines an edition, so that it also fits a narrow terminal."""
    from rich.text import Text

    from caitien.frameworks.describe import levels_text, validity_text
    from caitien.frameworks.model import CONFIDENCE, NOT_VERIFIED

    console = _console()
    for one in frameworks:
        grade = f"độ tin cậy {CONFIDENCE[one.confidence['structure']]}"
        doubt = "" if one.verified else f", {NOT_VERIFIED}"
        counts = f"{len(one.standards)} tiêu chuẩn, {len(one.criteria)} tiêu chí, {len(one.levels)} mức"
        console.print(Text.assemble((one.id, "bold cyan"), f"  {validity_text(one)}"))
        console.print(_indented(1, f"{one.document.name} ({levels_text(one)})"))
        console.print(_indented(1, Text.assemble(f"{counts}; ", (grade + doubt, "yellow" if doubt else ""))))
    if on and not frameworks:
        console.print(f"Không có bộ tiêu chuẩn nào trong phần mềm áp dụng vào ngày {say_day(on)}.")
    console.print()
    _earlier(console, on)


def _indented(depth: int, text: "str | Text") -> "Padding":
    from rich.padding import Padding

    return Padding(text, (0, 0, 0, 2 * depth), expand=False)


def _earlier(console: "Console", on: date | None) -> None:
    """What applied before the editions we hold, known by name only."""
    from caitien.frameworks.describe import day_range
    from caitien.frameworks.load import earlier_documents
    from caitien.frameworks.model import CONFIDENCE, NOT_VERIFIED, SCHOOL_LEVELS

    for document in earlier_documents():
        start, end = (date.fromisoformat(document[name]) for name in ("valid_from", "valid_to"))
        if on is None or start <= on <= end:
            levels = ", ".join(SCHOOL_LEVELS[level] for level in document["school_levels"])
            console.print(
                f"Trước đó, chỉ biết tên: Thông tư {document['number']} ({levels}), {day_range(start, end)}; "
                f"{NOT_VERIFIED}, độ tin cậy {CONFIDENCE[document['confidence']]}.",
                style="yellow",
            )


def _show(framework: "Framework", on: date | None) -> None:
    from rich.text import Text

    from caitien.frameworks.describe import describe

    console = _console()
    for line in describe(framework):
        if line.style == "heading":
            console.print()
        console.print(_indented(line.depth, Text(line.text, style=_STYLES[line.style])))
        if line.style == "title" and on:
            applies = "áp dụng" if framework.in_force(on) else "không áp dụng"
            console.print(f"Vào ngày {say_day(on)}: {applies}.")
