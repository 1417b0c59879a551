"""The app as Django knows it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class PlansConfig(AppConfig):
    name = "caitien_web.plans"
    label = "plans"

    def ready(self) -> None:
        from caitien_web.plans.search_index import lay_after_migrations, lift_before_migrations

        pre_migrate.connect(lift_before_migrations, sender=self)
        post_migrate.connect(lay_after_migrations, sender=self)
