"""A .zip that claims to be a record is opened, in a process apart: nothing of it is believed before it is proved.

No Django here, and no name from the .zip ever becomes a path: what is unpacked lies under names of our own making.
"""

import hashlib
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from caitien.findings import CannotRead
from caitien_web.record.form import ABOUT, EDITION, FORMAT, HISTORY, INDEX, OUTSIDERS, SUMS, UNIT

Step = Callable[[int, int, str], None]
MOST_ENTRIES = 100_000
MOST_BYTES = 40_000_000_000  # unpacked
MOST_FILE = 300_000_000
MOST_ROWS = 500_000_000  # bytes of one table
MOST_ABOUT = 5_000_000
MOST_SUMS = 30_000_000
MOST_LINE = 20_000_000
MOST_RATIO, SMALL = 250, 1_000_000
CHUNK = 1 << 20
ENTRY = re.compile(
    "|".join(map(re.escape, (ABOUT, INDEX, HISTORY, SUMS, UNIT, OUTSIDERS)))
    + r"|du-lieu/[a-z]{2,40}\.[a-z]{2,60}\.jsonl|tep/[0-9a-f]{64}(\.[a-z0-9]{1,5})?|van-ban/[^/\\:\0]{1,200}"
)
AGAIN = "Xuất lại hồ sơ ở nơi gửi, rồi chọn đúng tệp .zip đã tải về."


def open_record(path: str, folder: str, progress: Step) -> dict[str, Any]:
    """Unpack rows and files into `folder`, every one held against the list of hashes. Raises CannotRead.

    Gives {"about", "sha256" of the list, "rows": names of tables, "files": {hash: size}}.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = _entries(archive)
            about = _about(archive, entries)
            sums, sha = _sums(archive, entries)
            found = _unpacked(archive, entries, sums, Path(folder), progress)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, zlib.error) as fault:
        raise CannotRead(f"Tệp không phải .zip lành lặn: có thể bị cắt cụt khi tải hoặc chép. {AGAIN}") from fault
    return {"about": about, "sha256": sha, **found}


def _entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The entries by name, after every one was looked at: names, kinds, sizes, and how far they would unpack."""
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise CannotRead(f"Tệp .zip có {len(entries):,} mục, quá {MOST_ENTRIES:,}; không phải một hồ sơ.")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise CannotRead(f"Tệp .zip bung ra quá {MOST_BYTES // 10**9} GB; không nhận.")
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        if entry.is_dir() and entry.filename in ("du-lieu/", "tep/", "van-ban/"):
            continue
        _look_at(entry)
        if entry.filename in found:
            raise CannotRead(f"Tệp .zip có hai mục cùng tên “{entry.filename[:80]}”. {AGAIN}")
        found[entry.filename] = entry
    return found


def _look_at(entry: zipfile.ZipInfo) -> None:
    name = entry.filename[:80]
    if not ENTRY.fullmatch(entry.filename) or entry.filename != entry.orig_filename:
        raise CannotRead(f"Tệp .zip có mục lạ “{name}” không thuộc một hồ sơ. {AGAIN}")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise CannotRead(f"Mục “{name}” trong tệp .zip là liên kết, không phải tệp. {AGAIN}")
    if entry.flag_bits & 0x1:
        raise CannotRead("Tệp .zip có mật khẩu. Bỏ mật khẩu, hoặc xuất lại hồ sơ ở nơi gửi.")
    if entry.file_size > _most(entry.filename):
        raise CannotRead(f"Mục “{name}” trong tệp .zip nặng quá mức một hồ sơ có thể có; không nhận.")
    if entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
        raise CannotRead(f"Mục “{name}” bung ra gấp hơn {MOST_RATIO} lần: tệp .zip được làm để gây hại; không nhận.")


def _most(name: str) -> int:
    if name in (ABOUT, UNIT):
        return MOST_ABOUT
    return MOST_SUMS if name == SUMS else MOST_ROWS if name.startswith("du-lieu/") else MOST_FILE


