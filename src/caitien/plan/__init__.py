"""The plan as plain frozen values, and its JSON form (schema caitien.plan/1)."""

from caitien.plan.as_json import NotAPlan, from_json, to_json
from caitien.plan.model import (
    DocumentInfo,
    Item,
    LegalBasis,
    OrganisationPart,
    Period,
    Plan,
    PriorResults,
    Problem,
    Review,
    School,
    Signatory,
)

__all__ = [
    "DocumentInfo",
    "Item",
    "LegalBasis",
    "NotAPlan",
    "OrganisationPart",
    "Period",
    "Plan",
    "PriorResults",
    "Problem",
    "Review",
    "School",
    "Signatory",
    "from_json",
    "to_json",
]
