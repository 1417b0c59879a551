"""The signed file of a paper: attached to what is issued, judged by its content, replaced and never lost."""

import hashlib

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from caitien.layouts.paper import Signature
from caitien_web.history.models import Entry
from caitien_web.history.sentences import sentence
from caitien_web.monitoring.actions.papers import issue_paper, make_paper, send_paper, withdraw_paper
from caitien_web.monitoring.models import Paper, PaperFile
from caitien_web.monitoring.papers.reports import authority_report
from caitien_web.monitoring.queries.account import account_of
from caitien_web.schools.models import Role
from web.builders import NOW, a_user
from web.files import a_bomb, a_file, zipped
from web.monitoring.builders import a_running_plan
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db
SCAN = b"\xff\xd8\xff\xe0 da ky, dong dau"
SIGNED = b"%PDF-1.7 ky so"


@pytest.fixture
def draft(school, head):
    plan = a_running_plan(school, head)
    content = authority_report(account_of(plan, on=NOW.date()), signature=Signature("Hiệu trưởng"))
    return make_paper(school, "to_authority", content, plan=plan, by=head, at=NOW)


@pytest.fixture
def paper(draft, head):
    return issue_paper(draft, number="07/BC-THSN", signed_on=NOW.date(), signatory="", by=head, at=NOW)


def attached(client, paper, data, name="bao-cao.pdf"):
    """What the page says after a file was sent."""
    url = reverse("paper-attach", args=[paper.unit.slug, paper.pk])
    back = reverse("paper", args=[paper.unit.slug, paper.pk])
    return client.post(url, {"file": a_file(name, data)}, follow=True, HTTP_REFERER=back).content.decode()


def test_a_scan_is_kept_shown_and_handed_out(as_head, paper):
    page = attached(as_head, paper, SCAN, "bản quét.jpg")
    kept = paper.files.get()
    assert (kept.content_type, kept.sha256) == ("image/jpeg", hashlib.sha256(SCAN).hexdigest())
    assert "Đã đính kèm bản đã ký “bản quét.jpg” (bản 1)." in page and kept.sha256[:16] in page
    answer = as_head.get(reverse("paper-signed", args=[paper.unit.slug, paper.pk, kept.pk]))
    assert b"".join(answer.streaming_content) == SCAN
    assert answer["Content-Disposition"].startswith("attachment")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")
    told = Entry.objects.of(paper.unit).filter(action="monitoring.paper.attached").get()
    assert "đính kèm bản đã ký bản quét.jpg (bản 1) của báo cáo gửi cơ quan quản lý" in sentence(told)


def test_another_file_takes_its_place_and_the_first_stays(as_head, paper):
    attached(as_head, paper, SCAN, "quet.jpg")
    page = attached(as_head, paper, SIGNED)
    assert [(one.number, one.name) for one in paper.files.all()] == [(2, "bao-cao.pdf"), (1, "quet.jpg")]
    assert "Hiện hành" in page and "Đã thay" in page and "quet.jpg" in page
    assert "chính là bản đã ký đang lưu" in attached(as_head, paper, SIGNED, "lai.pdf")
    assert paper.files.count() == 2


