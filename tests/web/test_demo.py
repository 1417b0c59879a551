"""The invented province: whole, the same every time, and issued without faults that stand in the way."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from caitien_web.assessment.models import Assessment, Recognition
from caitien_web.demo.accounts import TOLD
from caitien_web.demo.days import Days
from caitien_web.demo.province import make_province
from caitien_web.demo.topics import edition_of
from caitien_web.evidence.models import Evidence, EvidenceVersion
from caitien_web.history.models import Entry
from caitien_web.monitoring.models import (
    OPEN_STATES,
    Briefing,
    FollowUp,
    Informed,
    MonitoringRound,
    Paper,
    Review,
    ReviewResult,
    RoundState,
    Submission,
    Work,
    WorkState,
)
from caitien_web.oversight import keeping
from caitien_web.oversight.models import Rollup
from caitien_web.plans.models import Comment, PlanItem, PlanState, SchoolPlan, StrategyAim
from caitien_web.schools.actions.bodies import faults_of
from caitien_web.schools.models import Body, Role, RoleAssignment, User
from caitien_web.tenancy.models import Unit

DAYS = (date(2027, 1, 1), date(2028, 2, 29), date(2027, 6, 15), date(2027, 9, 3))


@pytest.mark.django_db
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_province_is_whole_on_any_day(today):
    make_province(today)
    is_whole(today)


def is_whole(today: date) -> None:
    """Every level, state and role is there, and nothing is told that has not happened."""
    year = Days(today).year
    assert Unit.objects.filter(kind="commune").count() == 2
    schools = Unit.objects.filter(kind="school")
    assert schools.count() == 6
    assert len(set(schools.values_list("level", flat=True))) == 5
    plans = SchoolPlan.everywhere.select_related("unit")
    assert set(plans.values_list("state", flat=True)) == set(PlanState)
    assert all(plan.edition == edition_of(plan.unit, plan.from_year) for plan in plans)
    assert all(plan.error_count == 0 for plan in plans if plan.is_issued)
    assert {plan.from_year for plan in plans} == {year - 1, year}
    assert set(RoleAssignment.objects.values_list("role", flat=True)) == set(Role)
    for username, _ in TOLD:
        assert User.objects.get(username=username).check_password("xin-chao-2026")
    nothing_has_happened_yet(today)
    items_come_from_weaknesses_and_from_the_year_before(today)
    bodies_stand_and_evidence_has_files(today)
    the_running_year_is_alive(today)
    authorities_count_as_late_what_schools_do(today)
    figures_are_those_counted_anew()


def nothing_has_happened_yet(today: date) -> None:
    """The history ends before now; what lies ahead is only planned."""
    assert timezone.localdate(Entry.everywhere.latest("at").at) <= today
    assert SchoolPlan.everywhere.filter(signed_on__gt=today).count() == 0


def the_running_year_is_alive(today: date) -> None:
    """Works of every state, one of them late; every stage of recommendations, reviews and papers."""
    works = Work.everywhere.filter(item__plan__from_year=Days(today).year)
    assert set(works.values_list("state", flat=True)) == set(WorkState) - {WorkState.ADJUSTED}
    assert works.filter(state__in=OPEN_STATES, due_on__lt=today).exists()
    assert works.exclude(progress=None).filter(progress__difficulty__gt="").exists()
    assert len(stages(FollowUp, "answered_at", "closed_at")) == 3
    assert set(MonitoringRound.everywhere.values_list("state", flat=True)) == set(RoundState)
    assert Briefing.everywhere.filter(others__gt=0).exists() and Informed.everywhere.filter(briefing=None).exists()
    served = {aim.items.exists() for aim in StrategyAim.everywhere.all()}
    assert served == {True, False}  # what no item of the year serves is to be seen, too
    reviews = Review.everywhere.filter(plan__from_year=Days(today).year)
    assert reviews.filter(kind="month", closed_at__isnull=False, results__value__isnull=False).exists()
    assert set(Paper.everywhere.values_list("state", flat=True)) >= {"draft", "issued"}
    assert len(stages(Submission, "received_at", "returned_at")) == 3
    assert ReviewResult.everywhere.filter(version__isnull=False).exists()
    assert set(Comment.everywhere.values_list("taken_up", flat=True)) == {None, True, False}


def stages(model: Any, *moments: str) -> set[tuple[bool, ...]]:
    """Which of these moments have come, over all rows."""
    return {tuple(at is not None for at in row) for row in model.everywhere.values_list(*moments)}


def authorities_count_as_late_what_schools_do(today: date) -> None:
    """Only of plans that are carried out: what was left open last year is judged."""
    works = Work.everywhere.filter(item__plan__from_year=Days(today).year, state__in=OPEN_STATES, due_on__lt=today)
    province, rows = Unit.objects.get(kind="province"), Rollup.everywhere.filter(dimension="due")
    due = rows.filter(unit=province, from_year=Days(today).year, key__lt=today.isoformat())
    assert sum(row.items - row.done for row in due) == works.count()


def figures_are_those_counted_anew() -> None:
    kept = set(Rollup.everywhere.values_list("unit", "from_year", "dimension", "key", "items"))
    keeping.rebuild()
    assert kept == set(Rollup.everywhere.values_list("unit", "from_year", "dimension", "key", "items"))


def items_come_from_weaknesses_and_from_the_year_before(today: date) -> None:
    year = Days(today).year
    rows = PlanItem.everywhere.filter(plan__from_year=year, plan__to_year=year + 1).prefetch_related("weaknesses")
    assert all(row.weaknesses.all() for row in rows)
    assert all(row.carry_reason for row in rows if row.carried_from_id)
    assert {bool(row.carried_from_id) for row in rows} == {True, False}
    approved = Assessment.everywhere.filter(state="approved", from_year=year - 1).select_related("unit")
    assert approved.count() == 6
    assert all(one.edition == edition_of(one.unit, year - 1) and one.level_reached for one in approved)
    ends = sorted(Recognition.everywhere.values_list("valid_until", flat=True))
    assert ends[0] < today < ends[-1]


def bodies_stand_and_evidence_has_files(today: date) -> None:
    school = Unit.objects.get(name="Trường Tiểu học Suối Ngọc")
    standing = [body for body in Body.objects.of(school) if body.stands_on(today)]
    assert {body.kind for body in standing} >= {"council", "secretariat", "working_group", "monitoring", "parents"}
    assert not [fault for body in standing for fault in faults_of(body)]
    codes = list(Evidence.objects.of(school).exclude(code="").values_list("code", flat=True))
    assert {code[:2] for code in codes} >= {"H1"}
    assert set(EvidenceVersion.objects.of(school).values_list("content_type", flat=True)) == {
        "application/pdf",
        "image/png",
    }


def test_the_command_fills_an_empty_folder_once_and_leaves_others_alone(tmp_path):
    source = str(Path(__file__).parents[2] / "src")
    ours = ("CAITIEN_", "DJANGO_", "DATABASE")
    quiet = {name: value for name, value in os.environ.items() if not name.startswith(ours)}

    def run() -> subprocess.CompletedProcess:
        command = [sys.executable, "-m", "caitien", "demo", "--data", str(tmp_path)]
        environment = quiet | {"PYTHONPATH": source}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    first, second = run(), run()
    assert first.returncode == second.returncode == 0, first.stderr
    assert first.stdout.startswith("Đã lập tỉnh mẫu")
    assert second.stdout.startswith("Tỉnh mẫu đã có sẵn")
    (tmp_path / "demo").unlink()
    third = run()
    assert third.returncode == 2
    assert "dữ liệu thật" in third.stderr
