"""`caitien check FILE`: every fault of a plan named, located and explained, before the plan is signed."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from caitien.cli.day import day_of
from caitien.findings import CannotRead

if TYPE_CHECKING:
    from caitien.checks.report import Report
    from caitien.checks.settings import Settings


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="TỆP", type=Path, nargs="?", help="kế hoạch: văn bản của trường hoặc dữ liệu JSON; hoặc thư mục"
    )
    parser.add_argument("--on", metavar="NGÀY", help="xét pháp luật vào ngày này; bỏ trống: ngày của văn bản")
    parser.add_argument(
        "--format",
        choices=["text", "json", "html"],
        default="text",
        help="text để xem, json cho chương trình, html để in",
    )
    parser.add_argument("--select", metavar="MÃ", action="append", help="chỉ kiểm tra các mã này, ví dụ H,L02")
    parser.add_argument("--ignore", metavar="MÃ", action="append", help="không kiểm tra các mã này, ví dụ W")
    parser.add_argument(
        "--fail-on",
        choices=["error", "warning", "hint", "never"],
        help="từ mức nào thì thoát với mã 1 (mặc định error)",
    )
    parser.add_argument(
        "--config", metavar="TỆP", type=Path, help="tệp thiết lập; bỏ trống: caitien.toml gần tệp kế hoạch nhất"
    )


def run(options: Namespace) -> int:
    if options.file is None:
        raise CannotRead("Chưa chọn tệp kế hoạch để kiểm tra; ví dụ: caitien check ke-hoach.docx.")
    settings, on = settings_for(options), day_of(options.on) if options.on else None
    return _one(options, settings, on)


def _one(options: Namespace, settings: "Settings", on: date | None) -> int:
    from caitien.checks.document import check_file
    from caitien.cli.progress import progress_bar

    with progress_bar() as progress:
        report = check_file(options.file, on=on, settings=settings, progress=progress)
    _print(report, options.format)
    return int(report.fails(settings.fail_on))


def _print(report: "Report", form: str) -> None:
    if form == "json":
        import json

        from caitien.checks.report.as_json import findings_as_json

        print(json.dumps(findings_as_json(report.judged), ensure_ascii=False, indent=1))
    elif form == "html":
        from caitien.checks.report.page import page_of

        print(page_of(report))
    else:
        from caitien.checks.report.text import write_text

        write_text(report, sys.stdout)


def settings_for(options: Namespace) -> "Settings":
    """The settings of the nearest caitien.toml, with what the command line says in their place."""
    from dataclasses import replace

    from caitien.checks.settings import Settings, codes, read_settings, settings_file

    path = options.config or settings_file(options.file)
    settings = read_settings(path) if path else Settings()
    if options.select:
        settings = replace(settings, select=codes(_split(options.select), "--select"))
    if options.ignore:
        settings = replace(settings, ignore=settings.ignore + codes(_split(options.ignore), "--ignore"))
    return replace(settings, fail_on=options.fail_on) if options.fail_on else settings


def _split(values: list[str]) -> list[str]:
    return [code.strip() for value in values for code in value.split(",") if code.strip()]
