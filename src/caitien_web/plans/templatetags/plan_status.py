"""The strip at the head of every page of a plan: where it stands, who did the last step, what comes next."""

from typing import Any

from django import template

from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.next_steps import offer_for
from caitien_web.plans.queries.steps import last_step

register = template.Library()


@register.inclusion_tag("plans/_status.html", takes_context=True)
def plan_status(context: dict[str, Any], plan: SchoolPlan) -> dict[str, Any]:
    """{% plan_status plan %}: one query, for the last step; the steps offered are those the person may take."""
    request = context["request"]
    rights = context.get("rights", ())
    return {
        "plan": plan,
        "unit": plan.unit,
        "offer": offer_for(plan, rights),
        "last": last_step(plan),
        "answers": "plan.consult" in rights and plan.state == "consulted",
        "comments": "plan.comment" in rights and plan.state == "consulted",
        "step": context.get("step"),
        "request": request,
    }
