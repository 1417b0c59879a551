"""The addresses of a unit's own pages, below /don-vi/<unit>/."""

from django.urls import path

from caitien_web.schools.views import home

urlpatterns = [path("", home.unit_page, name="unit")]
