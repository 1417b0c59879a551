"""Run a command and print its seconds, its greatest memory in kB, and its exit code: `python -S -E watch.py COMMAND …`.

Memory is that of the command and all its helpers together, looked up every few hundredths of a second, or what the
system itself counted for the greatest of them, whichever is more. Imports next to nothing, so as not to be counted.
"""

import os
import sys
import time


def _family(process: int) -> list[int]:
    """The process and all that it started."""
    try:
        with open(f"/proc/{process}/task/{process}/children") as listed:  # noqa: PTH123  (pathlib is too large here)
            children = [int(number) for number in listed.read().split()]
    except OSError:
        return [process]
    return [process, *(member for child in children for member in _family(child))]


def _memory(process: int) -> int:
    """Its memory in kB; 0 where the system does not tell."""
    try:
        with open(f"/proc/{process}/status") as status:  # noqa: PTH123
            return next((int(line.split()[1]) for line in status if line.startswith("VmRSS")), 0)
    except OSError:
        return 0


def main() -> None:
    command = sys.argv[1:]
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    begun, most = time.perf_counter(), 0
    child = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    while True:
        done, status, usage = os.wait4(child, os.WNOHANG)
        if done:
            break
        most = max(most, sum(map(_memory, _family(child))))
        time.sleep(0.01)
    seconds = time.perf_counter() - begun
    print(f"{seconds:.3f} {max(most, usage.ru_maxrss)} {os.waitstatus_to_exitcode(status)}")


main()
