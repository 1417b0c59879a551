"""The recognitions of schools that end soon, or have ended without a later one."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from caitien_web.assessment.models import Recognition
from caitien_web.tenancy.models import Unit

SOON = 183  # days before the end from which it is urgent: a school asks anew months ahead


@dataclass(frozen=True, slots=True)
class Ending:
    """A recognition with the days that are left on a day; fewer than none where it has ended."""

    recognition: Recognition
    left: int

    @property
    def tone(self) -> str:
        return "bad" if self.left < 0 else "warn" if self.left <= SOON else "plain"

    @property
    def words(self) -> str:
        """ "Đã hết hạn 12 ngày", "Còn 40 ngày", "Còn 8 tháng"."""
        if self.left < 0:
            return f"Đã hết hạn {-self.left} ngày"
        return f"Còn {self.left} ngày" if self.left <= 60 else f"Còn {self.left // 30} tháng"


def recognitions_ending(unit: Unit, *, until: date, kind: str = "") -> QuerySet[Recognition]:
    """The newest recognition of each kind of every open school that ends by a day, the soonest first."""
    later = Recognition.objects.within(unit).filter(
        unit=OuterRef("unit"), kind=OuterRef("kind"), valid_until__gt=OuterRef("valid_until")
    )
    found = Recognition.objects.within(unit).filter(valid_until__lte=until, unit__closed_on=None)
    if kind:
        found = found.filter(kind=kind)
    return found.exclude(Exists(later)).select_related("unit__parent").order_by("valid_until", "unit__folded", "pk")


def endings(rows: list[Recognition], *, on: date) -> list[Ending]:
    """The rows with the days left."""
    return [Ending(row, (row.valid_until - on).days) for row in rows]


def within_months(on: date, months: int) -> date:
    """The day so many months of thirty days and a half ahead."""
    return on + timedelta(days=round(months * 30.5))
