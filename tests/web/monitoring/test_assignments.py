"""Who fills which role of the plans: the page, naming, ending; who sees which works when the person changes."""

from datetime import UTC, date, datetime
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone

from caitien_web.monitoring.actions.works import lay_works
from caitien_web.monitoring.models import Reminder
from caitien_web.monitoring.queries.assignments import assignments_of
from caitien_web.monitoring.queries.my_work import my_work
from caitien_web.plans.models import PlanItem
from caitien_web.schools.actions import add_person
from caitien_web.schools.actions.holders import CannotName, end_holder, name_holder
from caitien_web.schools.models import Role, RoleAssignment, RoleHolder
from caitien_web.schools.queries.holders import Holders, Source
from web.bodies import a_body, a_decision, issued
from web.builders import NOW, a_user
from web.monitoring.builders import a_running_plan
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db
VICE = "Phó hiệu trưởng phụ trách CSVC"
FROM, CHANGED = date(2026, 9, 14), date(2027, 1, 4)
NOBODY = "không ai được phân công"


@pytest.fixture(autouse=True)
def october(monkeypatch):
    """It is 01/10/2026 for the pages."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 10, 1, 2, tzinfo=UTC))


@pytest.fixture
def plan(school, head):
    plan = a_running_plan(school, head)
    PlanItem.everywhere.filter(plan=plan).update(owners=["Hiệu trưởng"], supporting=[])
    item = plan.items.first()
    PlanItem.everywhere.filter(pk=item.pk).update(owners=[VICE], supporting=["UBND xã"])
    lay_works(plan)
    return plan


@pytest.fixture
def base(school):
    return f"/don-vi/{school.slug}/phan-cong/"


def a_person(school, name, **given):
    return add_person(school, name, by=None, at=NOW, **given)


def named(school, party, person, since=FROM, **given):
    return name_holder(school, party, person, since=since, by=None, at=NOW, **given)


def test_the_page_tells_who_is_missing_and_who_is_there_and_why(school, plan, base, as_head, head):
    page = as_head.get(base).content.decode()
    empty, rest = page.split("Đã có người")
    filled, outside = rest.split("Ngoài trường")
    assert VICE in empty
    assert head.person.full_name in filled
    assert "vai trò Hiệu trưởng" in filled
    assert "UBND xã" in outside


def test_somebody_is_named_from_the_page_and_sees_the_work(school, plan, base, as_head):
    vice = a_user(school, Role.VICE_HEAD, "Cà Văn Chung")
    client = Client()
    client.force_login(vice)
    mine = f"/don-vi/{school.slug}/viec-cua-toi/"
    work = str(plan.items.first().works.first().pk)
    assert work not in client.get(mine).content.decode()
    assert NOBODY in as_head.get(f"{base}vai-tro/?ten={quote(VICE)}").content.decode()
    answer = as_head.post(
        f"{base}giao/", {"ten": VICE, "person": "ca van chung", "since": "14/9/2026", "beside": "0"}, follow=True
    )
    told = answer.content.decode()
    assert "Đã phân công Cà Văn Chung" in told
    assert "Vì được phân công từ 14/9/2026" in told
    assert work in client.get(mine).content.decode()
    assert VICE not in as_head.get(base).content.decode().split("Đã có người")[0]
    history = as_head.get(f"/don-vi/{school.slug}/nhat-ky/").content.decode()
    assert f"phân công Cà Văn Chung làm “{VICE}” từ 14/9/2026" in history


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"person": "Người Lạ"}, "Không có “Người Lạ”"),
        ({"person": ""}, "Chưa điền ô này."),
        ({"since": "31/02/2027"}, "Ghi ngày theo mẫu"),
        ({"until": "01/9/2026"}, "phải sau ngày"),
        ({"beside": "2"}, "hợp lệ"),
    ],
)
def test_what_was_typed_wrongly_is_told_and_stays(school, plan, base, as_head, given, fault):
    a_person(school, "Cà Văn Chung")
    form = {"ten": VICE, "person": "Cà Văn Chung", "since": "14/9/2026", "until": "", "beside": "0"} | given
    answer = as_head.post(f"{base}giao/", form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert fault in page
    assert all(f'value="{text}"' in page for text in given.values() if text and text != "2")
    assert not RoleHolder.objects.of(school).exists()


@pytest.mark.parametrize("party", ["", "   ", "x" * 201, "a%00b"])
def test_a_role_without_a_name_is_none(school, base, as_head, party):
    assert as_head.get(f"{base}vai-tro/?ten={party}").status_code == 404
    assert as_head.post(f"{base}giao/", {"ten": party.replace("%00", "\0")}).status_code == 404


def test_a_change_in_mid_year_changes_no_plan(school, plan, head):
    before = list(PlanItem.objects.of(school).filter(plan=plan).values())
    old, new = a_person(school, "Cà Văn Chung"), a_person(school, "Vì Thị Đôi")
    named(school, VICE, old)
    named(school, VICE, new, CHANGED)
    assert [one.until for one in RoleHolder.objects.of(school)] == [CHANGED, None]
    (work,) = plan.items.first().works.all()
    then, later = my_work(old, school, on=date(2026, 12, 1)), my_work(old, school, on=CHANGED)
    assert work in [*then.late, *then.due, *then.running]
    assert (later.count(), later.past) == (0, [work])
    mine = my_work(new, school, on=CHANGED)
    assert work in [*mine.late, *mine.due, *mine.running]
    assert my_work(new, school, on=date(2026, 12, 1)).count() == 0
    assert list(PlanItem.objects.of(school).filter(plan=plan).values()) == before


def test_the_past_of_a_holder_are_the_works_of_those_days(school, plan):
    item = plan.items.first()
    PlanItem.everywhere.filter(pk=item.pk).update(recurrence="monthly", starts_on=None, due_on=None)
    lay_works(plan)
    old, new = a_person(school, "Cà Văn Chung"), a_person(school, "Vì Thị Đôi")
    named(school, VICE, old, date(2026, 8, 1))
    named(school, VICE, new, CHANGED)
    past = my_work(old, school, on=date(2027, 3, 1)).past
    assert [work.label for work in past] == [f"Tháng {n}/2026" for n in (9, 10, 11, 12)] + ["Tháng 1/2027"]


def test_a_year_shows_who_was_and_who_will_be(school, plan):
    old, new = a_person(school, "Cà Văn Chung"), a_person(school, "Vì Thị Đôi")
    named(school, VICE, old)
    named(school, VICE, new, CHANGED)

    def role(on):
        found = assignments_of(school, asked="2026-2027", today=on)
        return next(one for one in found.filled if one.party == VICE)

    early, late = role(date(2026, 10, 1)), role(date(2027, 2, 1))
    assert [one.person for one in early.now] == [old]
    assert [(one.holding.person, one.since, one.until) for one in early.others] == [(new, CHANGED, None)]
    assert [one.person for one in late.now] == [new]
    assert [(one.holding.person, one.since, one.until) for one in late.others] == [(old, FROM, CHANGED)]


def test_several_fill_one_role_beside_each_other(school):
    first, second = a_person(school, "Cà Văn Chung"), a_person(school, "Vì Thị Đôi")
    named(school, "Tổ trưởng chuyên môn", first)
    named(school, "Tổ trưởng chuyên môn", second, date(2026, 10, 1), beside=True)
    assert Holders(school, date(2026, 10, 1)).people("tổ trưởng chuyên môn") == [first, second]
    with pytest.raises(CannotName, match="đã được phân công"):
        named(school, "Tổ trưởng chuyên môn", second, date(2026, 11, 1), beside=True)
    named(school, "Tổ trưởng chuyên môn", first, CHANGED)
    assert Holders(school, CHANGED).people("Tổ trưởng chuyên môn") == [first]


def test_who_has_left_fills_nothing(school):
    gone = a_person(school, "Cà Văn Chung")
    named(school, VICE, gone)
    gone.left_on = CHANGED
    gone.save()
    assert Holders(school, CHANGED).people(VICE) == []
    with pytest.raises(CannotName, match="đã nghỉ"):
        named(school, VICE, gone, CHANGED)


def test_every_reason_is_told(school, head):
    people = [a_person(school, "Vì Thị Đôi", duty="Kế toán trường"), a_person(school, "Cà Văn Chung")]
    decision = a_decision(school)
    a_body(decision, "monitoring", "Tổ giám sát số 1", people)
    issued(decision)
    named(school, "Phụ trách website", people[1])
    holders = Holders(school, NOW.date())

    def why(party):
        return [(one.source, one.words) for one in holders.holdings(party)]

    assert why("Phụ trách website") == [(Source.NAMED, "được phân công từ 14/9/2026")]
    assert why("Vì Thị Đôi") == [(Source.NAME, "kế hoạch ghi đích danh")]
    assert why("Tổ giám sát số 1")[0] == (Source.BODY, "Tổ trưởng Tổ giám sát số 1")
    assert why("Hiệu trưởng") == [(Source.ROLE, "vai trò Hiệu trưởng")]
    assert why("Kế toán") == [(Source.DUTY, "danh sách nhân sự ghi “Kế toán trường”")]
    assert {source for source, _ in why("Cán bộ, giáo viên, nhân viên")} == {Source.EVERYONE}
    assert why("Công an xã") == why("") == []


def test_who_is_named_and_who_is_replaced_are_told(school, head):
    old, new = a_person(school, "Cà Văn Chung"), a_person(school, "Vì Thị Đôi")
    named(school, VICE, old)
    Reminder.objects.all().delete()
    name_holder(school, VICE, new, since=CHANGED, by=head, at=NOW)
    name_holder(school, "Phụ trách website", head.person, since=CHANGED, by=head, at=NOW)
    assert set(Reminder.objects.values_list("person", flat=True)) == {old.pk, new.pk}
    assert f"Hà Thị Mận phân công Vì Thị Đôi làm “{VICE}” từ 04/01/2027" in Reminder.objects.first().text


def test_a_naming_ends_or_is_taken_back(school, plan, base, as_head):
    holder = named(school, VICE, a_person(school, "Cà Văn Chung"))
    address = f"{base}{holder.pk}/ket-thuc/"
    early = as_head.post(address, {"on": "14/9/2026"}, follow=True, HTTP_REFERER=address)
    assert "ghi ngày sau 14/9/2026" in early.content.decode()
    as_head.post(address, {"on": "04/01/2027"})
    holder.refresh_from_db()
    assert holder.until == CHANGED
    with pytest.raises(CannotName, match="đã thôi giữ"):
        end_holder(holder, on=date(2027, 2, 1), by=None, at=NOW)
    as_head.post(address, {"nham": "1"})
    assert not RoleHolder.objects.of(school).exists()
    assert "bỏ phân công ghi nhầm Cà Văn Chung" in as_head.get(f"/don-vi/{school.slug}/nhat-ky/").content.decode()


def test_who_assigns_no_work_reads_only(school, plan, base):
    teacher = a_user(school, Role.STAFF, "Lò Thị Xuân")
    client = Client()
    client.force_login(teacher)
    assert "Phân công người" not in client.get(f"{base}vai-tro/?ten={quote(VICE)}").content.decode()
    assert client.get(base).status_code == 200
    assert client.post(f"{base}giao/", {"ten": VICE}).status_code == 403


def test_a_year_that_no_plan_has_shows_the_nearest(school, plan):
    assert assignments_of(school, asked="x", today=date(2031, 1, 1)).year.slug == "2026-2027"
    assert assignments_of(school, asked="2026-2027", today=date(2031, 1, 1)).on == date(2027, 7, 31)


@pytest.mark.parametrize("page", ["", "vai-tro/?ten=Hiệu trưởng"])
def test_the_pages_cost_the_same_for_any_number(school, plan, base, as_head, page):
    def more(count):
        for n in range(count):
            person = a_person(school, f"Người Thứ {n}", duty="Giáo viên")
            PlanItem.everywhere.create(plan=plan, place=9000 + n, target_result="Thêm", owners=["Hiệu trưởng", f"V{n}"])
            named(school, f"V{n}", person)
            RoleAssignment.objects.create(person=person, unit=school, role=Role.STAFF, since=FROM)
        lay_works(plan)

    assert_constant_queries(more, lambda: as_head.get(f"{base}{page}"), at_most=10)
