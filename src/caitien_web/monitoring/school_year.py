"""School years: from 01/8 of one calendar year to 31/7 of the next."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school year, by the calendar year in which it begins."""

    start: int

    @classmethod
    def on(cls, day: date) -> "SchoolYear":
        return cls(day.year if day.month >= 8 else day.year - 1)

    @property
    def first(self) -> date:
        return date(self.start, 8, 1)

    @property
    def last(self) -> date:
        return date(self.start + 1, 7, 31)

    @property
    def slug(self) -> str:
        return f"{self.start}-{self.start + 1}"

    @property
    def words(self) -> str:
        return f"{self.start} - {self.start + 1}"

    def nearest(self, on: date) -> date:
        """The day itself where it lies in the year, else the year's first or last day."""
        return min(max(on, self.first), self.last)
