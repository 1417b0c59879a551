"""The next plan from an earlier one: through the page, in the same edition and into the next."""

import re
from datetime import date

import pytest
from django.test import Client

from caitien_web.assessment.actions import add_weakness
from caitien_web.history.models import Entry
from caitien_web.monitoring.actions.year_end import end_item
from caitien_web.monitoring.models import Work
from caitien_web.plans.actions import CannotIssue, approve_plan, issue_plan, submit_plan
from caitien_web.plans.actions.draft_next import draft_from_weaknesses
from caitien_web.plans.actions.findings import check_now
from caitien_web.plans.forms.starting import PlanBasics
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit
from web.builders import NOW, a_plan, sample
from web.monitoring.builders import SIGNING, a_running_plan

OLD, NEW = "TT17-2018+TT22-2024", "TT57-2026-PT"


def at(unit: Unit) -> str:
    return f"/don-vi/{unit.slug}/ke-hoach/moi/tu-ke-hoach-truoc/"


def carried(client: Client, unit: Unit, count: int, **given: str) -> SchoolPlan:
    keys = re.findall(r'name="items" value="([^"]+)"', client.get(at(unit)).content.decode())
    client.post(at(unit), {"from_year": "2026", "span": "1", "items": keys[:count]} | given)
    return SchoolPlan.objects.of(unit).filter(from_year=2026).get()


def test_chosen_items_come_along_and_know_where_they_come_from(school: Unit, head: User, as_head: Client):
    before = a_plan(school, head, from_year=2025)
    plan = carried(as_head, school, 3)
    old, new = list(before.items.all())[:3], list(plan.items.all())
    assert [row.carried_from for row in new] == old
    assert [row.times_carried for row in new] == [1, 1, 1]
    assert [row.solution for row in new] == [row.solution for row in old]
    assert (plan.previous, plan.state, plan.number) == (before, "draft", "")
    assert "có 7 mục" in plan.parts["prior_results"]["text"]
    assert all(not row.progress for row in new)


def test_what_is_to_decide_is_told_once_and_where_to_find_it(school: Unit, head: User, as_head: Client):
    a_plan(school, head, from_year=2025, value=sample("tieu-hoc-9-cot"))
    keys = re.findall(r'name="items" value="([^"]+)"', as_head.get(at(school)).content.decode())
    chosen = {"from_year": "2026", "span": "1", "items": keys[:2]}
    page = as_head.post(at(school), chosen, follow=True).content.decode()
    assert page.count("alert-warning") == 1
    assert "Gõ “cần quyết định” vào ô Tìm trong bảng" in page
    assert "suy từ ngày" not in page  # the year was chosen on the page
    plan = SchoolPlan.objects.of(school).get(from_year=2026)
    marks = [mark for mark in check_now(plan, at=NOW) if mark.finding.code == "E04"]
    assert {mark.item for mark in marks} >= set(plan.items.all())
    row = plan.items.first()
    before = {name: getattr(row, name) for name in ("solution", "evidence_outputs", "improvement")}
    at_row = f"/don-vi/{school.slug}/ke-hoach/2026-2027/muc/{row.pk}/xoa-dau/"
    assert at_row in as_head.get(f"/don-vi/{school.slug}/ke-hoach/2026-2027/kiem-tra/").content.decode()
    as_head.post(at_row)
    row.refresh_from_db()
    assert "[Cần" in before["improvement"] and "[" not in row.improvement
    assert "[Nguồn" not in before["improvement"] and "[" not in str(plan.parts["legal_bases"][0])
    assert row.improvement == before["improvement"].split("\n")[0] and row.solution.startswith(before["solution"][:20])
    plan.refresh_from_db()
    marks = [mark.item for mark in check_now(plan, at=NOW) if mark.finding.code == "E04"]
    assert row not in marks and marks
    submit_plan(plan, by=head, at=NOW)
    approve_plan(plan, by=head, at=NOW)
    with pytest.raises(CannotIssue, match="lỗi"):
        issue_plan(plan, SIGNING, by=head, at=NOW)


