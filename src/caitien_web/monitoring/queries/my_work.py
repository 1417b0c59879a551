"""What waits for a person, and the works of a plan: by due day, person, standard, month."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from caitien_web.monitoring.models import OPEN_STATES, Part, Reminder, Work, WorkState
from caitien_web.monitoring.queries.carriers import carried_by, people_of, works_of_items
from caitien_web.plans.in_force import rows_in_force, show_in_force
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Person
from caitien_web.schools.queries.holders import Holders
from caitien_web.tenancy.models import Unit

SOON = timedelta(days=30)
UNDECIDED = "Chưa xác định được người"


@dataclass(slots=True)
class MyWork:
    """A person's works on a day in the order of urgency; `leads` holds the items that the person leads.

    `past`: works of items that somebody else carries now, which ran while this person carried them.
    """

    late: list[Work] = field(default_factory=list)
    due: list[Work] = field(default_factory=list)
    running: list[Work] = field(default_factory=list)
    later: list[Work] = field(default_factory=list)
    done: list[Work] = field(default_factory=list)
    past: list[Work] = field(default_factory=list)
    leads: set[object] = field(default_factory=set)
    reminders: list[Reminder] = field(default_factory=list)

    def count(self) -> int:
        return sum(map(len, (self.late, self.due, self.running, self.later)))


def my_work(person: Person, unit: Unit, *, on: date, reminders: bool = True) -> MyWork:
    """What the person leads or helps in; five queries, whatever the number of works."""
    carried = carried_by(person, unit, on=on)
    found = MyWork(leads={item for item, part in carried.now.items() if part == Part.LEAD})
    if reminders:
        found.reminders = list(
            Reminder.objects.filter(unit=unit, person=person, read_at=None)
            .exclude(matter__startswith=Reminder.NOTICE)
            .order_by("-at", "day")[:20]
        )
    works = list(works_of_items({*carried.now, *carried.before}, unit))
    show_in_force(work.item for work in works)
    for work in works:
        if work.item_id in carried.now:
            _place(found, work, on).append(work)
        elif carried.was_there(work):
            found.past.append(work)
    return found


def _place(found: MyWork, work: Work, on: date) -> list[Work]:
    if work.state not in OPEN_STATES:
        return found.done
    if is_late(work, on):
        return found.late
    if work.starts_on and work.starts_on > on:
        return found.later
    return found.due if work.due_on and work.due_on <= on + SOON else found.running


def is_late(work: Work, on: date) -> bool:
    """Open, and its last day is past."""
    return work.state in OPEN_STATES and work.due_on is not None and work.due_on < on


def works_of_plan(plan: SchoolPlan) -> list[Work]:
    """All works of a plan as it is in force, in the order of its rows."""
    standing = Q(item__removed_at=None)
    if plan.adjusting or plan.in_force:
        standing = Q(item__in=[row.pk for row in rows_in_force(plan)])
    rows = Work.everywhere.filter(standing, item__plan=plan).select_related("item__plan")
    found = list(rows.prefetch_related("item__parties__person").order_by("item__place", "number"))
    show_in_force(work.item for work in found)
    return found


@dataclass(frozen=True, slots=True)
class Group:
    """Works under one heading, with how many are finished, and which are late."""

    title: str
    works: list[Work]
    done: int
    late_ones: frozenset[UUID]

    @property
    def late(self) -> int:
        return len(self.late_ones)


def grouped(plan: SchoolPlan, by: str, *, on: date) -> list[Group]:
    """The works of a plan by "tieu-chuan", "thang" (of the due day) or "nguoi" (who leads)."""
    works = works_of_plan(plan)
    named = _by_person(works, plan, on) if by == "nguoi" else _by_key(works, by)
    late = frozenset(work.pk for work in works if is_late(work, on))
    return [Group(title, found, _finished(found), late & {work.pk for work in found}) for title, found in named]


def _finished(works: Iterable[Work]) -> int:
    return sum(work.state in (WorkState.DONE, WorkState.CONFIRMED) for work in works)


def _by_key(works: Iterable[Work], by: str) -> list[tuple[str, list[Work]]]:
    found: dict[tuple[int, int], list[Work]] = defaultdict(list)
    for work in works:
        if by == "thang":
            found[(work.due_on.year, work.due_on.month) if work.due_on else (9999, 0)].append(work)
        else:
            found[(work.item.standard or 0, 0)].append(work)
    if by == "thang":
        titles = {key: f"Tháng {key[1]}/{key[0]}" if key[1] else "Chưa có hạn" for key in found}
    else:
        titles = {key: f"Tiêu chuẩn {key[0]}" if key[0] else "Chưa rõ tiêu chuẩn" for key in found}
    return [(titles[key], found[key]) for key in sorted(found)]


def _by_person(works: Iterable[Work], plan: SchoolPlan, on: date) -> list[tuple[str, list[Work]]]:
    holders = Holders(plan.unit, on)
    found: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        people = people_of(work.item.parties.all(), holders, on, Part.LEAD)
        for name in dict.fromkeys(person.full_name for person in people) or [UNDECIDED]:
            found[name].append(work)
    return sorted(found.items(), key=lambda pair: (pair[0] == UNDECIDED, pair[0].split()[-1]))
