"""The API below /api/v1/, its documentation at /api/, and the page of one's keys."""

from django.urls import path

from caitien_web.api.views import docs, keys
from caitien_web.api.wiring import api

urlpatterns = [
    path("api/", docs.documentation, name="api-docs"),
    path("api/v1/", api.urls),
    path("tai-khoan/khoa-api/", keys.keys, name="api-keys"),
    path("tai-khoan/khoa-api/<uuid:key>/thu-hoi/", keys.revoke, name="api-key-revoke"),
]