def test_the_marks_of_a_part_go_at_once_as_typed_or_as_held(school: Unit, head: User, as_head: Client):
    plan = a_plan(school, head, from_year=2026)
    mark = "[Cần quyết định: câu này nhắc năm, văn bản hoặc mức của kế hoạch cũ]"
    plan.parts |= {
        "purposes": [f"Giữ sân sạch. {mark}", mark, "Đọc sách."],
        "problems": [{"standard": 1, "criterion": "1.1", "current_state": f"Sân hẹp\n{mark}", "cause": mark}],
        "recipients": [f"UBND xã {mark}"],
    }
    plan.save()
    at_plan = f"/don-vi/{school.slug}/ke-hoach/2026-2027/"
    checked = as_head.get(f"{at_plan}kiem-tra/").content.decode()
    assert "Đã quyết định, xóa 2 dấu của phần “Mục đích, yêu cầu”" in checked
    form = re.search(r'action="([^"]*problems/xoa-dau/)".*?name="base" value="(\w+)"', checked, re.S)
    assert form
    late = as_head.post(form[1], {"base": "0" * 16}, follow=True, headers={"Referer": f"http://testserver{at_plan}"})
    assert "vừa được người khác đổi" in late.content.decode()
    as_head.post(form[1], {"base": form[2]})
    last = re.search(r'action="([^"]*recipients/xoa-dau/)".*?name="base" value="(\w+)"', checked, re.S)
    assert last
    as_head.post(last[1], {"base": last[2]})
    page = as_head.get(f"{at_plan}cac-phan/").content.decode()
    base = re.search(r'purposes/" data-part>.*?name="base" value="(\w+)"', page, re.S)
    assert base and page.count("Lưu và xóa các dấu") == 1
    typed = {"lines": f"Giữ sân xanh. {mark}\n{mark}\nĐọc sách.", "base": base[1], "clear": "1"}
    as_head.post(f"{at_plan}cac-phan/purposes/", typed)
    plan.refresh_from_db()
    assert plan.parts["purposes"] == ["Giữ sân xanh.", "Đọc sách."]
    assert plan.parts["problems"][0]["current_state"] == "Sân hẹp" and not plan.parts["problems"][0]["cause"]
    assert "E04" not in {found.finding.code for found in check_now(plan, at=NOW)}
    told = Entry.objects.of(school).filter(action="plans.parts.marks_cleared").order_by("at")
    assert [entry.data["count"] for entry in told] == [2, 1, 2] and told[0].data["marks"] == [mark, mark]


def test_terms_and_years_that_only_change_with_the_school_year_are_renewed(school: Unit, head: User, as_head: Client):
    before = a_plan(school, head, from_year=2025)
    row, other = before.items.all()[:2]
    row.time_text, row.start, row.end = "Tháng 9/2025 đến tháng 5/2026", "2025-09", "2026-05"
    other.time_text, other.start, other.end = "Ngày 15/10/2025", "2025-10-15", "2025-10-15"
    for one in (row, other):
        one.recurrence = "none"
        one.save()
    before.parts |= {"purposes": ["Nâng cao chất lượng trong năm học 2025 - 2026."]}
    before.save()
    plan = carried(as_head, school, 2)
    new = list(plan.items.all())
    assert (new[0].time_text, new[0].start, new[0].end) == ("Tháng 9/2026 đến tháng 5/2027", "2026-09", "2027-05")
    assert new[1].time_text.startswith("Ngày 15/10/2025\n[Cần quyết định: thời hạn cũ")
    assert plan.parts["purposes"] == ["Nâng cao chất lượng trong năm học 2026 - 2027."]
    panel = as_head.get(f"/don-vi/{school.slug}/ke-hoach/2026-2027/muc/{new[0].pk}/ben-canh/").content.decode()
    assert "Thời gian ghi ở đó: Tháng 9/2025 đến tháng 5/2026" in panel


def test_what_ended_is_ticked_by_how_it_ended(school: Unit, head: User, as_head: Client):
    before = a_running_plan(school, head, from_year=2025)
    done, yearly, later, given_up, poor = before.items.all()[:5]
    yearly.recurrence = "yearly"
    yearly.save()
    for item, outcome, reason in (
        (done, "met", ""),
        (yearly, "met", ""),
        (later, "carried_over", "Thiếu kinh phí"),
        (given_up, "dropped", "Không còn cần"),
        (poor, "partly", ""),
    ):
        Work.everywhere.filter(item=item).update(state="done")
        end_item(item, outcome, reason=reason, by=head, at=NOW)
    page = as_head.get(at(school)).content.decode()
    ticked = re.findall(r'name="items" value="([^"]+)"[^>]* checked', page)
    others = [str(item.pk) for item in before.items.all()[5:]]
    assert ticked == [str(yearly.pk), str(later.pk), str(poor.pk), *others]
    assert "Chuyển tiếp sang năm sau: Thiếu kinh phí" in page


