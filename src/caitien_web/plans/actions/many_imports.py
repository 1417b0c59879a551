"""Plans of many schools in one go, for an authority: files and .zip folders, each matched to a school below it."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from rapidfuzz import fuzz

from caitien.plan import from_json
from caitien.vietnamese.fold import fold
from caitien_web.history.record import record
from caitien_web.plans.actions.imports import MOST_BYTES, CannotImport, confirm_import, new_batch, receive_file
from caitien_web.plans.actions.reading import queue_reading
from caitien_web.plans.convert import years_of
from caitien_web.plans.models import ImportState, PlanImport
from caitien_web.tenancy.files import clean_name
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal

MOST_FILES = 300
MOST_UNPACKED = 600_000_000
ALIKE = 90  # likeness from which a name is taken for a school's without asking
STEP = 1 << 16
_OFFICE = ("[Content_Types].xml", "mimetype")
_DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError)


@dataclass(slots=True)
class Batch:
    """What came of files sent in one go: those taken in, and a sentence for each that was not."""

    key: UUID
    taken: list[PlanImport] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def unreadable(self) -> int:
        return sum(imported.state == ImportState.FAILED for imported in self.taken)


def receive_many(unit: Unit, files: Sequence[Any], *, by: Any, at: datetime) -> Batch:
    """Take in many files; a .zip is unpacked with bounds on count and size, and its names are never used as paths.

    One that is damaged keeps no other from being taken in; remnants of other systems are passed over.
    """
    batch, left = Batch(new_batch()), MOST_FILES
    for file in (one for one in files if _is_wanted(one.name or "tep")):
        try:
            for one in _members(file):
                if not left:
                    raise CannotImport(f"Chỉ nhận {MOST_FILES} tệp một lần. Gửi phần còn lại ở lần sau.")
                left -= 1
                _take(batch, unit, one, by, at)
        except CannotImport as refusal:
            batch.refused.append(str(refusal))
    with transaction.atomic():
        record("plans.imports.received", unit=unit, by=by, at=at, count=len(batch.taken))
    waiting = [imported for imported in batch.taken if imported.is_being_read]
    for number, imported in enumerate(waiting):
        queue_reading(imported, before=number)
    return batch


def _take(batch: Batch, unit: Unit, file: Any, by: Any, at: datetime) -> None:
    try:
        batch.taken.append(receive_file(unit, file, by=by, at=at, batch=batch.key))
    except CannotImport as refusal:
        batch.refused.append(str(refusal))


def _members(file: Any) -> Iterator[Any]:
    """The file itself, or the files of the folder that it packs."""
    if not _is_folder(file):
        yield file
        return
    try:
        with zipfile.ZipFile(file) as archive:
            yield from _unpacked(file.name, archive)
    except _DAMAGE:
        raise CannotImport(f"Chưa nhận “{file.name}”: tệp nén bị hỏng hoặc có mật khẩu. Nén lại rồi gửi.") from None


def _is_folder(file: Any) -> bool:
    """Is it a packed folder, and no document? Word, Excel and OpenDocument files are packed, too."""
    head = file.read(4)
    file.seek(0)
    if head != b"PK\x03\x04":
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
    except _DAMAGE:
        return str(file.name).lower().endswith(".zip")
    finally:
        file.seek(0)
    return not any(name in _OFFICE or name.startswith(("word/", "xl/", "ppt/")) for name in names)


def _unpacked(name: str, archive: zipfile.ZipFile) -> Iterator[Any]:
    members = [one for one in archive.infolist() if not one.is_dir() and _is_wanted(one.filename)]
    if len(members) > MOST_FILES:
        raise CannotImport(f"Chưa nhận “{name}”: có {len(members)} tệp, nhiều hơn {MOST_FILES}. Chia nhỏ rồi gửi.")
    left = MOST_UNPACKED
    for member in members:
        data = _data_of(archive, member, left)
        left -= len(data)
        if left < 0:
            raise CannotImport(f"Chưa nhận hết “{name}”: giải nén ra quá lớn. Chia nhỏ rồi gửi.")
        yield ContentFile(data, name=clean_name(_name_of(member)))


def _data_of(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    """What a member holds, cut off one step beyond what may be taken in; nothing of one that is damaged."""
    pieces, size = [], 0
    try:
        with archive.open(member) as packed:
            while size <= min(most, MOST_BYTES) and (piece := packed.read(STEP)):
                size += len(piece)
                pieces.append(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return b""
    return b"".join(pieces)


def _name_of(member: zipfile.ZipInfo) -> str:
    """The name as its sender wrote it: a Mac writes UTF-8 without saying so, which then looks like letters of DOS."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _is_wanted(path: str) -> bool:
    """No remnants of other systems: __MACOSX, .DS_Store, ~$ke-hoach.docx, Thumbs.db."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    last = parts[-1] if parts else ""
    return bool(last) and not last.startswith((".", "~$")) and "__MACOSX" not in parts and last != "Thumbs.db"


def match_school(imported: PlanImport, schools: Iterable[Unit]) -> None:
    """Find the school that the document, or else the file's name, is about. Below ALIKE somebody must choose."""
    plan = from_json(imported.data)
    said = fold(plan.school.name or "")
    abbreviation = fold(plan.school.abbreviation or "")
    name = fold(imported.name.rpartition(".")[0].replace("_", " ").replace("-", " "))
    best, likeness = None, 0.0
    for school in schools:
        score = max(fuzz.token_sort_ratio(said, school.folded) if said else 0, _in_name(name, school))
        if abbreviation and abbreviation == fold(school.abbreviation) and score >= 70:
            score = min(100, score + 8)
        if score > likeness:
            best, likeness = school, score
    imported.likeness = round(likeness)
    imported.school = best if likeness >= 60 else None
    imported.save(update_fields=["likeness", "school"])


