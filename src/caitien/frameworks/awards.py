"""From a school's level to what it is given: accreditation and the national standard, by the edition's own table.

“Mức độ 1” is what the table says: it rests on Mức 2 in the circulars of 2018 and on Mức 1 since TT57, so the names are
never compared between editions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from caitien.frameworks.marks import CannotJudge, Mark, State, together
from caitien.frameworks.model import Framework
from caitien.frameworks.recognition import Attained


class Standing(StrEnum):
    """Where an award stands; none_in_law: the edition knows no such award; undecided: not all is examined yet."""

    NONE_IN_LAW = "none_in_law"
    NOT_ASSESSED = "not_assessed"
    UNDECIDED = "undecided"
    NOT_ELIGIBLE = "not_eligible"
    ELIGIBLE = "eligible"


@dataclass(frozen=True, slots=True)
class Award:
    """An award: `name` ("Cấp độ 3", "Mức độ 1") where eligible, a Vietnamese `text` always."""

    standing: Standing
    name: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Recognition:
    """Both awards of an edition; `missing` and `failed` are the texts of conditions not examined, and not fulfilled."""

    accreditation: Award
    national_standard: Award
    missing: tuple[str, ...]
    failed: tuple[str, ...]


def recognise(framework: Framework, attained: Attained, conditions: Mapping[str, Mark] | None = None) -> Recognition:
    """What the school may be given for the level attained, with marks on the conditions (`recognition.conditions`).

    A condition without a mark is not examined, so nothing is given yet. Raises CannotJudge for an unknown condition.
    """
    conditions = conditions or {}
    rule = framework.recognition
    strange = set(conditions) - {condition.id for condition in rule.conditions}
    if strange:
        raise CannotJudge(f"{framework.document.name} không có điều kiện công nhận “{min(strange)}”.")
    states = {one.text: conditions[one.id].state if one.id in conditions else None for one in rule.conditions}
    examined = together(state or State.NOT_ASSESSED for state in states.values())
    none_because = rule.none_because or f"{framework.document.name} không có hình thức công nhận này."
    return Recognition(
        accreditation=_award(rule.accreditation, attained, examined, none_because),
        national_standard=_award(rule.national_standard, attained, examined, none_because),
        missing=tuple(text for text, state in states.items() if state in (None, State.NOT_ASSESSED)),
        failed=tuple(text for text, state in states.items() if state is State.NOT_MET),
    )


def _award(table: Mapping[int, str], attained: Attained, conditions: State, none_because: str) -> Award:
    if not table:
        return Award(Standing.NONE_IN_LAW, None, none_because)
    if not attained.assessed:
        return Award(Standing.NOT_ASSESSED, None, "Chưa đánh giá.")
    sure, best = table.get(attained.level), table.get(attained.possible)
    if best is None:
        return Award(Standing.NOT_ELIGIBLE, None, f"{attained.text}: chưa đủ mức để công nhận.")
    if conditions is State.NOT_MET:
        return Award(Standing.NOT_ELIGIBLE, None, "Chưa đủ điều kiện công nhận.")
    if sure is None or conditions is not State.MET:
        return Award(Standing.UNDECIDED, None, "Chưa xét xong.")
    return Award(Standing.ELIGIBLE, sure, f"Đủ điều kiện đề nghị công nhận {sure}.")
