"""What one does to the own sign-in is remembered, for oneself and who manages the unit's people, without a secret."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from caitien_web.history.models import Entry
from caitien_web.schools.models import Role
from caitien_web.schools.sessions import SessionStore
from web.builders import PASSWORD, a_user
from web.queries import assert_constant_queries

pytestmark = pytest.mark.django_db
NEW = "Mật khẩu khác hẳn 2027"


@pytest.fixture
def teacher(school):
    return a_user(school, Role.STAFF, "Vì Thị Đôi")


def signed_in(user) -> Client:
    """By the sign-in page itself, so that there is a session to be seen."""
    client = Client()
    client.post("/dang-nhap/", {"login": user.username, "password": PASSWORD})
    return client


def told(school) -> list[str]:
    found = Entry.objects.of(school).filter(action__startswith="schools.own.").order_by("id")
    return [entry.action.removeprefix("schools.own.") for entry in found]


def test_a_new_password_is_remembered_but_not_told(school, teacher):
    client = signed_in(teacher)
    given = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert client.post(reverse("account_change_password"), given).status_code == 302
    assert told(school) == ["password_changed"]
    assert NEW not in str(list(Entry.objects.of(school).values()))
    assert "đổi mật khẩu của mình" in client.get(reverse("account_history")).content.decode()


def test_the_second_factor_its_codes_and_its_end(school, teacher, django_capture_on_commit_callbacks):
    client = signed_in(teacher)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_activate_totp"), {"code": code})
    assert Authenticator.objects.filter(user=teacher, type="totp").exists()
    assert sorted(told(school)) == ["codes_made", "second_factor_added"]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_generate_recovery_codes"))
        client.post(reverse("mfa_deactivate_totp"))
    assert sorted(told(school)[2:]) == ["codes_made", "second_factor_removed"]
    assert secret not in str(list(Entry.objects.of(school).values()))


def test_sessions_that_were_ended(school, teacher):
    first, second, third = (signed_in(teacher) for _ in range(3))
    for client in (first, second, third):
        client.get(reverse("account"))
    other = UserSession.objects.exclude(session_key=first.session.session_key).first()
    first.post(reverse("session_end", args=[other.pk]))
    first.post(reverse("usersessions_list"))
    assert told(school) == ["session_ended", "sessions_ended"]
    assert first.get(reverse("account")).status_code == 200
    assert UserSession.objects.count() == 1


def test_only_oneself_and_who_manages_people_see_it(school, head, teacher):
    given = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    signed_in(teacher).post(reverse("account_change_password"), given)
    for role, sees in ((Role.ADMINISTRATOR, True), (Role.VICE_HEAD, False), (Role.SECRETARY, False)):
        client = signed_in(a_user(school, role, f"Người {role}"))
        for address in (reverse("history", args=[school.slug]), reverse("history_file", args=[school.slug, "csv"])):
            assert ("đổi mật khẩu của mình" in client.get(address).content.decode()) == sees, (role, address)
        assert "đổi mật khẩu của mình" not in client.get(reverse("account_history")).content.decode()


def test_the_list_of_sessions_asks_as_often_for_many_as_for_few_and_leaves_out_what_has_ended(as_head, head):
    def more(count):
        for _ in range(count):
            elsewhere = Client()
            elsewhere.force_login(head)
            elsewhere.get("/tai-khoan/")

    def shown():
        return as_head.get("/tai-khoan/thiet-bi/").context["sessions"]

    assert_constant_queries(more, shown)
    there = shown()
    assert len(there) == 8 and there == sorted(there, key=lambda one: one.created_at)
    gone, stale = there[-2:]
    Session.objects.filter(session_key=gone.session_key).delete()
    store = SessionStore(stale.session_key)
    store[HASH_SESSION_KEY] = "of the password before"
    store.save()
    assert shown() == there[:-2] and UserSession.objects.filter(user=head).count() == 6
