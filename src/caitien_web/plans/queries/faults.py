"""What the checker finds in a plan as it stands, less what the school has set aside with a reason."""

from dataclasses import replace
from datetime import date

from caitien.checks import check_plan
from caitien.checks.set_aside import Judged, SetAside, judge
from caitien.findings import Severity
from caitien.plan import Plan, Signatory
from caitien_web.plans.convert import to_plan
from caitien_web.plans.models import PlanItem, SchoolPlan


def faults_of(plan: SchoolPlan, value: Plan | None = None) -> tuple[Judged, ...]:
    """The findings of the plan's present rows, each with the reason where it is set aside. Three queries."""
    rows = list(plan.items.filter(removed_at=None))
    judged, _ = judge(check_plan(value or to_plan(plan, rows)), _set_aside(plan, rows))
    return judged


def errors_left(plan: SchoolPlan) -> int:
    """How many errors nobody has set aside: they stand in the way of an issue."""
    return sum(1 for one in faults_of(plan) if one.reason is None and one.finding.severity is Severity.ERROR)


def errors_before_signing(plan: SchoolPlan, on: date) -> int:
    """As `errors_left`, as if the plan were numbered, dated and signed on a day: that comes with the issue itself."""
    value = to_plan(plan)
    signer = value.signatory or Signatory()
    signed = replace(
        value,
        document=replace(value.document, number=f"01/KH-{plan.unit.abbreviation}", number_is_blank=False, date=str(on)),
        signatory=replace(signer, title=signer.title or "Hiệu trưởng", name=signer.name or "Người ký"),
    )
    return sum(1 for one in faults_of(plan, signed) if one.reason is None and one.finding.severity is Severity.ERROR)


def _set_aside(plan: SchoolPlan, rows: list[PlanItem]) -> tuple[SetAside, ...]:
    """The school's entries as the library knows them; those about a row that was removed mean nothing any more."""
    places = {row.pk: index for index, row in enumerate(rows)}
    return tuple(
        SetAside(
            code=entry.code,
            reason=entry.reason,
            item=places[entry.item_id] if entry.item_id else None,
            criterion=entry.criterion or None,
            quote=entry.quote or None,
        )
        for entry in plan.set_aside.all()
        if entry.item_id is None or entry.item_id in places
    )
