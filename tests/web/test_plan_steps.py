"""A plan's way from draft to closed: who may do what when, and what the database itself refuses."""

import hashlib
import json
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from caitien.plan import from_json
from caitien_web.history.models import Entry
from caitien_web.history.sentences import sentence
from caitien_web.plans.actions import (
    CannotAdjust,
    CannotIssue,
    CannotStep,
    Signing,
    adjust_plan,
    approve_plan,
    begin_plan,
    close_plan,
    consult_plan,
    delete_draft,
    end_consultation,
    evaluate_plan,
    issue_adjustment,
    issue_plan,
    return_plan,
    submit_plan,
    take_back_plan,
    take_over_plan,
)
from caitien_web.plans.actions.findings import check_now
from caitien_web.plans.convert import frozen_bytes, to_plan
from caitien_web.plans.models import PlanState, PlanVersion, SchoolPlan
from caitien_web.tenancy.actions import rename_unit
from web.builders import NOW, a_plan

pytestmark = pytest.mark.django_db
SIGNING = Signing("12/KH-THSN", date(2026, 9, 14), "Hiệu trưởng", "Hà Thị Mận")
LATER = NOW + timedelta(days=60)


def approved(school, head) -> SchoolPlan:
    plan = a_plan(school, head)
    submit_plan(plan, by=head, at=NOW)
    return approve_plan(plan, by=head, at=NOW)


def issued(school, head) -> SchoolPlan:
    plan = approved(school, head)
    issue_plan(plan, SIGNING, by=head, at=NOW)
    return plan


def test_a_plan_goes_all_its_way_and_the_history_tells_it(school, head):
    plan = a_plan(school, head)
    consult_plan(plan, until=date(2026, 9, 20), by=head, at=NOW)
    end_consultation(plan, by=head, at=NOW)
    submit_plan(plan, by=head, at=NOW)
    approve_plan(plan, by=head, at=NOW)
    issue_plan(plan, SIGNING, by=head, at=NOW)
    begin_plan(plan, by=head, at=NOW)
    evaluate_plan(plan, by=head, at=LATER)
    close_plan(plan, by=head, at=LATER)
    plan.refresh_from_db()
    assert plan.state == PlanState.CLOSED
    told = [sentence(entry) for entry in Entry.objects.of(school).filter(action__startswith="plans.")]
    assert "Hà Thị Mận ban hành kế hoạch năm học 2026 - 2027 số 12/KH-THSN ngày 14/9/2026." in told
    assert not any("…" in line for line in told)


def test_a_step_out_of_turn_is_refused_with_words(school, head):
    plan = a_plan(school, head)
    with pytest.raises(CannotStep, match="đang ở bước “Nháp”"):
        approve_plan(plan, by=head, at=NOW)
    with pytest.raises(CannotIssue, match="chưa được duyệt"):
        issue_plan(plan, SIGNING, by=head, at=NOW)
    with pytest.raises(CannotStep, match="đã qua"):
        consult_plan(plan, until=date(2026, 9, 1), by=head, at=NOW)
    plan.items.all().delete()
    with pytest.raises(CannotStep, match="chưa có mục nào"):
        submit_plan(plan, by=head, at=NOW)


def test_a_plan_comes_back_with_a_remark(school, head):
    plan = a_plan(school, head)
    submit_plan(plan, by=head, at=NOW)
    assert not plan.is_editable
    with pytest.raises(CannotStep, match="chưa ghi điều cần sửa"):
        return_plan(plan, remark=" ", by=head, at=NOW)
    return_plan(plan, remark="Ghi rõ kinh phí mục 3", by=head, at=NOW)
    assert plan.is_editable
    submit_plan(plan, by=head, at=NOW)
    take_back_plan(plan, by=head, at=NOW)
    assert plan.state == PlanState.DRAFT


def test_the_database_itself_refuses_a_step_that_is_none(school, head):
    plan = a_plan(school, head)
    with pytest.raises(DatabaseError), transaction.atomic():
        SchoolPlan.everywhere.filter(pk=plan.pk).update(state="approved")
    with pytest.raises(DatabaseError), transaction.atomic():
        SchoolPlan.everywhere.filter(pk=issued(school_of_another(school), head).pk).update(state="draft")


def school_of_another(school):
    from web.builders import a_school

    return a_school(school.parent, "Trường Tiểu học Suối Trong")


