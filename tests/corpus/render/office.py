"""Invented documents in the formats that only an office program writes: .odt, .rtf, .doc and its PDF."""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path


def convert(paths: Sequence[Path], suffix: str, folder: Path) -> list[Path]:
    """The files in another format (".doc" …), all by one run of LibreOffice; by way of .odt, which keeps the tables."""
    if suffix in (".doc", ".rtf"):
        with tempfile.TemporaryDirectory() as between:
            return _run(_run(paths, ".odt", Path(between)), suffix, folder)
    return _run(paths, suffix, folder)


_FILTERS = {".doc": "doc:MS Word 97", ".rtf": "rtf:Rich Text Format", ".odt": "odt", ".pdf": "pdf"}


def _run(paths: Sequence[Path], suffix: str, folder: Path) -> list[Path]:
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", _FILTERS[suffix]]
        subprocess.run(
            [*command, "--outdir", str(folder), *map(str, paths)], check=True, capture_output=True, timeout=600
        )
    made = [folder / (path.stem + suffix) for path in paths]
    if missing := [path.name for path in made if not path.exists()]:
        raise RuntimeError(f"LibreOffice made no {', '.join(missing)}")
    return made
