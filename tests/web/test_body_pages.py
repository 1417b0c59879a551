"""Pages of councils, teams and decisions: drafted in rows, nothing typed is lost, issued, renewed, ended."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from caitien_web.history.models import Entry
from caitien_web.monitoring.papers.decisions import assignment_table
from caitien_web.schools.models import Body, BodyKind, Decision, Position, Role
from web.bodies import a_body, a_council, a_decision, issued, some_people
from web.builders import NOW, a_user
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """It is the 20th of September 2026, whenever the tests run."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 9, 20, 2, tzinfo=UTC))


def rows(*members, **given):
    """The form as a browser sends it: (who, position, office, outside) a row."""
    sent = {"name": "Hội đồng tự đánh giá", "tv-TOTAL_FORMS": len(members), "tv-INITIAL_FORMS": 0} | given
    for n, (who, position, duty, outside) in enumerate(members):
        sent |= {f"tv-{n}-who": who, f"tv-{n}-position": position, f"tv-{n}-duty": duty, f"tv-{n}-ORDER": n + 1}
        sent |= {f"tv-{n}-outside": "on"} if outside else {}
    return sent


def council_of(people):
    places = ["chair", "secretary", *["member"] * 10]
    return [(one.full_name, place, "", False) for one, place in zip(people, places, strict=False)]


def add_url(decision, kind="council"):
    return reverse("body_add", args=[decision.unit.slug, decision.pk, kind])


def test_a_council_is_drafted_in_rows_and_issued(as_head, school):
    people = some_people(school, 5)
    answer = as_head.post(
        reverse("decision_new", args=[school.slug]), {"subject": "thành lập Hội đồng tự đánh giá năm học 2026 - 2027"}
    )
    decision = Decision.objects.of(school).get()
    assert answer.url == reverse("decision", args=[school.slug, decision.pk])
    assert decision.subject.startswith("Thành lập")
    typed = council_of(people)
    typed[1] = ("quang van la", "secretary", "Thư ký", False)  # without marks
    assert as_head.post(add_url(decision), rows(*typed)).status_code == 302
    council = Body.objects.of(school).get()
    members = list(council.members.select_related("person"))
    assert [one.person for one in members] == people
    assert members[0].duty == "Hiệu trưởng"  # from the list of staff
    assert members[1].duty == "Thư ký"
    answer = as_head.post(
        reverse("decision_issue", args=[school.slug, decision.pk]),
        {
            "number": "21/QĐ-THSN",
            "signed_on": "14/9/2026",
            "signatory_title": "Hiệu trưởng",
            "signatory_name": "Hà Thị Mận",
            "since": "",
            "file": a_scan(),
        },
    )
    assert answer.status_code == 302
    decision.refresh_from_db()
    assert decision.number == "21/QĐ-THSN"
    download = as_head.get(reverse("decision_file", args=[school.slug, decision.pk]))
    assert download["Content-Disposition"].startswith("attachment")
    page = as_head.get(reverse("bodies", args=[school.slug])).content.decode()
    assert "Quyết định 21/QĐ-THSN" in page
    assert "Chưa có Tổ giám sát độc lập" in page


def a_scan():
    data = BytesIO()
    Image.new("RGB", (40, 40), "white").save(data, "PNG")
    return SimpleUploadedFile("quyet dinh.png", data.getvalue())


