"""Nobody sees a page without signing in, but those meant for everybody; where and when somebody was last seen."""

from collections.abc import Callable

from allauth.usersessions.internal import usersessionkit
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, resolve_url
from django.utils.functional import SimpleLazyObject

from caitien_web.schools.access import is_set_up, units_of

OPEN = (
    *("/dang-nhap/", "/cong-khai/", "/loi-moi/", "/thiet-lap/", "/lich/"),
    *("/api/", "/static/", "/suc-khoe/", "/giao-dien/"),
)


class SignInRequired:
    """Sends who is not signed in to the sign-in page, whatever the address, on an empty site to setting up.

    Asks for JSON get 401.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(OPEN) or request.user.is_authenticated:
            request.my_units = SimpleLazyObject(lambda: units_of(request.user))  # type: ignore[attr-defined]
            return self.get_response(request)
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse({"message": "Phiên làm việc đã hết. Đăng nhập lại để lưu tiếp."}, status=401)
        if not is_set_up():
            return redirect("set_up")
        return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))


class LastSeen:
    """Keeps for the list of sessions when each was last seen: written once in five minutes, not with every page."""

    EVERY = 300  # seconds

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:  # untouched, the answer may be kept for everybody
            return self.get_response(request)
        key = request.session.session_key
        browser = hash((request.META.get("REMOTE_ADDR"), request.META.get("HTTP_USER_AGENT")))
        if key and request.user.is_authenticated and caches["local"].add(f"seen:{key}:{browser}", True, self.EVERY):
            usersessionkit.track_activity(request, user=request.user, session=request.session)
        return self.get_response(request)
