"""The app as Django knows it."""

from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    name = "caitien_web.schools"
    label = "schools"

    def ready(self) -> None:
        from caitien_web.schools.listeners import listen

        listen()
