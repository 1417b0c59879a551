"""Making a plan known: who was there, who has read it, who is still missing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from caitien.layouts.paper import Signature
from caitien_web.monitoring.models import Briefing
from caitien_web.monitoring.papers.reports import year_report
from caitien_web.monitoring.queries.account import account_of
from caitien_web.monitoring.queries.briefings import made_known
from caitien_web.schools.actions import add_person
from caitien_web.schools.models import Role
from web.builders import NOW, a_plan, a_user
from web.monitoring.builders import a_running_plan
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db
FIELDS = {"kind": "meeting", "held_on": "14/9/2026", "subject": "Hội nghị cán bộ, viên chức"}


@pytest.fixture
def plan(school, head):
    return a_running_plan(school, head)


def at(plan, rest=""):
    return f"/don-vi/{plan.unit.slug}/ke-hoach/{plan.slug}/pho-bien/{rest}"


def test_who_was_there_knows_the_plan_and_the_others_are_named(plan, school, as_head, head):
    teacher = add_person(school, "Vì Thị Đôi", by=None, at=NOW)
    answer = as_head.post(at(plan, "moi/"), FIELDS | {"people": [str(head.person.pk)], "others": "12"})
    assert answer.status_code == 302
    page = as_head.get(at(plan)).content.decode()
    assert "1/2 người của trường đã nắm được kế hoạch; 12 lượt người ngoài trường" in page
    assert "Hội nghị cán bộ, viên chức" in page
    assert made_known(plan, on=NOW.date()).missing == [teacher]


def test_everybody_is_one_tick(plan, school, as_head):
    for name in ("Vì Thị Đôi", "Cà Thị Mến", "Lò Văn Tướng"):
        add_person(school, name, by=None, at=NOW)
    as_head.post(at(plan, "moi/"), FIELDS | {"everyone": "on"})
    assert made_known(plan, on=NOW.date()).share == 100


def test_a_teacher_reads_says_so_once_and_the_first_page_asks_no_more(school, head, client):
    plan = a_running_plan(school, head, from_year=timezone.localdate().year)
    teacher = a_user(school, Role.STAFF, "Vì Thị Đôi")
    client.force_login(teacher)
    first = f"/don-vi/{school.slug}/"
    assert "Anh/chị chưa xác nhận đã đọc." in client.get(first).content.decode()
    for _ in range(2):
        assert client.post(at(plan, "da-doc/")).status_code == 302
    assert made_known(plan, on=NOW.date()).known == 1
    assert "Anh/chị chưa xác nhận đã đọc." not in client.get(first).content.decode()
    assert "Tôi đã đọc kế hoạch" not in client.get(at(plan)).content.decode()
    assert "Chưa nắm được kế hoạch" not in client.get(at(plan)).content.decode(), "names are for those who inform"


def test_who_makes_it_known_is_not_asked_to_read_it(school, head, as_head):
    a_running_plan(school, head, from_year=timezone.localdate().year)
    assert "chưa xác nhận đã đọc" not in as_head.get(f"/don-vi/{school.slug}/").content.decode()


def test_what_was_withdrawn_counts_no_more_and_stays_on_the_list(plan, as_head):
    as_head.post(at(plan, "moi/"), FIELDS | {"everyone": "on"})
    held = Briefing.objects.of(plan.unit).get()
    address = f"/don-vi/{plan.unit.slug}/pho-bien/{held.pk}/rut/"
    assert as_head.post(address, {"because": ""}).status_code == 422
    assert as_head.post(address, {"because": "Ghi nhầm ngày"}).status_code == 302
    assert made_known(plan, on=NOW.date()).known == 0
    assert "Ghi nhầm ngày" in as_head.get(at(plan)).content.decode()
    history = as_head.get(f"/don-vi/{plan.unit.slug}/nhat-ky/").content.decode()
    assert "rút việc phổ biến kế hoạch năm học 2026 - 2027 ngày 14/9/2026" in history


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "đánh dấu người đã dự"),
        ({"everyone": "on", "held_on": (timezone.localdate() + timedelta(days=3)).isoformat()}, "chưa đến"),
        ({"everyone": "on", "subject": " "}, "Nội dung"),
        ({"everyone": "on", "others": "-4"}, "Số người ngoài trường"),
    ],
    ids=["nobody", "tomorrow", "nothing", "fewer than none"],
)
def test_what_cannot_be_comes_back_with_what_was_typed(plan, as_head, given, says):
    answer = as_head.post(at(plan, "moi/"), FIELDS | {"place": "Hội trường lớn"} | given)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "Hội trường lớn" in answer.content.decode()
    assert not Briefing.objects.of(plan.unit).exists()


def test_a_draft_is_not_made_known(school, as_head):
    draft = a_plan(school)
    assert "kế hoạch chưa ban hành" in as_head.post(at(draft, "moi/"), FIELDS | {"everyone": "on"}).content.decode()
    page = as_head.get(f"/don-vi/{school.slug}/ke-hoach/{draft.slug}/").content.decode()
    assert ">Phổ biến</a>" not in page


def test_the_page_costs_the_same_for_any_number_of_people_and_occasions(plan, school, as_head):
    def more(count):
        for n in range(count):
            add_person(school, f"Người {n}", by=None, at=NOW)
            as_head.post(at(plan, "moi/"), FIELDS | {"everyone": "on"})

    assert_constant_queries(more, lambda: as_head.get(at(plan)))


def test_the_years_report_says_how_far_the_plan_was_made_known(plan, as_head):
    account = account_of(plan, on=NOW.date())
    assert "phổ biến" not in str(year_report(account, None, signature=Signature("Hiệu trưởng")))
    as_head.post(at(plan, "moi/"), FIELDS | {"everyone": "on", "others": "30"})
    told = str(year_report(account, None, signature=Signature("Hiệu trưởng")))
    assert "phổ biến 1 lần đến 1/1 cán bộ, giáo viên, nhân viên (100 %), 30 lượt người ngoài trường." in told
