"""The person's own account: what is safe about it, and where one is signed in."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.history.differences import differences
from caitien_web.history.models import Entry
from caitien_web.history.sentences import sentence
from caitien_web.schools.actions import change_own_contact
from caitien_web.schools.actions.own import end_own_others, end_own_session
from caitien_web.schools.forms.account import ContactForm
from caitien_web.schools.queries.people import entries_of_account
from caitien_web.schools.queries.signed_in import sessions_of
from caitien_web.ui.vn import device


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
    instance = type(person).objects.of(person.unit).get(pk=person.pk)
    known = {"email": request.user.email or person.email}
    form = ContactForm(request.POST or None, instance=instance, initial=known)
    if not form.is_valid():
        return render(request, "schools/contact.html", {"form": form}, status=422 if form.is_bound else 200)
    change_own_contact(request.user, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, "Đã lưu thư điện tử, số điện thoại.")
    return redirect("account")


def own_history(request: Any) -> HttpResponse:
    """What happened to the own account: by oneself, and by those who manage it."""
    person = request.user.person
    found = entries_of_account(person) if person else Entry.everywhere.none()
    page = Paginator(found, 50).get_page(request.GET.get("trang"))
    told = [(entry, sentence(entry), differences(entry)) for entry in page]
    return render(request, "schools/own_history.html", {"page": page, "entries": told})


@require_POST
def end_session(request: Any, pk: int) -> HttpResponse:
    """Sign out elsewhere: the browser there must sign in again."""
    session = get_object_or_404(UserSession, pk=pk, user=request.user)
    end_own_session(session, where=device(session.user_agent), by=request.user, at=timezone.now())
    messages.success(request, "Đã kết thúc. Nơi đó phải đăng nhập lại mới vào được.")
    return redirect("usersessions_list")


class Sessions(ListUserSessionsView):
    """Where one is signed in; posted to, all other places are signed out.

    allauth asks for each session by itself; here they are asked for at once, and only what has ended is handed to it.
    """

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        there, ended = sessions_of(self.request.user, at=timezone.now())
        for one in ended:
            one.purge()
        shown = {"sessions": there, "session_count": len(there), "show_last_seen_at": True}
        return super(ListUserSessionsView, self).get_context_data(**told) | shown

    def form_valid(self, form: Any) -> HttpResponse:
        user, keep = self.request.user, self.request.session.session_key
        ended = end_own_others(user, keep=keep, by=user, at=timezone.now())
        messages.success(self.request, f"Đã kết thúc {ended} nơi khác. Những nơi đó phải đăng nhập lại mới vào được.")
        return redirect("usersessions_list")
