"""Set up the working environment: `python scripts/setup.py .venv`.

Makes a virtual environment, installs the locked dependencies (hashes checked, byte code compiled), the project itself
and what comes from npm (recognition data, typeface, style sheet). Runs twice in a row without harm and asks nothing.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def say(text: str) -> None:
    print(f"• {text}", flush=True)


def run(*command: str | Path, quiet: bool = False) -> None:
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False, capture_output=quiet, text=True)
    if done.returncode:
        sys.exit(f"Setting up stopped at: {' '.join(map(str, command))}\n{done.stderr or ''}")


def find_uv(env: Path) -> Path:
    """uv of this machine, or one installed into the environment."""
    if found := shutil.which("uv"):
        return Path(found)
    own = env / "bin" / "uv"
    if not own.exists():
        run(env / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv", quiet=True)
    return own


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  (the one file that may meet an older Python)
        sys.exit("Python 3.11 or newer is needed; name it with: make run PYTHON=python3.11")
    env = Path(sys.argv[1]).resolve()
    os.environ["VIRTUAL_ENV"] = str(env)
    python = env / "bin" / "python"
    if not python.exists():
        say("Making the environment")
        venv.create(env, with_pip=True)
    uv = find_uv(env)
    say("Installing the locked dependencies")
    compiled = ("--compile-bytecode", "--quiet")
    run(uv, "pip", "install", *compiled, "--python", python, "--require-hashes", "-r", "requirements.lock")
    run(uv, "pip", "install", "--quiet", "--python", python, "--no-deps", "-e", ".")
    run(python, "-m", "compileall", "-q", "src")
    if (ROOT / "scripts" / "fetch_npm_data.py").exists():
        run(python, "scripts/fetch_npm_data.py")


if __name__ == "__main__":
    main()
