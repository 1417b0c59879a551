"""One's keys: made, shown once, revoked."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.api.access import get_key_for, keys_of
from caitien_web.api.actions import make_key, revoke_key
from caitien_web.api.forms import KeyForm
from caitien_web.ui.refusal import Refusal


def keys(request: HttpRequest) -> HttpResponse:
    """The keys one has; a new one is shown with its secret on the answer itself, and never again."""
    form, made = KeyForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            given = form.cleaned_data
            made = make_key(
                request.user,
                given["name"],
                scopes=given["scopes"],
                valid_until=given["valid_until"],
                by=request.user,
                at=timezone.now(),
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {"form": KeyForm() if made else form, "made": made, "keys": keys_of(request.user)}
    response = render(request, "api/keys.html", context, status=422 if form.errors else 200)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def revoke(request: HttpRequest, key: Any) -> HttpResponse:
    """Revoke one of one's keys."""
    revoke_key(get_key_for(request.user, key), by=request.user, at=timezone.now())
    messages.success(request, "Đã thu hồi khóa.")
    return redirect("api-keys")
