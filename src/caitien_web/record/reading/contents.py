"""What some tables must hold beyond their columns: frozen documents by their hash, files by their kind."""

import hashlib
from collections.abc import Callable
from typing import Any

from caitien.plan import from_json
from caitien_web.evidence.actions import NOT_KEPT
from caitien_web.monitoring.convert import paper_bytes, paper_from_json
from caitien_web.monitoring.models import PaperState
from caitien_web.plans.convert import EMPTY, frozen_bytes
from caitien_web.record.kinds import Kind
from caitien_web.record.reading.source import Source
from caitien_web.record.reading.values import Fault
from caitien_web.tenancy.file_kinds import PROGRAM

ORIGINALS = "plans.planimport"  # files as they came: a web page among them is only ever handed out as a download


def look_into(kind: Kind, values: dict[str, Any], source: Source) -> None:
    """Hold a row's contents against what they say of themselves. Raises Fault."""
    for _, sha in kind.files:
        if values[sha]:
            _look_at_file(kind, values, values[sha], source)
    if check := _OF_KIND.get(kind.label):
        try:
            check(values)
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as fault:
            raise Fault(str(fault) if isinstance(fault, Fault) else "nội dung không đúng dạng") from None


def _look_at_file(kind: Kind, values: dict[str, Any], sha: str, source: Source) -> None:
    if sha not in source.files:
        if sha in source.missing:
            return
        raise Fault(f"thiếu tệp {sha[:12]}…")
    found = source.type_of(sha)
    if found == PROGRAM or (found in NOT_KEPT and kind.label != ORIGINALS):
        raise Fault(f"tệp {NOT_KEPT[found]}; không nhận vào hồ sơ")
    if "content_type" in values:
        values["content_type"] = found
    if "size" in values:
        values["size"] = source.files[sha]


def _plan(values: dict[str, Any]) -> None:
    from_json({**EMPTY, **values["parts"]})


def _version(values: dict[str, Any]) -> None:
    from_json(values["data"])
    if hashlib.sha256(frozen_bytes(values["data"])).hexdigest() != values["sha256"]:
        raise Fault("nội dung đã ban hành không khớp mã SHA-256 của nó")


def _paper(values: dict[str, Any]) -> None:
    content = paper_from_json(values["content"])
    if values["state"] == PaperState.DRAFT:
        return
    if hashlib.sha256(paper_bytes(content)).hexdigest() != values["sha256"]:
        raise Fault("văn bản đã ban hành không khớp mã SHA-256 của nó")


def _entry(values: dict[str, Any]) -> None:
    if not isinstance(values["data"], dict):
        raise Fault("nội dung không đúng dạng")


_OF_KIND: dict[str, Callable[[dict[str, Any]], None]] = {
    "plans.schoolplan": _plan,
    "plans.planversion": _version,
    "monitoring.paper": _paper,
    "history.entry": _entry,
}
