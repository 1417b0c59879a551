"""The app as Django knows it."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "caitien_web.ui"
    label = "ui"

    def ready(self) -> None:
        from caitien_web.ui.words import lay_over

        lay_over()
