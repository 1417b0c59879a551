"""What the form of TT57 leaves open: criteria proposed from part IV; and weaknesses that join the self-assessment."""

import pytest
from django.test import Client

from caitien_web.assessment.actions import add_weakness, open_assessment
from caitien_web.assessment.models import Weakness
from caitien_web.plans.models import PlanImport, SchoolPlan
from caitien_web.tenancy.models import Unit
from web.builders import NOW
from web.files import a_file
from web.imports import an_import

EDITION = "TT57-2026-PT"
CRITERIA = ["1.3", "1.4", "2.2", "3.2", "3.4", "4.1", "4.2"]
CONFIRM = {"from_year": "2026", "span": "1", "edition": EDITION}


@pytest.fixture
def draft(school: Unit) -> PlanImport:
    return an_import(school, a_file())


def address(draft: PlanImport, rest: str = "") -> str:
    return f"/don-vi/{draft.unit.slug}/ke-hoach/nhap/{draft.pk}/{rest}"


def now(draft: PlanImport) -> PlanImport:
    return PlanImport.objects.of(draft.unit).get(pk=draft.pk)


def test_criteria_that_only_the_problem_table_names_are_proposed_aloud(as_head: Client, draft: PlanImport):
    assert [item["criterion"] for item in draft.data["items"]] == CRITERIA
    page = as_head.get(address(draft)).content.decode()
    assert "7 chỗ cần xem lại" in page
    assert "Phần mềm đề xuất tiêu chí 1.3 vì nội dung gần nhau, cùng thứ tự với dòng 1 của bảng vấn đề" in page
    assert '<option value="1.3" selected>' in page


def test_choosing_another_criterion_or_agreeing_settles_the_proposal(as_head: Client, draft: PlanImport):
    given = {"item": "0", "of": "7", "field": "criterion", "text": "1.2"}
    as_head.post(address(draft, "o/"), given)
    number = next(n for n, doubt in enumerate(now(draft).doubts) if doubt["place"]["item"] == 1)
    as_head.post(address(draft, "nghi-ngo/"), {"number": str(number)})
    row = now(draft)
    assert row.data["items"][0]["criterion"] == "1.2"
    assert [doubt["place"]["item"] for doubt in row.doubts if not doubt.get("settled")] == [2, 3, 4, 5, 6]


def test_an_undone_choice_is_a_proposal_again(as_head: Client, draft: PlanImport):
    as_head.post(address(draft, "o/"), {"item": "0", "of": "7", "field": "criterion", "text": ""})
    as_head.post(address(draft, "hoan-tac/"))
    row = now(draft)
    assert row.data["items"][0]["criterion"] == "1.3" and len(row.doubts) == 7


def test_what_nobody_looked_through_keeps_no_proposal(school: Unit, draft: PlanImport, head):
    from caitien_web.plans.actions.many_imports import ALIKE, confirm_matched

    draft.school, draft.likeness = school, ALIKE
    draft.save()
    assert confirm_matched([draft], by=head, at=NOW) == (1, [])
    assert set(SchoolPlan.objects.of(school).get().items.values_list("criterion", flat=True)) == {""}


def test_weaknesses_join_the_assessment_and_the_items_answer_them(school: Unit, as_head: Client, draft: PlanImport):
    assessment = open_assessment(school, from_year=2025, edition=EDITION, by=None, at=NOW)
    known = add_weakness(
        school, edition=EDITION, criterion="4.1", text="Hai điểm trường chưa có màn hình trình chiếu", by=None, at=NOW
    )
    page = as_head.get(address(draft)).content.decode()
    assert (
        'name="weaknesses" id="id_weaknesses" checked' in page or "checked" in page.split('name="weaknesses"')[1][:80]
    )
    as_head.post(address(draft, "xac-nhan/"), CONFIRM | {"weaknesses": "on"})
    plan = SchoolPlan.objects.of(school).get()
    found = list(Weakness.objects.of(school))
    assert len(found) == 7 and plan.assessment == assessment
    assert {one.assessment for one in found if one != known} == {assessment}
    assert {one.state for one in found} == {"planned"}
    assert list(plan.items.get(criterion="4.1").weaknesses.all()) == [known]
    assert [item.weaknesses.count() for item in plan.items.all()] == [1] * 7


def test_an_approved_assessment_is_not_changed(school: Unit, as_head: Client, draft: PlanImport):
    assessment = open_assessment(school, from_year=2026, edition=EDITION, by=None, at=NOW)
    type(assessment).objects.of(school).update(state="approved", approved_on=NOW.date())
    as_head.post(address(draft, "xac-nhan/"), CONFIRM | {"weaknesses": "on"})
    assert {one.assessment for one in Weakness.objects.of(school)} == {None}


def test_without_an_assessment_the_tick_is_off(as_head: Client, draft: PlanImport):
    page = as_head.get(address(draft)).content.decode()
    assert "checked" not in page.split('name="weaknesses"')[1][:80]
