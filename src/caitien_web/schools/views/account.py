"""The person's own account: what is safe about it, and where one is signed in."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def account(request: HttpRequest) -> HttpResponse:
    """The account with the ways to keep it safe."""
    shown = {
        "has_codes": Authenticator.objects.filter(user=request.user, type=Authenticator.Type.TOTP).exists(),
        "sessions": UserSession.objects.filter(user=request.user).count(),
        "mail_is_sent": settings.MAIL_IS_SENT,
    }
    return render(request, "schools/account.html", shown)
