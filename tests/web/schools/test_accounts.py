"""Accounts: links to make them and to set passwords anew, closing, ending sessions, one's own data; mail."""

import re
import socket
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from django.test import Client
from django.utils import timezone

from caitien_web.schools.actions import add_person, give_role
from caitien_web.schools.models import Invitation, Role, User
from web.builders import NOW, PASSWORD, SINCE, a_user

pytestmark = pytest.mark.django_db
NEW = {"password": "con trâu đen 8", "again": "con trâu đen 8"}


@pytest.fixture
def teacher(school):
    return add_person(school, "Hoàng Văn Bun", by=None, at=NOW, email="bun@example.vn")


def link_for(client, person) -> str:
    answer = client.post(f"/don-vi/{person.unit.slug}/nhan-su/{person.pk}/lien-ket/")
    assert answer.status_code == 200
    return re.search(r'value="https?://[^/]+(/loi-moi/[^"]+)"', answer.content.decode())[1]


def test_a_link_opens_an_account_once(as_head, teacher):
    link = link_for(as_head, teacher)
    assert link.split("/")[2] not in str(list(Invitation.objects.values()))
    visitor = Client()
    assert "Hoàng Văn Bun" in visitor.get(link).content.decode()
    weak = visitor.post(link, {"username": "bun.hoang", "password": "123", "again": "123"})
    assert weak.status_code == 422
    assert visitor.post(link, {"username": "bun.hoang", **NEW}).headers["Location"] == "/"
    user = User.objects.get(username="bun.hoang")
    assert (user.person, user.email) == (teacher, "bun@example.vn")
    assert visitor.get("/").status_code == 200  # signed in, without a unit yet
    assert Client().get(link).status_code == 404
    assert Client().post(link, {"username": "khac", **NEW}).status_code == 404


def test_links_run_out_are_revoked_and_follow_one_another(as_head, teacher):
    first, second = link_for(as_head, teacher), link_for(as_head, teacher)
    assert Client().get(first).status_code == 404
    as_head.post(f"/don-vi/{teacher.unit.slug}/nhan-su/{teacher.pk}/lien-ket/thu-hoi/")
    assert Client().get(second).status_code == 404
    third = link_for(as_head, teacher)
    Invitation.objects.filter(valid_until__gt=timezone.now()).update(valid_until=timezone.now() - timedelta(seconds=1))
    assert Client().get(third).status_code == 404


def test_the_administrator_sets_a_password_anew_without_mail(as_head, school):
    user = a_user(school, Role.STAFF, "Lường Văn Chựa", "chua")
    elsewhere = Client()
    assert elsewhere.post("/dang-nhap/", {"login": "chua", "password": PASSWORD}).status_code == 302
    link = link_for(as_head, user.person)
    assert "chua" in Client().get(link).content.decode()
    assert Client().post(link, NEW).status_code == 302
    assert User.objects.get(pk=user.pk).check_password(NEW["password"])
    assert elsewhere.get(f"/don-vi/{school.slug}/").headers["Location"].startswith("/dang-nhap/")


def test_nobody_sets_the_password_of_somebody_with_a_role_above(as_head, school):
    user = a_user(school, Role.STAFF, "Đèo Thị Pọm", "pom")
    give_role(user.person, Role.OFFICER, school.parent, since=SINCE, by=None, at=NOW)
    for way in ("lien-ket/", "tai-khoan/khoa/", "tai-khoan/dang-xuat/"):
        assert as_head.post(f"/don-vi/{school.slug}/nhan-su/{user.person_id}/{way}").status_code == 403


def test_an_account_is_closed_and_opened_again(as_head, school, head):
    user = a_user(school, Role.STAFF, "Lường Văn Chựa", "chua")
    elsewhere = Client()
    elsewhere.force_login(user)
    at = f"/don-vi/{school.slug}/nhan-su/{user.person_id}/tai-khoan/"
    as_head.post(f"{at}khoa/")
    assert elsewhere.get(f"/don-vi/{school.slug}/").status_code == 302
    assert Client().post("/dang-nhap/", {"login": "chua", "password": PASSWORD}).url != "/"
    as_head.post(f"{at}mo-khoa/")
    assert Client().post("/dang-nhap/", {"login": "chua", "password": PASSWORD}).url == "/"
    own = as_head.post(f"/don-vi/{school.slug}/nhan-su/{head.person_id}/tai-khoan/khoa/", follow=True)
    assert "Không thể tự khóa" in own.content.decode()


def test_sessions_are_ended(as_head, school):
    user = a_user(school, Role.STAFF, "Lường Văn Chựa", "chua")
    elsewhere = Client()
    elsewhere.post("/dang-nhap/", {"login": "chua", "password": PASSWORD})
    assert elsewhere.get(f"/don-vi/{school.slug}/").status_code == 200
    as_head.post(f"/don-vi/{school.slug}/nhan-su/{user.person_id}/tai-khoan/dang-xuat/")
    assert elsewhere.get(f"/don-vi/{school.slug}/").status_code == 302


def test_ones_own_contact_data(as_head, head, school):
    a_user(school, Role.STAFF, "Lường Văn Chựa", "chua")
    User.objects.filter(username="chua").update(email="co@example.vn")
    taken = as_head.post("/tai-khoan/lien-he/", {"email": "CO@example.vn", "phone": ""}, follow=True)
    assert "đã có tài khoản khác dùng" in taken.content.decode()
    assert as_head.post("/tai-khoan/lien-he/", {"email": "man@example.vn", "phone": "0912345678"}).status_code == 302
    head.refresh_from_db()
    assert (head.email, head.person.phone) == ("man@example.vn", "0912345678")
    User.objects.filter(pk=head.pk).update(email="khac@example.vn")
    assert 'value="khac@example.vn"' in as_head.get("/tai-khoan/lien-he/").content.decode(), "the one to sign in with"


class Mailbox:
    """What a mail server on loopback has taken."""

    def __init__(self) -> None:
        self.mails: list[str] = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  (the name is aiosmtpd's)
        from email import message_from_bytes, policy

        mail = message_from_bytes(envelope.content, policy=policy.default)
        self.mails.append(f"{envelope.rcpt_tos} {mail['Subject']}\n{mail.get_content()}")
        return "250 OK"


@pytest.fixture
def mailbox(settings):
    box = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.MAIL_IS_SENT = True
    yield box
    server.stop()


def test_links_go_by_mail_through_a_mail_server(as_head, teacher, mailbox):
    link = link_for(as_head, teacher)
    (mail,) = mailbox.mails
    assert "bun@example.vn" in mail
    assert link in mail
    assert "Tài khoản của anh/chị tại Trường Tiểu học Suối Ngọc" in mail


def test_a_password_is_set_anew_by_mail(head, mailbox):
    User.objects.filter(pk=head.pk).update(email="man@example.vn")
    visitor = Client()
    assert visitor.post("/dang-nhap/quen-mat-khau/", {"email": "man@example.vn"}).status_code == 302
    (mail,) = mailbox.mails
    address = re.search(r"https?://[^/\s]+(/dang-nhap/mat-khau-moi/\S+)", mail)[1]
    form = visitor.get(address, follow=True)
    set_at = form.redirect_chain[-1][0]
    visitor.post(set_at, {"password1": NEW["password"], "password2": NEW["password"]})
    assert User.objects.get(pk=head.pk).check_password(NEW["password"])


def test_a_mail_server_that_is_away_leaves_the_link_on_the_page(as_head, teacher, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 2
    assert link_for(as_head, teacher)
