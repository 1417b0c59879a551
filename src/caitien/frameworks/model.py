"""An edition of the standards as frozen values: standard, criterion, level, indicator, clause, and the rules on them.

Titles are the official Vietnamese names; summaries are our own words. `confidence` is one of high, medium-high,
medium, low-medium, low, proposal, unknown. `verified` is False until someone has held the official text beside it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

SchoolLevel = Literal["preschool", "primary", "lower_secondary", "upper_secondary", "multi_level", "continuing"]
SCHOOL_LEVELS: dict[str, str] = {
    "preschool": "mầm non",
    "primary": "tiểu học",
    "lower_secondary": "trung học cơ sở",
    "upper_secondary": "trung học phổ thông",
    "multi_level": "phổ thông có nhiều cấp học",
    "continuing": "giáo dục thường xuyên",
}
CONFIDENCE: dict[str, str] = {
    "high": "cao",
    "medium-high": "khá cao",
    "medium": "trung bình",
    "low-medium": "thấp đến trung bình",
    "low": "thấp",
    "proposal": "đề xuất của phần mềm",
    "unknown": "chưa biết",
}
NOT_VERIFIED = "chưa đối chiếu văn bản gốc"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A requirement of a level. `letter` is a, b, c, or None for the one unlettered requirement of a level.

    `points` are its parts where the source parts them; `confidence` and `note` only where they differ from the
    edition's own.
    """

    letter: str | None
    summary: str
    points: tuple[str, ...] = ()
    confidence: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """What a criterion asks at one level. `known` is False where no source tells, nor whether the level exists."""

    number: int
    indicators: tuple[Indicator, ...] = ()
    known: bool = True

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of its indicators; empty where the level is one unlettered requirement or unknown."""
        return tuple(indicator.letter for indicator in self.indicators if indicator.letter)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure that an indicator of the 2018 circulars demands: `name` `op` (>=, <=, =) `value` `unit`."""

    level: int
    letter: str | None
    name: str
    op: str
    value: float
    unit: str
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantitative data item ("dữ liệu định lượng chính") of TT57; `kind` is ratio, count, pair or trend.

    The label is the annex's; unit and formula are as sure as `unit_confidence` says.
    """

    id: str
    label: str
    kind: str
    unit: str | None
    unit_confidence: str
    formula: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion ("3.4"). `mandatory` only means something in editions whose rules name mandatory criteria."""

    code: str
    title: str
    mandatory: bool
    confidence: str
    verified: bool
    levels: tuple[Level, ...]
    thresholds: tuple[Threshold, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quantities_required: bool = False
    evidence_hints: tuple[str, ...] = ()
    note: str | None = None

    def level(self, number: int) -> Level | None:
        """The level with this number, None where the criterion asks nothing there (most editions' Mức 3)."""
        return next((level for level in self.levels if level.number == number), None)


@dataclass(frozen=True, slots=True)
class Standard:
    number: int
    title: str
    criteria: tuple[Criterion, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the article that level 4 rests on (khoản n Điều 22)."""

    number: int
    summary: str


@dataclass(frozen=True, slots=True)
class LevelRule:
    """What a school needs for one level, besides the level below it. A field that is 0 or False asks nothing.

    every: each criterion stands at this level; mandatory: each mandatory one does; others_count: so many of the
    other criteria stand at others_at_least; all_clauses: each clause of level 4 is met.
    """

    level: int
    every: int = 0
    mandatory: int = 0
    others_count: int = 0
    others_at_least: int = 0
    all_clauses: bool = False


@dataclass(frozen=True, slots=True)
class MultiLevelRule:
    """How a school of several levels is judged: "lowest" (each level apart, the lowest counts) or "whole"."""

    method: Literal["lowest", "whole"]
    text: str
    confidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Rules:
    school_levels: tuple[LevelRule, ...]
    article: str
    confidence: str
    source: str
    multi_level: MultiLevelRule | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of recognition that the criteria do not tell."""

    id: str
    text: str
    confidence: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class RecognitionRule:
    """School level → what is recognised. `none_because` says why there is no national standard in an edition."""

    accreditation: Mapping[int, str]
    national_standard: Mapping[int, str]
    conditions: tuple[Condition, ...]
    confidence: str
    source: str
    article: str | None = None
    issuer: str | None = None
    valid_years: int | None = None
    upgrade_after_years: int | None = None
    none_because: str | None = None


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """The circular an edition comes from. `scope`: the schools of its title; `amended_by`: the amending circular."""

    number: str
    issued: date
    title: str
    scope: str | None = None
    annex: str | None = None
    amended_by: str | None = None
    consolidated: str | None = None

    @property
    def full_title(self) -> str:
        """The official title: “Quy định về … đối với trường tiểu học”."""
        return f"{self.title} đối với {self.scope}" if self.scope else self.title

    @property
    def name(self) -> str:
        """As one cites it: “Thông tư 57/2026/TT-BGDĐT, Phụ lục II”."""
        annex = f", {self.annex}" if self.annex else ""
        amended = f", sửa đổi bởi Thông tư {self.amended_by}" if self.amended_by else ""
        return f"Thông tư {self.number}{annex}{amended}"


@dataclass(frozen=True, slots=True, eq=False)
class Framework:
    """One edition of the standards, equal to itself only (each is loaded once).

    `confidence` maps what is meant (structure, titles, summaries …) to a grade; `open_points` say what is unknown.
    `evidence_code` is what codes of evidence begin with, of a standard and a number: "MC.{standard}.{number}.".
    """

    id: str
    document: LegalDocument
    school_levels: tuple[SchoolLevel, ...]
    valid_from: date
    valid_to: date | None
    evidence_code: str
    verified: bool
    confidence: Mapping[str, str]
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    open_points: tuple[str, ...]
    levels: tuple[int, ...]
    standards: tuple[Standard, ...]
    clauses: tuple[Clause, ...]
    clauses_article: str | None
    rules: Rules
    recognition: RecognitionRule

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria in the order of the circular."""
        return tuple(self._criteria())

    @property
    def criterion_levels(self) -> tuple[int, ...]:
        """The levels that criteria have; a level above them rests on clauses."""
        return tuple(sorted({level.number for criterion in self._criteria() for level in criterion.levels}))

    def _criteria(self) -> Iterator[Criterion]:
        for standard in self.standards:
            yield from standard.criteria

    def criterion(self, code: str) -> Criterion | None:
        """The criterion with this code ("3.4"), None where the edition has no such criterion."""
        return _by_code(self).get(code)

    def standard(self, number: int) -> Standard | None:
        """The standard with this number, None where the edition has no such standard."""
        return next((standard for standard in self.standards if standard.number == number), None)

    def in_force(self, on: date) -> bool:
        """Whether the edition applies on a day, both ends included."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@cache
def _by_code(framework: Framework) -> dict[str, Criterion]:
    return {criterion.code: criterion for criterion in reversed(framework.criteria)}
