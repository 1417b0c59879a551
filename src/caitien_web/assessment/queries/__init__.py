"""What the pages of assessments read, and what plans ask of them."""

from caitien_web.assessment.queries.outcome import last_levels

__all__ = ["last_levels"]
