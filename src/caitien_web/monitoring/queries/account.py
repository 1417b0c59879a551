"""A plan's account over a span of days: its items with their works, counts by state and standard, money by source."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from caitien_web.monitoring.models import (
    OPEN_STATES,
    ItemEnd,
    MoneyEntry,
    MoneyKind,
    Progress,
    Request,
    ReviewResult,
    Work,
    WorkState,
)
from caitien_web.plans.in_force import rows_in_force
from caitien_web.plans.models import PlanItem, SchoolPlan

FINISHED = (WorkState.DONE, WorkState.CONFIRMED)
NO_SOURCE = "Chưa ghi nguồn"


@dataclass(frozen=True, slots=True)
class ItemAccount:
    """One item: its works so far, the last report in the span, the last judgement of a review, how it ended, money."""

    item: PlanItem
    works: list[Work]
    reports: list[Progress]
    judged: ReviewResult | None
    ending: ItemEnd | None
    granted: int
    spent: int

    @property
    def percent(self) -> int:
        """The mean of its works, 0 without any."""
        return round(sum(work.percent for work in self.works) / len(self.works)) if self.works else 0

    def late(self, on: date) -> list[Work]:
        """Open works whose day is past."""
        return [work for work in self.works if work.state in OPEN_STATES and work.due_on and work.due_on < on]

    def state_words(self, on: date) -> str:
        """The state in words: of its one work, or how many of several are finished."""
        if self.ending:
            return self.ending.get_outcome_display()
        if len(self.works) == 1:
            words = self.works[0].get_state_display()
            return f"{words} (trễ hạn)" if self.late(on) else words
        done = sum(work.state in FINISHED for work in self.works)
        return f"Xong {done}/{len(self.works)} kỳ" if self.works else "Chưa giao việc"


@dataclass(frozen=True, slots=True)
class Account:
    """All of a plan on a day. Five queries, whatever its size."""

    plan: SchoolPlan
    on: date
    items: list[ItemAccount]
    by_source: dict[str, dict[str, int]] = field(default_factory=dict)

    def requests(self) -> list[Request]:
        """What was asked of higher authorities: one query more."""
        return list(Request.everywhere.filter(item__plan=self.plan).select_related("item"))

    def counts(self) -> dict[str, int]:
        """How many items are finished, under way, not begun, late."""
        found = Counter(_class_of(one, self.on) for one in self.items)
        late = sum(bool(one.late(self.on)) for one in self.items)
        return {name: found[name] for name in ("done", "under_way", "not_started", "ended")} | {"late": late}

    def by_standard(self) -> dict[int, tuple[int, int]]:
        """{standard: (number of items, mean percentage)}, standards in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for one in self.items:
            found[one.item.standard or 0].append(one.percent)
        return {standard: (len(all_), round(sum(all_) / len(all_))) for standard, all_ in sorted(found.items())}


def account_of(plan: SchoolPlan, *, on: date, since: date | None = None) -> Account:
    """The account of a plan, as it is in force, on a day.

    Only reports from `since` to that day are told; states are those of now.
    """
    items = rows_in_force(plan, plan.items.select_related("ending").prefetch_related(*_around(on, since)))
    for item in items:
        item.plan = plan
    accounts = [_account(item) for item in items]
    return Account(plan, on, accounts, _by_source(accounts))


def _around(on: date, since: date | None) -> list[Prefetch]:
    until = timezone.make_aware(datetime.combine(on, time.max))
    reports = Progress.everywhere.filter(at__lte=until).order_by("at")
    if since:
        reports = reports.filter(at__gte=timezone.make_aware(datetime.combine(since, time.min)))
    works = Work.everywhere.order_by("number").prefetch_related(Prefetch("progress", reports, to_attr="told"))
    judged = ReviewResult.everywhere.select_related("review").order_by("review__planned_on")
    return [
        Prefetch("works", works, to_attr="all_works"),
        Prefetch("review_results", judged, to_attr="judgements"),
        Prefetch("money", MoneyEntry.everywhere.filter(on__lte=on), to_attr="money_so_far"),
    ]


def _account(item: Any) -> ItemAccount:
    return ItemAccount(
        item=item,
        works=item.all_works,
        reports=sorted((told for work in item.all_works for told in work.told), key=lambda told: told.at),
        judged=item.judgements[-1] if item.judgements else None,
        ending=getattr(item, "ending", None),
        granted=_sum(item.money_so_far, MoneyKind.GRANTED),
        spent=_sum(item.money_so_far, MoneyKind.SPENT),
    )


def _sum(entries: Iterable[MoneyEntry], kind: MoneyKind) -> int:
    return sum(entry.amount_vnd for entry in entries if entry.kind == kind)


def _class_of(one: ItemAccount, on: date) -> str:
    if one.ending:
        return "ended"
    states = {work.state for work in one.works}
    if states and states <= set(FINISHED):
        return "done"
    return "not_started" if states <= {WorkState.NOT_STARTED} else "under_way"


def _by_source(accounts: Iterable[ItemAccount]) -> dict[str, dict[str, int]]:
    """{source: {"planned", "granted", "spent"}}; an entry without a source counts to that of its item."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: {"planned": 0, "granted": 0, "spent": 0})
    for one in accounts:
        own = " ".join(one.item.funding_source.split()) or NO_SOURCE
        if one.item.budget_vnd:
            found[own]["planned"] += one.item.budget_vnd
        for entry in one.item.money_so_far:  # type: ignore[attr-defined]
            found[entry.source or own][str(entry.kind)] += entry.amount_vnd
    return dict(sorted(found.items()))
