"""Findings as plain data by the contract, with the keys we add: position in the file, and why it is set aside."""

from collections.abc import Iterable
from typing import Any

from caitien.checks.set_aside import Judged
from caitien.findings import Position


def findings_as_json(judged: Iterable[Judged]) -> list[dict[str, Any]]:
    """A list of the contract's finding objects. `position` and `set_aside` (the reason) null where there is none."""
    return [_finding(one) for one in judged]


def _finding(one: Judged) -> dict[str, Any]:
    finding, place = one.finding, one.finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "place": {
            "part": place.part,
            "item": place.item,
            "criterion": place.criterion,
            "field": place.field,
            "quote": place.quote,
        },
        "position": _position(finding.position) if finding.position else None,
        "set_aside": one.reason,
    }


def _position(position: Position) -> dict[str, int]:
    """The counts that are known: {"page": 2, "row": 5}."""
    counts = ((name, getattr(position, name)) for name in Position.__slots__)
    return {name: count for name, count in counts if count is not None}
