"""One file to its report: a document of any kind, or a plan as JSON, told by its content."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from os import fstat
from pathlib import Path
from typing import Any

from caitien.checks.report import Report
from caitien.checks.run import check_plan, own_day
from caitien.checks.set_aside import SetAside, judge, set_aside_beside, set_aside_in
from caitien.checks.settings import Settings
from caitien.findings import CannotRead, Finding, Position
from caitien.formats import Limits, Progress
from caitien.plan import NotAPlan, Plan, from_json
from caitien.plan.wording import Wording


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plan with what its file brings along: wording and positions of a document, entries set aside."""

    plan: Plan
    wording: Wording = field(default_factory=Wording)
    positions: Mapping[str, Position] = field(default_factory=dict)
    doubts: tuple[Finding, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


def check_file(
    path: Path, *, on: date | None = None, settings: Settings | None = None, progress: Progress | None = None
) -> Report:
    """Check the plan in a file. Raises CannotRead with one Vietnamese line."""
    loaded, settings = load(path, progress=progress), settings or Settings()
    findings = check_plan(
        loaded.plan,
        wording=loaded.wording,
        positions=loaded.positions,
        on=on,
        select=settings.select,
        ignore=settings.ignore,
        options=settings.options,
        doubts=loaded.doubts,
    )
    judged, without_effect = judge(findings, loaded.set_aside)
    return Report(path.name, loaded.plan, on or own_day(loaded.plan), judged, len(loaded.doubts), without_effect)


def load(path: Path, *, progress: Progress | None = None) -> Loaded:
    """The plan of a document or of a JSON file. Raises CannotRead with one Vietnamese line."""
    data = _json_in(path)
    if data is None:
        from caitien.reading import read_plan

        reading = read_plan(path, progress=progress)
        return Loaded(reading.plan, reading.wording, reading.positions, reading.findings, set_aside_beside(path))
    try:
        plan = from_json(data)
    except NotAPlan as refusal:
        raise CannotRead(f"“{path.name}”: {refusal}") from None
    return Loaded(plan, set_aside=set_aside_beside(path) + set_aside_in(data, f"“{path.name}”"))


def _json_in(path: Path) -> Any:
    """What a JSON file holds; None for a document. Files that cannot be opened are left to the reader to refuse."""
    try:
        with path.open("rb") as file:
            start = file.read(64).replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
            if not start.startswith((b"{", b"[")) or start.startswith(b"{\\rtf"):
                return None
            if fstat(file.fileno()).st_size > Limits().file_bytes:
                return None
            file.seek(0)
            raw = file.read()
    except OSError:
        return None
    try:
        return _parsed(raw)
    except (ValueError, RecursionError):
        if b'"schema"' in raw[:2000]:
            raise CannotRead(f"“{path.name}” là dữ liệu JSON bị hỏng; hãy xuất lại từ caitien read.") from None
        return None


def _parsed(raw: bytes) -> Any:
    """What the JSON says; the quick reader leaves other encodings, lone surrogates and the like to Python's own."""
    from pydantic_core import from_json as quickly

    try:
        return quickly(raw)
    except ValueError:
        return json.loads(raw)
