"""A school's quality improvement plan as frozen values; field by field the JSON contract caitien.plan/1.

None: the document does not say. An empty tuple: the document has none. Dates are ISO, as precise as the document
(YYYY, YYYY-MM, YYYY-MM-DD). Money is whole đồng. School years are "2025-2026".
"""

from dataclasses import dataclass, field
from typing import Any, Literal

SchoolLevel = Literal["preschool", "primary", "lower_secondary", "upper_secondary", "multi_level", "continuing"]
Recurrence = Literal["none", "monthly", "quarterly", "semester", "yearly", "ongoing"]


@dataclass(frozen=True, slots=True)
class School:
    name: str | None = None
    level: SchoolLevel | None = None
    governing_body: str | None = None
    place: str | None = None
    abbreviation: str | None = None
    ownership: str | None = None  # "Loại hình": công lập, dân lập, tư thục, as written
    address: str | None = None
    name_as_written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    from_year: int
    to_year: int


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """The document's own particulars: number and date as in its head, subject, the school year or years it covers."""

    number: str | None = None
    number_is_blank: bool = False
    date: str | None = None
    date_text: str | None = None
    subject: str | None = None
    school_year: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class LegalBasis:
    text: str
    number: str | None = None
    type: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class PriorResults:
    """Last year's results as told in the plan: counts per level ({"1": {"met": 25, "total": 25}}) and running text."""

    school_year: str | None = None
    as_of: str | None = None
    levels: dict[str, Any] | None = None
    text: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A row of the problem table of TT57's form (Biểu 2, part IV)."""

    standard: int | None = None
    criterion: str | None = None
    current_state: str | None = None
    limitation: str | None = None
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the plan: the union of the columns of all official forms."""

    standard: int | None = None
    criterion: str | None = None
    criterion_title: str | None = None
    weakness: str | None = None
    improvement: str | None = None
    target_result: str | None = None
    task: str | None = None
    solution: str | None = None
    indicators: str | None = None
    owner_text: str | None = None
    owners: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    time_text: str | None = None
    start: str | None = None
    end: str | None = None
    recurrence: Recurrence | None = None
    school_years: tuple[str, ...] = ()
    budget_text: str | None = None
    budget_vnd: int | None = None
    funding_source: str | None = None
    support_conditions: str | None = None
    support_parties: tuple[str, ...] = ()
    resources: str | None = None
    evidence_outputs: tuple[str, ...] = ()
    progress: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A row of the follow-up table of TT57's form (Biểu 2, part VI)."""

    when: str | None = None
    content: str | None = None
    result: str | None = None
    adjustment: str | None = None
    reviewer: str | None = None


@dataclass(frozen=True, slots=True)
class OrganisationPart:
    """One party of the part "Tổ chức thực hiện" with its duties; `parent` names the party it is listed under."""

    party: str
    duties: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    title: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    school: School = field(default_factory=School)
    document: DocumentInfo = field(default_factory=DocumentInfo)
    framework: str | None = None
    items: tuple[Item, ...] = ()
    source: str | None = None
    form: str | None = None
    legal_bases: tuple[LegalBasis, ...] = ()
    purposes: tuple[str, ...] = ()
    prior_results: PriorResults | None = None
    problems: tuple[Problem, ...] = ()
    weak_criteria: tuple[str, ...] = ()
    target_criteria: tuple[str, ...] = ()
    reviews: tuple[Review, ...] = ()
    organisation: tuple[OrganisationPart, ...] = ()
    closing: str | None = None
    recipients: tuple[str, ...] = ()
    signatory: Signatory | None = None
