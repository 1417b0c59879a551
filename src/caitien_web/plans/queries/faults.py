"""How many errors stand in the way of a signature."""

from dataclasses import replace
from datetime import date

from caitien.checks import check_plan
from caitien.findings import Severity
from caitien.plan import Plan, Signatory
from caitien_web.plans.convert import to_plan
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.plans.queries.findings import counts_of, marked
from caitien_web.plans.queries.table import rows_of


def errors_left(plan: SchoolPlan) -> int:
    """How many errors nobody has set aside: they stand in the way of an issue. Checked anew, with number and day
    of the signature, which have just come."""
    rows = rows_of(plan)
    return _errors(plan, rows, to_plan(plan, rows))


def errors_before_signing(plan: SchoolPlan, on: date) -> int:
    """As `errors_left`, as if the plan were numbered, dated and signed on a day: that comes with the issue itself."""
    rows = rows_of(plan)
    value = to_plan(plan, rows)
    signer = value.signatory or Signatory()
    signed = replace(
        value,
        document=replace(value.document, number=f"01/KH-{plan.unit.abbreviation}", number_is_blank=False, date=str(on)),
        signatory=replace(signer, title=signer.title or "Hiệu trưởng", name=signer.name or "Người ký"),
    )
    return _errors(plan, rows, signed)


def _errors(plan: SchoolPlan, rows: list[PlanItem], value: Plan) -> int:
    return counts_of(marked(plan, rows, check_plan(value)))[Severity.ERROR.value]
