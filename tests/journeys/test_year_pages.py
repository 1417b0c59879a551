"""Every page of a plan under way is usable by everybody: light, dark, on a phone."""

from typing import Any

import pytest
from django.utils import timezone

from caitien.layouts.paper import Signature
from caitien_web.monitoring.actions.calendar import new_feed
from caitien_web.monitoring.actions.papers import issue_paper, make_paper, send_paper
from caitien_web.monitoring.actions.progress import report_progress
from caitien_web.monitoring.actions.requests import ask_authority, enter_money
from caitien_web.monitoring.actions.reviews import close_review, note_result, plan_review, write_minutes
from caitien_web.monitoring.actions.rounds import close_round, observe, open_round, plan_round
from caitien_web.monitoring.actions.year_end import end_item
from caitien_web.monitoring.models import FollowUp, MonitoringRound, Observation, Paper, Review
from caitien_web.monitoring.papers.reports import progress_report
from caitien_web.monitoring.queries.account import account_of
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit
from journeys.looking import assert_accessible
from journeys.year import CARE, DEVICES, Clock, Year, a_year

HEAD = Signature("Hiệu trưởng", "Hà Thị Mận")


@pytest.fixture
def year(monkeypatch: Any, site: Any, school: Unit, head: User) -> Year:
    clock = Clock(monkeypatch)
    made = a_year(school, head)
    clock.go_to(2026, 12, 8)
    work_on(made, clock)
    return made


def work_on(year: Year, clock: Clock) -> None:
    """Something reported, asked of the commune and paid."""
    by: dict[str, Any] = {"by": year.teacher, "at": clock.now}
    report_progress(year.work(CARE), state="done", percent=100, done="Đã tư vấn 12 lượt.", **by)
    asked = {"addressee": "UBND xã Suối Ngọc", "subject": "Sửa phòng Tin học", "amount_vnd": 45_000_000}
    ask_authority(year.item(DEVICES), **asked, **by)
    enter_money(year.item(DEVICES), "granted", 40_000_000, on=clock.now.date(), source="Ngân sách xã", **by)


def look(site: Any, user: User, *pages: tuple[Any, ...]) -> None:
    """Each page by its name and arguments, in one window."""
    page = site.page(user)
    for name, *given in pages:
        answer = page.goto(site.url(name, *given))
        assert answer.status == 200, name
        assert_accessible(page)


def test_pages_of_work(site: Any, year: Year):
    unit, work = year.school.slug, year.work(CARE)
    look(site, year.teacher, ("my-work", unit), ("work", unit, work.pk))
    look(site, year.vice, ("request-new", unit, work.item_id), ("money-new", unit, work.item_id))
    new_feed(year.teacher.person, at=year.plan.changed_at)
    look(site, year.teacher, ("reminding",))


def test_pages_of_progress(site: Any, year: Year):
    page = site.page(year.head)
    for way in ("tieu-chuan", "thang", "nguoi"):
        page.goto(site.url("plan-progress", *year.here) + f"?theo={way}")
        assert_accessible(page)
    look(site, year.head, *((name, *year.here) for name in ("plan-agenda", "plan-gantt", "plan-money", "plan-slices")))


def watched(year: Year, clock_now: Any) -> tuple[MonitoringRound, MonitoringRound, MonitoringRound]:
    """A round to come, one under way, one closed with a recommendation."""
    by: dict[str, Any] = {"by": year.monitor, "at": clock_now}
    rounds = [plan_round(year.plan, f"Giám sát đợt {n}", planned_on=clock_now.date(), **by) for n in (1, 2, 3)]
    for made in rounds[1:]:
        open_round(made, [year.work(CARE), year.work(DEVICES)], held_on=clock_now.date(), **by)
    for one in rounds[2].observations.select_related("round__plan__unit", "work__item"):
        observe(one, result="behind", evidence_seen="Sổ tư vấn.", recommendation="Thêm phòng tư vấn.", **by)
    close_round(rounds[2], favourable="", difficult="", conclusion="Đúng tiến độ.", **by)
    return rounds[0], rounds[1], rounds[2]


def test_pages_of_monitoring(site: Any, year: Year):
    unit, rounds = year.school.slug, watched(year, timezone.now())
    look(site, year.monitor, *(("round", unit, one.pk) for one in rounds), ("rounds", unit), ("round-new", unit))


def test_pages_of_recommendations(site: Any, year: Year):
    unit, rounds = year.school.slug, watched(year, timezone.now())
    look(site, year.monitor, ("observe", unit, Observation.objects.of(year.school).filter(round=rounds[1])[0].pk))
    look(site, year.head, ("rounds", unit), ("recommendation-answer", unit, FollowUp.objects.of(year.school)[0].pk))


def reviewed(year: Year, now: Any) -> tuple[Review, Review]:
    """The first semester's review is closed, the year's is under way; an adjustment waits."""
    by: dict[str, Any] = {"by": year.secretary, "at": now}
    first = plan_review(year.plan, "semester_1", planned_on=now.date(), **by)
    note_result(first, year.item(CARE), effect="partly", indicator="Lượt tư vấn", value=12, measure="lượt", **by)
    note_result(first, year.item(DEVICES), effect="too_early", adjustment="Lùi hạn sang tháng 3/2027.", **by)
    write_minutes(first, held_at=now, chair="Hà Thị Mận", conclusion="Nhất trí.", **by)
    close_review(first, **by)
    return first, plan_review(year.plan, "year", planned_on=now.date(), **by)


def test_pages_of_reviews(site: Any, year: Year):
    unit, (first, last) = year.school.slug, reviewed(year, timezone.now())
    look(site, year.secretary, ("reviews", unit), ("review", unit, first.pk), ("review", unit, last.pk))
    look(site, year.secretary, ("review-result", unit, last.pk, year.item(CARE).pk), ("review-new", unit))
    look(site, year.head, ("reviews", unit))


def written(year: Year, now: Any) -> tuple[Paper, Paper]:
    """A draft and a report on its way to the commune."""
    by: dict[str, Any] = {"by": year.head, "at": now}
    account = account_of(year.plan, on=now.date())
    drafts = [
        make_paper(
            year.school, "progress", progress_report(account, span="học kỳ I", signature=HEAD), plan=year.plan, **by
        )
        for _ in range(2)
    ]
    sent = issue_paper(drafts[1], number="90/BC-THSN", signed_on=now.date(), signatory="Hà Thị Mận", **by)
    send_paper(sent, year.school.parent, **by)
    return drafts[0], sent


def test_pages_of_papers(site: Any, year: Year):
    unit, (draft, sent) = year.school.slug, written(year, timezone.now())
    look(site, year.head, ("papers", unit), ("paper-new", unit, "progress"), ("paper", unit, draft.pk))
    look(site, year.head, ("paper-edit", unit, draft.pk), ("paper", unit, sent.pk), ("paper-withdraw", unit, sent.pk))
    above = year.school.parent.slug
    look(site, year.officer, ("received", above), ("paper-return", above, sent.submissions.get().pk))


def test_pages_of_the_years_end(site: Any, year: Year):
    unit, item = year.school.slug, year.item(DEVICES)
    look(site, year.vice, ("plan-year-end", *year.here), ("item-end", unit, item.pk))
    for one in year.plan.items.select_related("plan__unit"):
        end_item(one, "carried_over", reason="Chờ kinh phí.", by=year.head, at=timezone.now())
    look(site, year.vice, ("plan-year-end", *year.here), ("plan-next", *year.here), ("item-chain", unit, item.pk))
