"""The app as Django knows it."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "caitien_web.plans"
    label = "plans"
