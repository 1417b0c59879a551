"""`caitien demo`: an invented province to try the site with: schools of all levels, people, two years of plans.

Only an empty data folder is filled; the accounts and their password are told on the terminal.
"""

from argparse import ArgumentParser, Namespace
from importlib import import_module
from pathlib import Path


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--data", metavar="THƯ_MỤC", type=Path, help="nơi lưu dữ liệu mẫu (mặc định ~/.local/share/caitien)"
    )


def run(options: Namespace) -> int:
    demo = import_module("caitien_web.demo").demo  # by name: the library does not know the product
    return int(demo(data=options.data))
