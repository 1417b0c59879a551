"""Persons put in charge of an item directly: they win over the plan's words, and never confirm their own work."""

from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from django.test import Client
from django.utils import timezone

from caitien import write_paper
from caitien_web.monitoring.actions.charge import CannotCharge, end_charge, put_in_charge
from caitien_web.monitoring.actions.progress import report_progress
from caitien_web.monitoring.actions.reminders import remind_unit
from caitien_web.monitoring.actions.requests import answer_request, ask_authority
from caitien_web.monitoring.actions.rounds import CannotMonitor, confirm_work
from caitien_web.monitoring.actions.works import lay_works
from caitien_web.monitoring.models import ItemParty, PaperKind, Part, Reminder, WorkState
from caitien_web.monitoring.papers.compose import Asked, compose
from caitien_web.monitoring.queries.assignments import assignments_of
from caitien_web.monitoring.queries.carriers import carries_out, has_carried_out, items_of
from caitien_web.monitoring.queries.my_work import grouped, my_work
from caitien_web.monitoring.queries.work_page import item_people_page
from caitien_web.plans.models import PlanItem
from caitien_web.schools.actions import add_person
from caitien_web.schools.models import Role
from caitien_web.schools.queries.holders import Source
from web.bodies import a_body, a_decision, issued
from web.builders import NOW, a_plan, a_user
from web.monitoring.builders import a_running_plan

pytestmark = pytest.mark.django_db
VICE = "Phó hiệu trưởng"
FROM, CHANGED = date(2026, 9, 14), date(2027, 1, 4)


@pytest.fixture(autouse=True)
def october(monkeypatch):
    """It is 01/10/2026 for the pages."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 10, 1, 2, tzinfo=UTC))


@pytest.fixture
def vice(school):
    return a_user(school, Role.VICE_HEAD, "Cà Văn Chung").person


@pytest.fixture
def teacher(school):
    return a_user(school, Role.STAFF, "Vì Thị Đôi").person


@pytest.fixture
def item(school, head):
    """An item that the deputy leads; all others are the head's."""
    plan = a_running_plan(school, head)
    PlanItem.everywhere.filter(plan=plan).update(owners=["Hiệu trưởng"], supporting=[])
    item = PlanItem.objects.of(school).select_related("plan__unit").first()
    PlanItem.everywhere.filter(pk=item.pk).update(owners=[VICE], recurrence="none", due_on=date(2027, 5, 31))
    lay_works(plan)
    return item


def charged(item, person, part=Part.LEAD, since=FROM, **given):
    return put_in_charge(item, person, part, since=since, by=None, at=NOW, **given)


def test_who_stands_in_for_a_party_wins(school, item, vice, teacher):
    charged(item, teacher, since=CHANGED, instead_of=VICE)
    work = item.works.get()
    assert carries_out(vice, work, on=date(2027, 1, 3)) and not carries_out(teacher, work, on=date(2027, 1, 3))
    assert carries_out(teacher, work, on=CHANGED) and not carries_out(vice, work, on=CHANGED)
    assert items_of(teacher, school, on=CHANGED) == {item.pk: Part.LEAD}
    assert item.pk not in items_of(vice, school, on=CHANGED)
    assert my_work(vice, school, on=CHANGED).past == [work]


def test_who_is_added_carries_beside_the_others(school, item, vice, teacher):
    charged(item, teacher, Part.SUPPORT)
    work = item.works.get()
    assert carries_out(vice, work, on=FROM) and carries_out(teacher, work, on=FROM)
    assert items_of(teacher, school, on=FROM) == {item.pk: Part.SUPPORT}


def test_the_plan_stays_and_so_does_the_charge_when_it_is_laid_again(item, teacher, vice):
    before = PlanItem.everywhere.filter(pk=item.pk).values().get()
    charged(item, teacher, instead_of=VICE)
    lay_works(item.plan)
    assert PlanItem.everywhere.filter(pk=item.pk).values().get() == before
    assert carries_out(teacher, item.works.get(), on=FROM) and not carries_out(vice, item.works.get(), on=FROM)


def test_one_after_the_other_stands_in(item, vice, teacher):
    charged(item, teacher, instead_of=VICE)
    charged(item, vice, since=CHANGED, instead_of=VICE)
    days = list(ItemParty.everywhere.exclude(person=None).order_by("since").values_list("since", "until"))
    assert days == [(FROM, CHANGED), (CHANGED, None)]


@pytest.mark.parametrize("instead_of", ["", VICE])
def test_who_was_put_in_charge_does_not_confirm_even_afterwards(school, head, item, instead_of):
    monitor = a_user(school, Role.MONITOR, "Quàng Thị Lả")
    other = a_user(school, Role.MONITOR, "Tòng Thị Ban", "giam-sat-2")
    charge = charged(item, monitor.person, instead_of=instead_of)
    work = item.works.get()
    report_progress(work, state=WorkState.DONE, percent=100, done="Xong.", by=head, at=NOW)
    for ended in (False, True):
        if ended:
            end_charge(charge, on=date(2026, 9, 20), by=None, at=NOW)
            assert not carries_out(monitor.person, work, on=date(2026, 9, 25))
        assert has_carried_out(monitor.person, work, on=date(2026, 9, 25))
        with pytest.raises(CannotMonitor, match="tham gia thực hiện"):
            confirm_work(work, by=monitor, at=datetime(2026, 9, 25, 3, tzinfo=UTC))
    confirm_work(work, by=other, at=datetime(2026, 9, 25, 3, tzinfo=UTC))


