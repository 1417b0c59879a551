"""The invented province: whole, the same every time, and issued without faults that stand in the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from caitien_web.demo.accounts import TOLD
from caitien_web.demo.province import make_province
from caitien_web.plans.models import PlanState, SchoolPlan
from caitien_web.schools.models import Role, RoleAssignment, User
from caitien_web.tenancy.models import Unit


@pytest.mark.django_db
def test_the_province_has_every_level_state_and_role():
    make_province()
    assert Unit.objects.filter(kind="commune").count() == 2
    schools = Unit.objects.filter(kind="school")
    assert schools.count() == 6
    assert len(set(schools.values_list("level", flat=True))) == 5
    plans = SchoolPlan.everywhere.all()
    assert set(plans.values_list("state", flat=True)) == set(PlanState)
    assert {plan.edition.partition("-")[0] for plan in plans if plan.from_year == 2026} == {"TT57"}
    assert all("TT22-2024" in plan.edition for plan in plans if plan.from_year == 2025)
    assert all(plan.error_count == 0 for plan in plans if plan.is_issued)
    assert set(RoleAssignment.objects.values_list("role", flat=True)) == set(Role)
    for username, _ in TOLD:
        assert User.objects.get(username=username).check_password("xin-chao-2026")


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
