"""The strip at the head of every page of a plan: where it stands, who did the last step, what comes next."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from caitien_web.plans.access import stamp_of
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.next_steps import offer_for
from caitien_web.plans.queries.steps import last_step
from caitien_web.ui.kept import pieces

register = template.Library()


@register.simple_tag(takes_context=True)
def plan_status(context: dict[str, Any], plan: SchoolPlan) -> SafeString:
    """{% plan_status plan %}: the steps offered are those the person may take.

    Drawn once for the plan as it stands and for the rights: one query then, none after. After a POST the plan at hand
    may be what an action gave up half-way, so nothing is kept then.
    """
    rights, on_step = frozenset(context.get("rights", ())), bool(context.get("step"))
    stamp = stamp_of(plan)
    if not stamp or context["request"].method != "GET":
        return _drawn(plan, rights, on_step)
    return pieces.draw(("plan_status", stamp, plan.unit.slug, rights, on_step), lambda: _drawn(plan, rights, on_step))


def _drawn(plan: SchoolPlan, rights: frozenset[str], on_step: bool) -> SafeString:
    told = {
        "plan": plan,
        "unit": plan.unit,
        "offer": offer_for(plan, rights),
        "last": last_step(plan),
        "answers": "plan.consult" in rights and plan.state == "consulted",
        "comments": "plan.comment" in rights and plan.state == "consulted",
        "step": on_step,
    }
    return render_to_string("plans/_status.html", told)
