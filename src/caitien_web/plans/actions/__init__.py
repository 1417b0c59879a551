"""Everything that changes plans: one function for each thing a person does."""

from caitien_web.plans.actions.start import CannotStart, start_plan

__all__ = ["CannotStart", "start_plan"]
