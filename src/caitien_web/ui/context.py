"""What every template knows of the page: the unit it is about, the person's rights there, where one may go."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from caitien_web.ui.navigation import navigation_for

THEMES = ("light", "dark")
THEME_COOKIE = "giao-dien"


def page(request: HttpRequest) -> dict[str, Any]:
    """`unit`, `rights`, `rights_below`, `my_units` as `schools.access.enter` set them; `navigation`, `theme`,
    `mail_is_sent`."""
    unit = getattr(request, "unit", None)
    rights: frozenset[str] = getattr(request, "rights", frozenset())
    rights_below: frozenset[str] = getattr(request, "rights_below", frozenset())
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {
        "unit": unit,
        "rights": rights,
        "rights_below": rights_below,
        "my_units": getattr(request, "my_units", []),
        "navigation": navigation_for(unit, rights, rights_below, request.path),
        "mail_is_sent": settings.MAIL_IS_SENT,
        "theme": theme if theme in THEMES else "",
    }
