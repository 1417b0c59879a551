"""The works of a plan: their periods, their parties, and who is meant by a party on a day."""

from datetime import date

import pytest

from caitien_web.monitoring.actions.progress import CannotReport, drop_work, report_progress
from caitien_web.monitoring.actions.works import lay_works
from caitien_web.monitoring.models import ItemParty, Work, WorkState
from caitien_web.monitoring.occurrences import occurrences
from caitien_web.plans.models import PlanItem
from caitien_web.schools.actions import add_person
from caitien_web.schools.models import Role, RoleAssignment, RoleHolder
from caitien_web.schools.queries.holders import Holders
from web.builders import NOW, a_plan, a_user

pytestmark = pytest.mark.django_db


def an_item(plan, **given):
    return PlanItem(plan=plan, place=1, **given)


def test_what_is_done_once_has_one_period(school):
    plan = a_plan(school)
    item = an_item(plan, starts_on=date(2026, 9, 1), due_on=date(2026, 10, 31), recurrence="none")
    assert [(period.label, period.due_on) for period in occurrences(item)] == [("", date(2026, 10, 31))]


def test_what_names_no_day_ends_with_the_school_year(school):
    period = occurrences(an_item(a_plan(school)))[0]
    assert (period.starts_on, period.due_on) == (date(2026, 9, 1), date(2027, 5, 31))


def test_monthly_work_has_a_period_each_month_across_the_new_year_and_leap_day(school):
    plan = a_plan(school, from_year=2027)
    periods = occurrences(an_item(plan, recurrence="monthly"))
    assert len(periods) == 9
    assert periods[5].label == "Tháng 2/2028"
    assert periods[5].due_on == date(2028, 2, 29)


def test_semesters_and_years_are_cut_to_the_item(school):
    plan = a_plan(school)
    assert [period.label for period in occurrences(an_item(plan, recurrence="ongoing"))] == [
        "Học kỳ I, 2026 - 2027",
        "Học kỳ II, 2026 - 2027",
    ]
    late = an_item(plan, recurrence="semester", starts_on=date(2027, 2, 1))
    assert [(period.label, period.starts_on) for period in occurrences(late)] == [
        ("Học kỳ II, 2026 - 2027", date(2027, 2, 1))
    ]


def test_laying_again_keeps_what_was_reported(school, head):
    plan = a_plan(school)
    lay_works(plan)
    works = Work.objects.of(school)
    before = set(works.values_list("pk", flat=True))
    work = works.first()
    report_progress(work, state=WorkState.UNDER_WAY, percent=40, by=head, at=NOW, done="Đã họp tổ.")
    lay_works(plan)
    assert set(Work.objects.of(school).values_list("pk", flat=True)) == before
    assert Work.objects.of(school).get(pk=work.pk).percent == 40
    assert ItemParty.objects.of(school).count() == sum(
        len(item.owners) + len(item.supporting) for item in plan.items.all()
    )


def test_nothing_is_reported_on_what_was_stopped(school, head):
    plan = a_plan(school)
    lay_works(plan)
    work = Work.objects.of(school).select_related("item__plan__unit").first()
    drop_work(work, reason="Xã đã xây phòng mới.", by=head, at=NOW)
    with pytest.raises(CannotReport, match="Dừng thực hiện"):
        report_progress(work, state=WorkState.DONE, percent=100, by=head, at=NOW)


def test_who_is_meant_follows_the_day(school):
    old = a_user(school, Role.HEAD, "Quàng Thị Lả").person
    new = add_person(school, "Tòng Văn Pâng", by=None, at=NOW)
    RoleAssignment.objects.filter(person=old).update(until=date(2027, 1, 1))
    RoleAssignment.objects.create(person=new, unit=school, role=Role.HEAD, since=date(2027, 1, 1))
    assert Holders(school, date(2026, 12, 31)).people("Hiệu trưởng") == [old]
    assert Holders(school, date(2027, 1, 1)).people("Hiệu trưởng") == [new]


def test_a_role_with_its_field_a_duty_and_a_name(school):
    teacher = add_person(school, "Vì Thị Đôi", by=None, at=NOW, duty="Tổ trưởng tổ Khoa học tự nhiên")
    vice = a_user(school, Role.VICE_HEAD, "Cà Văn Chung").person
    RoleAssignment.objects.filter(person=vice).update(field="phụ trách chuyên môn")
    RoleHolder.everywhere.create(
        unit=school,
        party="Người phụ trách thư viện",
        folded="nguoi phu trach thu vien",
        person=teacher,
        since=NOW.date(),
    )
    holders = Holders(school, NOW.date())
    assert holders.people("Phó hiệu trưởng phụ trách chuyên môn") == [vice]
    assert holders.people("Phó hiệu trưởng phụ trách CSVC") == []
    assert holders.people("Tổ trưởng") == [teacher]
    assert holders.people("Vì Thị Đôi") == [teacher]
    assert holders.people("Người phụ trách thư viện") == [teacher]
    assert holders.people("Công an xã") == []


def test_asking_for_everybody_costs_the_same(school, django_assert_num_queries):
    for n in range(20):
        add_person(school, f"Lường Văn Số {n}", by=None, at=NOW, duty="Giáo viên")
    with django_assert_num_queries(2):
        holders = Holders(school, NOW.date())
        assert len(holders.people("Giáo viên")) == 20


def test_what_an_adjustment_took_out_is_adjusted_and_comes_back_with_it(school, head):
    plan = a_plan(school)
    lay_works(plan)
    out, short = plan.items.all()[:2]
    PlanItem.everywhere.filter(pk=short.pk).update(recurrence="monthly")
    lay_works(plan)
    reported = short.works.order_by("number").last()
    report_progress(reported, state="under_way", percent=30, by=head, at=NOW)
    PlanItem.everywhere.filter(pk=short.pk).update(recurrence="none")
    PlanItem.everywhere.filter(pk=out.pk).update(removed_at=NOW)
    lay_works(plan)
    reported.refresh_from_db()
    assert (reported.state, reported.reason) == (WorkState.ADJUSTED, "Kế hoạch đã điều chỉnh.")
    assert {work.state for work in out.works.all()} == {WorkState.ADJUSTED}
    PlanItem.everywhere.filter(pk=short.pk).update(recurrence="monthly")
    PlanItem.everywhere.filter(pk=out.pk).update(removed_at=None)
    lay_works(plan)
    reported.refresh_from_db()
    assert (reported.state, reported.reason) == (WorkState.UNDER_WAY, "")
    assert {work.state for work in out.works.all()} == {WorkState.NOT_STARTED}


def test_sentences_name_a_work_in_whole_words_and_without_a_stop():
    item = PlanItem(criterion="1.3", target_result="100% hồ sơ đầy đủ, sai lệch dưới 1%.")
    assert str(Work(item=item, label="Tháng 11/2026")) == "1.3 100% hồ sơ đầy đủ, sai lệch dưới 1% (Tháng 11/2026)"
    item.target_result = "Mỗi giáo viên có ít nhất 04 học liệu số,\n cử 02 giáo viên đi học nâng chuẩn."
    assert str(Work(item=item)) == "1.3 Mỗi giáo viên có ít nhất 04 học liệu số, cử 02 giáo viên …"
