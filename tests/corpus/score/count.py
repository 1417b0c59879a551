"""Counting right, missing and invented cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.score.same import Same, is_empty, match


@dataclass
class Count:
    """Right cells, invented ones (something where nothing is, or the wrong thing) and missing ones."""

    right: int = 0
    invented: int = 0
    missing: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.invented + other.invented, self.missing + other.missing)

    @property
    def f1(self) -> float:
        wrong = self.invented + self.missing
        return 2 * self.right / (2 * self.right + wrong) if self.right or wrong else 1.0


@dataclass
class Sheet:
    """The counts by field, and every wrong cell in words."""

    fields: dict[str, Count] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    @property
    def total(self) -> Count:
        return sum(self.fields.values(), Count())

    def add(self, name: str, right: int, invented: int, missing: int, note: str = "") -> None:
        self.fields[name] = self.fields.get(name, Count()) + Count(right, invented, missing)
        if invented or missing:
            self.errors.append(f"{name}: {note}")

    def cell(self, name: str, meant: Any, read: Any, same: Same, where: str, also: Sequence[Any] = ()) -> None:
        """One value; `also`: other true readings of it, None among them where it may be left out."""
        nothing_meant = is_empty(meant) or any(is_empty(other) for other in also)
        if is_empty(read):
            if not nothing_meant:
                self.add(name, 0, 0, 1, f"{where}: missing {meant!r}")
        elif any(not is_empty(other) and same(other, read) for other in (meant, *also)):
            if not is_empty(meant):
                self.add(name, 1, 0, 0)
        elif is_empty(meant):
            self.add(name, 0, 1, 0, f"{where}: invented {read!r}")
        else:
            self.add(name, 0, 1, 1, f"{where}: {meant!r} read as {read!r}")

    def values(
        self,
        name: str,
        meant: Any,
        read: Any,
        same: Same,
        where: str,
        also: Sequence[Any] = (),
        may_miss: Sequence[int] = (),
    ) -> None:
        """A list whose order does not count; elements numbered in `may_miss` may be absent."""
        wanted, given = texts_of(meant), texts_of(read)
        for other in map(texts_of, also):
            hits, missing, invented = match(other, given, same)
            if not missing and not invented and (other or not given) and other != wanted:
                self.add(name, hits, 0, 0)
                return
        hits, missing, invented = match(wanted, given, same)
        excused = [wanted[at] for at in may_miss if at < len(wanted)]
        missing = [value for value in missing if value not in excused]
        self.add(name, hits, len(invented), len(missing), f"{where}: missing {missing!r}, invented {invented!r}")


def texts_of(value: Any) -> list[str]:
    """The texts of a list, or of a value alone, without the empty ones."""
    if is_empty(value):
        return []
    return [str(one) for one in ([value] if isinstance(value, str) else value) if not is_empty(one)]
