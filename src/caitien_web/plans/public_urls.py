"""The addresses that everybody may open, below /cong-khai/."""

from django.urls import path

import caitien_web.plans.converters  # noqa: F401
from caitien_web.plans.views import public

urlpatterns = [
    path("<slug:unit>/", public.unit_plans, name="public-unit"),
    path("<slug:unit>/<period:period>/", public.plan, name="public-plan"),
    path("<slug:unit>/<period:period>/ma-qr.svg", public.qr_code, name="public-plan-qr"),
]
