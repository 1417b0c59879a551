"""An old criterion → the criteria of TT57 that ask about the same matter.

The product's own proposal and no legal table: it fills in forms for people to confirm, and carries no result over.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from caitien.frameworks.load import CannotFindFramework, load_framework


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A criterion of `framework`; the first of several is the `primary` one. `confidence` is always "proposal"."""

    framework: str
    code: str
    primary: bool
    note: str | None = None
    confidence: str = "proposal"


def crosswalk(old_id: str, code: str) -> tuple[Counterpart, ...]:
    """The proposed TT57 criteria for criterion `code` of the edition `old_id`, the primary one first.

    Raises CannotFindFramework for an unknown edition or criterion, and for an edition that has no successor here.
    """
    framework = load_framework(old_id)
    if framework.criterion(code) is None:
        raise CannotFindFramework(f"{framework.document.name} không có tiêu chí {code}.")
    table = _tables().get(old_id)
    if table is None:
        raise CannotFindFramework(f"Chưa có đề xuất chuyển đổi cho {framework.document.name}.")
    return table.get(code, ())


@cache
def predecessors(target_id: str, code: str) -> tuple[tuple[str, str], ...]:
    """The criteria of older editions that the proposal leads to a criterion of `target_id`: (edition, code)."""
    return tuple(
        (old_id, old_code)
        for old_id, table in _tables().items()
        for old_code, found in table.items()
        if any((one.framework, one.code) == (target_id, code) for one in found)
    )


@cache
def crosswalk_source() -> str:
    """The sentence that must stand wherever the proposal is shown."""
    return str(json.loads(_text())["source"])


@cache
def _tables() -> dict[str, dict[str, tuple[Counterpart, ...]]]:
    tables: dict[str, dict[str, tuple[Counterpart, ...]]] = {}
    for part in json.loads(_text())["tables"]:
        for old_id in part["from"]:
            own = tables.setdefault(old_id, {})
            own.update({code: _counterparts(part["target"], given) for code, given in part["criteria"].items()})
    return tables


def _counterparts(target: str, given: list[str | list[str]]) -> tuple[Counterpart, ...]:
    pairs = ((one, None) if isinstance(one, str) else (one[0], one[1]) for one in given)
    return tuple(Counterpart(target, code, rank == 0, note) for rank, (code, note) in enumerate(pairs))


def _text() -> str:
    return (files("caitien.frameworks") / "successors.json").read_text("utf-8")
