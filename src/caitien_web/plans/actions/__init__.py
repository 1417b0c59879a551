"""Everything that changes plans: one function for each thing a person does."""

from caitien_web.plans.actions.start import CannotStart, start_plan
from caitien_web.plans.actions.steps import (
    CannotStep,
    approve_plan,
    begin_plan,
    close_plan,
    consult_plan,
    delete_draft,
    end_consultation,
    evaluate_plan,
    extend_consultation,
    return_plan,
    submit_plan,
    take_back_plan,
)
from caitien_web.plans.actions.versions import (
    CannotAdjust,
    CannotIssue,
    Signing,
    adjust_plan,
    issue_adjustment,
    issue_plan,
    take_over_plan,
)

__all__ = [
    "CannotAdjust",
    "CannotIssue",
    "CannotStart",
    "CannotStep",
    "Signing",
    "adjust_plan",
    "approve_plan",
    "begin_plan",
    "close_plan",
    "consult_plan",
    "delete_draft",
    "end_consultation",
    "evaluate_plan",
    "extend_consultation",
    "issue_adjustment",
    "issue_plan",
    "return_plan",
    "start_plan",
    "submit_plan",
    "take_back_plan",
    "take_over_plan",
]
