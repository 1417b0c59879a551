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
    from caitien.checks.settings import Given, Settings


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
    parser.add_argument("--explain", metavar="MÃ", help="giải thích một lỗi theo mã hoặc tên, rồi thôi")
    folder = parser.add_argument_group("Khi kiểm tra cả thư mục")
    folder.add_argument("--jobs", metavar="SỐ", type=int, help="số tiến trình chạy song song (mặc định: số bộ xử lý)")
    folder.add_argument("--duplicates", action="store_true", help="thay vì tìm lỗi, tìm các kế hoạch chép của nhau")
    folder.add_argument(
        "--threshold",
        metavar="TỶ-LỆ",
        type=float,
        default=0.3,
        help="phần của bản ngắn hơn phải trùng, từ 0 đến 1 (mặc định 0.3)",
    )


def run(options: Namespace) -> int:
    from caitien.checks.settings import settings_for

    if options.explain:
        return _explain(options.explain)
    if options.file is None:
        raise CannotRead("Chưa chọn tệp kế hoạch để kiểm tra; ví dụ: caitien check ke-hoach.docx.")
    given, on = _given(options), day_of(options.on) if options.on else None
    if options.file.is_dir():
        from caitien.cli.check_folder import check_folder, list_duplicates

        return list_duplicates(options) if options.duplicates else check_folder(options, given, on)
    if options.duplicates:
        raise CannotRead("--duplicates so các kế hoạch với nhau, nên cần một thư mục.")
    return _one(options, settings_for(options.file, given), on)


def _explain(name: str) -> int:
    from caitien.checks.explain import manual
    from caitien.checks.report.text import write_lines

    write_lines(manual(name), sys.stdout)
    return 0


def _given(options: Namespace) -> "Given":
    from caitien.checks.settings import Given

    return Given(options.config, _split(options.select), _split(options.ignore), options.fail_on)


def _split(values: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for value in values or () for code in value.split(",") if code.strip())


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
