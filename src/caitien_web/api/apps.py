"""The app as Django knows it."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "caitien_web.api"
    label = "api"
