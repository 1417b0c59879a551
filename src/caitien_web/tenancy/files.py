"""Files that people bring: kept by their hash in the folder of their unit, never overwritten, only handed out.

What a file is, is told by its content. Nothing is ever served as a page of the site, whatever it is called.
"""

import hashlib
import os
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse

from caitien_web.tenancy.file_kinds import content_type_of
from caitien_web.tenancy.models import Unit

HEAD_BYTES, TAIL_BYTES = 4096, 70_000


class TooLarge(Exception):
    """The file is larger than what may be kept; the text says how large it may be."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept file: `stored` is its place below the folder of files, `name` what its owner calls it."""

    name: str
    stored: str
    sha256: str
    size: int
    content_type: str


def keep_file(unit: Unit, file: Any, *, most: int) -> Kept:
    """Keep an uploaded file (anything with `name` and `chunks()`). Raises TooLarge beyond `most` bytes.

    The same content of one unit is kept once.
    """
    folder = files_folder() / str(unit.pk)
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, made = tempfile.mkstemp(dir=folder, prefix=".in-")
    os.close(descriptor)
    try:
        sha256, size = write_down(file, Path(made), most=most)
        stored = f"{unit.pk}/{sha256[:2]}/{sha256}"
        target = files_folder() / stored
        target.parent.mkdir(exist_ok=True)
        Path(made).replace(target)
    finally:
        Path(made).unlink(missing_ok=True)
    return Kept(clean_name(file.name or ""), stored, sha256, size, content_type_of(*ends_of(target)))


def write_down(file: Any, path: Path, *, most: int) -> tuple[str, int]:
    """Write an uploaded file to a path; its hash and size. Raises TooLarge, and leaves nothing then."""
    sha, size = hashlib.sha256(), 0
    try:
        with path.open("wb") as out:
            for chunk in file.chunks():
                size += len(chunk)
                if size > most:
                    raise TooLarge(f"Tệp nặng quá {most // 1_000_000} MB.")
                sha.update(chunk)
                out.write(chunk)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return sha.hexdigest(), size


def ends_of(path: Path) -> tuple[bytes, bytes]:
    """The first and the last bytes of a file, by which it is known what it is."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        file.seek(max(0, path.stat().st_size - TAIL_BYTES))
        return head, file.read()


def files_folder() -> Path:
    """Where all kept files lie."""
    return Path(settings.DATA) / "files"


def path_of(stored: str) -> Path:
    """The file at a place that `keep_file` gave."""
    path = (files_folder() / stored).resolve()
    if not path.is_relative_to(files_folder().resolve()):
        raise ValueError(stored)
    return path


def clean_name(name: str) -> str:
    """The last part of a name without signs that no name needs; what people called the file otherwise."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    shown = "".join(sign for sign in last if sign.isprintable() and sign not in '<>:"|?*')
    stem, dot, suffix = shown.rpartition(".")
    return (f"{stem[:180]}{dot}{suffix[:12]}" if dot else shown[:190]).strip() or "tep"


def hand_out(stored: str, name: str) -> FileResponse:
    """A kept file as a download."""
    return download(path_of(stored), name)


def download(path: Path, name: str) -> FileResponse:
    """A file as a download: never shown in the browser, never guessed at, never run."""
    response = FileResponse(path.open("rb"), content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
