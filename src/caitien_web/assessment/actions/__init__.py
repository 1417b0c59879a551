"""Everything that changes assessments and weaknesses: one function for each thing a person does."""

from caitien_web.assessment.actions.assessments import (
    CannotAssess,
    Found,
    approve_assessment,
    finish_assessment,
    follow_assessment,
    mark_clauses,
    mark_criterion,
    open_assessment,
    reopen_assessment,
)
from caitien_web.assessment.actions.external import add_recommendation, record_external, record_recognition
from caitien_web.assessment.actions.weaknesses import (
    add_weakness,
    judge_weakness,
    plan_weaknesses,
    take_over_weaknesses,
)

__all__ = [
    "CannotAssess",
    "Found",
    "add_recommendation",
    "add_weakness",
    "approve_assessment",
    "finish_assessment",
    "follow_assessment",
    "judge_weakness",
    "mark_clauses",
    "mark_criterion",
    "open_assessment",
    "plan_weaknesses",
    "record_external",
    "record_recognition",
    "reopen_assessment",
    "take_over_weaknesses",
]
