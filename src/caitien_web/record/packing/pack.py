"""The whole record of a school into one .zip on the disk, whatever its size with little memory."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from caitien_web.record.form import (
    ABOUT,
    EDITION,
    FORMAT,
    HISTORY,
    INDEX,
    OUTSIDERS,
    PARTICULARS,
    SUMS,
    UNIT,
    plain,
    rows_of,
)
from caitien_web.record.kinds import Kind, all_kinds
from caitien_web.record.packing.archive import Archive
from caitien_web.record.packing.documents import Documents
from caitien_web.record.packing.files import Files
from caitien_web.record.packing.index import history_page, index_page
from caitien_web.record.packing.names import Names
from caitien_web.record.packing.rows import rows_to_write
from caitien_web.record.packing.snapshot import one_moment
from caitien_web.tenancy.models import Unit

Tell = Callable[[int, str], None]  # percent, what is being written


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed: `sha256` is the hash of the list of hashes, by which a record is known again."""

    sha256: str
    rows: int
    files: int
    missing: int


def pack(unit: Unit, path: Path, *, by: str, at: datetime, tell: Tell = lambda percent, what: None) -> Packed:
    """Write the record of a school to `path`. `by`: who asked for it, as the record will say."""
    archive = Archive(path, at)
    try:
        files, counts = Files(), dict[str, int]()
        with one_moment():
            names = Names(unit)
            archive.add(
                UNIT, [_line({"id": str(unit.pk)} | {field: plain(getattr(unit, field)) for field in PARTICULARS})]
            )
            for number, kind in enumerate(all_kinds()):
                tell(1 + 24 * number // len(all_kinds()), "dữ liệu")
                archive.add(rows_of(kind.label), _lines(kind, unit, names, files, counts))
        archive.add(OUTSIDERS, (_line(told) for told in names.outsiders.values()))
        tell(25, "tệp")
        files.place()
        files.write(archive, lambda done, total: tell(25 + 45 * done // total, "tệp"))
        documents = Documents()
        documents.write(archive, unit, lambda done, total: tell(70 + 28 * done // total, "văn bản"))
        archive.add(INDEX, index_page(unit, files, documents, by=by, at=at))
        archive.add(HISTORY, history_page(unit))
        archive.add(ABOUT, [_about(unit, counts, files, by, at)])
        return Packed(archive.close(SUMS), sum(counts.values()), len(files.places), len(files.missing))
    except BaseException:
        archive.abandon()
        path.unlink(missing_ok=True)
        raise


def _lines(kind: Kind, unit: Unit, names: Names, files: Files, counts: dict[str, int]) -> Iterator[bytes]:
    counts[kind.label] = 0
    for row, told in rows_to_write(kind, unit, names):
        counts[kind.label] += 1
        files.note(kind, row)
        yield _line(told)


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _about(unit: Unit, counts: dict[str, int], files: Files, by: str, at: datetime) -> bytes:
    about = {
        "format": FORMAT,
        "edition": EDITION,
        "product": f"caitien {version('caitien')}",
        "made_at": at.isoformat(),
        "made_by": by,
        "school": {"slug": unit.slug, "name": unit.name, "level": unit.level, "edition": unit.edition},
        "rows": counts,
        "files": {"count": len(files.places), "bytes": files.size, "missing": sorted(files.missing)},
        "without": "Không có tài khoản, mật khẩu, mã bí mật nào trong hồ sơ này.",
    }
    return json.dumps(about, ensure_ascii=False, indent=1).encode() + b"\n"


__all__ = ["Packed", "pack"]
