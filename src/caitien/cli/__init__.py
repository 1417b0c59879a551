"""The command `caitien`: one file a command, imported only when it is called, so that `--help` answers at once."""

import argparse
import sys
from importlib import import_module
from typing import NoReturn

# command → what it does, in the order of the help. The module caitien.cli.<command> has add_arguments() and run().
COMMANDS = {
    "read": "đọc một kế hoạch (Word, PDF, bản quét, Excel, văn bản) thành dữ liệu",
    "check": "kiểm tra một kế hoạch trước khi ký: từng lỗi, ở đâu, sửa thế nào",
    "write": "ghi kế hoạch thành văn bản đúng thể thức: Word, PDF, Excel, trang web",
    "convert": "chuyển kế hoạch cũ sang biểu mẫu của bộ tiêu chuẩn mới, ghi rõ chỗ phải quyết định",
    "serve": "mở trang web của trường trên máy này",
    "demo": "lập một tỉnh mẫu để dùng thử trang web",
    "frameworks": "xem các bộ tiêu chuẩn: tiêu chuẩn, tiêu chí, mức, hiệu lực",
}


class _Parser(argparse.ArgumentParser):
    """argparse with Vietnamese words and the contract's exit code 2 in one line."""

    def error(self, message: str) -> NoReturn:
        print(f"Lệnh chưa đúng: {_in_vietnamese(message)}. Gõ “{self.prog} --help” để xem cách dùng.", file=sys.stderr)
        raise SystemExit(2)

    def format_help(self) -> str:
        text = super().format_help()
        for english, vietnamese in (("usage:", "Cách dùng:"), ("options:", "Tùy chọn:")):
            text = text.replace(english, vietnamese)
        return text.replace("show this help message and exit", "xem hướng dẫn này").replace(
            "positional arguments:", "Đối số:"
        )


def _in_vietnamese(message: str) -> str:
    for english, vietnamese in (
        ("the following arguments are required:", "thiếu"),
        ("unrecognized arguments:", "không hiểu"),
        ("invalid choice:", "không có lựa chọn"),
        ("expected one argument", "cần một giá trị"),
        ("invalid int value:", "không phải số nguyên"),
        ("invalid float value:", "không phải số (viết dấu chấm thập phân)"),
        ("(choose from", "(chọn trong"),
        ("argument ", ""),
    ):
        message = message.replace(english, vietnamese)
    return message


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit code of the contract: 0 done, 1 found at or above --fail-on, 2 could not."""
    arguments = sys.argv[1:] if argv is None else argv
    if not arguments or arguments[0] in ("-h", "--help"):
        print(_overview())
        return 0
    if arguments[0] == "--version":
        from importlib.metadata import version

        print(f"caitien {version('caitien')}")
        return 0
    return _call(arguments[0], arguments[1:])


def _overview() -> str:
    width = max(map(len, COMMANDS))
    lines = [
        "Cách dùng: caitien LỆNH [TÙY CHỌN]",
        "",
        "Kế hoạch cải tiến chất lượng giáo dục của nhà trường.",
        "",
        "Lệnh:",
    ]
    lines += [f"  {name:{width}}  {what}" for name, what in COMMANDS.items()]
    return "\n".join([*lines, "", "Gõ “caitien LỆNH --help” để xem cách dùng từng lệnh."])


def _call(name: str, arguments: list[str]) -> int:
    if name not in COMMANDS:
        print(f"Không có lệnh “{name}”. Gõ “caitien --help” để xem các lệnh.", file=sys.stderr)
        return 2
    command = import_module(f"caitien.cli.{name}")
    parser = _Parser(prog=f"caitien {name}", description=COMMANDS[name][0].upper() + COMMANDS[name][1:] + ".")
    command.add_arguments(parser)
    try:
        options = parser.parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return _run(command.run, options)


def _run(run: object, options: argparse.Namespace) -> int:
    from caitien.findings import CannotRead, CannotWrite

    try:
        return int(run(options))  # type: ignore[operator]
    except (CannotRead, CannotWrite) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu.", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