def test_an_issue_freezes_a_version_that_nobody_changes(school, head):
    plan = issued(school, head)
    version = plan.versions.get()
    assert version.data == json.loads(frozen_bytes(version.data))
    assert version.sha256 == hashlib.sha256(frozen_bytes(version.data)).hexdigest()
    assert from_json(version.data) == to_plan(plan)
    assert [str(row.pk) for row in plan.items.all()] == version.rows
    for change in (lambda rows: rows.update(reason="khác"), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(PlanVersion.everywhere.filter(pk=version.pk))


def test_a_version_prints_the_names_of_its_day(school, head):
    rename_unit(school, since=date(2026, 10, 1), name="Trường Tiểu học Hoa Ban")
    plan = approved(school, head)
    assert issue_plan(plan, SIGNING, by=head, at=LATER).data["school"]["name"] == "Trường Tiểu học Suối Ngọc"


def test_errors_stand_in_the_way_of_an_issue_until_set_aside(school, head):
    plan = a_plan(school, head)
    plan.items.filter(criterion=plan.items.first().criterion).update(solution="", task="")
    plan.items.all().update(owner_text="", owners=[])
    submit_plan(plan, by=head, at=NOW)
    approve_plan(plan, by=head, at=NOW)
    with pytest.raises(CannotIssue, match=r"kế hoạch còn \d+ lỗi"):
        issue_plan(plan, SIGNING, by=head, at=NOW)
    plan.refresh_from_db()
    assert (plan.state, plan.number, plan.signed_on) == ("approved", "", None)
    for code in {mark.finding.code for mark in check_now(plan, at=NOW) if mark.severity == "error"}:
        plan.set_aside.create(code=code, reason="Bản giấy ghi vậy", by=head, at=NOW)
    assert issue_plan(plan, SIGNING, by=head, at=NOW).number == 1


@pytest.mark.parametrize(
    ("signing", "why"),
    [
        (Signing("", date(2026, 9, 14), "Hiệu trưởng", "Hà Thị Mận"), "thiếu số"),
        (Signing("12/KH-THSN", date(2026, 9, 14), "Hiệu trưởng", ""), "họ tên người ký"),
        (Signing("12/KH-THSN", date(2026, 9, 15), "Hiệu trưởng", "Hà Thị Mận"), "chưa đến"),
    ],
)
def test_particulars_that_cannot_be_are_refused(school, head, signing, why):
    with pytest.raises(CannotIssue, match=why):
        issue_plan(approved(school, head), signing, by=head, at=NOW)


def test_a_number_is_given_once_a_year(school, head):
    issued(school, head)
    plan = a_plan(school, head, from_year=2027)
    with pytest.raises(CannotIssue, match="đã dùng cho kế hoạch năm học 2026 - 2027"):
        take_over_plan(plan, SIGNING, by=head, at=NOW)


def test_a_plan_signed_on_paper_is_taken_over_as_it_was(school, head):
    plan = a_plan(school, head, from_year=2025)
    plan.items.all().update(owner_text="", owners=[])
    old = Signing("41/KH-THSN", date(2025, 9, 12), "Hiệu trưởng", "Hà Thị Mận")
    assert take_over_plan(plan, old, by=head, at=NOW).signed_on == date(2025, 9, 12)
    assert plan.state == PlanState.ISSUED


def test_an_adjustment_is_the_next_version(school, head):
    plan = issued(school, head)
    begin_plan(plan, by=head, at=NOW)
    with pytest.raises(CannotAdjust, match="chưa ghi lý do"):
        adjust_plan(plan, reason="", by=head, at=LATER)
    adjust_plan(plan, reason="Kinh phí cấp chậm", by=head, at=LATER)
    assert plan.is_editable
    signing = Signing("30/KH-THSN", date(2026, 11, 10), "Hiệu trưởng", "Hà Thị Mận")
    told = {"summary": "Lùi thời gian mục 1", "approved_by": "Hiệu trưởng", "by": head, "at": LATER}
    with pytest.raises(CannotIssue, match="chưa khác phiên bản 1"):
        issue_adjustment(plan, signing, **told)
    plan.items.filter(pk=plan.items.first().pk).update(note="Chuyển sang học kỳ II")
    version = issue_adjustment(plan, signing, **told)
    assert (version.number, version.reason, plan.state) == (2, "Kinh phí cấp chậm", PlanState.ADJUSTED)
    assert not plan.is_editable
    assert plan.versions.first().document_number == "12/KH-THSN"
    with pytest.raises(CannotIssue, match="không ở bước soạn điều chỉnh"):
        issue_adjustment(plan, signing, **told)


def test_only_a_draft_is_deleted(school, head):
    plan = issued(school, head)
    with pytest.raises(CannotStep, match="Chỉ xóa được bản nháp"):
        delete_draft(plan, by=head, at=NOW)
    draft = a_plan(school, head, from_year=2027)
    delete_draft(draft, by=head, at=NOW)
    assert SchoolPlan.objects.of(school).count() == 1
