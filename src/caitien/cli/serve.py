"""`caitien serve`: the web site on this computer, with its background work, until Ctrl+C.

On first start the site leads through setting up; the terminal shows the address with the code that this asks for.
"""

from argparse import ArgumentParser, Namespace
from importlib import import_module
from pathlib import Path


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", metavar="SỐ", type=int, default=8000, help="cổng của trang web (mặc định 8000)")
    parser.add_argument(
        "--host",
        metavar="ĐỊA_CHỈ",
        default="127.0.0.1",
        help="địa chỉ lắng nghe; 0.0.0.0 để máy khác trong trường mở được (mặc định 127.0.0.1: chỉ máy này)",
    )
    parser.add_argument(
        "--data", metavar="THƯ_MỤC", type=Path, help="nơi lưu dữ liệu (không ghi: ~/.local/share/caitien)"
    )
    parser.add_argument("--open", action="store_true", help="mở trang trong trình duyệt của máy này")


def run(options: Namespace) -> int:
    serve = import_module("caitien_web.serve").serve  # by name: the library does not know the product
    return int(serve(host=options.host, port=options.port, data=options.data, opens=options.open))
