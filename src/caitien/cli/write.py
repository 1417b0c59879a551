"""`caitien write FILE_OR_PLAN.json -o OUT`: the official document of a plan, as Word, PDF, Excel, HTML, Markdown."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from caitien.findings import CannotWrite


def add_arguments(parser: ArgumentParser) -> None:
    from caitien.layouts.forms import FORMS

    parser.add_argument(
        "file", metavar="TỆP", type=Path, help="kế hoạch: văn bản của trường hoặc dữ liệu JSON; hoặc thư mục"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="TỆP-RA",
        type=Path,
        required=True,
        help="tệp ghi ra; đuôi tên quyết định định dạng: .docx .pdf .xlsx .html .md",
    )
    parser.add_argument(
        "--form",
        metavar="MẪU",
        choices=[form.id for form in FORMS],
        help="biểu mẫu: "
        + "; ".join(f"{form.id} ({form.title})" for form in FORMS)
        + ". Bỏ trống: mẫu của chính kế hoạch, nếu không thì theo bộ tiêu chuẩn",
    )
    parser.add_argument(
        "--template",
        metavar="MẪU-WORD",
        type=Path,
        help="mẫu Word (.docx) của trường, có các trường như {{truong}}; thay cho --form",
    )
    folder = parser.add_argument_group("Khi ghi cả thư mục")
    folder.add_argument(
        "--format", choices=["docx", "pdf", "xlsx", "html", "md"], help="định dạng của mọi văn bản (mặc định docx)"
    )
    folder.add_argument("--jobs", metavar="SỐ", type=int, help="số tiến trình chạy song song (mặc định: số bộ xử lý)")


def run(options: Namespace) -> int:
    if options.file.is_dir():
        return _folder(options)
    from caitien.checks.document import load
    from caitien.cli.progress import progress_bar
    from caitien.layouts.compose import describe_left_out, merged
    from caitien.writing import check_suffix, fill_template, write_plan

    check_suffix(options.output)
    _refuse_same_file(options.file, options.output)
    with progress_bar() as progress:
        loaded = load(options.file, progress=progress)
    told: list[str] = []
    if options.template:
        fill_template(loaded.plan, options.template, options.output)
    else:
        told = describe_left_out(write_plan(loaded.plan, options.output, form=options.form))
        told += merged(loaded.plan, options.form)
    if loaded.doubts:
        print(
            f"Có {len(loaded.doubts)} chỗ còn nghi ngờ khi đọc “{options.file.name}”; xem: caitien read.",
            file=sys.stderr,
        )
    for line in told:
        print(line, file=sys.stderr)
    return 0


def _folder(options: Namespace) -> int:
    from caitien.cli.write_folder import write_folder

    if options.template:
        raise CannotWrite("--template dùng cho một kế hoạch, không dùng cho cả thư mục.")
    return write_folder(options)


def _refuse_same_file(source: Path, output: Path) -> None:
    try:
        same = source.samefile(output)
    except OSError:  # one of them is not there
        return
    if same:
        raise CannotWrite(f"“{output}” chính là tệp kế hoạch gốc; hãy chọn tên khác để không ghi đè lên nó.")
