"""The person's own account: what is safe about it, and where one is signed in."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.schools.actions import change_own_contact
from caitien_web.schools.forms.account import ContactForm


def account(request: Any) -> HttpResponse:
    """The account with the ways to keep it safe."""
    shown = {
        "has_codes": Authenticator.objects.filter(user=request.user, type=Authenticator.Type.TOTP).exists(),
        "person": request.user.person,
        "sessions": UserSession.objects.filter(user=request.user).count(),
    }
    return render(request, "schools/account.html", shown)


def change_contact(request: Any) -> HttpResponse:
    """One's own mail address and telephone number."""
    person = request.user.person
    form = ContactForm(request.POST or None, instance=type(person).objects.of(person.unit).get(pk=person.pk))
    if not form.is_valid():
        return render(request, "schools/contact.html", {"form": form}, status=422 if form.is_bound else 200)
    change_own_contact(request.user, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, "Đã lưu thư điện tử, số điện thoại.")
    return redirect("account")


@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign out elsewhere: the browser there must sign in again."""
    get_object_or_404(UserSession, pk=pk, user=request.user).end()
    messages.success(request, "Đã kết thúc. Nơi đó phải đăng nhập lại mới vào được.")
    return redirect("usersessions_list")
