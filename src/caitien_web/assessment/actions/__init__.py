"""Everything that changes assessments and weaknesses: one function for each thing a person does."""

from caitien_web.assessment.actions.weaknesses import plan_weaknesses

__all__ = ["plan_weaknesses"]