def _in_name(name: str, school: Unit) -> float:
    short = school.folded.removeprefix("truong ").strip()
    return 92.0 if len(short) > 5 and f" {short} " in f" {name} " else fuzz.token_sort_ratio(name, short) * 0.9


@transaction.atomic
def choose_school(imported: PlanImport, school: Unit, *, by: Any, at: datetime) -> None:
    """Somebody says whose plan it is."""
    if not school.is_school or not school.is_within(imported.unit):
        raise CannotImport("Trường này không thuộc đơn vị. Chọn trường trong danh sách.")
    imported.school, imported.likeness = school, 100
    imported.save(update_fields=["school", "likeness"])
    told = {"file": imported.name, "school": school.name}
    record("plans.import.matched", unit=imported.unit, by=by, at=at, subject=imported, **told)


def confirm_matched(rows: Iterable[PlanImport], *, by: Any, at: datetime) -> tuple[int, list[str]]:
    """Confirm all that were read and matched surely; how many, and a sentence for each that could not be."""
    done, refused = 0, []
    for imported in rows:
        if imported.state != ImportState.READ or imported.school is None or imported.likeness < ALIKE:
            continue
        try:
            confirm_import(imported, **basics_of(imported), unseen=True, by=by, at=at)
            done += 1
        except Refusal as refusal:
            refused.append(f"{imported.name}: {refusal}")
    return done, refused


def basics_of(imported: PlanImport) -> dict[str, Any]:
    """Years, edition and form as the document has them. Refuses one that does not say its school year."""
    from caitien_web.plans.forms.starting import default_edition, default_form

    plan = from_json(imported.data)
    years = years_of(plan)
    if years is None:
        raise CannotImport("chưa rõ năm học; mở tệp và chọn năm học.")
    edition = plan.framework or default_edition(imported.target, years[0])
    return {"years": years, "edition": edition, "form": plan.form or default_form(edition)}
