"""The public pages: an issued plan in the parts its school chose, its QR code, the notice to put up; no sign-in."""

import hashlib
from io import BytesIO

import qrcode
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.urls import reverse
from qrcode.image.svg import SvgPathImage

from caitien_web.plans.access import enter_plan
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.public_notice import public_notice
from caitien_web.plans.queries.documents import BY_ENDING, Made
from caitien_web.plans.queries.public import (
    COLUMNS,
    PARTS,
    get_public_plan,
    get_public_unit,
    public_plans,
    public_view,
)
from caitien_web.plans.queries.versions import newest_version
from caitien_web.plans.views.downloads import download

KEPT = "public, max-age=300"


def plan(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The public page of a plan: the newest issued version, in the chosen parts."""
    found, version = get_public_plan(unit, period)
    shown = public_view(found, version, found.public_parts)
    context = {"at_unit": found.unit, "plan": found, "shown": shown, "address": address_of(found)}
    return _kept(request, render(request, "plans/public_plan.html", context))


def unit_plans(request: HttpRequest, unit: str) -> HttpResponse:
    """The plans that a unit has made public."""
    at_unit = get_public_unit(unit)
    context = {"at_unit": at_unit, "plans": public_plans(at_unit)}
    return _kept(request, render(request, "plans/public_unit.html", context))


def qr_code(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The QR code of the public page, as a drawing."""
    found, _ = get_public_plan(unit, period)
    return _kept(request, HttpResponse(qr_svg(address_of(found)), content_type="image/svg+xml"))


def preview(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """What the public page would show with the parts in the address, before anybody sees it."""
    found = enter_plan(request, unit, period, "plan.issue")
    version = newest_version(found)
    asked = [part for part in request.GET.getlist("parts") if part in PARTS]
    asked += [f"table.{name}" for name in request.GET.getlist("columns") if name in COLUMNS]
    shown = public_view(found, version, asked or found.public_parts) if version else None
    context = {"at_unit": found.unit, "plan": found, "shown": shown, "address": address_of(found), "preview": True}
    return render(request, "plans/public_plan.html", context)


def notice(request: HttpRequest, unit: str, period: str, ending: str) -> HttpResponse:
    """The notice of the publication to put up at the school, with the address and its QR code."""
    found = enter_plan(request, unit, period, "plan.issue")
    address = address_of(found)
    data = public_notice(found, address, qr_svg(address), f".{ending}")
    return download(Made(data, f"Thông báo công khai kế hoạch {found.slug}.{ending}", BY_ENDING[ending]))


def address_of(found: SchoolPlan) -> str:
    """The whole address of the public page, as it is printed."""
    return f"{settings.ADDRESS.geturl()}{reverse('public-plan', args=[found.unit.slug, found.slug])}"


def qr_svg(text: str) -> str:
    """A QR code as one SVG path."""
    out = BytesIO()
    qrcode.make(text, image_factory=SvgPathImage, box_size=10, border=2).save(out)
    return out.getvalue().decode()


def _kept(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer with what lets browsers and proxies keep it: its ETag, and 304 for those who have it."""
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    if etag in request.headers.get("If-None-Match", ""):
        response = HttpResponseNotModified()
    response["ETag"], response["Cache-Control"] = etag, KEPT
    return response
