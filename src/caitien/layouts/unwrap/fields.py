"""What a cell of each field is like: how often it is empty, what kind of text it holds, where it likes to begin."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["prose", "role", "time", "money", "code", "number", "title"]


@dataclass(frozen=True, slots=True)
class Profile:
    """`empty`: share of empty cells; `floor`: least score of one word; `words`: whose phrases teach its words;
    `opens`: what its paragraphs begin with (verb or paper); `lists`: whether its lines with dashes are paragraphs.
    """

    kind: Kind = "prose"
    empty: float = 0.1
    floor: float = -0.4
    words: str = ""
    opens: Literal["", "verb", "paper"] = ""
    lacks: bool = False
    lists: bool = True


_OTHER = -3.5
_NAMES = -2.2
PROFILES: dict[str, Profile] = {
    "row_number": Profile("number", 0.2, _OTHER, lists=False),
    "standard": Profile("number", 0.7, _OTHER, lists=False),
    "criterion": Profile("code", 0.3, _OTHER, lists=False),
    "standard_criterion": Profile("title", 0.01, _OTHER, "title", lists=False),
    "weakness": Profile("prose", 0.01, words="weakness", lacks=True),
    "improvement": Profile("prose", 0.01, words="target_result"),
    "target_result": Profile("prose", 0.01, words="target_result"),
    "task": Profile("prose", 0.05, words="solution", opens="verb"),
    "solution": Profile("prose", 0.01, words="solution", opens="verb"),
    "indicators": Profile("prose", 0.05, words="indicators"),
    "owner_text": Profile("role", 0.02, _NAMES, "owner_text"),
    "lead_text": Profile("role", 0.02, _NAMES, "owner_text"),
    "support_text": Profile("role", 0.3, _NAMES, "owner_text"),
    "time_text": Profile("time", 0.02, _OTHER, "time_text", lists=False),
    "start_text": Profile("time", 0.1, _OTHER, "time_text", lists=False),
    "end_text": Profile("time", 0.1, _OTHER, "time_text", lists=False),
    "budget_text": Profile("money", 0.5, _OTHER, "budget_text", lists=False),
    "funding_source": Profile("prose", 0.1, _NAMES, "funding_source", lists=False),
    "support_conditions": Profile("prose", 0.5, _NAMES, "support_conditions"),
    "resources": Profile("prose", 0.1, _NAMES, "resources"),
    "evidence_outputs": Profile("prose", 0.05, words="evidence_outputs", opens="paper"),
    "progress": Profile("prose", 0.3, _NAMES, "progress", lists=False),
    "note": Profile("prose", 0.5, _NAMES, "note"),
    "current_state": Profile("prose", 0.02, words="current_state"),
    "limitation": Profile("prose", 0.02, words="weakness", lacks=True),
    "cause": Profile("prose", 0.05, words="cause"),
    "when": Profile("time", 0.02, _OTHER, "time_text", lists=False),
    "content": Profile("prose", 0.02, words="content"),
    "result": Profile("prose", 0.3, words="progress"),
    "adjustment": Profile("prose", 0.4, words="solution"),
    "reviewer": Profile("role", 0.1, _NAMES, "owner_text"),
}
UNKNOWN = Profile("prose", 0.3, _NAMES, "")


def profile_of(field: str | None, fields: tuple[str | None, ...]) -> Profile:
    """The profile of a column in a table with these fields. A criterion column without its standard may hold titles."""
    return PROFILES.get(field or "", UNKNOWN)
