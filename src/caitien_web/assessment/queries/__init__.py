"""What the pages of assessments read, and what plans ask of them."""

from caitien_web.assessment.queries.outcome import last_levels
from caitien_web.assessment.queries.pages import assessment_behind

__all__ = ["assessment_behind", "last_levels"]
