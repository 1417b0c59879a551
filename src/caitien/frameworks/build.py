"""From an edition's data file to the frozen values of `model`. The files are ours, so a fault in one is a KeyError."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from caitien.frameworks.model import (
    Clause,
    Condition,
    Criterion,
    Framework,
    Indicator,
    LegalDocument,
    Level,
    LevelRule,
    MultiLevelRule,
    Quantity,
    RecognitionRule,
    Rules,
    Standard,
    Threshold,
)

_Data = Mapping[str, Any]


def framework_from(data: _Data) -> Framework:
    """The edition in a data file, as values."""
    level4 = data.get("level4") or {}
    return Framework(
        id=data["id"],
        document=_document(data["document"]),
        school_levels=tuple(data["school_levels"]),
        valid_from=date.fromisoformat(data["valid_from"]),
        valid_to=date.fromisoformat(data["valid_to"]) if data["valid_to"] else None,
        evidence_code=data["evidence_code"],
        verified=data["verified"],
        confidence=MappingProxyType(data["confidence"]),
        sources=tuple(data["sources"]),
        notes=tuple(data["notes"]),
        open_points=tuple(data["open_points"]),
        levels=tuple(data["levels"]),
        standards=tuple(_standard(standard) for standard in data["standards"]),
        clauses=tuple(Clause(**clause) for clause in level4.get("clauses", ())),
        clauses_article=level4.get("article"),
        rules=_rules(data["rules"]),
        recognition=_recognition(data["recognition"]),
    )


def _document(data: _Data) -> LegalDocument:
    amended = data["amended_by"]
    return LegalDocument(
        number=data["number"],
        issued=date.fromisoformat(data["issued"]),
        title=data["title"],
        scope=data.get("scope"),
        annex=data["annex"],
        amended_by=amended["number"] if amended else None,
        consolidated=data.get("consolidated"),
    )


def _standard(data: _Data) -> Standard:
    criteria = tuple(_criterion(criterion) for criterion in data["criteria"])
    return Standard(data["number"], data["title"], criteria, data.get("note"))


def _criterion(data: _Data) -> Criterion:
    return Criterion(
        code=data["code"],
        title=data["title"],
        mandatory=data["mandatory"],
        confidence=data["confidence"],
        verified=data["verified"],
        levels=tuple(_level(level) for level in data["levels"]),
        thresholds=tuple(Threshold(**threshold) for threshold in data.get("thresholds", ())),
        quantities=tuple(Quantity(**quantity) for quantity in data.get("quantities", ())),
        quantities_required=data.get("quantities_required", False),
        evidence_hints=tuple(data.get("evidence_hints", ())),
        note=data.get("note"),
    )


def _level(data: _Data) -> Level:
    indicators = (
        Indicator(one["letter"], one["summary"], tuple(one.get("points", ())), one.get("confidence"), one.get("note"))
        for one in data["indicators"]
    )
    return Level(data["level"], tuple(indicators), data.get("known", True))


def _rules(data: _Data) -> Rules:
    multi_level = data.get("multi_level")
    return Rules(
        school_levels=tuple(LevelRule(**rule) for rule in data["school_levels"]),
        article=data["article"],
        confidence=data["confidence"],
        source=data["source"],
        multi_level=MultiLevelRule(**multi_level) if multi_level else None,
    )


def _recognition(data: _Data) -> RecognitionRule:
    known = dict(data)
    for table in ("accreditation", "national_standard"):
        known[table] = MappingProxyType({int(level): name for level, name in data[table].items()})
    known["conditions"] = tuple(Condition(**condition) for condition in data["conditions"])
    return RecognitionRule(**known)