def test_the_database_keeps_what_was_attached(as_head, paper):
    attached(as_head, paper, SIGNED)
    for statement in ("UPDATE monitoring_paperfile SET name = 'x'", "DELETE FROM monitoring_paperfile"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


HOSTILE = {
    "a program": b"MZ\x90\x00" + b"\x00" * 200,
    "a script": b"#!/bin/sh\necho",
    "a page": b"<!DOCTYPE html><script>alert(1)</script>",
    "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    "Word": None,
    "an archive": zipped(a_txt=b"x"),
    "a bomb": a_bomb,
    "text": b"chi la chu",
    "nothing known": b"\x00\x01\x02" * 50,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_scan_is_refused_whatever_it_is_called(as_head, paper, data):
    page = attached(as_head, paper, data() if callable(data) else data, "../../quyet-dinh.pdf")
    assert "không phải PDF hay ảnh" in page and "../" not in page.partition("không phải PDF")[0][-80:]
    assert not paper.files.exists()


def test_an_empty_a_missing_and_a_heavy_file_are_refused(as_head, paper, monkeypatch):
    assert "Chưa đính kèm được" in attached(as_head, paper, b"")
    url = reverse("paper-attach", args=[paper.unit.slug, paper.pk])
    assert "Chưa đính kèm được" in as_head.post(url, {"file": "chữ"}, follow=True).content.decode()
    assert "quá" in attached(as_head, paper, b"%PDF-" + b"0" * 20_000_001)
    assert not paper.files.exists()


def test_only_what_is_issued_has_a_signed_file(as_head, draft, head):
    assert "chưa ban hành" in attached(as_head, draft, SIGNED)
    issued = issue_paper(draft, number="07/BC-THSN", signed_on=NOW.date(), signatory="", by=head, at=NOW)
    attached(as_head, issued, SIGNED)
    withdraw_paper(issued, reason="Sai số liệu.", by=head, at=NOW)
    assert "đã thu hồi" in attached(as_head, issued, SCAN)
    assert "bao-cao.pdf" in as_head.get(reverse("paper", args=[issued.unit.slug, issued.pk])).content.decode()


def test_it_may_come_with_the_issue_and_a_wrong_one_stops_that(as_head, draft):
    url = reverse("paper-issue", args=[draft.unit.slug, draft.pk])
    given = {"number": "07/BC-THSN", "signed_on": "14/9/2026", "signatory": "Hà Thị Mận"}
    page = reverse("paper", args=[draft.unit.slug, draft.pk])
    answer = as_head.post(url, given | {"file": a_file("a.pdf", b"MZ" * 99)}, follow=True, HTTP_REFERER=page)
    assert "không phải PDF hay ảnh" in answer.content.decode()
    assert Paper.objects.of(draft.unit).get().state == "draft"
    as_head.post(url, given | {"file": a_file("a.pdf", SIGNED)})
    assert Paper.objects.of(draft.unit).get().state == "issued" and draft.files.get().name == "a.pdf"


def test_who_may_not_issue_may_read_it(as_head, paper, school):
    attached(as_head, paper, SIGNED)
    secretary = Client()
    secretary.force_login(a_user(school, Role.SECRETARY, "Cầm Thị Hiên"))
    kept = paper.files.get()
    assert secretary.get(reverse("paper-signed", args=[school.slug, paper.pk, kept.pk])).status_code == 200
    assert "Thay bản đã ký" not in secretary.get(reverse("paper", args=[school.slug, paper.pk])).content.decode()
    assert secretary.post(reverse("paper-attach", args=[school.slug, paper.pk]), {}).status_code == 403


def test_the_authority_that_received_the_paper_gets_the_newest_file(as_head, paper, school, head):
    sent = send_paper(paper, school.parent, by=head, at=NOW)
    officer = Client()
    officer.force_login(a_user(school.parent, Role.OFFICER, "Lò Văn Tếu"))
    inbox, file = (reverse(name, args=args) for name, args in inbox_of(school.parent, sent))
    assert officer.get(file).status_code == 404
    attached(as_head, paper, SCAN, "quet.jpg")
    attached(as_head, paper, SIGNED)
    assert file in officer.get(inbox).content.decode()
    assert b"".join(officer.get(file).streaming_content) == SIGNED


def inbox_of(commune, sent):
    return ("received", [commune.slug]), ("received-signed", [commune.slug, sent.pk])


def test_the_page_asks_as_often_for_many_files_as_for_few(as_head, paper):
    def more(count):
        start = paper.files.count()
        PaperFile.everywhere.bulk_create(
            PaperFile(paper=paper, number=start + n, name=f"{n}.pdf", size=1, sha256=f"{start + n:064d}", at=NOW)
            for n in range(1, count + 1)
        )

    url = reverse("paper", args=[paper.unit.slug, paper.pk])
    assert_constant_queries(more, lambda: as_head.get(url), at_most=10)
