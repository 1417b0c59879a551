"""The days of the demonstration: all of them told from one day, so that it looks alive whenever it is laid."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
COMMUNES_SINCE = date(2025, 7, 1)  # the communes of today are of that day
LEAST = 45  # so many days, at least, has this year's plan been under way


def moment(day: date, hour: int = 9) -> datetime:
    """An hour of a day in Vietnam."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)


@dataclass(frozen=True, slots=True)
class Days:
    """What happened when, seen from `today`. Nothing that has happened lies after it."""

    today: date

    @property
    def year(self) -> int:
        """The calendar year in which the school year of today begins; it begins in September."""
        return self.today.year if self.today.month >= 9 else self.today.year - 1

    @property
    def begin(self) -> date:
        """The units, people and roles are of this day."""
        return min(COMMUNES_SINCE, date(self.year - 1, 7, 1))

    @property
    def issued(self) -> date:
        """This year's plans were issued in mid-September; in autumn earlier, so that there is something to see."""
        return min(date(self.year, 9, 14), self.ago(LEAST))

    def ago(self, days: int) -> date:
        return self.today - timedelta(days)

    def ahead(self, days: int) -> date:
        return self.today + timedelta(days)

    def share(self, part: float) -> date:
        """The day when so much of the time between the issue of this year's plan and yesterday had passed."""
        return self.issued + timedelta(round(part * (self.ago(1) - self.issued).days))

    def month(self, offset: int) -> str:
        """The month so many after today's as "9/2026": within the running plan, August at the latest."""
        first, last = _index(self.issued), 12 * (self.year + 1) + 7
        found = max(first, min(last, _index(self.today) + offset))
        return f"{found % 12 + 1}/{found // 12}"


def _index(day: date) -> int:
    return 12 * day.year + day.month - 1


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Steps:
    """The days on which a plan took its steps."""

    started: date
    consulted: date
    until: date
    submitted: date
    approved: date
    issued: date
    begun: date

    @classmethod
    def to_issue(cls, issued: date) -> "Steps":
        """Those of a plan that was issued on a day, about four weeks of work before it."""
        return cls(*(issued - timedelta(days) for days in (25, 20, 9, 7, 3, 0, -1)))

    @classmethod
    def on_the_way(cls, days: Days) -> "Steps":
        """Those of a plan that is not issued yet: opened for comments ten days ago, until four days from today."""
        return cls(days.ago(16), days.ago(10), days.ahead(4), days.ago(2), days.ago(1), days.today, days.today)
