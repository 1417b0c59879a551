"""Making an issued plan public, in chosen parts, and taking it back."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from caitien_web.history.record import record
from caitien_web.plans.actions.steps import lock
from caitien_web.plans.models import SchoolPlan
from caitien_web.ui.refusal import Refusal


class CannotPublish(Refusal):
    """The plan cannot be made public, or not in these parts."""


@transaction.atomic
def publish_plan(plan: SchoolPlan, *, parts: Iterable[str], by: Any, at: datetime) -> SchoolPlan:
    """Open the issued plan to everybody, in the parts chosen (`queries.public.PARTS`); its newest version is shown."""
    lock(plan)
    chosen = list(dict.fromkeys(parts))
    if not plan.is_issued:
        raise CannotPublish("Chưa công khai được: kế hoạch chưa ban hành. Ban hành kế hoạch trước.")
    if "table" not in chosen and not {"purposes", "problems", "prior_results", "organisation"} & set(chosen):
        raise CannotPublish("Chưa công khai được: chưa chọn phần nào của kế hoạch. Chọn ít nhất bảng kế hoạch.")
    if "table" in chosen and not any(part.startswith("table.") for part in chosen):
        raise CannotPublish("Chưa công khai được: chưa chọn cột nào của bảng kế hoạch. Chọn ít nhất một cột.")
    plan.is_public, plan.public_parts = True, chosen
    plan.save()
    record("plans.plan.published", unit=plan.unit, by=by, at=at, subject=plan, plan=plan.period_words)
    return plan


@transaction.atomic
def unpublish_plan(plan: SchoolPlan, *, by: Any, at: datetime) -> SchoolPlan:
    """Close the public page; the choice of parts is kept for the next time."""
    lock(plan)
    if not plan.is_public:
        raise CannotPublish("Kế hoạch này chưa được công khai.")
    plan.is_public = False
    plan.save()
    record("plans.plan.unpublished", unit=plan.unit, by=by, at=at, subject=plan, plan=plan.period_words)
    return plan
