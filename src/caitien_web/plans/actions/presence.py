"""Saying where one is in a plan. No act that the history tells."""

from datetime import datetime
from typing import Any

from django.db import transaction

from caitien_web.plans.models import Presence, SchoolPlan


@transaction.atomic
def be_present(plan: SchoolPlan, *, row: str, field: str, by: Any, at: datetime) -> None:
    """The person has the plan open at this cell, now."""
    where = {"row": row[:36], "field": field[:30], "at": at}
    Presence.everywhere.update_or_create(plan=plan, user=by, defaults=where)
