"""The app as Django knows it."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "caitien_web.oversight"
    label = "oversight"
