"""Rows ↔ the library's plan: what the checker, the writers and the API see of a school's plan."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from caitien.plan import DocumentInfo, Item, Period, Plan, School, Signatory, from_json, to_json
from caitien.vietnamese.money import funding_source_in, read_money
from caitien.vietnamese.parties import read_parties, read_support_parties
from caitien.vietnamese.periods import read_period
from caitien_web.plans.days import first_day, last_day
from caitien_web.plans.models import ITEM_TEXTS, PLAN_PARTS, PlanItem, SchoolPlan
from caitien_web.plans.terms import terms_of_item
from caitien_web.tenancy.models import Ownership, Unit

PLAIN = tuple(field for field in ITEM_TEXTS if field not in ("criterion", "evidence_outputs"))
EMPTY: dict[str, Any] = {
    "schema": "caitien.plan/1",
    "school": {"name": None},
    "document": {},
    "framework": None,
    "items": [],
}
SEARCHED = ("criterion", *PLAIN, "evidence_outputs")


def to_plan(plan: SchoolPlan, items: Iterable[PlanItem] | None = None) -> Plan:
    """The plan as a value. `items`: its rows in order, where they are at hand; the unit must be loaded."""
    rows = plan.rows() if items is None else items
    parts = {key: value for key, value in plan.parts.items() if key in PLAN_PARTS}
    base = from_json({**EMPTY, **parts})
    return Plan(
        school=school_of(plan.unit, plan.signed_on),
        document=document_of(plan),
        framework=plan.edition or None,
        items=tuple(to_item(row) for row in rows),
        form=plan.form or None,
        legal_bases=base.legal_bases,
        purposes=base.purposes,
        prior_results=base.prior_results,
        problems=base.problems,
        weak_criteria=base.weak_criteria,
        target_criteria=base.target_criteria,
        reviews=base.reviews,
        organisation=base.organisation,
        closing=plan.closing or None,
        recipients=base.recipients,
        signatory=Signatory(plan.signatory_title or None, plan.signatory_name or None),
    )


def school_of(unit: Unit, on: date | None) -> School:
    """The school as it was called on a day; today's names for a plan that is not dated."""
    named: Any = (on and unit.name_on(on)) or unit
    return School(
        name=named.name,
        level=cast(Any, unit.level or None),
        governing_body=named.governing_body or None,
        place=named.place or None,
        abbreviation=named.abbreviation or None,
        ownership=str(Ownership(unit.ownership).label) if unit.ownership else None,
        address=unit.address or None,
    )


def document_of(plan: SchoolPlan) -> DocumentInfo:
    """Number, day, subject and period; a plan over several years has no school year."""
    return DocumentInfo(
        number=plan.number or None,
        number_is_blank=not plan.number,
        date=plan.signed_on.isoformat() if plan.signed_on else None,
        subject=plan.subject or None,
        school_year=None if plan.spans_years else plan.slug,
        period=Period(plan.from_year, plan.to_year),
    )


def to_item(row: PlanItem) -> Item:
    """One row as a value."""
    texts = {field: getattr(row, field) or None for field in PLAIN}
    return Item(
        standard=row.standard,
        criterion=row.criterion or None,
        owners=tuple(row.owners),
        supporting=tuple(row.supporting),
        start=row.start or None,
        end=row.end or None,
        recurrence=cast(Any, row.recurrence or None),
        school_years=tuple(row.school_years),
        budget_vnd=row.budget_vnd,
        support_parties=tuple(row.support_parties),
        evidence_outputs=tuple(line for line in row.evidence_outputs.splitlines() if line.strip()),
        **texts,
    )


def from_item(item: Item, plan: SchoolPlan, place: int) -> PlanItem:
    """A row that is not saved yet, of a value; what the value has read from its texts is taken over as it is."""
    row = PlanItem(
        plan=plan,
        place=place,
        standard=item.standard,
        criterion=item.criterion or "",
        owners=list(item.owners),
        supporting=list(item.supporting),
        support_parties=list(item.support_parties),
        start=item.start or "",
        end=item.end or "",
        recurrence=item.recurrence or "",
        school_years=list(item.school_years),
        budget_vnd=item.budget_vnd,
        evidence_outputs="\n".join(item.evidence_outputs),
        **{field: getattr(item, field) or "" for field in PLAIN},
    )
    return _completed(row)


def read_again(row: PlanItem, field: str) -> None:
    """Set what follows from one changed text: owners, days, sums, standard, what search sees. Does not save."""
    if field == "owner_text":
        parties = read_parties(row.owner_text)
        row.owners, row.supporting = list(parties.owners), list(parties.supporting)
    elif field == "support_conditions":
        row.support_parties = list(read_support_parties(row.support_conditions))
    elif field in ("time_text", "note"):
        _read_time(row)
    elif field == "budget_text":
        money = read_money(row.budget_text)
        row.budget_vnd = money.amount
        row.funding_source = row.funding_source or funding_source_in(row.budget_text) or ""
    elif field == "criterion":
        head = row.criterion.partition(".")[0]
        row.standard = int(head) if head.isdigit() else None
    _completed(row)


def _read_time(row: PlanItem) -> None:
    plan = row.plan
    years = (plan.from_year, plan.to_year) if plan.from_year else None
    found = read_period(row.time_text, plan_years=years, note=row.note or None)
    row.start, row.end = found.start or "", found.end or ""
    row.recurrence, row.school_years = found.recurrence or "", list(found.school_years)


def _completed(row: PlanItem) -> PlanItem:
    row.starts_on, row.due_on = first_day(row.start), last_day(row.end)
    row.folded = terms_of_item(row, SEARCHED)
    return row


def parts_of(plan: Plan) -> dict[str, Any]:
    """The parts beside the table as `SchoolPlan.parts` holds them."""
    data = to_json(plan)
    return {key: data[key] for key in PLAN_PARTS if data.get(key)}


def frozen_bytes(data: dict[str, Any]) -> bytes:
    """The canonical bytes of a version's JSON: keys sorted, no blanks, UTF-8. Its SHA-256 is taken over them."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def with_text(item: Item, field: str, text: str, years: tuple[int, int] | None) -> Item:
    """An item with one cell written anew, and all that follows from it."""
    from_year, to_year = years or (0, 0)
    row = from_item(item, SchoolPlan(from_year=from_year, to_year=to_year), 0)
    setattr(row, field, text)
    read_again(row, field)
    return to_item(row)


def years_of(plan: Plan) -> tuple[int, int] | None:
    """The years that a document says it is for: one school year, or several."""
    info = plan.document
    if info.school_year:
        first, _, last = info.school_year.partition("-")
        return int(first), int(last)
    return (info.period.from_year, info.period.to_year) if info.period else None
