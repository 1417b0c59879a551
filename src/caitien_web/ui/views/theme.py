"""Light or dark: a choice that a cookie keeps, so that pages come in the right colours at once."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from caitien_web.ui.context import THEME_COOKIE, THEMES

A_YEAR = 365 * 24 * 3600


@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Keep the choice ("" follows the machine) and go back to the page."""
    back, chosen = request.POST.get("ve", ""), request.POST.get("giao_dien", "")
    answer = HttpResponseRedirect(back if url_has_allowed_host_and_scheme(back, {request.get_host()}) else "/")
    if chosen in THEMES:
        answer.set_cookie(
            THEME_COOKIE, chosen, max_age=A_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax"
        )
    else:
        answer.delete_cookie(THEME_COOKIE)
    return answer
