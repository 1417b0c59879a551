"""The app as Django knows it."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "caitien_web.oversight"
    label = "oversight"

    def ready(self) -> None:
        from caitien_web.history.record import recorded
        from caitien_web.oversight.keeping import listen

        recorded.connect(listen, dispatch_uid="oversight")
