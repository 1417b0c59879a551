"""The .zip as it is written: entry after entry straight to the disk, the hash of each kept for the list of hashes."""

import hashlib
import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.utils import timezone

PACKED_ALREADY = (".jpg", ".png", ".pdf", ".docx", ".xlsx", ".pptx", ".zip", ".7z", ".rar", ".mp3", ".mp4", ".heic")
CHUNK = 1 << 20


class Archive:
    """A .zip being written; `sums` has the hash of every entry by its name."""

    def __init__(self, path: Path, at: datetime) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)
        self._day = timezone.localtime(at).timetuple()[:6]
        self.sums: dict[str, str] = {}

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        """An entry of some pieces, of which none need be there before the one before it is written."""
        info = zipfile.ZipInfo(name, self._day)
        packed = name.endswith(PACKED_ALREADY)
        info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        sha = hashlib.sha256()
        with self._zip.open(info, "w", force_zip64=True) as entry:
            for piece in pieces:
                sha.update(piece)
                entry.write(piece)
        self.sums[name] = sha.hexdigest()

    def close(self, sums_name: str) -> str:
        """Write the list of hashes, as `sha256sum -c` reads it, and end; gives the hash of the list."""
        lines = "".join(f"{sha}  {name}\n" for name, sha in sorted(self.sums.items())).encode()
        self.add(sums_name, [lines])
        self._zip.close()
        return self.sums.pop(sums_name)

    def abandon(self) -> None:
        """End without a list: the file is of no use."""
        self._zip.close()


def pieces_of(path: Path) -> Iterable[bytes]:
    """A file in pieces."""
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece
