"""Notices: what somebody did is told to those whom it concerns, once each, in the transaction of the act itself.

They lie beside the reminders: one list, one count in the page's head, one mail a day with both.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from caitien_web.history.models import Entry
from caitien_web.history.sentences import sentence
from caitien_web.monitoring.models import FollowUp, ItemParty, Part, Reminder, Submission
from caitien_web.monitoring.queries.carriers import by_item, people_of
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Person, Role, RoleAssignment, RoleHolder
from caitien_web.schools.queries.holders import Holders
from caitien_web.schools.rights import RIGHTS
from caitien_web.tenancy.models import Unit

COUNCIL = (Role.VICE_HEAD, Role.SECRETARY, Role.COUNCIL_MEMBER)
Whom = Callable[[Entry, Any], Iterable[Person | None]]
Where = Callable[[Entry, Any], str]


@dataclass(frozen=True, slots=True)
class Telling:
    """Who is told of an act, and to which page that leads. `at`: the unit whose people they are, or None: nobody."""

    whom: Whom
    where: Where
    at: Callable[[Entry, Any], Unit | None] = lambda entry, subject: entry.unit


def tell(entry: Entry, subject: Any) -> None:
    """Put out the notices of an act; nothing for acts that nobody waits for, nothing to who did it."""
    telling = TELLINGS.get(entry.action)
    unit = telling.at(entry, subject) if telling else None
    if telling is None or unit is None:
        return
    own = entry.actor.person_id if entry.actor else None
    people = {person.pk for person in telling.whom(entry, subject) if person is not None and person.pk != own}
    told = {"unit": unit, "matter": f"{Reminder.NOTICE}{entry.pk}", "day": timezone.localdate(entry.at), "at": entry.at}
    told |= {"text": _short(sentence(entry)), "address": telling.where(entry, subject)}
    Reminder.objects.bulk_create((Reminder(person_id=pk, **told) for pk in people), ignore_conflicts=True)


def read_notice(notice: Reminder, *, at: datetime) -> None:
    """The notice, or reminder, was opened."""
    if notice.read_at is None:
        notice.read_at = at
        notice.save(update_fields=["read_at"])


def read_all(person: Person, *, at: datetime) -> int:
    """All that lies there is seen; how many were new."""
    return Reminder.objects.filter(person=person, read_at=None).update(read_at=at)


def _short(text: str) -> str:
    return text if len(text) <= 300 else f"{text[:299].rstrip()}…"


def _roles(*roles: Role) -> Whom:
    return lambda entry, subject: _holding(entry.unit, entry, roles)


def _may(right: str) -> Whom:
    return lambda entry, subject: _holding(entry.unit, entry, RIGHTS[right].own)


def _holding(unit: Unit, entry: Entry, roles: Iterable[Role]) -> list[Person]:
    given = RoleAssignment.on(timezone.localdate(entry.at)).filter(unit=unit, role__in=list(roles))
    return [one.person for one in given.select_related("person")]


def _all_of(*several: Whom) -> Whom:
    return lambda entry, subject: [person for whom in several for person in whom(entry, subject)]


def _who_submitted(entry: Entry, plan: SchoolPlan) -> list[Person | None]:
    acts = Entry.objects.of(entry.unit).filter(subject_id=str(plan.pk), action="plans.plan.submitted")
    last = acts.select_related("actor__person").order_by("-id").first()
    return [last.actor.person] if last and last.actor else []


def _in_charge(entry: Entry, plan: SchoolPlan) -> list[Person]:
    """Those who lead or help in any item."""
    return _carriers(entry, ItemParty.everywhere.filter(item__plan=plan, item__removed_at=None))


def _leads(entry: Entry, subject: Any) -> list[Person]:
    """Those who lead the item of a work or a request."""
    return _carriers(entry, ItemParty.everywhere.filter(item=subject.item, part=Part.LEAD))


def _carriers(entry: Entry, parties: Any) -> list[Person]:
    on = timezone.localdate(entry.at)
    holders, rows = Holders(entry.unit, on), by_item(parties.select_related("person").order_by())
    return [person for of_item in rows.values() for person in people_of(of_item, holders, on)]


def _holders(entry: Entry, holder: RoleHolder) -> list[Person]:
    """Who was named for a role, and those in whose place."""
    rows = RoleHolder.everywhere.filter(unit=entry.unit, folded=holder.folded, until=holder.since)
    return [holder.person, *(one.person for one in rows.select_related("person"))]


def _charged(entry: Entry, item: Any) -> list[Person]:
    return list(Person.objects.of(entry.unit).filter(pk=entry.data["person"]))


def _author(entry: Entry, comment: Any) -> list[Person | None]:
    return [comment.by.person if comment.by else None]


def _observer(entry: Entry, follow_up: FollowUp) -> list[Person | None]:
    return [follow_up.observation.by.person if follow_up.observation.by else None]


def _last_sent(paper: Any) -> Submission | None:
    found: Submission | None = paper.submissions.select_related("to", "sent_by__person").order_by("-sent_at").first()
    return found


def _sender(entry: Entry, paper: Any) -> list[Person | None]:
    sent = _last_sent(paper)
    return [sent.sent_by.person if sent and sent.sent_by else None]


def _addressee(entry: Entry, paper: Any) -> Unit | None:
    sent = _last_sent(paper)
    return sent.to if sent else None


def _officers(entry: Entry, paper: Any) -> list[Person]:
    to = _addressee(entry, paper)
    return _holding(to, entry, RIGHTS["report.receive"].own) if to else []


def _plan_page(name: str = "plan") -> Where:
    def where(entry: Entry, subject: Any) -> str:
        plan = subject if isinstance(subject, SchoolPlan) else subject.plan
        return reverse(name, args=[entry.unit.slug, plan.slug])

    return where


def _page(name: str) -> Where:
    return lambda entry, subject: reverse(name, args=[entry.unit.slug])


def _one(name: str) -> Where:
    return lambda entry, subject: reverse(name, args=[entry.unit.slug, subject.pk])


def _work_of(entry: Entry, request: Any) -> str:
    return _item(entry, request.item)


def _item(entry: Entry, item: Any) -> str:
    work = item.works.order_by("number").first()
    unit = entry.unit.slug
    return reverse("work", args=[unit, work.pk]) if work else reverse("item-chain", args=[unit, item.pk])


def _received(entry: Entry, paper: Any) -> str:
    to = _addressee(entry, paper)
    return reverse("received", args=[to.slug]) if to else ""


def _with_recommendations(entry: Entry, subject: Any) -> Unit | None:
    return entry.unit if entry.data.get("recommendations") else None


TELLINGS: dict[str, Telling] = {
    "plans.plan.opened_for_comments": Telling(_may("plan.comment"), _plan_page("plan-comments")),
    "plans.comment.added": Telling(_may("plan.consult"), _plan_page("plan-comments")),
    "plans.comment.answered": Telling(_author, _plan_page("plan-comments")),
    "plans.plan.submitted": Telling(_may("plan.approve"), _plan_page()),
    "plans.plan.taken_back": Telling(_may("plan.approve"), _plan_page()),
    "plans.plan.returned": Telling(_all_of(_roles(Role.SECRETARY), _who_submitted), _plan_page()),
    "plans.plan.approved": Telling(_roles(*COUNCIL), _plan_page()),
    "plans.plan.issued": Telling(_all_of(_roles(*COUNCIL, Role.MONITOR), _in_charge), _plan_page()),
    "plans.plan.adjusted": Telling(_all_of(_roles(*COUNCIL, Role.MONITOR), _in_charge), _plan_page("plan-versions")),
    "schools.holder.named": Telling(_holders, _page("my-work")),
    "schools.holder.ended": Telling(lambda entry, holder: [holder.person], _page("my-work")),
    "monitoring.charge.given": Telling(_charged, _item),
    "monitoring.charge.ended": Telling(_charged, _item),
    "monitoring.round.closed": Telling(_may("monitoring.answer"), _page("rounds"), _with_recommendations),
    "monitoring.recommendation.answered": Telling(_all_of(_roles(Role.MONITOR), _observer), _page("rounds")),
    "monitoring.adjustment.decided": Telling(_roles(Role.SECRETARY, Role.MONITOR), _page("reviews")),
    "monitoring.work.reopened": Telling(_leads, _one("work")),
    "monitoring.request.made": Telling(_may("work.assign"), _work_of),
    "monitoring.request.answered": Telling(_leads, _work_of),
    "monitoring.paper.sent": Telling(_officers, _received, _addressee),
    "monitoring.paper.received": Telling(_all_of(_may("report.issue"), _sender), _one("paper")),
    "monitoring.paper.returned": Telling(_all_of(_may("report.issue"), _sender), _one("paper")),
}