def test_an_old_edition_is_laid_into_the_new_one(school: Unit, head: User, as_head: Client):
    before = a_plan(school, head, value=sample("tieu-hoc-9-cot"), from_year=2025)
    assert before.edition != "TT57-2026-PT"
    plan = carried(as_head, school, 2)
    assert (plan.edition, plan.form) == ("TT57-2026-PT", "tt57-bieu2")
    assert any("[Cần quyết định:" in row.improvement for row in plan.items.all())
    assert {row.carried_from.plan_id for row in plan.items.all()} == {before.pk}


def test_nothing_chosen_makes_no_plan(school: Unit, head: User, as_head: Client):
    a_plan(school, head, from_year=2025)
    back = {"Referer": f"http://testserver{at(school)}"}
    page = as_head.post(at(school), {"from_year": "2026", "span": "1"}, follow=True, headers=back)
    assert "chưa chọn mục nào" in page.content.decode()
    assert SchoolPlan.objects.of(school).count() == 1


@pytest.mark.parametrize(
    ("on", "years", "offered"),
    [
        (date(2026, 11, 27), [], 2026),
        (date(2026, 11, 27), [2026], 2027),
        (date(2027, 4, 30), [2025], 2026),
        (date(2027, 5, 2), [2026], 2027),
        (date(2026, 11, 27), [2026, 2027], 2026),
    ],
)
def test_the_year_offered_is_the_next_without_a_plan(
    school: Unit, head: User, on: date, years: list[int], offered: int
):
    for year in years:
        a_plan(school, head, from_year=year)
    form = PlanBasics(unit=school, on=on)
    assert form["from_year"].initial == offered


def test_an_empty_plan_takes_edition_and_form_from_its_school_year(school: Unit, as_head: Client):
    to = f"/don-vi/{school.slug}/ke-hoach/moi/trong/"
    as_head.post(to, {"from_year": "2026", "span": "1"})
    as_head.post(to, {"from_year": "2021", "span": "5"})
    found = {plan.slug: (plan.edition, plan.form) for plan in SchoolPlan.objects.of(school)}
    assert found == {"2026-2027": ("TT57-2026-PT", "tt57-bieu2"), "2021-2026": ("TT17-2018", "cv5932-9")}
    twice = as_head.post(
        to, {"from_year": "2026", "span": "1"}, follow=True, headers={"Referer": f"http://testserver{to}"}
    )
    assert "đã có kế hoạch" in twice.content.decode()


@pytest.mark.parametrize(("edition", "form", "has_part"), [(OLD, "weakness-10", False), (NEW, "tt57-bieu2", True)])
def test_only_a_form_with_part_iv_gets_the_limitations_there(school, head, edition, form, has_part):
    told = {"by": head, "at": NOW}
    weakness = add_weakness(school, edition=edition, criterion="1.1", text="Chưa rà soát chiến lược.", **told)
    plan = draft_from_weaknesses(school, [weakness], years=(2026, 2027), edition=edition, form=form, **told)
    assert [row.weakness for row in plan.items.all()] == ["Chưa rà soát chiến lược."]
    assert bool(plan.parts.get("problems")) is has_part


def test_weaknesses_of_what_is_carried_over_are_planned_again(school: Unit, head: User, as_head: Client):
    before = a_plan(school, head, from_year=2025)
    row = before.items.first()
    told = {"edition": NEW, "criterion": row.criterion, "text": "Chưa rà soát chiến lược.", "by": head, "at": NOW}
    row.weaknesses.add(weakness := add_weakness(school, **told))
    plan = carried(as_head, school, 2)
    weakness.refresh_from_db()
    assert weakness.state == "planned"
    assert list(plan.items.first().weaknesses.all()) == [weakness]
