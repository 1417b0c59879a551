"""The site under load as a school starts it: `python -m corpus.bench_load`.

Starts `caitien serve` on nothing, then on the demonstration, and asks the page of a plan under way with eight clients
that keep their connections. Printed: the time to the first page, pages a second, processor time a page, memory. On a
machine that is busy with other things pages a second say little: processor time a page says what two free
processors would give, clients not counted.
"""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

CLIENTS, SECONDS = 8, float(os.environ.get("LOAD_SECONDS", "8"))
USER, PASSWORD = "hieutruong.thsn", "xin-chao-2026"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Site:
    """A running `caitien serve`."""

    port: int
    process: "subprocess.Popen[str]"

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def processes(self) -> list[int]:
        found = [self.process.pid]
        for pid in found:
            listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True)
            found += [int(word) for word in listed.stdout.split()]
        return found

    def worked(self) -> float:
        """Seconds of processor time of all its processes together."""
        return sum(_worked(pid) for pid in self.processes())

    def memory(self) -> list[tuple[str, int, int]]:
        """What each process is, its memory in MB, and its share of it (what is shared counted once for all)."""
        return [(_name(pid), *_memory(pid)) for pid in self.processes()]


def _worked(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _memory(pid: int) -> tuple[int, int]:
    told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    values = [re.search(rf"^{name}:\s+(\d+)", told, re.MULTILINE) for name in ("Rss", "Pss")]
    whole, share = (int(value[1]) // 1024 if value else 0 for value in values)
    return whole, share


def _name(pid: int) -> str:
    said = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    return next((word for word in said if word.startswith("caitien_web.")), "caitien serve")


@contextmanager
def served(data: Path) -> Iterator[tuple[Site, float, float]]:
    """The site on a data folder, with the seconds until it answered its first page, and those it worked."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    began = time.monotonic()
    command = [sys.executable, "-m", "caitien", "serve", "--port", str(port), "--data", str(data)]
    site = Site(port, subprocess.Popen(command, stdout=subprocess.DEVNULL, text=True))
    try:
        while not _answers(site):
            time.sleep(0.01)
        yield site, time.monotonic() - began, site.worked()
    finally:
        site.process.send_signal(signal.SIGTERM)
        site.process.wait(30)


def _answers(site: Site) -> bool:
    connection = site.connect()
    try:
        connection.request("GET", "/dang-nhap/")
        return connection.getresponse().status in (200, 302)
    except OSError:
        return False
    finally:
        connection.close()


@dataclass
class Load:
    """What the clients saw: pages by status, their size, and how long the slowest ones took."""

    statuses: dict[int, int] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    size: int = 0


def sign_in(site: Site) -> str:
    """The cookies of the head, signed in by the form."""
    connection, cookies = site.connect(), dict[str, str]()
    connection.request("GET", "/dang-nhap/")
    page = _read(connection, cookies)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    form = urlencode({"login": USER, "password": PASSWORD, "csrfmiddlewaretoken": token[1]})
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": _said(cookies)}
    connection.request("POST", "/dang-nhap/", form, headers)
    _read(connection, cookies)
    return _said(cookies)


def _read(connection: http.client.HTTPConnection, cookies: dict[str, str]) -> str:
    answer = connection.getresponse()
    for name, value in answer.getheaders():
        if name.lower() == "set-cookie":
            key, _, rest = value.partition("=")
            cookies[key] = rest.partition(";")[0]
    return answer.read().decode()


def _said(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def ask_for_a_while(site: Site, address: str, cookies: str, seconds: float) -> Load:
    """Ask one page with all clients for some seconds, over connections that are kept."""
    load, until = Load(), time.monotonic() + seconds
    asked = (
        f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nCookie: {cookies}\r\nAccept-Encoding: gzip\r\n\r\n"
    ).encode()

    def client() -> None:
        with socket.create_connection(("127.0.0.1", site.port)) as connection:
            while (began := time.monotonic()) < until:
                connection.sendall(asked)
                status, size = _answer(connection)
                load.took.append(time.monotonic() - began)
                load.statuses[status] = load.statuses.get(status, 0) + 1
                load.size = size

    clients = [threading.Thread(target=client) for _ in range(CLIENTS)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    return load


def _answer(connection: socket.socket) -> tuple[int, int]:
    """Status and size of one answer; as little work as can be, for it takes from the processors that are measured."""
    told = b""
    while b"\r\n\r\n" not in told:
        told += connection.recv(65536)
    head, _, body = told.partition(b"\r\n\r\n")
    length = int(re.search(rb"content-length: (\d+)", head, re.IGNORECASE)[1])  # type: ignore[index]
    missing = length - len(body)
    while missing > 0:
        missing -= len(connection.recv(missing))
    return int(head[9:12]), length


def main() -> None:
    os.environ.pop("DATABASE_URL", None)
    with tempfile.TemporaryDirectory() as folder:
        with served(Path(folder) / "new") as (_, passed, worked):
            print(f"first page from nothing: {passed:.1f} s, {worked:.1f} s of processor time")
        demo = Path(folder) / "demo"
        subprocess.run([sys.executable, "-m", "caitien", "demo", "--data", str(demo)], check=True, capture_output=True)
        with served(demo) as (_, passed, worked):
            print(f"first page with data: {passed:.1f} s, {worked:.1f} s of processor time")
        with served(demo) as (site, passed, worked):
            print(f"once more: {passed:.1f} s, {worked:.1f} s of processor time")
            measure(site)


def measure(site: Site) -> None:
    """Print what the page of a plan under way comes to, and the memory after it."""
    address = "/don-vi/truong-tieu-hoc-suoi-ngoc/ke-hoach/2026-2027/"
    cookies = sign_in(site)
    ask_for_a_while(site, address, cookies, 2)
    before, began = site.worked(), time.monotonic()
    load = ask_for_a_while(site, address, cookies, SECONDS)
    passed, worked = time.monotonic() - began, site.worked() - before
    pages = sum(load.statuses.values())
    each = 1000 * worked / pages
    slow = sorted(load.took)[int(0.95 * pages)] * 1000
    print(f"{CLIENTS} clients, {load.size:,} bytes a page, answers {load.statuses}, 95 of 100 within {slow:.0f} ms")
    print(f"{pages / passed:.0f} pages/s; {each:.2f} ms of processor time a page, {2000 / each:.0f}/s on 2 processors")
    for name, whole, share in site.memory():
        print(f"  {name}: {whole} MB, of which {share} its own share")


if __name__ == "__main__":
    main()
