"""What a check is: one class in one file, its docstring the manual page, `run` short and pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from caitien.findings import Finding, Place, Position, Severity
from caitien.frameworks.load import load_framework
from caitien.frameworks.model import Framework
from caitien.plan import Item, Plan
from caitien.plan.wording import Wording, WrittenLine

if TYPE_CHECKING:
    from caitien.checks.catalogue import Entry

Made = TypeVar("Made")


@dataclass(frozen=True)
class Subject:
    """What is checked: the plan, the document's wording where it came from a document, and the day it is judged on.

    `on` is the document's own day (law is judged at it), or the day asked for; None where neither is known.
    `options`: the settings of the check that runs, defaults filled in. `positions`: where each value stands.
    """

    plan: Plan
    on: date | None = None
    wording: Wording = field(default_factory=Wording)
    options: Mapping[str, Any] = field(default_factory=dict)
    positions: Mapping[str, Position] = field(default_factory=dict)
    made: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[["Subject"], Made]) -> Made:
        """What `make` gets out of this subject, made once for all checks: it must not be changed by them."""
        if make not in self.made:
            self.made[make] = make(self)
        made: Made = self.made[make]
        return made

    def with_options(self, options: Mapping[str, Any]) -> "Subject":
        """The same subject for a check with these settings; what was made once stays made."""
        return Subject(self.plan, self.on, self.wording, options, self.positions, self.made)

    @property
    def framework(self) -> Framework | None:
        """The edition that the plan follows; None where the plan names none."""
        return load_framework(self.plan.framework) if self.plan.framework else None

    @property
    def items(self) -> Iterator[tuple[int, Item]]:
        """The items with their 0-based index."""
        return iter(enumerate(self.plan.items))


class Check:
    """A check: `run` yields findings made by `found`, `found_at` (an item's field) or `found_in` (a line of text).

    `code`: of the catalogue of faults, where name, severity and family stand. `options`: settings with defaults.
    """

    code: ClassVar[str]
    options: ClassVar[Mapping[str, Any]] = {}
    may_be_misread: ClassVar[bool] = False  # a cell cut at the wrong place by the reading looks like this fault

    def run(self, subject: Subject) -> Iterator[Finding]:
        """The faults of this kind in the plan, in the order of the document."""
        raise NotImplementedError

    @cached_property
    def _entry(self) -> "Entry":
        from caitien.checks.catalogue import entry_of

        return entry_of(self.code)

    def found(
        self,
        message: str,
        hint: str,
        place: Place,
        *,
        position: Position | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this check. `severity` only where the fault weighs otherwise than in the catalogue."""
        entry = self._entry
        place = place if place.quote is None or place.quote.strip() else replace(place, quote=None)
        return Finding(self.code, entry.name, severity or entry.severity, message, hint, place, position)

    def found_at(
        self,
        subject: Subject,
        index: int,
        name: str,
        message: str,
        hint: str,
        *,
        quote: str | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding on the field `name` of item `index`; the words quoted are the field's own unless given."""
        item = subject.plan.items[index]
        text = getattr(item, name, None)
        quote = quote or (shortened(text) if isinstance(text, str) else None)
        place = Place("items", index, item.criterion, name, quote)
        return self.found(
            message, hint, place, position=subject.positions.get(f"items.{index}.{name}"), severity=severity
        )

    def found_in(
        self, line: WrittenLine, message: str, hint: str, *, quote: str | None = None, severity: Severity | None = None
    ) -> Finding:
        """A finding on a line of the document outside the table."""
        part = PLACES.get(line.part, "text")
        return self.found(
            message, hint, Place(part, quote=quote or shortened(line.text)), position=line.position, severity=severity
        )


# The parts of the contract's places, by the parts of the wording.
PLACES = {
    "header": "header",
    "general": "header",
    "bases": "bases",
    "purposes": "purposes",
    "results": "results",
    "targets": "targets",
    "problems": "targets",
    "organisation": "organisation",
    "mechanism": "organisation",
    "reviews": "organisation",
    "closing": "closing",
}


@lru_cache(maxsize=4096)
def shortened(text: str, limit: int = 120) -> str:
    """A text on one line, cut at a word within `limit` letters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: flat.rfind(" ", 0, limit)] + " …"


def item_name(index: int, item: Item) -> str:
    """How a message names an item: "Mục 3 (tiêu chí 1.10)"."""
    return f"Mục {index + 1}" + (f" (tiêu chí {item.criterion})" if item.criterion else "")
