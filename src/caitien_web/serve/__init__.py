"""`caitien serve`: prepares the data, then runs the site and its background work until it is told to stop.

This process watches and loads no Django. The site is a process of its own that loads the program once and forks into
the workers that answer (serve.site); beside it one worker does what is slow or due. What they log goes to files in the
data folder; the terminal gets Vietnamese lines only.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from caitien_web.serve.lines import say, setup_code, tell_address
from caitien_web.serve.place import CannotServe, free_port_or_refuse, not_prepared, settle
from caitien_web.serve.watch import Watched


def serve(*, host: str = "127.0.0.1", port: int = 8000, data: Path | None = None, opens: bool = False) -> int:
    """Serve until Ctrl+C or SIGTERM; the exit code, 2 where it could not start."""
    try:
        free_port_or_refuse(host, port)
        place = settle(host, port, data)
        code = setup_code()
        site = Watched(place)
        found = site.start()
    except CannotServe as refusal:
        say(str(refusal), error=True)
        return 2
    return site.watch(ready=lambda: tell_address(place, code if found["empty"] else "", opens=opens))


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
        raise CannotServe(run.stdout.strip() or not_prepared(logs / "prepare.log"))
    found: dict[str, bool] = json.loads(run.stdout.splitlines()[-1])
    return found
