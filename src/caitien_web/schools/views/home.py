"""The way from the front door to the person's own unit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from caitien_web.schools.access import enter, rights_at, units_of
from caitien_web.schools.start import blocks_for


def home(request: HttpRequest) -> HttpResponse:
    """On to the person's unit, or a word to those who have none."""
    units = units_of(request.user)
    return redirect("unit", units[0].slug) if units else render(request, "schools/no_unit.html")


def unit_page(request: HttpRequest, unit: str) -> HttpResponse:
    """The first page of a unit: what waits for the person, where the unit stands."""
    at_unit = enter(request, unit)
    rights = rights_at(request.user, at_unit)
    blocks = blocks_for(at_unit, request.user, rights, on=timezone.localdate())
    return render(request, "schools/unit.html", {"blocks": blocks})
