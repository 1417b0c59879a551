"""The invented province: whole, the same every time, and issued without faults that stand in the way."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from caitien_web.assessment.models import Assessment, Recognition
from caitien_web.demo.accounts import TOLD
from caitien_web.demo.days import Days
from caitien_web.demo.province import make_province
from caitien_web.demo.topics import edition_of
from caitien_web.evidence.models import Evidence, EvidenceVersion
from caitien_web.history.models import Entry
from caitien_web.oversight import keeping
from caitien_web.oversight.models import Rollup
from caitien_web.plans.models import PlanItem, PlanState, SchoolPlan
from caitien_web.schools.actions.bodies import faults_of
from caitien_web.schools.models import Body, Role, RoleAssignment, User
from caitien_web.tenancy.models import Unit

DAYS = (date(2026, 11, 26), date(2027, 1, 1), date(2028, 2, 29), date(2027, 6, 15), date(2027, 9, 3))


@pytest.mark.django_db
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_province_has_every_level_state_and_role(today):
    make_province(today)
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
    figures_are_those_counted_anew()


def nothing_has_happened_yet(today: date) -> None:
    """The history ends before now; what lies ahead is only planned."""
    assert timezone.localdate(Entry.everywhere.latest("at").at) <= today
    assert SchoolPlan.everywhere.filter(signed_on__gt=today).count() == 0


def figures_are_those_counted_anew() -> None:
    kept = set(Rollup.everywhere.values_list("unit", "from_year", "dimension", "key", "items"))
    keeping.rebuild()
    assert kept == set(Rollup.everywhere.values_list("unit", "from_year", "dimension", "key", "items"))


@pytest.mark.django_db
def test_items_come_from_weaknesses_of_an_assessment_and_from_the_year_before():
    make_province(DAYS[0])
    rows = PlanItem.everywhere.filter(plan__from_year=2026, plan__to_year=2027).prefetch_related("weaknesses")
    assert all(row.weaknesses.all() for row in rows)
    assert all(row.carry_reason for row in rows if row.carried_from_id)
    assert {bool(row.carried_from_id) for row in rows} == {True, False}
    approved = Assessment.everywhere.filter(state="approved", from_year=2025)
    assert approved.count() == 6
    assert all("TT22-2024" in one.edition and one.level_reached for one in approved)
    ends = sorted(Recognition.everywhere.values_list("valid_until", flat=True))
    assert ends[0] < DAYS[0] < ends[-1]


@pytest.mark.django_db
def test_bodies_stand_by_decision_and_evidence_has_files_and_codes():
    make_province(DAYS[0])
    school = Unit.objects.get(name="Trường Tiểu học Suối Ngọc")
    standing = [body for body in Body.objects.of(school) if body.stands_on(DAYS[0])]
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
