"""`caitien serve` as a person starts it: from nothing to the first page, and down again."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from caitien_web.serve.prepare import applied, on_disk

ENGLISH = re.compile(r"\b(starting|listening|error|warning|started|running|the|INFO)\b", re.IGNORECASE)


def environment_in(folder: Path) -> dict[str, str]:
    ours = ("CAITIEN_", "DJANGO_", "DATABASE")
    quiet = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return quiet | {"PYTHONPATH": str(Path(__file__).parents[2] / "src"), "XDG_DATA_HOME": str(folder)}


@pytest.fixture
def place(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return port, environment_in(tmp_path)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Database and static files as the first start lays them; each of the tests that need no first start has a copy."""
    folder = tmp_path_factory.mktemp("prepared")
    subprocess.run([sys.executable, "-m", "caitien_web.serve.prepare"], env=environment_in(folder), check=True)
    return folder


@pytest.fixture
def prepared_place(place, prepared, tmp_path):
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return place


def start(place, *options: str) -> subprocess.Popen:
    port, environment = place
    command = [sys.executable, "-m", "caitien", "serve", "--port", str(port), *options]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def lines_until(site: subprocess.Popen, last: str) -> list[str]:
    lines = []
    for line in site.stdout:
        lines.append(line.strip())
        if line.startswith(last):
            break
    return lines


def test_it_starts_from_nothing_and_stops(place):
    port, _ = place
    site = start(place)
    try:
        told = lines_until(site, "Nhấn Ctrl+C")
        address = next(line for line in told if line.startswith("Trang web đang chạy tại ")).split()[-1]
        assert re.fullmatch(rf"http://127\.0\.0\.1:{port}/thiet-lap/\?ma=\w{{4}}-\w{{4}}", address)
        page = urllib.request.urlopen(address, timeout=20).read().decode()
        assert address.partition("=")[2] in page
        style = re.search(r'href="(/static/[^"]+\.css)"', page)[1]
        assert re.search(r"\.[0-9a-f]{12}\.css$", style)
        assert urllib.request.urlopen(f"http://127.0.0.1:{port}{style}", timeout=20).status == 200
        children = children_of(site.pid)
        site.send_signal(signal.SIGINT)
        rest, _ = site.communicate(timeout=30)
        assert site.returncode == 0
        assert rest.strip() == "Đã dừng."
        assert not ENGLISH.search("\n".join(told))
        assert all(ends_soon(child) for child in children)
    finally:
        site.kill()


def ends_soon(child: int) -> bool:
    """Python's resource tracker notices only a moment later that nobody is left to serve."""
    for _ in range(100):
        if not is_alive(child):
            return True
        time.sleep(0.1)
    return False


def test_a_background_worker_that_died_is_started_again(prepared_place):
    site = start(prepared_place)
    try:
        lines_until(site, "Nhấn Ctrl+C")
        (worker,) = [child for child in children_of(site.pid) if "serve.worker" in said_by(child)]
        os.kill(worker, signal.SIGKILL)
        for _ in range(200):
            now = [child for child in children_of(site.pid) if "serve.worker" in said_by(child)]
            if now and now != [worker]:
                break
            time.sleep(0.1)
        assert now and now != [worker]
    finally:
        site.send_signal(signal.SIGTERM)
        site.communicate(timeout=30)
        site.kill()


def test_nothing_is_left_where_the_watching_process_was_killed(prepared_place):
    site = start(prepared_place)
    lines_until(site, "Nhấn Ctrl+C")
    below = [one for child in children_of(site.pid) for one in (child, *children_of(child))]
    site.kill()
    site.communicate(timeout=30)
    assert len(below) > 1
    assert all(ends_soon(one) for one in below)


def test_the_workers_are_as_many_as_asked_for_and_share_what_was_loaded(prepared_place):
    port, environment = prepared_place
    site = start((port, environment | {"CAITIEN_WORKERS": "3"}))
    try:
        lines_until(site, "Nhấn Ctrl+C")
        (loaded,) = [child for child in children_of(site.pid) if "serve.site" in said_by(child)]
        assert len([child for child in children_of(loaded) if "serve.site" in said_by(child)]) == 3
    finally:
        site.send_signal(signal.SIGTERM)
        site.communicate(timeout=30)
        site.kill()


def test_migrations_are_known_by_their_files(db):
    assert on_disk() == set(MigrationLoader(connection).disk_migrations)
    assert on_disk() <= applied()


def test_a_port_in_use_is_told(place):
    port, _ = place
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        site = start(place)
        told, _ = site.communicate(timeout=30)
    assert site.returncode == 2
    assert told.startswith(f"Không mở được cổng {port}")


def test_the_site_needs_no_driver_of_postgresql(place):
    _, environment = place
    without = "import sys; sys.modules['psycopg'] = None; import caitien_web.wsgi"
    ran = subprocess.run([sys.executable, "-c", without], env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def children_of(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(word) for word in listed.stdout.split() if is_alive(int(word))]


def said_by(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
