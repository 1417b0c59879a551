"""The app as Django knows it."""

from django.apps import AppConfig


class TenancyConfig(AppConfig):
    name = "caitien_web.tenancy"
    label = "tenancy"