def test_lists_and_reminders_go_to_the_person_in_charge(school, item, vice, teacher):
    PlanItem.everywhere.filter(pk=item.pk).update(due_on=date(2026, 9, 18))
    lay_works(item.plan)
    charged(item, teacher, instead_of=VICE)
    groups = {group.title: group.works for group in grouped(item.plan, "nguoi", on=FROM)}
    assert item.works.get() in groups[teacher.full_name] and vice.full_name not in groups
    remind_unit(school, on=FROM, at=NOW)
    people = Reminder.objects.filter(matter__startswith=f"work:{item.works.get().pk}").values_list("person", flat=True)
    assert set(people) == {teacher.pk}


def test_papers_of_a_group_and_of_a_person_name_who_is_in_charge(school, item, vice, teacher):
    decision = a_decision(school)
    body = a_body(decision, "subject_group", "Tổ Năng khiếu", [teacher])
    issued(decision)

    def paper(kind, subject):
        asked = Asked(school, FROM, plan=item.plan, subject=subject)
        document = docx.Document(BytesIO(write_paper(compose(kind, asked), ".docx")))
        return "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)

    words = item.improvement
    assert words not in paper(PaperKind.TASK_LIST, body)
    charged(item, teacher, instead_of=VICE)
    assert words in paper(PaperKind.TASK_LIST, body)
    assert words in paper(PaperKind.ASSIGNMENT, teacher)
    assert words not in paper(PaperKind.ASSIGNMENT, vice)


def test_the_year_shows_who_was_put_in_charge(school, item, vice, teacher):
    charged(item, teacher, instead_of=VICE)
    found = assignments_of(school, asked="", today=FROM)
    assert [(party.person, hanging.item) for party, hanging in found.direct] == [(teacher, item)]
    assert VICE not in [role.party for role in (*found.empty, *found.filled)]


def test_through_the_pages(school, item, vice, teacher, as_head):
    client = Client()
    client.force_login(teacher.user)
    work, address = item.works.get(), f"/don-vi/{school.slug}/muc/{item.pk}/nguoi/"
    page = as_head.get(address).content.decode()
    assert "vai trò Phó hiệu trưởng" in page
    party = item.parties.get()
    wrong = as_head.post(address, {"person": "Người Lạ", "place": party.pk, "since": "01/10/2026"})
    assert (wrong.status_code, 'value="Người Lạ"' in wrong.content.decode()) == (422, True)
    told = as_head.post(address, {"person": "vi thi doi", "place": party.pk, "since": "01/10/2026"}, follow=True)
    assert "Đã giao Vì Thị Đôi chủ trì" in told.content.decode()
    shown = client.get(f"/don-vi/{school.slug}/viec/{work.pk}/").content.decode()
    assert "giao đích danh từ 01/10/2026, thay Phó hiệu trưởng" in shown
    assert "Gửi báo cáo" in shown
    assert str(work.pk) in client.get(f"/don-vi/{school.slug}/viec-cua-toi/").content.decode()
    assert client.get(address).status_code == 403
    charge = ItemParty.objects.of(school).exclude(person=None).get()
    as_head.post(f"/don-vi/{school.slug}/muc/nguoi/{charge.pk}/ket-thuc/", {"on": "02/10/2026"})
    charge.refresh_from_db()
    assert charge.until == date(2026, 10, 2)
    history = as_head.get(f"/don-vi/{school.slug}/nhat-ky/").content.decode()
    assert "giao Vì Thị Đôi chủ trì" in history and "thôi giao Vì Thị Đôi" in history


def test_who_is_put_in_charge_is_told(school, head, item, vice, teacher):
    charge = put_in_charge(item, teacher, Part.LEAD, since=FROM, instead_of=VICE, by=head, at=NOW)
    assert [one.person for one in Reminder.objects.all()] == [teacher]
    asked = ask_authority(item, addressee="UBND xã", subject="Cấp đất.", by=None, at=NOW)
    Reminder.objects.all().delete()
    answer_request(asked, answered_on=date(2026, 9, 20), answer="Đồng ý.", granted=True, by=head, at=NOW)
    assert [one.person for one in Reminder.objects.all()] == [teacher]
    end_charge(charge, on=date(2026, 9, 30), by=head, at=NOW)
    assert "thôi giao Vì Thị Đôi chủ trì" in Reminder.objects.latest("pk").text


def test_a_charge_that_was_a_mistake_leaves_only_its_history(item, teacher):
    end_charge(charged(item, teacher), on=FROM, by=None, at=NOW)
    assert not ItemParty.everywhere.exclude(person=None).exists()


def test_what_cannot_be_is_refused(school, head, item, teacher):
    charged(item, teacher)
    with pytest.raises(CannotCharge, match="đã được giao"):
        charged(item, teacher)
    with pytest.raises(CannotCharge, match="không ghi “Bảo vệ”"):
        charged(item, teacher, instead_of="Bảo vệ")
    with pytest.raises(CannotCharge, match="không thuộc trường"):
        charged(item, add_person(school.parent, "Đèo Văn Chựa", by=None, at=NOW))
    draft = a_plan(school, head, from_year=2027).items.select_related("plan__unit").first()
    with pytest.raises(CannotCharge, match="chưa ban hành"):
        charged(draft, teacher)
    with pytest.raises(CannotCharge, match="chủ trì hoặc phối hợp"):
        charged(item, teacher, "boss")


def test_the_reason_is_told(item, teacher):
    charged(item, teacher)
    page = item_people_page(item, on=FROM)
    assert [one.source for _, holdings in page.carriers for one in holdings] == [Source.DIRECT]
