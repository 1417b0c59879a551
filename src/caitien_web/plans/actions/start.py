"""A new plan from a value: what was read from a file, drafted from last year's, or nothing but the particulars."""

from datetime import datetime
from typing import Any

from django.db import transaction

from caitien.plan import Plan
from caitien_web.assessment.models import Assessment
from caitien_web.history.record import record
from caitien_web.plans.convert import from_item, parts_of
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.plans.order import GAP
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal


class CannotStart(Refusal):
    """The plan cannot be made."""


@transaction.atomic
def start_plan(
    unit: Unit,
    value: Plan,
    *,
    years: tuple[int, int],
    by: Any,
    at: datetime,
    origin: str = "soạn mới",
    previous: SchoolPlan | None = None,
    assessment: Assessment | None = None,
) -> SchoolPlan:
    """A draft of the unit for `years`, with rows and parts of `value`; `origin` tells the history where it is from."""
    from_year, to_year = years
    if to_year <= from_year:
        raise CannotStart("Chưa tạo được kế hoạch: năm kết thúc phải sau năm bắt đầu.")
    if SchoolPlan.objects.of(unit).filter(from_year=from_year, to_year=to_year).exists():
        raise CannotStart(
            f"Chưa tạo được kế hoạch: {unit.name} đã có kế hoạch {from_year} - {to_year}. "
            "Mở kế hoạch đó, hoặc chọn năm học khác."
        )
    plan = SchoolPlan(
        unit=unit,
        from_year=from_year,
        to_year=to_year,
        edition=value.framework or unit.edition,
        form=value.form or "",
        subject=value.document.subject or "",
        signatory_title=(value.signatory and value.signatory.title) or "",
        signatory_name=(value.signatory and value.signatory.name) or "",
        closing=value.closing or "",
        parts=parts_of(value),
        previous=previous,
        assessment=assessment,
        item_count=len(value.items),
    )
    plan.save()
    PlanItem.everywhere.bulk_create(from_item(item, plan, GAP * n) for n, item in enumerate(value.items, 1))
    record("plans.plan.started", unit=unit, by=by, at=at, subject=plan, plan=plan.period_words, origin=origin)
    return plan


def start_empty(unit: Unit, *, years: tuple[int, int], edition: str, form: str, by: Any, at: datetime) -> SchoolPlan:
    """A draft without any item yet."""
    return start_plan(unit, Plan(framework=edition, form=form), years=years, by=by, at=at)