def _about(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> dict[str, Any]:
    if ABOUT not in entries or SUMS not in entries or UNIT not in entries:
        raise CannotRead(f"Tệp .zip không phải hồ sơ của trường: thiếu {ABOUT}, {SUMS} hoặc {UNIT}. {AGAIN}")
    about = _json(archive.read(ABOUT), ABOUT)
    edition = about.get("edition")
    if about.get("format") != FORMAT or not isinstance(edition, int):
        raise CannotRead(f"Tệp .zip không phải hồ sơ của trường. {AGAIN}")
    if edition > EDITION:
        raise CannotRead(
            f"Hồ sơ do bản phần mềm mới hơn làm ra ({str(about.get('product', ''))[:40]}, dạng {edition}). "
            "Nâng cấp phần mềm ở đây rồi nhập lại."
        )
    return about


def _sums(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> tuple[dict[str, str], str]:
    """The hash that each entry should have, by its name."""
    raw = archive.read(SUMS)
    sums: dict[str, str] = {}
    for line in raw.decode("utf-8", "replace").splitlines():
        sha, gap, name = line.partition("  ")
        if not gap or not re.fullmatch("[0-9a-f]{64}", sha):
            raise CannotRead(f"Danh sách mã kiểm tra {SUMS} bị hỏng. {AGAIN}")
        sums[name] = sha
    if missing := sorted(sums.keys() - entries.keys()):
        raise CannotRead(f"Hồ sơ thiếu {len(missing)} tệp, trong đó “{missing[0][:90]}”. {AGAIN}")
    if added := sorted(entries.keys() - sums.keys() - {SUMS}):
        raise CannotRead(f"Hồ sơ có tệp thêm vào sau khi xuất: “{added[0][:90]}”. {AGAIN}")
    return sums, hashlib.sha256(raw).hexdigest()


def _unpacked(
    archive: zipfile.ZipFile,
    entries: dict[str, zipfile.ZipInfo],
    sums: dict[str, str],
    folder: Path,
    progress: Step,
) -> dict[str, Any]:
    for part in ("du-lieu", "tep"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    tables, files = [], {}
    for number, (name, sha) in enumerate(sums.items()):
        progress(number, len(sums), "kiểm tra từng tệp")
        _copy(archive, entries[name], sha, _target(folder, name))
        if name.startswith("du-lieu/"):
            _look_at_lines(folder / "du-lieu" / Path(name).name, name)
            tables.append(name)
        elif name.startswith("tep/"):
            files[_sha_named(name, sha)] = entries[name].file_size
    return {"rows": tables, "files": files}


def _target(folder: Path, name: str) -> Path | None:
    """Where an entry is unpacked; documents and the index are only held against their hashes."""
    if name.startswith("du-lieu/"):
        return folder / "du-lieu" / Path(name).name
    return folder / "tep" / Path(name).name[:64] if name.startswith("tep/") else None


def _sha_named(name: str, sha: str) -> str:
    if Path(name).name[:64] != sha:
        raise CannotRead(f"Tệp “{name[:90]}” không đúng nội dung ghi ở tên của nó. {AGAIN}")
    return sha


def _copy(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, sha: str, to: Path | None) -> None:
    found, size = hashlib.sha256(), 0
    out: IO[bytes] | None = to.open("wb") if to else None
    try:
        with archive.open(entry) as packed:
            while piece := packed.read(CHUNK):
                size += len(piece)
                found.update(piece)
                if out:
                    out.write(piece)
    finally:
        if out:
            out.close()
    if found.hexdigest() != sha or size != entry.file_size:
        raise CannotRead(f"Tệp “{entry.filename[:90]}” đã bị đổi sau khi xuất: mã kiểm tra không khớp. {AGAIN}")


def _look_at_lines(path: Path, name: str) -> None:
    """Every line is an object of JSON of bearable length: whoever reads on may rely on it."""
    for number, line in enumerate(lines_of(path), 1):
        if len(line) > MOST_LINE:
            raise CannotRead(f"Dòng {number} của “{name}” dài quá mức; không nhận.")
        _json(line, f"{name}, dòng {number}")


def lines_of(path: Path) -> Iterator[bytes]:
    """The lines of a file, none read further than it may be long."""
    with path.open("rb") as file:
        while line := file.readline(MOST_LINE + 2):
            yield line


def _json(raw: bytes, where: str) -> dict[str, Any]:
    try:
        found = json.loads(raw, parse_constant=_no_number)
        json.dumps(found, ensure_ascii=False).encode()  # half a sign of two (\ud800) is no text
    except (ValueError, RecursionError):
        raise CannotRead(f"Không đọc được “{where[:120]}”: dữ liệu bị hỏng. {AGAIN}") from None
    if not isinstance(found, dict) or b"\\u0000" in raw:
        raise CannotRead(f"Không đọc được “{where[:120]}”: dữ liệu không đúng dạng. {AGAIN}")
    return found


def _no_number(word: str) -> float:
    raise ValueError(word)
