"""A plan under way with works, to begin a test of carrying out with."""

from dataclasses import replace

from caitien_web.plans.actions.steps import approve_plan, begin_plan, submit_plan
from caitien_web.plans.actions.versions import Signing, issue_plan
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit
from web.builders import NOW, a_plan

SIGNING = Signing("86/KH-THSN", NOW.date(), "Hiệu trưởng", "Hà Thị Mận")


def a_running_plan(school: Unit, by: User | None = None, *, number: str = "86/KH-THSN", **given: int) -> SchoolPlan:
    """Submitted, approved, issued and begun by the real actions; its works are laid by the issue."""
    plan = a_plan(school, by, **given)
    submit_plan(plan, by=by, at=NOW)
    approve_plan(plan, by=by, at=NOW)
    issue_plan(plan, replace(SIGNING, number=number), by=by, at=NOW)
    return begin_plan(plan, by=by, at=NOW)
