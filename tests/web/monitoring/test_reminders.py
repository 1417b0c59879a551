"""Reminders over a whole year: each matter once, though workers run twice or stand still; one mail a day."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.test import Client
from icalendar import Calendar

from caitien_web.monitoring.actions.calendar import end_feed, new_feed
from caitien_web.monitoring.actions.reminders import choose_digest, read_reminders, remind_unit, send_digest
from caitien_web.monitoring.actions.works import lay_works
from caitien_web.monitoring.models import Reminder, Work
from caitien_web.plans.models import PlanItem
from caitien_web.schools.models import Role
from caitien_web.tenancy.models import Unit
from web.builders import a_user
from web.monitoring.builders import a_running_plan

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def teacher(school):
    return a_user(school, Role.STAFF, "Vì Thị Đôi")


@pytest.fixture
def work(school, head, teacher):
    """One work of the teacher, due on leap day 2028; nothing else."""
    plan = a_running_plan(school, head, from_year=2027)
    first = plan.items.first()
    PlanItem.everywhere.filter(plan=plan).exclude(pk=first.pk).delete()
    days = {"starts_on": date(2027, 10, 1), "due_on": date(2028, 2, 29), "recurrence": "none"}
    PlanItem.everywhere.filter(pk=first.pk).update(owners=["Vì Thị Đôi"], supporting=[], **days)
    lay_works(plan)
    return Work.objects.of(school).get()


def morning(on: date) -> datetime:
    return datetime.combine(on, time(6), ZONE)


def put_out(school: Unit, on: date) -> int:
    return remind_unit(school, on=on, at=morning(on))


def matters(person) -> list[str]:
    rows = Reminder.objects.filter(person=person).order_by("day", "id")
    return [f"{one.matter.rpartition(':')[2]} {one.day}" for one in rows]


def test_a_year_of_mornings_twice_each_reminds_once(school, work, teacher, head):
    on = date(2027, 9, 1)
    while on < date(2028, 3, 20):
        put_out(school, on)
        put_out(school, on)
        on += timedelta(days=1)
    assert matters(teacher.person) == [
        "soon 2028-02-29",
        "due 2028-02-29",
        "late 2028-02-29",
        "late 2028-03-07",
        "late 2028-03-14",
    ]
    assert matters(head.person) == ["head 2028-02-29"]


def test_who_stood_still_makes_up_once(school, work, teacher):
    assert put_out(school, date(2028, 3, 9)) == 2
    assert matters(teacher.person) == ["late 2028-03-07"]
    assert put_out(school, date(2028, 3, 10)) == 0


def test_the_head_hears_three_days_later(school, work, head):
    put_out(school, date(2028, 3, 2))
    assert matters(head.person) == []
    put_out(school, date(2028, 3, 3))
    assert matters(head.person) == ["head 2028-02-29"]


def test_what_is_done_is_not_reminded_of(school, work, teacher):
    Work.everywhere.update(state="done")
    assert put_out(school, date(2028, 3, 1)) == 0


def with_mail(teacher):
    teacher.person.email = "doi@thsn.example"
    teacher.person.save()
    return teacher.person


def test_one_mail_a_day_on_the_days_chosen(school, work, teacher):
    person = with_mail(teacher)
    friday, saturday, monday = date(2028, 3, 3), date(2028, 3, 4), date(2028, 3, 6)
    put_out(school, friday)
    sent = [send_digest(person, on=friday, at=morning(friday), site="https://ct.example") for _ in range(2)]
    assert sent == [True, False]
    assert len(mail.outbox) == 1
    assert f"https://ct.example/don-vi/{school.slug}/viec/{work.pk}/" in mail.outbox[0].body
    put_out(school, date(2028, 3, 8))
    assert not send_digest(person, on=saturday, at=morning(saturday), site="")
    assert send_digest(person, on=monday, at=morning(monday), site="")


def test_who_stopped_it_or_has_seen_it_gets_no_mail(school, work, teacher):
    person = with_mail(teacher)
    day = date(2028, 3, 3)
    put_out(school, day)
    choose_digest(person, "")
    assert not send_digest(person, on=day, at=morning(day), site="")
    choose_digest(person, "12345")
    read_reminders(person, at=morning(day))
    assert not send_digest(person, on=day, at=morning(day), site="")


def test_a_mail_that_fails_is_tried_again(school, work, teacher, settings):
    person, day = with_mail(teacher), date(2028, 3, 3)
    put_out(school, day)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with pytest.raises(OSError, match="refused"):
        send_digest(person, on=day, at=morning(day), site="")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_digest(person, on=day, at=morning(day), site="")


def test_reminders_stand_on_the_page_until_seen(school, work, teacher):
    put_out(school, date(2028, 3, 1))
    client = Client()
    client.force_login(teacher)
    assert "Quá hạn từ 29/02/2028" in client.get(f"/don-vi/{school.slug}/viec-cua-toi/").content.decode()
    client.post(f"/don-vi/{school.slug}/viec-cua-toi/da-xem/")
    assert "Quá hạn từ 29/02/2028" not in client.get(f"/don-vi/{school.slug}/viec-cua-toi/").content.decode()


def test_the_calendar_is_read_by_its_secret_and_by_nothing_else(school, work, teacher):
    secret = new_feed(teacher.person, at=morning(date(2027, 9, 1)))
    answer = Client().get(f"/lich/{secret}.ics")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [event["dtstart"].dt for event in events] == [date(2028, 2, 29)]
    assert Client().get("/lich/doan-mo.ics").status_code == 404
    end_feed(teacher.person)
    assert Client().get(f"/lich/{secret}.ics").status_code == 404


@pytest.mark.parametrize("page", ["lich", "bieu-do", "kinh-phi"])
def test_agenda_chart_and_money_have_their_pages(school, work, as_head, page):
    answer = as_head.get(f"/don-vi/{school.slug}/ke-hoach/2027-2028/{page}/")
    assert answer.status_code == 200
