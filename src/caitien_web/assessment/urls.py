"""The addresses of this app, below /don-vi/<unit>/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
