"""A legal document and what is known of it on a day, as frozen values."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """Where a document stands on a day. unverified: known, but its validity that day is not ("cần đối chiếu");
    unknown: not in the registry, which says nothing against it."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    REPEALED = "repealed"
    UNVERIFIED = "unverified"
    UNKNOWN = "unknown"

    @property
    def text(self) -> str:
        """In Vietnamese."""
        return _TEXTS[self]


_TEXTS = {
    Standing.IN_FORCE: "còn hiệu lực",
    Standing.NOT_YET: "chưa có hiệu lực",
    Standing.REPEALED: "hết hiệu lực",
    Standing.UNVERIFIED: "cần đối chiếu",
    Standing.UNKNOWN: "chưa có trong danh mục",
}


@dataclass(frozen=True, slots=True)
class End:
    """When a document ceases: surely valid through `after`, surely not after `by` (None: not known).

    Both are the last day where that is known. `school_levels` where it ceases for some levels only.
    """

    after: date
    by: date | None
    school_levels: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    confidence: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amending document; `since` is the day it takes effect or, where only that is known, its date of issue."""

    number: str
    since: date
    since_is_issue: bool = False
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """A document of the registry. `issued` is as precise as is known (YYYY or YYYY-MM-DD); `effective` None: unknown.

    `in_force_as_of`: whether it was in force on the registry's day, None where nobody could tell.
    """

    number: str
    type: str
    title: str
    issuer: str
    issued: str
    effective: date | None
    school_levels: tuple[str, ...]
    ends: tuple[End, ...]
    in_force_as_of: bool | None
    confidence: str
    verified: bool
    source: str
    scope: str | None = None
    amended_by: tuple[Amendment, ...] = ()
    replaces: tuple[str, ...] = ()
    note: str | None = None

    @property
    def name(self) -> str:
        """As one cites it: “Thông tư 18/2018/TT-BGDĐT”; a law by its title first."""
        return f"{self.title} ({self.number})" if self.type == "Luật" else f"{self.type} {self.number}"

    @property
    def full_title(self) -> str:
        return f"{self.title} đối với {self.scope}" if self.scope else self.title

    @property
    def issued_from(self) -> date:
        """The first day on which it may have been issued."""
        return date.fromisoformat(self.issued if len(self.issued) == 10 else f"{self.issued}-01-01")

    def end_for(self, level: str | None) -> End | None:
        """When it ceases for a school level; an end without levels is for all."""
        return next((end for end in self.ends if not end.school_levels or level in end.school_levels), None)


@dataclass(frozen=True, slots=True)
class LawStatus:
    """What the registry says about a number on a day.

    `in_force_for`: the school levels it is in force for that day; `amended_by`: amendments in effect by then;
    `ended_on`: the last day of validity where known; `replaced_by` only where it has ceased or may have.
    `text` is one Vietnamese sentence; it says where the entry is not verified.
    """

    asked: str
    on: date
    law: Law | None
    standing: Standing
    text: str
    in_force_for: tuple[str, ...] = ()
    amended_by: tuple[Amendment, ...] = ()
    replaced_by: tuple[str, ...] = ()
    ended_on: date | None = None
    school_levels: tuple[str, ...] = field(default=())

    @property
    def known(self) -> bool:
        return self.law is not None

    @property
    def verified(self) -> bool:
        """Whether the entry was held beside the official text."""
        return self.law is not None and self.law.verified
