"""Take the pictures of the user guide anew: `python scripts/make_guide_pictures.py [-k words]`.

The journeys in tests/journeys go through the site as people do and call `take_picture`; this runs them with a folder to
put the pictures into, docs/user-guide/images, and makes the files small. Look at them before you keep them.
"""

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "user-guide" / "images"


def main() -> None:
    surroundings = os.environ | {"CAITIEN_PICTURES": str(FOLDER)}
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/journeys", "-n", "0", *sys.argv[1:]],
        cwd=ROOT,
        env=surroundings,
        check=False,
    )
    for path in sorted(FOLDER.glob("*.png")):
        make_small(path)
    sys.exit(ran.returncode)


def make_small(path: Path) -> None:
    """64 colours are enough for pages."""
    with Image.open(path) as picture:
        if picture.mode == "P":
            return
        small = picture.convert("RGB").quantize(64, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


if __name__ == "__main__":
    main()
