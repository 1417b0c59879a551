"""The addresses of this app, below /don-vi/<unit>/."""

from django.urls import URLPattern, path, register_converter

from caitien_web.plans.views import search, table


class Period:
    """The years of a plan in an address: "2026-2027"."""

    regex = r"\d{4}-\d{4}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Period, "period")
PLAN = "ke-hoach/<period:period>/"

EDITOR: list[URLPattern] = [
    path(PLAN, table.plan_page, name="plan"),
]
SEARCH: list[URLPattern] = [path("tim/", search.search_page, name="plan-search")]
urlpatterns: list[URLPattern] = [*EDITOR, *SEARCH]
