"""Make sure of the programs that some tests need beside Python: LibreOffice (old Word files), poppler (PDF checks),
Chromium (pages as people see them).

Installs them where the machine lets us (root and apt); otherwise says in one line what is missing and fails, so that no
test is ever silently left out.
"""

import os
import shutil
import subprocess
import sys

# program → Debian package that brings it
WANTED = {"soffice": "libreoffice-writer", "pdftotext": "poppler-utils", "chromium": "chromium"}


def missing() -> dict[str, str]:
    return {program: package for program, package in WANTED.items() if shutil.which(program) is None}


def install(packages: list[str]) -> None:
    surroundings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages],
    ):
        subprocess.run(command, check=False, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> None:
    lacking = missing()
    if lacking and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        packages = [*lacking.values(), *(["libreoffice-calc"] if "soffice" in lacking else [])]
        print(f"• Installing {', '.join(packages)}", flush=True)
        install(packages)
        lacking = missing()
    if lacking:
        names = ", ".join(f"{program} (package {package})" for program, package in lacking.items())
        sys.exit(f"The tests need these programs on the PATH: {names}.")


if __name__ == "__main__":
    main()
