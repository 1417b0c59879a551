"""What was told of a work and its item: reports, what rounds observed, what was asked for and paid, the other periods.

Five tables in two queries: a page about one work asks for a few rows of each.
"""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, DateField, IntegerField, Value
from django.db.models.functions import Cast, Coalesce

from caitien_web.history.queries import entries_about
from caitien_web.monitoring.models import MoneyKind, Observation, Work, WorkState


class Report(NamedTuple):
    """A report on the work."""

    at: datetime
    by: str
    state: WorkState
    percent: int
    done: str
    difficulty: str
    proposal: str


class Confirmed(NamedTuple):
    """That the work was confirmed as done."""

    at: datetime
    by: str


class Observed(NamedTuple):
    """What a round says of the work."""

    at: datetime
    result: str
    round: str
    recommendation: str


class Period(NamedTuple):
    """Another work of the same item."""

    pk: UUID
    label: str
    state: WorkState


class Asked(NamedTuple):
    """Something asked of a higher authority."""

    pk: UUID
    addressee: str
    subject: str
    amount_vnd: int | None
    answered_on: date | None
    answer: str


class Paid(NamedTuple):
    """Money granted or spent."""

    kind: MoneyKind
    amount_vnd: int
    on: date


class Told(NamedTuple):
    """All of it: reports, observations and requests newest first, the others in their order; who confirmed it last."""

    confirmed: Confirmed | None
    reports: list[Report]
    observations: list[Observed]
    others: list[Period]
    requests: list[Asked]
    money: list[Paid]


def told_of(work: Work) -> Told:
    """Two queries; the work's item, plan and unit must be loaded."""
    confirmed, reports, observations = _said(work)
    others, requests, money = _of_item(work)
    return Told(confirmed, reports, observations, others, requests, money)


def _said(work: Work) -> tuple[Confirmed | None, list[Report], list[Observed]]:
    key, none = Cast("pk", CharField()), _word("")
    who = Coalesce("by__person__full_name", "by__username", _word(""))
    reports = work.progress.order_by().values_list(
        _word("report"), "at", key, "state", who, "done", "difficulty", "proposal", "percent"
    )
    watched = work.observations.exclude(at=None).order_by()
    seen = watched.values_list(
        _word("seen"),
        "at",
        key,
        "result",
        _word(""),
        "round__title",
        "recommendation",
        _word(""),
        _none(IntegerField()),
    )
    entries = entries_about(work, unit=work.item.plan.unit).filter(action="monitoring.work.confirmed").order_by()
    confirmed = entries.values_list(
        _word("confirmed"), "at", key, none, "actor_name", none, none, none, _none(IntegerField())
    )
    rows = sorted(reports.union(seen, confirmed, all=True), key=lambda row: row[1:3], reverse=True)
    told = [
        Report(at, by, WorkState(state), percent, done, difficulty, proposal)
        for what, at, _, state, by, done, difficulty, proposal, percent in rows
        if what == "report"
    ]
    observed = [
        Observed(at, Observation.Result(result).label if result else "", title, recommendation)
        for what, at, _, result, _, title, recommendation, *_ in rows
        if what == "seen"
    ]
    last = next((Confirmed(at, by) for what, at, _, _, by, *_ in rows if what == "confirmed"), None)
    return last, told, observed


def _of_item(work: Work) -> tuple[list[Period], list[Asked], list[Paid]]:
    item, no_day = work.item, _none(DateField())
    works = item.works.exclude(pk=work.pk).order_by()
    others = works.values_list(_word("work"), "pk", "number", "changed_at", no_day, "label", "state", _word(""))
    asked = item.requests.order_by().values_list(
        _word("asked"), "pk", "amount_vnd", "made_at", "answered_on", "addressee", "subject", "answer"
    )
    money = item.money.order_by()
    paid = money.values_list(_word("paid"), "pk", "amount_vnd", "at", "on", "kind", _word(""), _word(""))
    rows: list[Any] = list(others.union(asked, paid, all=True))
    return (
        [Period(pk, label, WorkState(state)) for _, pk, _, _, _, label, state, _ in _those(rows, "work", 2)],
        [
            Asked(pk, addressee, subject, amount, on, answer)
            for _, pk, amount, _, on, addressee, subject, answer in reversed(_those(rows, "asked", 3))
        ],
        [Paid(MoneyKind(kind), amount, on) for _, _, amount, _, on, kind, _, _ in _those(rows, "paid", 4)],
    )


def _those(rows: list[Any], what: str, place: int) -> list[Any]:
    """The rows of one kind, in the order of one of their columns."""
    return sorted((row for row in rows if row[0] == what), key=lambda row: (row[place], row[1]))


def _word(text: str) -> Value:
    return Value(text, CharField())


def _none(field: Any) -> Value:
    return Value(None, field)
