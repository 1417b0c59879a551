"""`caitien serve`: prepares the data, then runs the site and its background work until it is told to stop.

Three processes: this one watches (it loads no Django), granian's worker answers with four threads, and one worker does
what is slow or due. What they log goes to files in the data folder; the terminal gets Vietnamese lines only.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from caitien_web.serve.lines import say, tell_address, tell_setup
from caitien_web.serve.place import CannotServe, free_port_or_refuse, settle
from caitien_web.serve.site import run_site


def serve(*, host: str = "127.0.0.1", port: int = 8000, data: Path | None = None, opens: bool = False) -> int:
    """Serve until Ctrl+C or SIGTERM; the exit code, 2 where it could not start."""
    try:
        free_port_or_refuse(host, port)
        place = settle(host, port, data)
        found = prepare(place.logs)
    except CannotServe as refusal:
        say(str(refusal), error=True)
        return 2
    code = tell_setup(place) if found["empty"] else ""
    return run_site(place, ready=lambda: tell_address(place, code, opens=opens))


def prepare(logs: Path) -> dict[str, bool]:
    """Migrate and collect in a process of its own, so that this one stays small."""
    run = subprocess.run(
        [sys.executable, "-m", "caitien_web.serve.prepare"],
        env=os.environ | {"CAITIEN_LOG_FILE": str(logs / "prepare.log")},
        check=False,
        capture_output=True,
        text=True,
    )
    if run.returncode:
        (logs / "prepare.log").open("a", encoding="utf-8").write(run.stderr)
        raise CannotServe(
            run.stdout.strip() or f"Chưa chuẩn bị được dữ liệu. Chi tiết nằm trong tệp {logs / 'prepare.log'}."
        )
    found: dict[str, bool] = json.loads(run.stdout.splitlines()[-1])
    return found
