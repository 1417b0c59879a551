"""Reminders: what is due and late, to whom; each matter once for a person and a day, one mail a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from caitien_web.monitoring.models import OPEN_STATES, Digest, MonitoringRound, Part, Reminder, Review, Work
from caitien_web.monitoring.papers.frame import work_words
from caitien_web.monitoring.queries.carriers import RUNNING, people_of
from caitien_web.schools.models import Person, Role, RoleAssignment
from caitien_web.schools.queries.holders import Holders
from caitien_web.tenancy.models import Unit
from caitien_web.ui.vn import day

SOON = timedelta(days=7)
TO_HEAD = timedelta(days=3)  # what is late is shown to the lead first, then to the head
WEEK = timedelta(days=7)
MEETING_SOON = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Due:
    """Something to remind a person of: the matter, the day that it is about, the words, where it leads."""

    person: Person
    matter: str
    on: date
    text: str
    address: str


def remind_unit(unit: Unit, *, on: date, at: datetime) -> int:
    """Put out the reminders of a day for one unit; the number of new ones. Run again, it adds nothing.

    A matter bears the day that it is about, not the day of the run: what a machine that stood still has missed is made
    up for, once.
    """
    found = [*_of_works(unit, on), *_of_meetings(unit, on)]
    before = Reminder.objects.filter(unit=unit).count()
    rows = [
        Reminder(
            unit=unit, person=one.person, matter=one.matter, day=one.on, text=one.text[:300], address=one.address, at=at
        )
        for one in found
    ]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)
    return Reminder.objects.filter(unit=unit).count() - before


def _of_works(unit: Unit, on: date) -> Iterator[Due]:
    rows = Work.objects.of(unit).filter(item__plan__state__in=RUNNING, item__removed_at=None, state__in=OPEN_STATES)
    works = list(rows.filter(due_on__lte=on + SOON).select_related("item").prefetch_related("item__parties__person"))
    if not works:
        return
    holders = Holders(unit, on)
    heads = holders.people("Hiệu trưởng")
    for work in works:
        leads = people_of(work.item.parties.all(), holders, on, Part.LEAD)
        yield from _of_work(work, unit, on, leads, heads)


def _of_work(work: Work, unit: Unit, on: date, leads: Iterable[Person], heads: Iterable[Person]) -> Iterator[Due]:
    """Seven days before the last day, on it, each week after it; the head hears of it three days late."""
    due = work.due_on
    assert due is not None  # asked for by day
    words, address = work_words(work), reverse("work", args=[unit.slug, work.pk])
    for person in leads:
        if on < due:
            yield Due(person, f"work:{work.pk}:soon", due, f"Đến hạn ngày {day(due)}: {words}", address)
        elif on == due:
            yield Due(person, f"work:{work.pk}:due", due, f"Hôm nay là hạn cuối: {words}", address)
        else:
            week = due + WEEK * ((on - due).days // 7)
            yield Due(person, f"work:{work.pk}:late", week, f"Quá hạn từ {day(due)}: {words}", address)
    if on >= due + TO_HEAD:
        for head in heads:
            yield Due(head, f"work:{work.pk}:head", due, f"Việc quá hạn từ {day(due)}: {words}", address)


def _of_meetings(unit: Unit, on: date) -> Iterator[Due]:
    near = {"planned_on__gte": on, "planned_on__lte": on + MEETING_SOON}
    rounds = list(MonitoringRound.objects.of(unit).filter(state="planned", **near))
    reviews = list(Review.objects.of(unit).filter(closed_at=None, **near))
    if not rounds and not reviews:
        return
    given = RoleAssignment.on(on).filter(unit=unit, role__in=(Role.MONITOR, Role.SECRETARY, Role.HEAD))
    people = [(Role(one.role), one.person) for one in given.select_related("person")]
    for one in rounds:
        text = f"{one.title}: dự kiến ngày {day(one.planned_on)}"
        for person in _with(people, Role.MONITOR):
            yield Due(person, f"round:{one.pk}", one.planned_on, text, reverse("round", args=[unit.slug, one.pk]))
    for review in reviews:
        text = f"{review.get_kind_display()}: dự kiến ngày {day(review.planned_on)}"
        for person in _with(people, Role.SECRETARY, Role.HEAD):
            address = reverse("review", args=[unit.slug, review.pk])
            yield Due(person, f"review:{review.pk}", review.planned_on, text, address)


def _with(people: Iterable[tuple[Role, Person]], *roles: Role) -> list[Person]:
    return list(dict.fromkeys(person for role, person in people if role in roles))


@transaction.atomic
def send_digest(person: Person, *, on: date, at: datetime, site: str) -> bool:
    """The person's unsent reminders as one mail, on the week days that one chose, at most once a day.

    The row of the person's choice is held until the mail is out, so that two workers never send it twice; where the
    mail cannot be sent, nothing is marked and the next run tries again.
    """
    Digest.objects.get_or_create(person=person)
    choice = Digest.objects.select_for_update().get(person=person)
    waiting = list(Reminder.objects.filter(person=person, mailed_at=None, read_at=None).order_by("day", "id"))
    wanted = str(on.isoweekday()) in choice.weekdays
    if not wanted or not waiting or not person.email or (choice.last_sent_on and choice.last_sent_on >= on):
        return False
    choice.last_sent_on = on
    choice.save(update_fields=["last_sent_on"])
    Reminder.objects.filter(pk__in=[one.pk for one in waiting]).update(mailed_at=at)
    text = render_to_string("monitoring/mail/digest.txt", {"person": person, "reminders": waiting, "site": site})
    EmailMessage(f"Thông báo, nhắc việc ngày {day(on)}: {len(waiting)} việc", text, to=[person.email]).send()
    return True


def send_digests(*, on: date, at: datetime, site: str) -> int:
    """The mails of a day; none where no mail server is set."""
    if not settings.MAIL_IS_SENT:
        return 0
    keys = Reminder.objects.filter(mailed_at=None, read_at=None).values("person").distinct()
    people = Person.everywhere.filter(pk__in=keys).exclude(email="")
    return sum(send_digest(person, on=on, at=at, site=site) for person in people)


def read_reminders(person: Person, *, at: datetime) -> None:
    """All that was put out so far of works and meetings is seen; notices of what others did are not."""
    Reminder.objects.filter(person=person, read_at=None).exclude(matter__startswith=Reminder.NOTICE).update(read_at=at)


def choose_digest(person: Person, weekdays: str) -> None:
    """On which week days mail comes, "12345" from Monday; "" stops it."""
    Digest.objects.update_or_create(person=person, defaults={"weekdays": weekdays})


def run_reminders(*, at: datetime, site: str) -> Any:
    """Everything of one day, for all units with a running plan: called by the worker each hour, from six o'clock."""
    on = timezone.localdate(at)
    units = Unit.objects.filter(plans__state__in=RUNNING).distinct()
    made = sum(remind_unit(unit, on=on, at=at) for unit in units.iterator())
    return made, send_digests(on=on, at=at, site=site)
