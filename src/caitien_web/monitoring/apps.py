"""The app as Django knows it."""

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    name = "caitien_web.monitoring"
    label = "monitoring"

    def ready(self) -> None:
        from caitien_web.monitoring.listeners import listen

        listen()
