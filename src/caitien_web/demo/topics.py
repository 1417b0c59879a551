"""What schools improve, in words with gaps, with all that may come of it in a year."""

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from caitien_web.tenancy.models import SchoolLevel, Unit

OLD_EDITION = {SchoolLevel.PRESCHOOL: "TT19-2018+TT22-2024", SchoolLevel.PRIMARY: "TT17-2018+TT22-2024"}
OLD_OF_SECONDARY = "TT18-2018+TT22-2024"
NEW_EDITION = {SchoolLevel.PRESCHOOL: "TT57-2026-MN", SchoolLevel.CONTINUING: "TT57-2026-GDTX"}
NEW_OF_GENERAL = "TT57-2026-PT"
NEW_YEAR = 2026  # from this school year on, Circular 57/2026
LEARNERS = {SchoolLevel.PRESCHOOL: "trẻ", SchoolLevel.CONTINUING: "học viên"}


def edition_of(unit: Unit, year: int) -> str:
    """The edition by which a school of this level works in the school year that begins in `year`."""
    level = SchoolLevel(unit.level)
    if year >= NEW_YEAR:
        return NEW_EDITION.get(level, NEW_OF_GENERAL)
    return OLD_EDITION.get(level, OLD_OF_SECONDARY)


@dataclass(frozen=True, slots=True)
class Topic:
    """One matter of a school. The words of `told` have gaps: who learns there, numbers that differ by school."""

    key: str
    told: dict[str, Any]
    gaps: dict[str, Any] = field(default_factory=dict)

    def words(self, name: str) -> Any:
        """A text, or a list of texts, with its gaps filled."""
        found = self.told[name]
        return [self._fill(line) for line in found] if isinstance(found, list) else self._fill(found)

    def _fill(self, text: Any) -> Any:
        if not isinstance(text, str):
            return text
        text = text.format(**self.gaps)
        return text[:1].upper() + text[1:]

    @property
    def budget(self) -> int:
        """Million đồng; 0 for what costs nothing."""
        return int(self.told["budget"])

    @property
    def source(self) -> str:
        return "Ngân sách xã" if self.budget > 20 else "Chi thường xuyên"

    def criterion(self, unit: Unit, year: int) -> str:
        """Where it belongs in the edition of a year."""
        kind = unit.level if unit.level in OLD_EDITION else "secondary"
        return str(self.told["criteria"]["new" if year >= NEW_YEAR else kind])


@cache
def _all() -> dict[str, dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((files(__package__) / "topics.json").read_text("utf-8"))
    return {told["key"]: told for told in found}


def topics_of(unit: Unit, keys: str, seed: int) -> list[Topic]:
    """The topics of these keys, parted by blanks, in the order of Circular 57; the same seed gives the same numbers."""
    wanted = set(keys.split())
    order = [key for key in _all() if key in wanted]
    learners = LEARNERS.get(SchoolLevel(unit.level), "học sinh")
    found = []
    for number, key in enumerate(order):
        few = 2 + (seed + number) % 4
        gaps = {"hs": learners, "a": f"{few:02d}", "b": few + 21, "p": _all()[key]["measure"][2]}
        found.append(Topic(key, _all()[key], gaps | {"m": _all()[key]["budget"]}))
    return found
