"""`caitien read FILE`: the plan as JSON for programs, or as a table for people."""

import json
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from caitien.findings import CannotRead, Finding, Position


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="TỆP", type=Path, help="tệp kế hoạch: .docx .doc .odt .rtf .pdf .xlsx .txt .md .html, ảnh quét"
    )
    parser.add_argument(
        "--format", choices=["json", "table"], default="json", help="json cho chương trình, table cho người xem"
    )
    parser.add_argument(
        "--findings", metavar="TỆP", type=Path, help="ghi những chỗ còn nghi ngờ khi đọc vào tệp JSON này"
    )
    parser.add_argument(
        "--positions", metavar="TỆP", type=Path, help="ghi vị trí của từng giá trị trong bản gốc vào tệp JSON này"
    )
    parser.add_argument(
        "--max-pages", metavar="SỐ", type=int, default=500, help="số trang nhiều nhất được đọc (mặc định 500)"
    )


def run(options: Namespace) -> int:
    from caitien.cli.progress import progress_bar
    from caitien.formats import Limits
    from caitien.plan import to_json
    from caitien.reading import read_plan

    with progress_bar() as progress:
        reading = read_plan(options.file, limits=Limits(pages=options.max_pages), progress=progress)
    if options.findings:
        _write(options.findings, [finding_as_json(finding) for finding in reading.findings])
    if options.positions:
        _write(options.positions, {path: position_as_json(place) for path, place in reading.positions.items()})
    if options.format == "table":
        from caitien.cli.table import print_reading

        print_reading(reading)
        return 0
    if not options.findings:
        for finding in reading.findings:
            print(f"{finding.code} {finding.message}", file=sys.stderr)
    print(json.dumps(to_json(reading.plan), ensure_ascii=False, indent=1))
    return 0


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """A finding by the contract, with its position in the file where that is known."""
    data = asdict(finding) | {"severity": finding.severity.value}
    return data | {"position": position_as_json(finding.position) if finding.position else None}


def position_as_json(position: Position) -> dict[str, int]:
    """The known counts of a position only: {"page": 2, "row": 5}."""
    return {name: count for name, count in asdict(position).items() if isinstance(count, int)}


def _write(path: Path, data: Any) -> None:
    try:
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise CannotRead(f"Không ghi được tệp “{path}”: {error.strerror}.") from error
