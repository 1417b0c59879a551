"""Signing in: by name or by mail, the lock after failures, forgotten passwords, other places where one is signed in."""

import re
import time
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from caitien_web.schools.models import Role
from web.builders import PASSWORD, a_user
from web.queries import queries_of

LOGIN = "/dang-nhap/"


@pytest.fixture(autouse=True)
def _nothing_counted(db):
    cache.clear()


@pytest.fixture
def with_mail(head):
    head.email = "head@truong.example"
    head.save()
    return head


def sign_in(client: Client, login: str, password: str = PASSWORD):
    return client.post(LOGIN, {"login": login, "password": password})


def test_by_user_name_or_by_mail_address(with_mail):
    for login in (with_mail.username, with_mail.username.upper(), with_mail.email):
        client = Client()
        assert sign_in(client, login).status_code == 302
        assert client.get("/tai-khoan/").status_code == 200


def test_what_was_typed_stays_and_the_fault_is_told_in_vietnamese(head):
    answer = sign_in(Client(), head.username, "sai").content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in answer
    assert f'value="{head.username}"' in answer


def test_after_five_failures_the_right_password_does_not_help_either(head):
    client = Client()
    for _ in range(5):
        sign_in(client, head.username, "sai")
    answer = sign_in(client, head.username)
    assert answer.status_code == 200
    assert "Đã thử sai quá nhiều lần. Đợi 5 phút" in answer.content.decode()


def test_failures_are_counted_over_all_processes(settings):
    """In the database, not in the memory of one process."""
    assert "DatabaseCache" in settings.CACHES["default"]["BACKEND"]


def test_the_lock_of_one_does_not_lock_others(head, school):
    for _ in range(6):
        sign_in(Client(), "nguoi-khac", "sai")
    assert sign_in(Client(), head.username).status_code == 302


def test_an_account_that_is_locked_says_so(head):
    head.is_active = False
    head.save()
    answer = Client().post(LOGIN, {"login": head.username, "password": PASSWORD}, follow=True)
    assert "khóa" in answer.content.decode() or "chưa đúng" in answer.content.decode()


def test_a_forgotten_password_by_mail(with_mail):
    client = Client()
    client.post("/dang-nhap/quen-mat-khau/", {"email": with_mail.email})
    (letter,) = mail.outbox
    assert letter.subject == "Đặt lại mật khẩu"
    assert not re.search(r"\b(the|you|your|please|hello)\b", letter.body, re.IGNORECASE)
    link = re.search(r"https?://[^/]+(/\S+)", letter.body)[1]
    page = client.get(link, follow=True)
    at = page.redirect_chain[-1][0]
    assert "Đặt mật khẩu mới" in page.content.decode()
    new = "Mưa rào tháng sáu"
    assert client.post(at, {"password1": new, "password2": new}).status_code == 302
    assert sign_in(Client(), with_mail.username, new).status_code == 302


def test_nobody_learns_whether_an_address_has_an_account(db):
    answer = Client().post("/dang-nhap/quen-mat-khau/", {"email": "ai-do@truong.example"}, follow=True)
    assert "Đã gửi đường dẫn" in answer.content.decode()
    assert mail.outbox == []


def test_without_mail_the_page_names_who_helps(db, settings):
    settings.MAIL_IS_SENT = False
    for address in (LOGIN, "/dang-nhap/quen-mat-khau/"):
        assert "quản trị của trường đặt lại" in Client().get(address).content.decode().replace("\n", " ")


def test_a_mail_server_that_is_down_is_told(with_mail, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    answer = Client().post("/dang-nhap/quen-mat-khau/", {"email": with_mail.email}, follow=True)
    assert "Chưa gửi được thư" in answer.content.decode()


def test_another_place_is_ended_and_must_sign_in_again(head):
    here, there = Client(), Client()
    for client in (here, there):
        sign_in(client, head.username)
        client.get("/tai-khoan/")
    other = UserSession.objects.get(session_key=there.session.session_key)
    here.post(reverse("session_end", args=[other.pk]))
    assert there.get("/tai-khoan/").status_code == 302
    assert here.get("/tai-khoan/").status_code == 200


def test_a_session_is_over_when_its_time_has_come(as_head):
    assert as_head.get("/tai-khoan/").status_code == 200
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert as_head.get("/tai-khoan/").status_code == 302
    Session.objects.update(expire_date=timezone.now() + timedelta(days=1))
    assert as_head.get("/tai-khoan/").status_code == 302  # the browser was told to forget it


def test_nobody_ends_the_session_of_another(head, school):
    other = Client()
    sign_in(other, a_user(school, Role.STAFF, "Vi Văn Sơn", "son").username)
    other.get("/tai-khoan/")
    client = Client()
    sign_in(client, head.username)
    assert (
        client.post(reverse("session_end", args=[UserSession.objects.get(user__username="son").pk])).status_code == 404
    )


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_set_password", "mfa_add_webauthn"])
def test_what_the_site_does_not_offer_has_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_signing_out_asks_first(head):
    client = Client()
    sign_in(client, head.username)
    assert "Đăng xuất?" in client.get("/dang-xuat/").content.decode()
    assert client.get("/tai-khoan/").status_code == 200
    client.post("/dang-xuat/")
    assert client.get("/tai-khoan/").status_code == 302


@pytest.mark.parametrize(("steps_ahead", "home"), [(1, True), (9, False)])
def test_the_clock_of_a_phone_may_be_half_a_minute_off(head, steps_ahead, home):
    secret = generate_totp_secret()
    TOTP.activate(head, secret)
    client = Client()
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps_ahead))
    assert sign_in(client, head.username).status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert (client.get("/tai-khoan/").status_code == 200) is home


@pytest.mark.parametrize("name", ["account_reauthenticate", "mfa_activate_totp", "mfa_generate_recovery_codes"])
def test_pages_of_ones_own_account_ask_little(as_head, name):
    as_head.get(reverse(name))
    assert len(queries_of(lambda: as_head.get(reverse(name)))) <= 10
