"""The app as Django knows it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class PlansConfig(AppConfig):
    name = "caitien_web.plans"
    label = "plans"

    def ready(self) -> None:
        from caitien_web.plans import search_index, stamps

        for triggers in (search_index, stamps):
            pre_migrate.connect(triggers.lift_before_migrations, sender=self)
            post_migrate.connect(triggers.lay_after_migrations, sender=self)
