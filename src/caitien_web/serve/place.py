"""Where the site is served from: data folder, logs, port, address. Sets the environment for all processes."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path

EVERYWHERE = ("0.0.0.0", "::", "")


class CannotServe(Exception):
    """The site cannot start; the text is for the terminal."""


@dataclass(frozen=True, slots=True)
class Place:
    """`address`: where people open the site; `other_addresses`: where others in the network do."""

    host: str
    port: int
    data: Path
    logs: Path
    address: str
    other_addresses: tuple[str, ...]


def free_port_or_refuse(host: str, port: int) -> None:
    """Ask for the port before anything is done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise CannotServe(
                f"Không mở được cổng {port} tại {host}: có thể chương trình khác đang dùng. "
                f"Thử cổng khác: caitien serve --port {port + 1 if port < 65535 else 8001}"
            ) from None
        except OverflowError:
            raise CannotServe(f"Cổng {port} không có; hãy chọn một số từ 1 đến 65535.") from None


def settle(host: str, port: int, data: Path | None) -> Place:
    """The place, with the environment of the processes to come."""
    local = f"http://{'127.0.0.1' if host in EVERYWHERE else host}:{port}"
    address = os.environ.setdefault("CAITIEN_URL", local).rstrip("/")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "caitien_web.settings")
    if data:
        os.environ["CAITIEN_DATA"] = str(data.resolve())
    try:
        from caitien_web.settings.place import data_folder  # the settings are read with it: not before now

        folder = data_folder()
        logs = folder / "logs"
        logs.mkdir(exist_ok=True)
    except OSError as error:
        raise CannotServe(f"Không dùng được thư mục dữ liệu {data or ''}: {error.strerror}.") from None
    return Place(host, port, folder, logs, address, _others(host, port))


def _others(host: str, port: int) -> tuple[str, ...]:
    from caitien_web.serve.lines import own_address

    found = own_address() if host in EVERYWHERE else None
    return (f"http://{found}:{port}",) if found else ()


def not_prepared(log: Path) -> str:
    """What is said where the reason stands in a log only."""
    return f"Chưa chuẩn bị được dữ liệu. Chi tiết nằm trong tệp {log}."
