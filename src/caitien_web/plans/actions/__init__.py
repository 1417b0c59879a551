"""Everything that changes plans: one function for each thing a person does."""

from caitien_web.plans.actions.comments import CannotComment, answer_comment, comment_on
from caitien_web.plans.actions.publishing import CannotPublish, publish_plan, unpublish_plan
from caitien_web.plans.actions.restoring import drop_adjustment
from caitien_web.plans.actions.signed_files import CannotAttach, attach_signed_file
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
    "CannotAttach",
    "CannotComment",
    "CannotIssue",
    "CannotPublish",
    "CannotStart",
    "CannotStep",
    "Signing",
    "adjust_plan",
    "answer_comment",
    "approve_plan",
    "attach_signed_file",
    "begin_plan",
    "close_plan",
    "comment_on",
    "consult_plan",
    "delete_draft",
    "drop_adjustment",
    "end_consultation",
    "evaluate_plan",
    "extend_consultation",
    "issue_adjustment",
    "issue_plan",
    "publish_plan",
    "return_plan",
    "start_plan",
    "submit_plan",
    "take_back_plan",
    "take_over_plan",
    "unpublish_plan",
]
