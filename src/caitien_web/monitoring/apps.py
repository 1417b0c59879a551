"""The app as Django knows it."""

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    name = "caitien_web.monitoring"
    label = "monitoring"

    def ready(self) -> None:
        from caitien_web.monitoring.listeners import listen
        from caitien_web.monitoring.queries.endings import endings_of
        from caitien_web.monitoring.queries.notices import unread_with_account
        from caitien_web.plans.queries.carrying import know_endings
        from caitien_web.schools.backends import count_with_account

        listen()
        know_endings(endings_of)
        count_with_account("unread_notices", unread_with_account)
