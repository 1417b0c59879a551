"""The standards and criteria of an edition, as an invented plan names them."""

from dataclasses import dataclass
from functools import cache

EDITIONS = {
    "preschool": "TT19-2018",
    "primary": "TT17-2018",
    "lower_secondary": "TT18-2018",
    "upper_secondary": "TT18-2018",
    "multi_level": "TT18-2018",
}
TT57_EDITIONS = {"preschool": "TT57-2026-MN", "continuing": "TT57-2026-GDTX"}


@dataclass(frozen=True)
class Criterion:
    code: str
    title: str
    standard: int
    standard_title: str
    topic: str


_OLD = {
    "1.1": "strategy",
    "1.2": "councils",
    "1.3": "unions",
    "1.4": "teams",
    "1.5": "classes",
    "1.6": "finance",
    "1.7": "staff",
    "1.8": "activities",
    "1.9": "democracy",
    "1.10": "safety",
    "2.1": "leaders",
    "2.2": "teachers",
    "2.3": "support",
    "2.4": "pupils",
    "3.1": "grounds",
    "3.2": "rooms",
    "3.3": "offices",
    "3.4": "toilets",
    "3.5": "equipment",
    "3.6": "library",
    "4.1": "parents",
    "4.2": "authorities",
    "5.1": "programme",
    "5.2": "inclusion",
    "5.3": "local",
    "5.4": "experience",
    "5.5": "skills",
    "5.6": "results",
}
_PRESCHOOL = {"3.4": "kitchen", "3.6": "toilets", "5.2": "experience", "5.3": "nutrition", "5.4": "results"}
_PRIMARY = {"5.2": "methods", "5.3": "experience", "5.4": "local", "5.5": "results"}
_TT57 = {
    "1.1": "strategy",
    "1.2": "teams",
    "1.3": "data",
    "1.4": "loop",
    "2.1": "leaders",
    "2.2": "teachers",
    "2.3": "support",
    "3.1": "programme",
    "3.2": "methods",
    "3.3": "experience",
    "3.4": "inclusion",
    "3.5": "results",
    "4.1": "equipment",
    "4.2": "safety",
    "4.3": "parents",
}


def _topic(edition: str, code: str) -> str:
    if edition.startswith("TT57"):
        return _TT57[code]
    own = _PRESCHOOL if edition.startswith("TT19") else _PRIMARY if edition.startswith("TT17") else {}
    return own.get(code, _OLD[code])


@cache
def criteria_of(edition: str) -> tuple[Criterion, ...]:
    """All criteria of an edition in their order (of the product's own data on the law)."""
    from caitien.frameworks import load_framework

    framework = load_framework(edition)
    return tuple(
        Criterion(criterion.code, criterion.title, standard.number, standard.title, _topic(edition, criterion.code))
        for standard in framework.standards
        for criterion in standard.criteria
    )
