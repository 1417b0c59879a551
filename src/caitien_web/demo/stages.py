"""How far a plan has come: through its steps in order, on their days."""

from collections.abc import Callable

from caitien_web.assessment.actions import add_weakness
from caitien_web.demo.consultation import comment
from caitien_web.demo.days import Days, Steps, moment
from caitien_web.demo.people import People
from caitien_web.demo.plans import Laid, start_from_file
from caitien_web.demo.topics import edition_of, topics_of
from caitien_web.plans.actions import Signing, approve_plan, begin_plan, consult_plan, issue_plan, submit_plan
from caitien_web.plans.actions.findings import check_now
from caitien_web.plans.models import PlanState, SchoolPlan
from caitien_web.tenancy.models import Unit

ORDER = (PlanState.CONSULTED, PlanState.SUBMITTED, PlanState.APPROVED, PlanState.ISSUED, PlanState.UNDER_WAY)


def steps_of(state: PlanState, days: Days) -> Steps:
    if state in (PlanState.UNDER_WAY, PlanState.ADJUSTED):
        return Steps.to_issue(days.issued)
    return Steps.to_issue(days.ago(5)) if state == PlanState.ISSUED else Steps.on_the_way(days)


def bring_to(laid: Laid, state: PlanState, steps: Steps, people: People) -> None:
    """Through the steps in order, as far as `state`, and checked."""
    plan, secretary, head = laid.plan, people["thuky"], people["hieutruong"]
    signing = Signing(_number(plan), steps.issued, "Hiệu trưởng", str(head))
    until = max(steps.until, steps.consulted)
    ways: dict[PlanState, Callable[[], object]] = {
        PlanState.CONSULTED: lambda: consult_plan(plan, until=until, by=secretary, at=moment(steps.consulted)),
        PlanState.SUBMITTED: lambda: submit_plan(plan, by=secretary, at=moment(steps.submitted)),
        PlanState.APPROVED: lambda: approve_plan(plan, by=head, at=moment(steps.approved)),
        PlanState.ISSUED: lambda: issue_plan(plan, signing, by=head, at=moment(steps.issued)),
        PlanState.UNDER_WAY: lambda: begin_plan(plan, by=head, at=moment(steps.begun)),
    }
    for step in ORDER[: ORDER.index(state) + 1] if state in ORDER else ():
        ways[step]()
        if step == PlanState.CONSULTED:
            comment(laid, people, steps, answered=state != PlanState.CONSULTED)
    check_now(plan, at=moment(steps.started))


def _number(plan: SchoolPlan) -> str:
    return f"{60 + plan.from_year % 7}/KH-{plan.unit.abbreviation}"


def plan_of_several_years(unit: Unit, people: People, days: Days) -> None:
    """A plan over four years, approved and waiting for its number."""
    topics = topics_of(unit, "staff equipment safety", 5)
    by, year = people["thuky"], days.year
    at = moment(days.ago(20))
    found = {
        topic.key: add_weakness(
            unit,
            edition=edition_of(unit, year),
            criterion=topic.criterion(unit, year),
            text=str(topic.words("weakness")),
            by=by,
            at=at,
        )
        for topic in topics
    }
    laid = start_from_file(unit, (year, year + 4), found, topics, by=by, at=at)
    submit_plan(laid.plan, by=by, at=moment(days.ago(6)))
    approve_plan(laid.plan, by=people["hieutruong"], at=moment(days.ago(3)))
    check_now(laid.plan, at=moment(days.ago(3)))