def test_an_authority_reads_the_members_and_is_led_to_nothing_that_is_closed(as_head, school):
    council = a_council(school)
    issued(council.decision)
    chair = council.members.first().person
    officer = Client()
    officer.force_login(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    at, theirs = reverse("bodies", args=[school.slug]), reverse("person", args=[school.slug, chair.pk])
    page = officer.get(at).content.decode()
    assert chair.full_name in page and theirs not in page
    assert theirs in as_head.get(at).content.decode()


def test_nothing_typed_is_lost_when_a_row_is_wrong(as_head, school):
    people = some_people(school, 2)
    decision = a_decision(school)
    typed = [*council_of(people), ("Người Lạ", "member", "Trưởng bản", False), ("", "member", "Bảo vệ", False)]
    answer = as_head.post(add_url(decision), rows(*typed, name="Hội đồng 2026"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Không có “Người Lạ” trong danh sách nhân sự" in page
    assert "Chưa ghi họ và tên" in page
    for kept in ("Hội đồng 2026", "Người Lạ", "Trưởng bản", "Bảo vệ", people[0].full_name):
        assert kept in page
    assert not Body.objects.of(school).exists()


def test_somebody_from_outside_is_a_member_when_one_says_so(as_head, school):
    decision = a_decision(school)
    typed = [("Lường Văn Pánh", "leader", "Trưởng ban đại diện cha mẹ", True)]
    assert as_head.post(add_url(decision, "monitoring"), rows(*typed, name="Tổ giám sát")).status_code == 302
    member = Body.objects.of(school).get().members.get()
    assert (member.person, member.outside_name) == (None, "Lường Văn Pánh")


def test_two_of_one_name_are_told_apart(as_head, school):
    from caitien_web.schools.actions import add_person

    for duty in ("Giáo viên Toán", "Kế toán"):
        add_person(school, "Lò Thị Hoa", duty=duty, by=None, at=NOW)
    decision = a_decision(school)
    answer = as_head.post(add_url(decision, "monitoring"), rows(("Lò Thị Hoa", "leader", "", False), name="Tổ"))
    assert "Có 2 người tên Lò Thị Hoa" in answer.content.decode()
    typed = rows(("Lò Thị Hoa – Kế toán", "leader", "", False), name="Tổ")
    assert as_head.post(add_url(decision, "monitoring"), typed).status_code == 302
    assert Body.objects.of(school).get().members.get().person.duty == "Kế toán"


def test_a_row_is_added_without_scripts_and_the_rest_stays(as_head, school):
    decision = a_decision(school)
    typed = [("Người Lạ", "member", "Trưởng bản", False)]
    answer = as_head.post(add_url(decision), rows(*typed, name="Hội đồng 2026", **{"them-dong": "1"}))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'name="tv-TOTAL_FORMS" value="2"' in page
    assert "Trưởng bản" in page and "Hội đồng 2026" in page
    assert "Không có “Người Lạ”" not in page


def test_rows_are_reordered_and_struck_out(as_head, school):
    people = some_people(school, 3)
    decision = a_decision(school)
    sent = rows(*council_of(people)) | {"tv-0-ORDER": 3, "tv-2-ORDER": 1, "tv-1-DELETE": "on"}
    as_head.post(add_url(decision), sent)
    assert [one.person for one in Body.objects.of(school).get().members.all()] == [people[2], people[0]]


def test_nobody_stands_in_two_rows(as_head, school):
    one = some_people(school, 1)[0]
    typed = [(one.full_name, "chair", "", False), (one.full_name, "member", "", False)]
    answer = as_head.post(add_url(a_decision(school)), rows(*typed))
    assert answer.status_code == 422
    assert "đã có ở một dòng khác" in answer.content.decode()


def test_faults_are_told_while_one_types(as_head, school):
    answer = as_head.post(
        reverse("body_check", args=[school.slug, "council"]), rows(*council_of(some_people(school, 4)))
    )
    page = answer.content.decode()
    assert "cần ít nhất 5 người" in page
    assert "số lẻ" in page
    assert "cần đối chiếu" in page


def test_a_refused_issue_keeps_what_was_typed(as_head, school):
    decision = a_council(school, 4).decision
    sent = {"number": "21/QĐ-THSN", "signed_on": "14/9/2026", "signatory_title": "Hiệu trưởng"}
    sent |= {"signatory_name": "Hà Thị Mận", "since": ""}
    answer = as_head.post(reverse("decision_issue", args=[school.slug, decision.pk]), sent)
    assert answer.status_code == 422
    assert "số lẻ" in answer.content.decode()
    assert "21/QĐ-THSN" in answer.content.decode()


def test_the_same_number_is_not_given_twice_in_a_year(as_head, school):
    issued(a_council(school).decision)
    other = a_body(a_decision(school), BodyKind.MONITORING, "Tổ giám sát", some_people(school, 1)).decision
    sent = {"number": "21/QĐ-THSN", "signed_on": "20/9/2026", "signatory_title": "Hiệu trưởng"}
    answer = as_head.post(
        reverse("decision_issue", args=[school.slug, other.pk]), sent | {"signatory_name": "Hà Thị Mận"}
    )
    assert "đã dùng trong năm 2026" in answer.content.decode()


def test_a_program_is_no_signed_decision(as_head, school):
    decision = issued(a_council(school).decision)
    file = SimpleUploadedFile("quyet-dinh.pdf", b"MZ" + b"\0" * 300)
    answer = as_head.post(reverse("decision_attach", args=[school.slug, decision.pk]), {"file": file}, follow=True)
    assert "phải là tệp PDF hoặc ảnh" in answer.content.decode()
    assert as_head.get(reverse("decision_file", args=[school.slug, decision.pk])).status_code == 404


def a_whole_council(school):
    """A council with its secretariat and a working group, founded."""
    people = some_people(school, 7)
    decision = a_decision(school)
    council = a_body(decision, BodyKind.COUNCIL, "Hội đồng tự đánh giá", people[:5])
    a_body(decision, BodyKind.SECRETARIAT, "Nhóm thư ký", people[1:3], above=council)
    a_body(decision, BodyKind.WORKING_GROUP, "Nhóm công tác 1", people[3:6], above=council, standards="1, 2")
    issued(decision, on=date(2026, 8, 20))
    return council, people


def test_a_council_is_renewed_with_its_groups_and_members(as_head, school):
    council, people = a_whole_council(school)
    sent = {"subject": "Kiện toàn Hội đồng tự đánh giá", "renewed": [str(council.pk)]}
    as_head.post(reverse("decision_new", args=[school.slug]), sent)
    renewal = Decision.objects.of(school).get(subject__startswith="Kiện toàn")
    made = {body.kind: body for body in renewal.bodies.all()}
    assert set(made) == {"council", "secretariat", "working_group"}
    assert made["working_group"].above == made["council"]
    assert made["working_group"].standards == "1, 2"
    assert [one.person for one in made["council"].members.all()] == people[:5]
    issued(renewal, "35/QĐ-THSN", date(2026, 9, 14))
    old = Body.objects.of(school).filter(until=date(2026, 9, 14))
    assert old.count() == 3
    page = as_head.get(reverse("body", args=[school.slug, made["council"].pk])).content.decode()
    assert "Qua các lần kiện toàn" in page


def test_members_are_copied_from_the_body_that_is_replaced(as_head, school):
    council, people = a_whole_council(school)
    decision = a_decision(school, "Thành lập Hội đồng năm học mới")
    typed = rows(("Người Lạ", "member", "", True), replaces=str(council.pk), chep="1")
    page = as_head.post(add_url(decision), typed).content.decode()
    assert "Người Lạ" in page
    for person in people[:5]:
        assert f'value="{person.full_name}"' in page
    assert 'name="tv-TOTAL_FORMS" value="6"' in page


def test_a_body_that_was_replaced_is_not_replaced_again(as_head, school):
    council, people = a_whole_council(school)
    first, second = (
        a_body(a_decision(school), BodyKind.COUNCIL, "Hội đồng", people[:5], replaces=council).decision for _ in "12"
    )
    issued(first, "35/QĐ-THSN", date(2026, 9, 14))
    sent = {"number": "36/QĐ-THSN", "signed_on": "15/9/2026", "signatory_title": "HT", "signatory_name": "Hà Thị Mận"}
    answer = as_head.post(reverse("decision_issue", args=[school.slug, second.pk]), sent)
    assert "không còn hoạt động" in answer.content.decode()


def test_a_team_of_those_who_act_is_not_independent(as_head, school):
    _, people = a_whole_council(school)
    decision = a_decision(school, "Thành lập Tổ giám sát")
    a_body(decision, BodyKind.MONITORING, "Tổ giám sát", [people[5], people[6]])
    issued(decision, "22/QĐ-THSN", date(2026, 8, 21))
    page = as_head.get(reverse("bodies", args=[school.slug])).content.decode()
    assert f"Tổ giám sát chưa độc lập với người thực hiện: {people[5].full_name} (Nhóm công tác 1)." in page


def test_a_body_ends_and_lies_behind_more(as_head, school):
    council, _ = a_whole_council(school)
    sent = {"on": "31/8/2026"}
    assert as_head.post(reverse("body_end", args=[school.slug, council.pk]), sent).status_code == 302
    page = as_head.get(reverse("bodies", args=[school.slug])).content.decode()
    assert "Đã kết thúc (3)" in page


def test_drafts_are_edited_and_thrown_away_with_a_trace(as_head, school):
    council = a_council(school)
    url = reverse("body_edit", args=[school.slug, council.pk])
    assert as_head.get(url).status_code == 200
    members = [(one.name, one.position, one.duty, False) for one in council.members.select_related("person")]
    as_head.post(url, rows(*members[:3], name="Hội đồng khác"))
    council.refresh_from_db()
    assert (council.name, council.members.count()) == ("Hội đồng khác", 3)
    as_head.post(reverse("body_remove", args=[school.slug, council.pk]))
    as_head.post(reverse("decision_delete", args=[school.slug, council.decision_id]))
    assert not Decision.objects.of(school).exists()
    told = list(Entry.objects.of(school).filter(action__startswith="schools.").values_list("action", flat=True))
    assert {"schools.body.changed", "schools.body.removed", "schools.decision.deleted"} <= set(told)


def test_an_issued_body_is_not_edited(as_head, school):
    council = a_council(school)
    issued(council.decision)
    answer = as_head.get(reverse("body_edit", args=[school.slug, council.pk]), follow=True)
    assert "quyết định kiện toàn" in answer.content.decode()


@pytest.mark.parametrize("kind", BodyKind.values)
def test_each_kind_has_its_form(as_head, school, kind):
    assert as_head.get(add_url(a_decision(school), kind)).status_code == 200


def test_pages_ask_as_often_for_many_bodies_as_for_few(as_head, school):
    made = []

    def more(count):
        for _ in range(count):
            number = len(made)
            decision = a_decision(school, f"Thành lập {number}")
            a_body(decision, BodyKind.SUBJECT_GROUP, f"Tổ {number}", some_people(school, 3))
            made.append(issued(decision, f"{number}/QĐ", date(2026, 8, 1)))

    assert_constant_queries(more, lambda: as_head.get(reverse("bodies", args=[school.slug])))


def test_the_decision_asks_as_often_for_many_bodies_as_for_few(as_head, school):
    decision = a_decision(school)

    def more(count):
        for _ in range(count):
            a_body(decision, BodyKind.WORKING_GROUP, f"Nhóm {Body.objects.of(school).count()}", some_people(school, 2))

    url = reverse("decision", args=[school.slug, decision.pk])
    assert_constant_queries(more, lambda: as_head.get(url))


def test_the_form_asks_as_often_for_many_members_as_for_few(as_head, school):
    body = a_body(a_decision(school), BodyKind.PARENTS, "Ban đại diện", [])

    def more(count):
        from caitien_web.schools.models import Membership

        start = body.members.count()
        Membership.everywhere.bulk_create(
            Membership(body=body, person=person, position=Position.MEMBER, place=start + n)
            for n, person in enumerate(some_people(school, count))
        )

    assert_constant_queries(more, lambda: as_head.get(reverse("body_edit", args=[school.slug, body.pk])))


def test_the_paper_of_a_renewal_names_what_it_renews_and_ends(as_head, school):
    council, people = a_whole_council(school)
    renewal = a_decision(school, "Kiện toàn Hội đồng tự đánh giá")
    a_body(renewal, BodyKind.COUNCIL, "Hội đồng tự đánh giá", people[:5], replaces=council)
    url = reverse("paper-new", args=[school.slug, "decision"])
    page = as_head.get(f"{url}?ve={renewal.pk}").content.decode()
    assert f'<option value="{renewal.pk}" selected' in page
    answer = as_head.post(url, {"subject": renewal.pk, "on": "14/9/2026"})
    text = as_head.get(f"{answer.url}xem/").content.decode()
    assert "Kiện toàn Hội đồng tự đánh giá (thành lập theo Quyết định số 21/QĐ-THSN ngày 20 tháng 8 năm 2026)" in text
    assert "tại Quyết định số 21/QĐ-THSN ngày 20 tháng 8 năm 2026 hết hiệu lực" in text
    assert "Thành lập" not in text
    assert "Ủy viên" in text


def test_the_paper_assigns_criteria_to_groups_and_people(school):
    people = some_people(school, 3)
    decision = a_decision(school)
    group = a_body(decision, BodyKind.WORKING_GROUP, "Nhóm công tác 1", people, standards="1")
    group.members.filter(person=people[2]).update(task="Viết tiêu chí 1.2")
    (table,) = assignment_table(school, [(group, list(group.members.select_related("person")))])
    answers = {row[0]: row[3] for row in table.rows if isinstance(row, tuple)}
    assert answers["1.1"] == people[0].full_name
    assert answers["1.2"] == people[2].full_name
    assert assignment_table(school, []) == ()
