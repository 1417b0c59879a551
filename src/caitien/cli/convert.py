"""`caitien convert OLD --to ID -o OUT`: the unfinished items of an old plan in the form of a newer edition."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from caitien.findings import CannotWrite


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="kế hoạch cũ: văn bản của trường hoặc dữ liệu JSON")
    parser.add_argument(
        "--to", metavar="BỘ", required=True, help="bộ tiêu chuẩn mới, ví dụ TT57-2026-PT (xem: caitien frameworks)"
    )
    parser.add_argument(
        "-o", "--output", metavar="TỆP-RA", type=Path, required=True, help="tệp ghi ra: .docx .pdf .xlsx .html .md"
    )
    parser.add_argument(
        "--on", metavar="NGÀY", help="lập kế hoạch mới vào ngày này; bỏ trống: ngày bộ tiêu chuẩn mới có hiệu lực"
    )


def run(options: Namespace) -> int:
    from caitien.checks.document import load
    from caitien.cli.day import day_of
    from caitien.cli.progress import progress_bar
    from caitien.formats import write_document
    from caitien.layouts.compose import compose
    from caitien.layouts.convert import convert, decisions_in, marked
    from caitien.writing import check_suffix, save

    check_suffix(options.output)
    if options.output.exists() and options.file.exists() and options.output.samefile(options.file):
        raise CannotWrite(f"“{options.output}” chính là kế hoạch cũ; hãy chọn tên khác để không ghi đè lên nó.")
    on = day_of(options.on) if options.on else None
    with progress_bar() as progress:
        loaded = load(options.file, progress=progress)
    converted = convert(loaded.plan, options.to, on=on)
    document = compose(converted.plan)
    save(options.output, write_document(marked(document, converted.unverified), options.output.suffix))
    for note in converted.notes:
        print(note, file=sys.stderr)
    moved = f"Đã chuyển {len(converted.plan.items)}/{len(loaded.plan.items)} mục"
    print(f"{moved}; còn {decisions_in(document)} chỗ cần quyết định hoặc đối chiếu.", file=sys.stderr)
    return 0
