"""Accounts: links handed out and followed, accounts closed and opened, sessions ended."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from caitien_web.schools import actions
from caitien_web.schools.access import enter, get_account_for, get_person_for, must_manage_everywhere
from caitien_web.schools.forms.account import NewAccountForm, NewPasswordForm
from caitien_web.schools.mails import mail_link
from caitien_web.schools.queries.people import invitation_by, invitation_of


@require_POST
@never_cache
def link_make(request: HttpRequest, unit: str, person: Any) -> HttpResponse:
    """A new link, shown this once, and mailed where the person has an address."""
    one = get_person_for(enter(request, unit, "people.manage"), person)
    must_manage_everywhere(request.user, one)
    secret = actions.invite_person(one, by=request.user, at=timezone.now())
    link = settings.ADDRESS.geturl() + reverse("invitation", args=[secret])
    return render(request, "schools/link.html", {"person": one, "link": link, "mailed": mail_link(one, link)})


@require_POST
def link_revoke(request: HttpRequest, unit: str, person: Any) -> HttpResponse:
    """The link that is out leads nowhere any more."""
    one = get_person_for(enter(request, unit, "people.manage"), person)
    if invitation := invitation_of(one, at=timezone.now()):
        actions.revoke_invitation(invitation, by=request.user, at=timezone.now())
    messages.success(request, "Đã thu hồi liên kết.")
    return redirect("person", unit, one.pk)


@require_POST
def account_disable(request: HttpRequest, unit: str, person: Any) -> HttpResponse:
    account = get_account_for(request.user, enter(request, unit, "people.manage"), person)
    actions.disable_account(account, by=request.user, at=timezone.now())
    messages.success(request, f"Đã khóa tài khoản của {account}.")
    return redirect("person", unit, person)


@require_POST
def account_enable(request: HttpRequest, unit: str, person: Any) -> HttpResponse:
    account = get_account_for(request.user, enter(request, unit, "people.manage"), person)
    actions.enable_account(account, by=request.user, at=timezone.now())
    messages.success(request, f"Đã mở khóa tài khoản của {account}.")
    return redirect("person", unit, person)


@require_POST
def sessions_end(request: HttpRequest, unit: str, person: Any) -> HttpResponse:
    account = get_account_for(request.user, enter(request, unit, "people.manage"), person)
    count = actions.end_sessions(account, by=request.user, at=timezone.now())
    messages.success(request, f"Đã đăng xuất {account} khỏi {count} nơi.")
    return redirect("person", unit, person)


@never_cache
@sensitive_post_parameters()
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Where the link leads: user name and password, or a new password; then signed in."""
    found = invitation_by(secret, at=timezone.now())
    if found is None:
        return render(request, "schools/invitation_gone.html", status=404)
    user = getattr(found.person, "user", None)
    form = (NewPasswordForm if user else NewAccountForm)(request.POST or None, user=user)
    if not form.is_valid():
        shown = {"form": form, "person": found.person, "account": user}
        return render(request, "schools/invitation.html", shown, status=422 if form.is_bound else 200)
    given = {"password": form.cleaned_data["password"], "username": form.cleaned_data.get("username", "")}
    account = actions.accept_invitation(secret, at=timezone.now(), **given)
    if account.is_active and not user:
        login(request, account)
    messages.success(
        request, "Đã đặt mật khẩu. Chào mừng anh/chị." if not user else "Đã đặt mật khẩu mới. Đăng nhập lại."
    )
    return redirect("home")
