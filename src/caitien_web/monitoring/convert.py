"""Papers ↔ JSON: an official paper as it is kept, edited and frozen."""

import dataclasses
import json
from datetime import date
from typing import Any

from caitien.layouts.paper import (
    Annex,
    Band,
    Column,
    Grid,
    Numbering,
    OfficialPaper,
    Picture,
    Points,
    Section,
    Signature,
    Text,
)

_KINDS: dict[str, Any] = {
    kind.__name__: kind
    for kind in (OfficialPaper, Annex, Text, Points, Column, Band, Grid, Picture, Section, Signature)
}


def paper_to_json(paper: OfficialPaper) -> dict[str, Any]:
    """The paper as plain dicts and lists; every value bears its kind under "is"."""
    return _plain(paper)


def paper_from_json(data: dict[str, Any]) -> OfficialPaper:
    """The paper that the JSON holds. KeyError or TypeError for data that no paper gave."""
    return _value(data)


def paper_bytes(paper: OfficialPaper) -> bytes:
    """The canonical bytes of a paper, whose SHA-256 freezes it."""
    return json.dumps(paper_to_json(paper), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
        return {"is": type(value).__name__, **fields}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _value(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(_value(one) for one in data)
    if not isinstance(data, dict):
        return data
    fields = {name: _value(value) for name, value in data.items() if name != "is"}
    if fields.get("signed_on"):
        fields["signed_on"] = date.fromisoformat(fields["signed_on"])
    if "numbering" in fields:
        fields["numbering"] = Numbering(fields["numbering"])
    return _KINDS[data["is"]](**fields)
