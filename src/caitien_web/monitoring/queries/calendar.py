"""A plan and a person's work over the days: agenda, Gantt chart, calendar for other programs, money by source."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from caitien_web.monitoring.actions.calendar import hash_of
from caitien_web.monitoring.models import CalendarFeed, MonitoringRound, Review, Work, WorkState
from caitien_web.monitoring.papers.frame import item_words, work_words
from caitien_web.monitoring.queries.carriers import works_of
from caitien_web.monitoring.queries.my_work import is_late, works_of_plan
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Person
from caitien_web.ui.charts.drawing import Chart
from caitien_web.ui.charts.gantt import Span, gantt

# The chart's states of a bar, where they are not the work's own.
_DRAWN = {
    WorkState.UNDER_WAY: "in_progress",
    WorkState.CONFIRMED: "done",
    WorkState.ADJUSTED: "stopped",
    WorkState.CARRIED_OVER: "stopped",
    WorkState.DROPPED: "stopped",
}


@dataclass(frozen=True, slots=True)
class Day:
    """What falls on a day: works that are due, rounds, reviews."""

    on: date
    works: list[Work]
    rounds: list[MonitoringRound]
    reviews: list[Review]


def agenda_of(plan: SchoolPlan) -> dict[tuple[int, int], list[Day]]:
    """The days of a plan on which something is due or held, by (year, month), in order."""
    found: dict[date, Day] = {}
    for work in works_of_plan(plan):
        if work.due_on:
            found.setdefault(work.due_on, Day(work.due_on, [], [], [])).works.append(work)
    for one in plan.rounds.all():
        found.setdefault(one.planned_on, Day(one.planned_on, [], [], [])).rounds.append(one)
    for review in plan.held_reviews.all():
        found.setdefault(review.planned_on, Day(review.planned_on, [], [], [])).reviews.append(review)
    months: dict[tuple[int, int], list[Day]] = defaultdict(list)
    for on in sorted(found):
        months[on.year, on.month].append(found[on])
    return dict(months)


def gantt_of(plan: SchoolPlan, *, on: date) -> Chart:
    """The works of a plan as bars from their first to their last day."""
    first, last = months_of(plan)
    spans = spans_of(works_of_plan(plan), on=on)
    return gantt(f"Tiến độ {plan.period_words}", spans, first=first, last=last, today=on)


def months_of(plan: SchoolPlan) -> tuple[date, date]:
    """The first and the last day that a chart of the plan shows."""
    return date(plan.from_year, 8, 1), date(plan.to_year, 7, 31)


def spans_of(works: Iterable[Work], *, on: date) -> list[Span]:
    """Works with their items as the bars of a chart."""
    return [Span(_short(work_words(work)), work.starts_on, work.due_on, _state(work, on)) for work in works]


def _state(work: Work, on: date) -> str:
    return "late" if is_late(work, on) else _DRAWN.get(WorkState(work.state), work.state)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def person_with_feed(secret: str) -> Person | None:
    """Whose calendar a secret address is; None for one that was ended or never was."""
    feed = CalendarFeed.objects.filter(secret_hash=hash_of(secret)).select_related("person__unit").first()
    return feed.person if feed else None


def calendar_of(person: Person, *, on: date, at: datetime, site: str) -> bytes:
    """The person's works as an iCalendar file: a whole day each, on the last day of the work."""
    calendar = Calendar()
    calendar.add("prodid", "-//caitien//viec cua toi//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Việc của {person.full_name}")
    calendar.add("x-wr-timezone", "Asia/Ho_Chi_Minh")
    for event in _events(works_of(person, person.unit, on=on), person, at, site):
        calendar.add_component(event)
    return calendar.to_ical()


def _events(works: Iterable[Work], person: Person, at: datetime, site: str) -> Iterable[Event]:
    for work in works:
        if work.due_on is None:
            continue
        event = Event()
        event.add("uid", f"{work.pk}@caitien")
        event.add("dtstamp", at)
        event.add("dtstart", work.due_on)
        event.add("dtend", work.due_on + timedelta(days=1))
        event.add("summary", f"Hạn: {_short(work_words(work), 120)}")
        event.add("description", f"{item_words(work.item)}\n{work.get_state_display()}, {work.percent} %")
        event.add("url", f"{site}/don-vi/{person.unit.slug}/viec/{work.pk}/")
        yield event
