"""Evidence through the API: what a key with the scope may read, take and bring; the limit over all processes."""

import hashlib
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from caitien_web.api.access import A_MINUTE
from caitien_web.api.actions import make_key
from caitien_web.api.models import Key, Scope
from caitien_web.evidence.actions import Shows, add_evidence, withdraw_evidence
from caitien_web.history.models import Entry
from caitien_web.schools.models import Role
from web.builders import NOW, a_commune, a_province, a_school, a_user
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n" + b"x" * 200 + b"\n%%EOF\n"


def with_key(user, *scopes) -> Client:
    scopes = scopes or (Scope.READ_EVIDENCE, Scope.WRITE_EVIDENCE)
    _, secret = make_key(user, "Thử", scopes=list(scopes), valid_until=None, by=user, at=NOW)
    return Client(headers={"Authorization": f"Bearer {secret}"})


def a_file(name: str = "bien-ban.pdf", data: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def a_piece(school, title="Biên bản họp", **given):
    return add_evidence(school, a_file(), title=title, links=[Shows(school.edition, "1.3")], by=None, at=NOW, **given)


def at(school, *more) -> str:
    return "/".join([f"/api/v1/units/{school.slug}/evidence", *map(str, more)])


def test_evidence_comes_in_is_listed_and_goes_out(school, head):
    client = with_key(head)
    given = {"title": "Biên bản họp tổ", "criterion": "1.3", "issued_on": "2026-09-05", "number": "05/BB"}
    made = client.post(at(school), given | {"file": a_file()})
    assert made.status_code == 201 and made.json()["criteria"] == ["1.3"] and made.json()["code"]
    key = made.json()["id"]
    listed = client.get(at(school), {"q": "bien ban", "criterion": "1.3"}).json()
    assert [one["id"] for one in listed["results"]] == [key] and listed["count"] == 1
    one = client.get(at(school, key)).json()
    assert one["issued_on"] == "2026-09-05" and one["versions"][0]["sha256"] == hashlib.sha256(PDF).hexdigest()
    answer = client.get(at(school, key, "files", 1))
    assert b"".join(answer.streaming_content) == PDF and "attachment" in answer["Content-Disposition"]
    newer = client.post(at(school, key, "files"), {"file": a_file("moi.pdf", PDF + b"2")})
    assert newer.status_code == 201 and newer.json()["number"] == 2
    assert client.post(at(school, key, "files"), {"file": a_file("moi.pdf", PDF + b"2")}).status_code == 422
    assert Entry.objects.of(school).filter(action__startswith="evidence.").count() == 2


def test_what_cannot_be_kept_is_refused_in_one_sentence(school, head):
    client = with_key(head)
    for given, says in (
        ({"title": "A", "file": a_file("a.html", b"<!doctype html><script>1</script>")}, "trang web"),
        ({"title": "A", "file": a_file("a.pdf", b"")}, "rỗng"),
        ({"title": "A", "criterion": "9.9"}, "criterion"),
        ({"title": "A", "code": "MC 1"}, "không đúng dạng"),
        ({"title": "A", "issued_on": "hôm qua"}, "issued_on"),
        ({}, "title"),
    ):
        answer = client.post(at(school), given)
        assert answer.status_code == 422 and says in answer.json()["message"], (given, answer.content.decode())
    assert client.get(at(school), {"state": "x"}).status_code == 422
    assert client.get(at(school)).json()["count"] == 0


def test_a_key_opens_what_its_scopes_and_its_person_may(school, head):
    piece = a_piece(school)
    plans_only = with_key(head, Scope.READ_PLANS)
    assert plans_only.get(at(school)).status_code == 403
    reading = with_key(head, Scope.READ_EVIDENCE)
    assert reading.get(at(school, piece.pk)).status_code == 200
    assert reading.post(at(school), {"title": "A"}).status_code == 403
    officer = with_key(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    assert officer.get(at(school, piece.pk)).status_code == 200
    assert officer.post(at(school), {"title": "A"}).status_code == 403
    parent = with_key(a_user(school, Role.PARENT, "Vừ Thị Mai"))
    assert parent.get(at(school)).status_code == 403


def test_another_schools_evidence_does_not_exist(school, head):
    elsewhere = a_school(a_commune(a_province("Sở Khe Vắng"), "UBND xã Khe Vắng"), "Trường Tiểu học Khe Vắng")
    theirs, client = a_piece(elsewhere), with_key(head)
    assert client.get(at(elsewhere)).status_code == 404
    for rest in ((theirs.pk,), (theirs.pk, "files", 1)):
        assert client.get(at(school, *rest)).status_code == 404
    assert client.post(at(school, theirs.pk, "files"), {"file": a_file()}).status_code == 404


def test_withdrawn_evidence_is_told_when_asked_for(school, head):
    withdraw_evidence(a_piece(school), reason="Nhầm", by=None, at=NOW)
    client = with_key(head)
    assert client.get(at(school)).json()["count"] == 0
    assert client.get(at(school), {"state": ""}).json()["results"][0]["state"] == "withdrawn"


def test_the_register_costs_the_same_for_any_number(school, head):
    client, made = with_key(head), [0]

    def more(number: int) -> None:
        for _ in range(number):
            made[0] += 1
            a_piece(school, title=f"Biên bản {made[0]}")

    assert_constant_queries(more, lambda: client.get(at(school)))


def test_the_limit_is_in_the_database_and_ends_with_the_minute(school, head):
    """Counted in the key's row, for all processes; tried twice, as a minute may end in between."""
    client, answers = with_key(head), set()
    for _ in range(2):
        Key.objects.update(minute=this_minute(), asked=A_MINUTE)
        answers.add(client.get(at(school)).status_code)
    assert 429 in answers
    Key.objects.update(minute=this_minute() - timedelta(minutes=1), asked=A_MINUTE)
    assert client.get(at(school)).status_code == 200
    assert (Key.objects.get().asked, client.get(at(school)).status_code) == (1, 200)


def this_minute():
    return timezone.now().replace(second=0, microsecond=0)
