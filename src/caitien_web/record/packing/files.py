"""The files that rows of a record name, each once, found again on the disk and held against its hash."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from caitien_web.record.form import place_of
from caitien_web.record.kinds import Kind
from caitien_web.record.packing.archive import Archive, pieces_of
from caitien_web.tenancy.file_kinds import content_type_of
from caitien_web.tenancy.files import ends_of, path_of

TOLD = ("evidence.evidenceversion", "plans.planfile", "monitoring.paper", "schools.decision")


@dataclass(slots=True)
class Files:
    """The files of a record: where each is kept by its hash, where it lies in the .zip, which are not there.

    `others`: the names of those that no part of the index tells of, such as the originals of plans brought in.
    """

    kept: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    others: dict[str, str] = field(default_factory=dict)
    size: int = 0

    def note(self, kind: Kind, row: Any) -> None:
        """Remember the files of a row."""
        for place, sha in kind.files:
            if getattr(row, place):
                self.kept.setdefault(getattr(row, sha), getattr(row, place))
                if kind.label not in TOLD:
                    name = getattr(row, place.replace("stored", "name"), "") or getattr(row, "name", "")
                    self.others[getattr(row, sha)] = str(name or "tệp")

    def place(self) -> None:
        """Say where in the .zip each file will lie. What is lost or spoilt on the disk is told as missing."""
        for sha, stored in self.kept.items():
            path = path_of(stored)
            if not path.is_file() or _sha(stored) != sha:
                self.missing.append(sha)
                continue
            self.places[sha] = place_of(sha, content_type_of(*ends_of(path)))

    def write(self, archive: Archive, tell: Any) -> None:
        """Write the files; `tell(done, all)` after each."""
        for number, (sha, place) in enumerate(self.places.items(), 1):
            path = path_of(self.kept[sha])
            archive.add(place, pieces_of(path))
            self.size += path.stat().st_size
            tell(number, len(self.places))


def _sha(stored: str) -> str:
    sha = hashlib.sha256()
    for piece in pieces_of(path_of(stored)):
        sha.update(piece)
    return sha.hexdigest()
