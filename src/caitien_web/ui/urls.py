"""Addresses of no app."""

from django.urls import path

from caitien_web.ui.views.health import health
from caitien_web.ui.views.theme import set_theme

urlpatterns = [
    path("giao-dien/", set_theme, name="theme"),
    path("suc-khoe/", health, name="health"),
]
