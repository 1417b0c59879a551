"""The way from the front door to the person's own unit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from caitien_web.schools.access import enter, units_of


def home(request: HttpRequest) -> HttpResponse:
    """On to the person's unit, or a word to those who have none."""
    units = units_of(request.user)
    return redirect("unit", units[0].slug) if units else render(request, "schools/no_unit.html")


def unit_page(request: HttpRequest, unit: str) -> HttpResponse:
    """The first page of a unit."""
    return render(request, "schools/unit.html", {"unit": enter(request, unit)})
