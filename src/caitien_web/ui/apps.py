"""The app as Django knows it."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "caitien_web.ui"
    label = "ui"
