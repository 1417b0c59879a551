"""What is handed over after checking: the findings of one plan, judged, with their counts; as text, page or data."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from caitien.checks.run import PARTS
from caitien.checks.set_aside import Judged, SetAside
from caitien.findings import Severity
from caitien.plan import Plan

WEIGHTS = tuple(Severity)  # the heaviest first


@dataclass(frozen=True, slots=True)
class Report:
    """One plan's findings. `on`: the day that law was judged on. `doubts`: how many places were doubtful in reading.

    `without_effect`: entries of what was set aside that no finding fits.
    """

    file: str
    plan: Plan
    on: date | None
    judged: tuple[Judged, ...]
    doubts: int = 0
    without_effect: tuple[SetAside, ...] = ()

    @property
    def standing(self) -> tuple[Judged, ...]:
        """What is not set aside."""
        return tuple(one for one in self.judged if one.reason is None)

    @property
    def set_aside(self) -> tuple[Judged, ...]:
        return tuple(one for one in self.judged if one.reason is not None)

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings of each severity stand."""
        return Counter(one.finding.severity for one in self.standing)

    def by_part(self) -> Iterator[tuple[str, list[Judged]]]:
        """The parts of the document that have findings, those set aside left out; the heaviest first, then by item."""
        for part in PARTS:
            found = [one for one in self.standing if one.finding.place.part == part]
            if found:
                yield part, sorted(found, key=lambda one: WEIGHTS.index(one.finding.severity))

    def fails(self, fail_on: str) -> bool:
        """Does a finding that stands reach this severity? Nothing reaches "never"."""
        if fail_on == "never":
            return False
        heavy = WEIGHTS[: WEIGHTS.index(Severity(fail_on)) + 1]
        return any(self.counts[severity] for severity in heavy)
