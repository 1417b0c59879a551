"""The person's own account: what is safe about it, and where one is signed in."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST


def account(request: HttpRequest) -> HttpResponse:
    """The account with the ways to keep it safe."""
    shown = {
        "has_codes": Authenticator.objects.filter(user=request.user, type=Authenticator.Type.TOTP).exists(),
        "sessions": UserSession.objects.filter(user=request.user).count(),
    }
    return render(request, "schools/account.html", shown)


@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign out elsewhere: the browser there must sign in again."""
    get_object_or_404(UserSession, pk=pk, user=request.user).end()
    messages.success(request, "Đã kết thúc. Nơi đó phải đăng nhập lại mới vào được.")
    return redirect("usersessions_list")
